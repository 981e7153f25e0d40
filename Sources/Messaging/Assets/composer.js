// @ts-check

/** A draft is saved for the person's other devices once they have paused for so many milliseconds. */
const PAUSE = 1_500;

/** @typedef {import("./attachments.js").ReadyFile} ReadyFile */

/**
 * Where a message is written: grows with it, keeps what is not sent yet, knows when Enter means "send". Files are chosen, dropped or pasted; a
 * voice is recorded. What that needs is fetched when it is wanted.
 */
export class Composer {
  /** @type {import("./attachments.js").Tray | undefined} */
  tray;
  /** @type {import("./voice.js").Voice | undefined} */
  #voice;
  /** The message leaves as soon as its files have arrived. */
  #waits = false;
  /** Choices of files that are on their way into the tray: its script may still be coming. */
  #arriving = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saving;

  /**
   * @param {HTMLFormElement} form
   * @param {string} key where the draft is kept
   * @param {(text: string, reply?: number, files?: ReadyFile[]) => void} send with the number of the message it answers, if it answers one
   * @param {(text: string, writtenAt: number) => Promise<void>} save for the person's other devices
   * @param {string} me whose files these are
   */
  constructor(form, key, send, save, me) {
    this.me = me;
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
    this.words = /** @type {HTMLTemplateElement} */ (form.querySelector("template[data-attaching]"));
    this.status = Object.assign(document.createElement("p"), { className: "note small", hidden: true });
    this.status.setAttribute("role", "status");
    form.prepend(this.status);
    this.#takeFiles();
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
    const text = this.field.value.trim(), { tray } = this;
    if (!text && (tray?.isEmpty ?? true) && !this.#arriving) return;
    if (tray?.hasFailed) { this.#waits = false; this.#say(); return tray.focusFailed(); }
    if (this.#arriving || tray?.isBusy) { this.#waits = true; return this.#say(this.words.dataset.leaves); }
    this.#waits = false;
    this.#say();
    this.send(text, this.reply, tray?.files);
    tray?.clear();
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

  /** @param {string} [words] nothing: there is nothing to say */
  #say(words = "") {
    this.status.textContent = words;
    this.status.hidden = !words;
  }

  // Files and voice

  #takeFiles() {
    const input = /** @type {HTMLInputElement} */ (this.form.querySelector("input[type=file]"));
    input.addEventListener("change", () => {
      const chosen = [...input.files ?? []];
      input.value = "";
      this.attach(chosen);
    });
    this.field.addEventListener("paste", (event) => {
      const files = [...event.clipboardData?.files ?? []];
      // A table copied from elsewhere comes as words and as a picture of them: the words are meant.
      if (files.length === 0 || event.clipboardData?.types.includes("text/plain")) return;
      event.preventDefault();
      this.attach(files);
    });
    this.#takeDrops(/** @type {HTMLElement} */ (this.form.parentElement));
    this.#offerVoice();
    // What had arrived before the page was left goes on waiting for its message.
    try { if (localStorage.getItem(`files:${this.key}`)) this.#open().catch(() => {}); } catch { /* no storage */ }
    if (input.files?.length) input.dispatchEvent(new Event("change"));
  }

  /**
   * Files can be dropped anywhere on the thread.
   * @param {HTMLElement} thread
   */
  #takeDrops(thread) {
    const has = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files") ?? false;
    thread.addEventListener("dragover", (event) => {
      if (!has(event)) return;
      event.preventDefault();
      thread.classList.add("drop");
      this.#say(this.words.dataset.dropHere);
    });
    const over = () => { thread.classList.remove("drop"); this.#say(); };
    thread.addEventListener("dragleave", (event) => { if (!thread.contains(/** @type {Node | null} */ (event.relatedTarget))) over(); });
    thread.addEventListener("drop", (event) => {
      if (!has(event)) return;
      event.preventDefault();
      over();
      this.attach([...event.dataTransfer?.files ?? []]);
    });
  }

  /** Where there is nothing to send yet and a voice can be recorded, the button for that stands in the place of the other. */
  #offerVoice() {
    const isPossible = typeof MediaRecorder === "function" && !!navigator.mediaDevices?.getUserMedia;
    const button = /** @type {HTMLButtonElement | null} */ (isPossible ? this.words.content.firstElementChild?.cloneNode(true) : null);
    if (!button) return;
    this.record = button;
    this.form.querySelector("button.chief")?.before(button);
    button.addEventListener("click", async () => {
      try {
        const { Voice } = await import("./voice.js");
        this.#voice ??= new Voice(this.form, (file) => this.#send(file));
        await this.#voice.begin();
      } catch { this.#say(this.words.dataset.notNow); }
    });
    this.#showWay();
  }

  /**
   * A voice is a message by itself: what is being written stays.
   * @param {{ blob: Blob, name: string }} file
   */
  async #send(file) {
    const tray = await this.#open();
    await tray.add([file]);
    this.#submit();
  }

  async #open() {
    if (this.tray) return this.tray;
    const { Tray } = await import("./attachments.js");
    return this.tray ??= new Tray(this.form, { key: `files:${this.key}`, me: this.me, changed: () => this.#filesChanged() });
  }

  /** @param {File[]} files */
  async attach(files) {
    if (files.length === 0) return;
    this.#arriving += 1;
    try {
      await (await this.#open()).add(files.map((file) => ({ blob: file, name: file.name || "file" })));
    } catch {
      this.#waits = false;
      this.#say(this.words.dataset.notNow);
    }
    this.#arriving -= 1;
    this.#filesChanged();
  }

  #filesChanged() {
    this.#showWay();
    if (!this.#waits || this.#arriving || !this.tray || this.tray.isBusy) return;
    if (this.tray.hasFailed || this.tray.isEmpty) { this.#waits = false; return this.#say(); }
    this.#submit();
  }

  #showWay() {
    const isEmpty = !this.field.value.trim() && (this.tray?.isEmpty ?? true), send = /** @type {HTMLElement | null} */ (this.form.querySelector("button.chief"));
    if (!this.record || !send) return;
    this.record.hidden = !isEmpty;
    send.hidden = isEmpty;
  }

  close() { this.#voice?.close(); this.tray?.close(); }

  #changed() {
    this.#showWay();
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
