// @ts-check
import { LONGEST, Recorder } from "../files/record.js";
import { button, words } from "./attachments.js";

/** A voice message: recorded in the place where one writes, heard before it is sent, or thrown away. */
export class Voice {
  /** @type {Recorder | undefined} */
  #recorder;
  /** @type {string | undefined} */
  #address;

  /**
   * @param {HTMLFormElement} form
   * @param {(file: { blob: Blob, name: string }) => void} send
   */
  constructor(form, send) {
    this.form = form;
    this.send = send;
    this.words = words(form);
    this.panel = Object.assign(document.createElement("div"), { className: "recording", hidden: true });
    this.panel.setAttribute("role", "group");
    form.append(this.panel);
  }

  async begin() {
    if (this.#recorder) return;
    const level = document.createElement("meter"), clock = Object.assign(document.createElement("span"), { textContent: "0:00" });
    level.max = 1;
    level.setAttribute("aria-label", this.words.level ?? "");
    clock.setAttribute("role", "timer");
    try {
      this.#recorder = await Recorder.begin({ onLevel: (now, seconds) => { level.value = now; clock.textContent = length(seconds); }, onFull: () => this.#offer() });
    } catch {
      const note = Object.assign(document.createElement("p"), { className: "why", textContent: this.words.noMicrophone ?? "" });
      note.setAttribute("role", "alert");
      return this.#show(note, this.#discard());
    }
    const stop = button("■", this.words.stop);
    stop.addEventListener("click", () => this.#offer());
    this.#show(this.#discard(), Object.assign(document.createElement("i"), { className: "dot" }), clock, level, stop);
    stop.focus();
  }

  #discard() {
    const discard = button("×", this.words.discard);
    discard.className = "off";
    discard.addEventListener("click", () => this.close());
    return discard;
  }

  /** What was recorded, to be heard before it is sent. */
  async #offer() {
    const recorder = this.#recorder;
    this.#recorder = undefined;
    if (!recorder) return;
    const { blob, waveform, seconds, ending } = await recorder.stop();
    const player = document.createElement("audio"), heard = document.createElement("figure"), send = button("", this.words.sendVoice), said = Object.assign(document.createElement("span"), { className: "away", textContent: this.words.recorded ?? "" });
    this.#address = URL.createObjectURL(blob);
    player.controls = true;
    player.src = this.#address;
    player.setAttribute("aria-label", this.words.voice ?? "");
    said.setAttribute("role", "status");
    send.className = "chief";
    send.append(...[...this.form.querySelector("button.chief")?.childNodes ?? []].map((node) => node.cloneNode(true)));
    send.addEventListener("click", () => {
      this.close();
      // Its moment tells it from another of the same length, should one of them have been cut off.
      const name = `${this.words.voice}.${ending}`;
      this.send({ blob: new File([blob], name, { type: blob.type, lastModified: Date.now() }), name });
    });
    heard.className = "sound";
    heard.dataset.milliseconds = String(1000 * Math.min(LONGEST, seconds));
    heard.dataset.island = "messaging/sound";
    heard.append(shape(waveform), player);
    this.#show(said, this.#discard(), heard, send);
    send.focus();
  }

  /** @param {Node[]} nodes */
  #show(...nodes) {
    this.panel.replaceChildren(...nodes);
    this.panel.hidden = false;
    this.form.classList.add("records");
  }

  /** Nothing of it is kept. */
  close() {
    this.#recorder?.cancel();
    this.#recorder = undefined;
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = undefined;
    this.panel.replaceChildren();
    this.panel.hidden = true;
    this.form.classList.remove("records");
    /** @type {HTMLElement | null} */ (this.form.querySelector(".voice:not([hidden])"))?.focus();
  }
}

/**
 * As the server draws it.
 * @param {number[]} heights
 */
function shape(heights) {
  const space = "http://www.w3.org/2000/svg", picture = document.createElementNS(space, "svg"), path = document.createElementNS(space, "path");
  picture.setAttribute("viewBox", `0 0 ${heights.length * 4} 32`);
  picture.setAttribute("preserveAspectRatio", "none");
  picture.setAttribute("class", "shape");
  picture.setAttribute("aria-hidden", "true");
  path.setAttribute("d", heights.map((height, place) => {
    const tall = Math.max(1, Math.floor(height * 28 / 255));
    return `M${place * 4 + 2} ${16 - Math.floor(tall / 2)}v${tall}`;
  }).join(""));
  picture.append(path);
  return picture;
}

/** @param {number} seconds */
function length(seconds) { return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`; }
