// @ts-check
/** @typedef {import("./save-queue.js").Standing} Standing @typedef {import("./fresh-lesson.js").Sheet} Sheet */

/** What stands on a lesson's page, by places: `lessons/7/pupils/31/mark`, `lessons/7/topic`. */
export class LessonPage {
  /**
   * What the server has, as far as the page knows.
   * @type {Map<string, Standing>}
   */
  known = new Map();
  /**
   * What a text was before it was begun to be changed.
   * @type {Map<string, Standing>}
   */
  #begun = new Map();

  /**
   * A mark's field may hold a key just pressed; what stands there is here.
   * @type {Map<string, Standing>}
   */
  #marks = new Map();

  /** @param {HTMLElement} root the form */
  constructor(root) {
    this.root = root;
    this.place = `lessons/${root.dataset.lesson}`;
    this.rows = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".roster > li[data-pupil]")]);
    this.fields = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll("input.mark")]);
    this.letters = new Map(this.buttonsOf(this.rows[0]).map((button) => [button.textContent ?? "", button.dataset.code ?? ""]));
    for (const field of this.fields) this.#marks.set(this.cellOf(field) ?? "", field.value ? Number(field.value) : null);
    for (const row of this.rows) for (const kind of ["mark", "attendance"]) this.#learn(this.cellIn(row, kind));
    this.#learn(`${this.place}/topic`);
    this.#learn(`${this.place}/homework`);
  }

  /** @param {string | undefined} cell */
  #learn(cell) { if (cell) this.known.set(cell, this.shown(cell)); }

  /**
   * Whether news is about this lesson.
   * @param {string} path
   */
  isHere(path) { return `${path}/`.startsWith(`/journal/${this.place}/`); }

  // Places and their elements

  /** @param {EventTarget | null} target */
  rowOf(target) { return target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest(".roster > li")) : null; }
  /** @param {HTMLElement | undefined} row */
  buttonsOf(row) { return /** @type {HTMLButtonElement[]} */ ([...(row?.querySelectorAll("[data-code]") ?? [])]); }
  /** @param {HTMLElement | null} row */
  nameIn(row) { return row?.querySelector(".name b")?.parentElement?.textContent?.replace(/\d+/, "").trim() ?? ""; }

  /** @param {HTMLElement | null} row @param {string} kind */
  cellIn(row, kind) {
    if (!row || (kind === "mark" && !row.querySelector(".mark"))) return undefined;
    return `${this.place}/pupils/${row.dataset.pupil}/${kind}`;
  }

  /** @param {Element} field */
  cellOf(field) {
    if (field.matches(".mark")) return this.cellIn(this.rowOf(field), "mark");
    return field.matches("#topic, #homework") ? `${this.place}/${field.id}` : undefined;
  }

  /** @param {string} cell @returns {{ kind: string, row?: HTMLElement, field?: HTMLInputElement | HTMLTextAreaElement }} */
  at(cell) {
    const [, lesson, what, pupil, kind = ""] = cell.split("/");
    if (`lessons/${lesson}` !== this.place) return { kind: "" };
    if (what !== "pupils") return { kind: "text", field: /** @type {any} */ (this.root.querySelector(`#${what}`)) };
    const row = this.rows.find((each) => each.dataset.pupil === pupil);
    return { kind, row, field: /** @type {any} */ (row?.querySelector(".mark") ?? undefined) };
  }

  // What stands there

  /** @param {string} cell @returns {Standing} */
  shown(cell) {
    const { kind, row, field } = this.at(cell);
    if (kind === "attendance") return this.buttonsOf(row).find((button) => button.getAttribute("aria-pressed") === "true")?.dataset.code ?? null;
    if (kind === "mark") return this.#marks.get(cell) ?? null;
    return field?.value.trim() ? field.value : null;
  }

  /** @param {string} cell @param {Standing} value */
  show(cell, value) {
    const { kind, row, field } = this.at(cell);
    if (kind === "attendance" && row) {
      for (const button of this.buttonsOf(row)) {
        const isPressed = button.dataset.code === value;
        button.setAttribute("aria-pressed", String(isPressed));
        button.value = `${row.dataset.pupil}:${isPressed ? "" : button.dataset.code}`;
      }
    } else if (field) {
      field.value = value === null ? "" : String(value);
      if (kind === "mark") this.#marks.set(cell, value);
    }
  }

  /**
   * What the server has now, but where one is writing.
   * @param {Sheet} sheet @param {(cell: string) => boolean} isOnItsWay
   */
  take(sheet, isOnItsWay) {
    for (const { pupil, mark, absence } of sheet.pupils) {
      this.#receive(`${this.place}/pupils/${pupil}/mark`, mark ?? null, isOnItsWay);
      this.#receive(`${this.place}/pupils/${pupil}/attendance`, absence ?? null, isOnItsWay);
    }
    this.#receive(`${this.place}/topic`, sheet.lesson.topic ?? null, isOnItsWay);
    this.#receive(`${this.place}/homework`, sheet.homework?.text ?? null, isOnItsWay);
    this.countAway();
  }

  /** @param {string} cell @param {Standing} value @param {(cell: string) => boolean} isOnItsWay */
  #receive(cell, value, isOnItsWay) {
    if (isOnItsWay(cell) || this.#begun.has(cell)) return;
    const isTrimmed = String(this.shown(cell) ?? "").trim() === String(value ?? "");
    if (this.shown(cell) !== value && !isTrimmed) this.show(cell, value);
    this.known.set(cell, value);
  }

  /** @param {string} cell */
  began(cell) { if (!this.#begun.has(cell)) this.#begun.set(cell, this.known.get(cell) ?? null); }
  /** @param {string} cell @returns {Standing} */
  ended(cell) {
    const was = this.#begun.get(cell) ?? this.known.get(cell) ?? null;
    this.#begun.delete(cell);
    return was;
  }

  // Words and ways

  /**
   * The reason of a refusal, beside what was refused; an empty one takes it away.
   * @param {string} cell @param {string} words
   */
  explain(cell, words) {
    const { row, field } = this.at(cell), place = row ?? field?.parentElement ?? this.root.querySelector(".plan");
    place?.querySelector(".why")?.remove();
    if (!words || !place) return;
    const why = Object.assign(document.createElement("p"), { className: "why", textContent: words });
    why.setAttribute("role", "alert");
    place.append(why);
  }

  countAway() {
    const place = /** @type {HTMLElement | null} */ (this.root.querySelector("[data-count]"));
    const codes = this.rows.map((row) => this.shown(this.cellIn(row, "attendance") ?? ""));
    const late = codes.filter((code) => code === "late").length, away = codes.filter((code) => code !== null).length - late;
    if (place) place.textContent = (place.dataset.count ?? "").replace("{away}", String(away)).replace("{late}", String(late));
  }

  /** @param {HTMLElement | null} row */
  here(row) { for (const each of this.rows) each.classList.toggle("here", each === row); }

  toggleKeys() {
    const keys = /** @type {HTMLDetailsElement | null} */ (this.root.querySelector("details.keys"));
    if (!keys) return;
    keys.open = !keys.open;
    if (keys.open) keys.scrollIntoView({ block: "nearest" });
  }

  /**
   * Up and down among the pupils, left and right among the four letters and the mark.
   * @param {HTMLElement | null} row @param {Element} target
   */
  move(row, target, down = 0, right = 0) {
    const line = row ? this.rows.indexOf(row) + down : 0, next = this.rows[line];
    if (!next) return true;
    const stops = [...this.buttonsOf(next), ...next.querySelectorAll(".mark")];
    const from = row ? [...this.buttonsOf(row), ...row.querySelectorAll(".mark")].indexOf(target) : stops.length - 1;
    const stop = /** @type {HTMLElement | undefined} */ (stops[Math.min(Math.max(from + right, 0), stops.length - 1)]);
    stop?.focus();
    if (stop instanceof HTMLInputElement) stop.select();
    return true;
  }
}
