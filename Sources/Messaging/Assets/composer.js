// @ts-check

/** Where a message is written: grows with it, keeps what is not sent yet, knows when Enter means "send". */
export class Composer {
  /**
   * @param {HTMLFormElement} form
   * @param {string} key where the draft is kept
   * @param {(text: string, reply?: number) => void} send with the number of the message it answers, if it answers one
   */
  constructor(form, key, send) {
    this.form = form;
    this.key = key;
    this.send = send;
    const reply = /** @type {HTMLInputElement | null} */ (form.querySelector("input[name=reply]"));
    /** @type {number | undefined} */
    this.reply = reply ? Number(reply.value) : undefined;
    form.addEventListener("click", (event) => { if (/** @type {Element} */ (event.target).closest("[data-drop]")) this.#answerNobody(); });
    this.field = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
    try { this.field.value ||= localStorage.getItem(key) ?? ""; } catch { /* no storage: nothing was kept */ }
    form.addEventListener("submit", (event) => { event.preventDefault(); this.#submit(); });
    this.field.addEventListener("input", () => this.#changed());
    this.field.addEventListener("keydown", (event) => this.#press(event));
    this.#grow();
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
    try { if (value) localStorage.setItem(this.key, value); else localStorage.removeItem(this.key); } catch { /* no storage: the draft lives with the page */ }
    this.#grow();
  }

  /** Where the browser does not do it by itself (`field-sizing`); the style sheet says how far. */
  #grow() {
    if (CSS.supports("field-sizing", "content")) return;
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
  }
}
