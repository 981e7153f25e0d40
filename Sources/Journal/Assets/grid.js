// @ts-check
/** @typedef {import("./save-queue.js").Standing} Standing @typedef {import("./fresh-lesson.js").Sheet} Sheet */

/** The table of the class journal, by places: `lessons/7/pupils/31/mark`. */
export class Grid {
  /**
   * What the server has, as far as the page knows; nothing where it is as the page was made.
   * @type {Map<string, Standing>}
   */
  known = new Map();

  /** @param {HTMLElement} root the frame around the table */
  constructor(root) {
    this.root = root;
    const pairs = (root.dataset.letters ?? "").split(" ").map((pair) => pair.split(":"));
    this.letters = new Map(pairs.map(([code = "", letter = ""]) => [letter, code]));
    this.byCode = new Map(pairs.map(([code = "", letter = ""]) => [code, letter]));
    this.learn();
  }

  /** Reads the table as the server wrote it. */
  learn() {
    this.known.clear();
    this.heads = /** @type {HTMLElement[]} */ ([...this.root.querySelectorAll("thead th[data-l]")]);
    this.rows = new Map(this.bodyRows.map((row) => [row.dataset.p ?? "", row]));
    for (const cell of /** @type {NodeListOf<HTMLTableCellElement>} */ (this.root.querySelectorAll("tbody td[data-d]:not(.sum)"))) {
      for (const kind of ["mark", "attendance"]) {
        const place = this.placeOf(cell, kind);
        if (place) this.known.set(place, this.shown(place));
      }
    }
    const first = this.bodyRows[0]?.cells[1];
    if (first && !this.selected) first.tabIndex = 0;
  }

  get bodyRows() { return /** @type {HTMLTableRowElement[]} */ ([...this.root.querySelectorAll("tbody tr")]); }
  get selected() { return /** @type {HTMLTableCellElement | null} */ (this.root.querySelector("td[aria-selected=true]")); }
  /** @param {string} lesson */
  hasLesson(lesson) { return this.heads?.some((head) => head.dataset.l === lesson) ?? false; }

  // Places and their cells

  /** @param {HTMLTableCellElement} cell */
  headOf(cell) { return this.heads?.[cell.cellIndex - 1]; }

  /** @param {HTMLTableCellElement} cell @param {string} kind */
  placeOf(cell, kind) {
    const head = this.headOf(cell), row = /** @type {HTMLElement} */ (cell.parentElement);
    return head && row.dataset.p ? `lessons/${head.dataset.l}/pupils/${row.dataset.p}/${kind}` : undefined;
  }

  /**
   * The place, if it is the reader's to write in.
   * @param {HTMLTableCellElement} cell @param {string} kind
   */
  cellOf(cell, kind) {
    const isKept = this.headOf(cell)?.dataset.kept !== undefined, hasMarks = this.root.dataset.marks === "yes";
    return isKept && (kind !== "mark" || hasMarks) ? this.placeOf(cell, kind) : undefined;
  }

  /** @param {string} place */
  at(place) {
    const [, lesson, , pupil = ""] = place.split("/");
    const column = this.heads?.findIndex((head) => head.dataset.l === lesson) ?? -1;
    return column < 0 ? undefined : this.rows?.get(pupil)?.cells[column + 1];
  }

  /** @param {string} place */
  nameOf(place) { return this.rows?.get(place.split("/")[3] ?? "")?.cells[0]?.textContent?.replace(/^\s*\d+\s*/, "") ?? ""; }

  // What stands there

  /** @param {HTMLTableCellElement | undefined} cell @returns {{ mark: number | null, absence: string | null }} */
  read(cell) {
    const letter = cell?.querySelector(".a")?.textContent ?? "", mark = /[2-5]/.exec(cell?.firstChild?.nodeType === 3 ? cell.firstChild.textContent ?? "" : "");
    return { mark: mark ? Number(mark[0]) : null, absence: this.letters.get(letter) ?? null };
  }

  /** @param {string} place @returns {Standing} */
  shown(place) {
    const { mark, absence } = this.read(this.at(place));
    return place.endsWith("/mark") ? mark : absence;
  }

