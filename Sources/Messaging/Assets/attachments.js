// @ts-check
import { Refused, Upload } from "../files/upload.js";

/** @typedef {{ id: number, name: string }} ReadyFile a file that the server has, for a message */
/** @typedef {{ largest: number, kinds: string[], tooLarge: string, otherKind: string, program: string, empty: string }} Limits */

const PROGRAMS = /\.(exe|msi|bat|cmd|com|scr|ps1|sh|apk|jar|vbs|js|dll|deb|rpm|dmg)$/i;

/** The files of the message that is being written, each as a line with how far it is. What has arrived survives a reload. */
export class Tray {
  /** @type {Chip[]} */
  #chips = [];

  /**
   * @param {HTMLFormElement} form
   * @param {{ key: string, me: string, changed: () => void }} parts `key` is where files that have arrived are noted
   */
  constructor(form, { key, me, changed }) {
    this.key = key;
    this.me = me;
    this.changed = changed;
    this.words = words(form);
    this.root = Object.assign(document.createElement("ul"), { className: "chips", ariaLabel: this.words.chosen ?? "" });
    this.root.setAttribute("aria-live", "polite");
    this.root.hidden = true;
    form.prepend(this.root);
    for (const file of this.#kept()) this.#append(new Chip(file.name, this.words, () => this.#remove(chipOf(this.#chips, file.id)), file.id));
  }

  get isEmpty() { return this.#chips.length === 0; }
  get isBusy() { return this.#chips.some((chip) => chip.state === "sending"); }
  get hasFailed() { return this.#chips.some((chip) => chip.state === "failed"); }
  /** @returns {ReadyFile[]} */
  get files() { return this.#chips.filter((chip) => chip.id !== undefined).map((chip) => ({ id: /** @type {number} */ (chip.id), name: chip.name })); }

  /**
   * Begins to send them. What the server would not take is said at once.
   * @param {Iterable<{ blob: File | Blob, name: string }>} files
   */
  async add(files) {
    const chosen = [...files], limits = await this.#limits();
    for (const { blob, name } of chosen) {
      /** @type {Chip} */
      const chip = new Chip(name, this.words, () => this.#remove(chip));
      const why = this.#chips.length >= Number(this.words.most) ? this.words.tooMany : refusal(blob, name, limits);
      this.#append(chip);
      chip.picture(blob);
      if (why) chip.fail(why, false); else this.#send(chip, blob);
    }
  }

  /** @param {Chip} chip @param {File | Blob} blob */
  async #send(chip, blob) {
    const upload = new Upload(blob, { name: chip.name, me: this.me, onProgress: (sent, size) => chip.progress(sent, size), onState: (state) => chip.show(state) });
    chip.upload = upload;
    chip.again = () => { this.#send(chip, blob); this.#tell(); };
    chip.begin();
    try {
      const found = await upload.start();
      if (found) chip.end(found.file, found.name);
    } catch (error) {
      // What the server refuses it would refuse again; whatever else has gone wrong may go well the next time.
      chip.fail(error instanceof Refused ? error.message : "", !(error instanceof Refused && error.message));
    }
    this.#tell();
  }

  /**
   * Off the message; what has arrived of it is given up.
   * @param {Chip | undefined} chip
   */
  #remove(chip) {
    if (!chip) return;
    chip.upload?.cancel();
    const next = this.#chips[this.#chips.indexOf(chip) + 1] ?? this.#chips.at(-2);
    this.#chips = this.#chips.filter((each) => each !== chip);
    chip.root.remove();
    next?.off.focus();
    this.#tell();
  }

  /** The message has them now. */
  clear() {
    for (const chip of this.#chips) chip.root.remove();
    this.#chips = [];
    this.#tell();
  }

  /** To what keeps the message from being sent. */
  focusFailed() { this.#chips.find((chip) => chip.state === "failed")?.off.focus(); }

  /** @param {Chip} chip */
  #append(chip) {
    this.#chips.push(chip);
    this.root.append(chip.root);
    this.#tell();
  }

  #tell() {
    this.root.hidden = this.isEmpty;
    try {
      if (this.files.length > 0) localStorage.setItem(this.key, JSON.stringify(this.files)); else localStorage.removeItem(this.key);
    } catch { /* no storage: they live as long as the page */ }
    this.changed();
  }

  /** @returns {ReadyFile[]} */
  #kept() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? "[]");
      return Array.isArray(kept) ? kept : [];
    } catch { return []; }
  }

  /** @type {Promise<Limits | undefined> | undefined} */
  #asked;
  /** Without a connection nothing is known: then the server says it. */
  #limits() {
    return this.#asked ??= fetch("/files/limits").then((answer) => answer.ok ? answer.json() : undefined).catch(() => { this.#asked = undefined; return undefined; });
  }

  close() { for (const chip of this.#chips) chip.upload?.pause(); }
}

/** @param {Chip[]} chips @param {number} id */
function chipOf(chips, id) { return chips.find((chip) => chip.id === id); }

/**
 * Why it is not taken, as far as its name and size say.
 * @param {File | Blob} blob @param {string} name @param {Limits | undefined} limits
 */
function refusal(blob, name, limits) {
  if (!limits) return "";
  if (blob.size === 0) return limits.empty;
  if (blob.size > limits.largest) return limits.tooLarge;
  if (PROGRAMS.test(name) && !limits.kinds.includes("code")) return limits.program;
  const kind = { image: "photo", video: "video", audio: "audio" }[/** @type {"image"} */ (blob.type.split("/")[0])];
  return kind && !limits.kinds.includes(kind) ? limits.otherKind : "";
}

/** One file: a small picture or its ending, its name, how far it is, and the ways to try again and to take it off. */
class Chip {
  /** @type {"sending" | "ready" | "failed"} */
  state = "sending";
  /** @type {Upload | undefined} */
  upload;
  again = () => {};

  /**
   * @param {string} name
   * @param {DOMStringMap} words
   * @param {() => void} remove
   * @param {number} [id] of a file that has arrived before
   */
  constructor(name, words, remove, id) {
    this.name = name;
    this.words = words;
    this.id = id;
    this.root = Object.assign(document.createElement("li"), { className: "chip" });
    this.sign = Object.assign(document.createElement("span"), { className: "ending", textContent: (name.match(/\.(\w{1,4})$/)?.[1] ?? "").toUpperCase() });
    this.sign.ariaHidden = "true";
    this.title = Object.assign(document.createElement("b"), { textContent: name });
    this.note = document.createElement("small");
    this.bar = document.createElement("progress");
    this.bar.setAttribute("aria-label", name);
    this.retry = button(words.again, `${words.again}: ${name}`);
    this.retry.className = "link small";
    this.retry.hidden = true;
    this.retry.addEventListener("click", () => { this.again(); this.off.focus(); });
    this.off = button("×", `${words.takeOff}: ${name}`);
    this.off.className = "off";
    this.off.addEventListener("click", remove);
    const text = Object.assign(document.createElement("span"), { className: "grow" });
    text.append(this.title, this.note, this.bar);
    this.root.append(this.sign, text, this.retry, this.off);
    if (id === undefined) this.begin(); else this.end(id, name);
  }

  begin() {
    this.#set("sending", this.words.sending);
    this.bar.hidden = false;
    this.retry.hidden = true;
  }

  /**
   * A picture is drawn from the file itself: it is seen before it has gone.
   * @param {File | Blob} blob
   */
  async picture(blob) {
    if (!blob.type.startsWith("image/")) return;
    try {
      const image = await createImageBitmap(blob), side = 88, scale = side / Math.min(image.width, image.height);
      const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side, className: "ending" });
      canvas.getContext("2d")?.drawImage(image, (side - image.width * scale) / 2, (side - image.height * scale) / 2, image.width * scale, image.height * scale);
      image.close();
      this.sign.replaceWith(canvas);
    } catch { /* of a kind this browser does not draw */ }
  }

  /** @param {number} sent @param {number} size */
  progress(sent, size) {
    this.bar.max = size;
    this.bar.value = sent;
    if (this.state === "sending") this.note.textContent = `${this.words.sending} · ${Math.floor(sent * 100 / Math.max(1, size))} %`;
  }

  /** @param {import("../files/upload.js").UploadState} state */
  show(state) {
    const { sending, waiting, checking } = this.words;
    const text = { sending, waiting, checking }[/** @type {"sending"} */ (state)];
    if (text) this.note.textContent = text;
  }

  /** @param {number} id @param {string} name as the server calls it */
  end(id, name) {
    this.id = id;
    this.name = name;
    this.title.textContent = name;
    this.bar.hidden = true;
    this.#set("ready", this.words.ready);
  }

  /** @param {string} why @param {boolean} mayTry */
  fail(why, mayTry) {
    this.bar.hidden = true;
    this.retry.hidden = !mayTry;
    this.#set("failed", why || this.words.failed);
  }

  /** @param {"sending" | "ready" | "failed"} state @param {string | undefined} words */
  #set(state, words) {
    this.state = state;
    this.root.dataset.state = state;
    this.note.textContent = words ?? "";
  }
}

/** @param {string | undefined} words @param {string} [name] read aloud, where the words are not enough */
export function button(words, name) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: words ?? "" });
  if (name) button.setAttribute("aria-label", name);
  return button;
}

/**
 * What the page says for its scripts.
 * @param {HTMLFormElement} form
 */
export function words(form) { return /** @type {HTMLTemplateElement} */ (form.querySelector("template[data-attaching]")).dataset; }
