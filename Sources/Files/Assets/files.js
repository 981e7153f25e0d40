// @ts-check
import { Recorder } from "./record.js";
import { Refused, Upload } from "./upload.js";

/** «Мои файлы»: the form sends in pieces and shows how far each file is; a voice can be recorded. Without this script it is a plain form. */
export default class FilesPage {
  /** @type {Set<Upload>} */
  #uploads = new Set();
  /** @type {Recorder | undefined} */
  #recorder;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.form = /** @type {HTMLFormElement} */ (root);
    this.field = /** @type {HTMLInputElement} */ (root.querySelector("input[type=file]"));
    this.lines = /** @type {HTMLElement} */ (root.querySelector("[data-uploads]"));
    this.recording = /** @type {HTMLElement} */ (root.querySelector("[data-recording]"));
    this.words = root.dataset;
    this.field.multiple = true;
    root.addEventListener("submit", this.#submit);
    const record = /** @type {HTMLButtonElement} */ (root.querySelector("[data-record]"));
    record.hidden = !Recorder.isPossible;
    record.addEventListener("click", () => this.#record());
    addEventListener("beforeunload", this.#leaving);
  }

  #submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const keepsOriginal = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("keepsOriginal")).checked;
    for (const file of this.field.files ?? []) this.#send(file, file.name, keepsOriginal);
    this.field.value = "";
  };

  /**
   * @param {File | Blob} file
   * @param {string} name
   * @param {boolean} [keepsOriginal]
   */
  async #send(file, name, keepsOriginal = false) {
    const line = new UploadLine(name, this.words);
    this.lines.append(line.root);
    const upload = new Upload(file, {
      name, keepsOriginal, me: this.words.me, onProgress: (sent, size) => line.progress(sent, size), onState: (state) => line.show(state),
    });
    line.pause.addEventListener("click", () => upload.state === "paused" ? upload.goOn() : upload.pause());
    line.cancel.addEventListener("click", () => { upload.cancel(); line.root.remove(); });
    this.#uploads.add(upload);
    try {
      if (await upload.start()) line.root.remove();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      line.fail(error.message);
    } finally { this.#uploads.delete(upload); }
    await this.#refresh();
  }

  async #refresh() {
    const answer = await fetch("/files/list").catch(() => undefined);
    const list = document.querySelector("[data-files-list]");
    if (answer?.ok && list) list.innerHTML = await answer.text();
  }

  async #record() {
    if (this.#recorder) return;
    const meter = document.createElement("meter"), stop = button(this.words.stop), cancel = button(this.words.cancel), row = document.createElement("p");
    meter.setAttribute("aria-label", this.words.level ?? "");
    meter.max = 1;
    const clock = document.createElement("span");
    row.className = "acts";
    row.append(meter, clock, stop, cancel);
    try {
      this.#recorder = await Recorder.begin({
        onLevel: (level, seconds) => { meter.value = level; clock.textContent = length(seconds); }, onFull: () => this.#offer(),
      });
    } catch {
      this.#show(note(this.words.noMicrophone));
      return;
    }
    stop.addEventListener("click", () => this.#offer());
    cancel.addEventListener("click", () => { this.#recorder?.cancel(); this.#recorder = undefined; this.#show(); });
    this.#show(row);
    stop.focus();
  }

  /** What was recorded, to be heard before it is sent. */
  async #offer() {
    const recorder = this.#recorder;
    this.#recorder = undefined;
    if (!recorder) return;
    const { blob, waveform, seconds, ending } = await recorder.stop();
    const player = document.createElement("audio"), row = document.createElement("p"), send = button(this.words.sendVoice), cancel = button(this.words.cancel);
    const address = URL.createObjectURL(blob), end = () => { URL.revokeObjectURL(address); this.#show(); };
    player.controls = true;
    player.src = address;
    send.className = "chief";
    row.className = "acts";
    row.append(send, cancel);
    send.addEventListener("click", () => { end(); this.#send(blob, `${this.words.voice} ${moment(new Date())}.${ending}`); });
    cancel.addEventListener("click", end);
    this.#show(drawing(waveform, length(seconds)), player, row);
    send.focus();
  }

  /** @param {Node[]} nodes */
  #show(...nodes) {
    this.recording.replaceChildren(...nodes);
    this.recording.hidden = nodes.length === 0;
  }

  #leaving = (/** @type {BeforeUnloadEvent} */ event) => { if (this.#uploads.size > 0) event.preventDefault(); };

  disconnect() {
    this.#recorder?.cancel();
    for (const upload of this.#uploads) upload.pause();
    removeEventListener("beforeunload", this.#leaving);
  }
}

/** One file on its way, in the list. */
class UploadLine {
  /**
   * @param {string} name
   * @param {DOMStringMap} words
   */
  constructor(name, words) {
    this.words = words;
    this.root = document.createElement("li");
    this.state = document.createElement("small");
    this.bar = document.createElement("progress");
    this.bar.setAttribute("aria-label", name);
    this.pause = button(words.pause);
    this.cancel = button(words.cancel);
    const line = document.createElement("span"), text = document.createElement("span"), title = document.createElement("b");
    line.className = "line";
    text.className = "grow";
    title.textContent = name;
    this.state.textContent = words.sending ?? "";
    text.append(title, this.state, this.bar);
    line.append(text, this.pause, this.cancel);
    this.root.append(line);
  }

  /**
   * @param {number} sent
   * @param {number} size
   */
  progress(sent, size) {
    this.bar.max = size;
    this.bar.value = sent;
    this.state.textContent = `${this.words.sending} · ${Math.floor(sent * 100 / Math.max(1, size))} %`;
  }

  /** @param {import("./upload.js").UploadState} state */
  show(state) {
    const { sending, waiting, checking, paused, goOn, pause } = this.words;
    const text = { sending, waiting, checking, paused }[/** @type {"sending"} */ (state)];
    if (text) this.state.textContent = text;
    this.pause.textContent = (state === "paused" ? goOn : pause) ?? "";
    this.pause.hidden = state === "checking";
  }

  /** @param {string} why */
  fail(why) {
    this.state.textContent = `${this.words.failed}: ${why}`;
    this.bar.remove();
    this.pause.remove();
    this.cancel.addEventListener("click", () => this.root.remove());
  }
}

/** @param {string} [words] */
function button(words) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words ?? "";
  return button;
}

/** @param {string} [words] */
function note(words) {
  const note = document.createElement("p");
  note.className = "why";
  note.setAttribute("role", "alert");
  note.textContent = words ?? "";
  return note;
}

/**
 * @param {number[]} waveform
 * @param {string} label
 */
function drawing(waveform, label) {
  const space = "http://www.w3.org/2000/svg", picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 256 32");
  picture.setAttribute("class", "waveform");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  waveform.forEach((height, place) => {
    const bar = document.createElementNS(space, "rect"), tall = Math.max(1, height / 8);
    for (const [name, value] of Object.entries({ x: place * 4, y: 16 - tall / 2, width: 3, height: tall, rx: 1 })) bar.setAttribute(name, String(value));
    picture.append(bar);
  });
  return picture;
}

/** @param {number} seconds */
function length(seconds) { return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`; }

/** @param {Date} at */
function moment(at) { return `${at.toISOString().slice(0, 10)} ${at.toTimeString().slice(0, 5).replace(":", "-")}`; }