  /** @param {string} place @param {Standing} value */
  show(place, value) {
    const cell = this.at(place);
    if (!cell) return;
    const stands = this.read(cell);
    if (place.endsWith("/mark")) stands.mark = /** @type {number | null} */ (value);
    else stands.absence = /** @type {string | null} */ (value);
    this.write(cell, stands);
  }

  /**
   * An empty cell is truly empty, a filled one says its date: on a phone the table is a list.
   * @param {HTMLTableCellElement} cell @param {{ mark: number | null, absence: string | null }} stands
   */
  write(cell, { mark, absence }) {
    const date = this.headOf(cell)?.dataset.d ?? "";
    if (mark === null && absence === null) cell.removeAttribute("data-d");
    else cell.setAttribute("data-d", date);
    cell.textContent = mark === null ? "" : String(mark);
    if (absence !== null) {
      if (mark !== null) cell.append(" ");
      cell.append(Object.assign(document.createElement("span"), { className: "a", textContent: this.byCode.get(absence) ?? "" }));
    }
    this.average(/** @type {HTMLTableRowElement} */ (cell.parentElement));
  }

  /**
   * The mean of the row's marks in hundredths, rounded half up as the server does.
   * @param {HTMLTableRowElement} row
   */
  average(row) {
    const marks = [...row.cells].slice(1, -1).map((cell) => this.read(cell).mark ?? 0).filter((mark) => mark > 0);
    const sum = marks.reduce((all, mark) => all + mark, 0), last = row.cells[row.cells.length - 1];
    if (!last) return;
    const hundredths = marks.length > 0 ? Math.floor((sum * 100 + Math.floor(marks.length / 2)) / marks.length) : 0;
    last.textContent = marks.length > 0 ? `${Math.floor(hundredths / 100)}${this.root.dataset.point}${String(hundredths % 100).padStart(2, "0")}` : "";
  }

  /**
   * What the server has of one lesson now, but for what is on its way.
   * @param {Sheet} sheet @param {(place: string) => boolean} isOnItsWay
   */
  take(sheet, isOnItsWay) {
    for (const { pupil, mark, absence } of sheet.pupils) {
      for (const [kind, value] of /** @type {[string, Standing][]} */ ([["mark", mark ?? null], ["attendance", absence ?? null]])) {
        const place = `lessons/${sheet.lesson.id}/pupils/${pupil}/${kind}`;
        if (isOnItsWay(place)) continue;
        if (this.shown(place) !== value) this.show(place, value);
        this.known.set(place, value);
      }
    }
  }

  // Ways

  /** @param {HTMLTableCellElement} cell */
  select(cell, withFocus = true) {
    for (const old of this.root.querySelectorAll("td[tabindex], th.here")) {
      old.removeAttribute("tabindex");
      old.removeAttribute("aria-selected");
      old.classList.remove("here");
    }
    cell.tabIndex = 0;
    cell.setAttribute("aria-selected", "true");
    this.headOf(cell)?.classList.add("here");
    cell.parentElement?.querySelector("th")?.classList.add("here");
    if (!withFocus) return;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  selectedPlace() { return this.selected ? this.placeOf(this.selected, "mark") : undefined; }
  /** @param {string | undefined} place @param {boolean} withFocus */
  reselect(place, withFocus) {
    const cell = place ? this.at(place) : undefined;
    if (cell) this.select(cell, withFocus);
  }

  /** @param {HTMLTableCellElement} cell @param {number} down @param {number} right */
  move(cell, down, right) {
    const rows = this.bodyRows, row = rows[rows.indexOf(/** @type {HTMLTableRowElement} */ (cell.parentElement)) + down];
    const next = row?.cells[cell.cellIndex + right];
    if (next && next.cellIndex > 0 && !next.matches(".sum")) this.select(next);
  }

  /** @param {HTMLTableCellElement} cell */
  open(cell) { /** @type {HTMLAnchorElement | null | undefined} */ (this.headOf(cell)?.querySelector("a"))?.click(); }
}
