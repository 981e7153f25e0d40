// @ts-check

/** A draft is saved for the person's other devices once they have paused for so many milliseconds. */
const PAUSE = 1_500;

/** Where a message is written: grows with it, keeps what is not sent yet, knows when Enter means "send". */
export class Composer {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saving;

  /**
   * @param {HTMLFormElement} form
   * @param {string} key where the draft is kept
   * @param {(text: string, reply?: number) => void} send with the number of the message it answers, if it answers one
   * @param {(text: string, writtenAt: number) => Promise<void>} save for the person's other devices
   */
  constructor(form, key, send, save) {
    this.save = save;
    this.form = form;
    this.key = key;
    this.send = send;
    const reply = /** @type {HTMLInputElement | null} */ (form.querySelector("input[name=reply]"));
    /** @type {number | undefined} */
    this.reply = reply ? Number(reply.value) : undefined;
    form.addEventListener("click", (event) => { if (/** @type {Element} */ (event.target).closest("[data-drop]")) this.#answerNobody(); });
    this.field = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
    try { this.#takeNewest(localStorage.getItem(key) ?? "", Number(localStorage.getItem(`${key}:at`) ?? 0)); } catch { /* no storage: nothing was kept */ }
    form.addEventListener("submit", (event) => { event.preventDefault(); this.#submit(); });
    this.field.addEventListener("input", () => this.#changed());
    this.field.addEventListener("keydown", (event) => this.#press(event));
    this.#grow();
  }

  /**
   * Of what stood on this device and what came with the page the newer is shown; the other is not lost without a line.
   * @param {string} kept
   * @param {number} keptAt
   */
  #takeNewest(kept, keptAt) {
    // Written before this script was there: it is the newest of all.
    if (this.field.value && this.field.value !== this.field.defaultValue) return this.#changed();
    const other = this.field.value, isOlder = Number(this.form.dataset.written ?? 0) > keptAt;
    if (kept === other) return;
    if (!isOlder && (kept || keptAt)) {
      this.field.value = kept;
      return this.#saveSoon();
    }
    if (!kept) return;
    const note = Object.assign(document.createElement("p"), { className: "answer" });
    note.append(Object.assign(document.createElement("span"), { textContent: `${this.form.dataset.other} ${kept}`, title: kept }));
    this.form.prepend(note);
  }

  /** Saved once the person pauses; without a connection it stays on this device and goes with the next pause. */
  #saveSoon() {
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => { this.save(this.field.value, Date.now()).catch(() => {}); }, PAUSE);
  }

  /**
   * With a mouse and a keyboard Enter sends and Shift+Enter breaks the line; under fingers Enter breaks the line.
   * @param {KeyboardEvent} event
   */
  #press(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !matchMedia("(pointer: fine)").matches) return;
    event.preventDefault();
    this.#submit();
  }

  #submit() {
    const text = this.field.value.trim();
    if (!text) return;
    this.send(text, this.reply);
    this.#answerNobody();
    this.field.value = "";
    this.#changed();
    this.field.focus();
  }

  /**
   * What is written next answers a message.
   * @param {HTMLElement} note shows which
   * @param {number} seq
   * @param {string} words
   */
  answer(note, seq, words) {
    this.#answerNobody();
    this.reply = seq;
    const place = note.querySelector("span");
    if (place) place.textContent = words;
    this.form.prepend(note);
    this.field.focus();
  }

  #answerNobody() {
    this.reply = undefined;
    this.form.querySelector(".answer")?.remove();
    this.field.focus();
  }

  #changed() {
    const { value } = this.field;
    try {
      if (value) localStorage.setItem(this.key, value); else localStorage.removeItem(this.key);
      localStorage.setItem(`${this.key}:at`, String(Date.now()));
    } catch { /* no storage: the draft lives with the page */ }
    this.#saveSoon();
    this.#grow();
  }

  /** Where the browser does not do it by itself (`field-sizing`); the style sheet says how far. */
  #grow() {
    if (CSS.supports("field-sizing", "content")) return;
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
  }
}
