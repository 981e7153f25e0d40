// @ts-check
/**
 * How far an upload is. `waiting`: the line is cut and it will go on by itself.
 * @typedef {"ready" | "sending" | "waiting" | "paused" | "checking" | "done" | "refused" | "cancelled"} UploadState
 *
 * What the server says of a file.
 * @typedef {{ file: number, state: string, received: number, name: string, size: number, kind: string | null, width?: number, height?: number,
 *   duration?: number, waveform?: number[], hasPictures: boolean, why?: string }} FileState
 *
 * @typedef {{ onProgress?: (sent: number, size: number) => void, onState?: (state: UploadState) => void, keepsOriginal?: boolean, me?: string,
 *   name?: string }} UploadParts
 */

const FIRST_WAIT = 1_000, LONGEST_WAIT = 30_000, SMALLEST = 64 << 10, LARGEST = 4 << 20, LONG_ENOUGH = 2_000;

/**
 * One file on its way: in pieces, each as large as the line takes in about two seconds; after a break it asks how much has arrived and
 * goes on from there, also after a reload if the same file is given again.
 *
 *     const upload = new Upload(file, { onProgress: (sent, size) => … });
 *     const { file: id } = await upload.start();
 */
export class Upload {
  /** @type {UploadState} */
  state = "ready";
  sent = 0;
  /** Why it was refused, in words. */
  why = "";
  #piece = 256 << 10;
  #failures = 0;
  /** @type {number | undefined} */
  #id;
  /** @type {AbortController | undefined} */
  #request;
  /** Ends a wait early. */
  #wake = () => {};

  /**
   * @param {File | Blob} file
   * @param {UploadParts} [parts]
   */
  constructor(file, parts = {}) {
    const { onProgress = () => {}, onState = () => {}, keepsOriginal = false, me = "", name = "" } = parts;
    this.file = file;
    this.name = name || ("name" in file ? file.name : "file");
    this.onProgress = onProgress;
    this.onState = onState;
    this.keepsOriginal = keepsOriginal;
    // The same name, size and moment of change: the same file. Somebody else at this browser has uploads of their own.
    this.key = `upload:${me}:${this.name}:${file.size}:${"lastModified" in file ? file.lastModified : 0}:${keepsOriginal}`;
  }

  /** The file's number, once the server has given it. */
  get id() { return this.#id; }

  /**
   * Sends the file. Resolves with what it was found to be, or with nothing once it was cancelled.
   * @returns {Promise<FileState | undefined>} rejects with `Refused`
   */
  async start() {
    this.#id = this.#kept();
    this.#wake();
    this.#set("sending");
    globalThis.addEventListener?.("online", this.#kick);
    try {
      for (;;) {
        // A cancel or a pause may have come while anything was waited for.
        if (this.#is("cancelled")) return undefined;
        if (this.#is("paused")) { await this.#sleep(undefined); continue; }
        try {
          const found = await this.#step();
          this.#failures = 0;
          if (found) return found;
        } catch (error) {
          if (error instanceof Refused) { this.#refuse(error); throw error; }
          if (this.#is("cancelled") || this.#is("paused")) continue;
          await this.#rest();
        }
      }
    } finally { globalThis.removeEventListener?.("online", this.#kick); }
  }

  pause() {
    if (!["sending", "waiting"].includes(this.state)) return;
    this.#set("paused");
    this.#request?.abort();
    this.#wake();
  }

  goOn() {
    if (this.state !== "paused") return;
    this.#set("sending");
    this.#wake();
  }

  /** Gives up; what has arrived is deleted there. */
  async cancel() {
    if (["done", "refused", "cancelled"].includes(this.state)) return;
    this.#set("cancelled");
    this.#request?.abort();
    this.#wake();
    const id = this.#id;
    this.#forget();
    if (id !== undefined) await this.#ask("DELETE", `/files/uploads/${id}`).catch(() => { /* it goes by itself after a day */ });
  }

  /**
   * The next thing to do; answers with the file once it is ready.
   * @returns {Promise<FileState | undefined>}
   */
  async #step() {
    if (this.#id === undefined) return this.#begin();
    if (this.#failures > 0 || this.state === "ready" || this.#isResumed) { this.#isResumed = false; if (!await this.#find()) return undefined; }
    if (this.sent < this.file.size) {
      if (this.state !== "sending") this.#set("sending");
      return this.#send();
    }
    return this.#look();
  }
  #isResumed = false;

  async #begin() {
    const body = JSON.stringify({ name: this.name, size: this.file.size, keepsOriginal: this.keepsOriginal });
    const answer = await this.#ask("POST", "/files", body, { "Content-Type": "application/json" });
    await this.#check(answer);
    this.#id = (await answer.json()).upload;
    this.#tell(0);
    try { localStorage.setItem(this.key, String(this.#id)); } catch { /* no storage: it lives as long as the page */ }
    return undefined;
  }

  /** Asks how much has arrived. `false`: it is not there any more, and begins anew. */
  async #find() {
    const answer = await this.#ask("HEAD", `/files/uploads/${this.#id}`);
    if (answer.status === 404) { this.#forget(); return false; }
    await this.#check(answer);
    this.#tell(Number(answer.headers.get("Upload-Offset") ?? 0));
    return true;
  }

  async #send() {
    const piece = this.file.slice(this.sent, this.sent + this.#piece), began = Date.now(), offset = String(this.sent);
    const answer = await this.#ask("PATCH", `/files/uploads/${this.#id}`, piece, { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" });
    if (answer.status === 409 || answer.status === 404) {
      // Another tab is sending it, or an earlier request of ours has come further than we heard.
      if (answer.status === 409) await this.#sleep(FIRST_WAIT * (0.5 + Math.random()));
      this.#isResumed = true;
      return undefined;
    }
    await this.#check(answer);
    const took = Date.now() - began;
    if (piece.size === this.#piece) this.#piece = Math.min(LARGEST, Math.max(SMALLEST, took < LONG_ENOUGH / 2 ? this.#piece * 2 : took > LONG_ENOUGH * 2 ? this.#piece / 2 : this.#piece));
    const found = await answer.json();
    this.#tell(found.received);
    return this.#end(found);
  }

  /** All has arrived: is it ready? */
  async #look() {
    this.#set("checking");
    const answer = await this.#ask("GET", `/files/${this.#id}/state`);
    await this.#check(answer);
    const found = this.#end(await answer.json());
    if (!found) await this.#sleep(Math.min(FIRST_WAIT * 1.5 ** this.#looks++, 10_000));
    return found;
  }
  #looks = 0;

  /** @param {FileState} found */
  #end(found) {
    if (found.state === "refused") throw new Refused(found.why ?? "");
    if (found.state !== "ready") return undefined;
    this.#forget();
    this.#set("done");
    return found;
  }

  /** After a failure of the line: later each time, at once when the browser is back on line. */
  async #rest() {
    this.#failures += 1;
    this.#set("waiting");
    await this.#sleep(Math.min(FIRST_WAIT * 2 ** (this.#failures - 1), LONGEST_WAIT) * (0.75 + Math.random() / 2));
    if (this.#is("waiting")) this.#set("sending");
  }

  /**
   * What the server refuses will not be better for being sent again; its own troubles and a broken line will.
   * @param {Response} answer
   */
  async #check(answer) {
    if (answer.ok) return;
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) throw new Error(`${answer.status}`);
    const problem = await answer.json().catch(() => ({}));
    throw new Refused(problem.title ?? "");
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {BodyInit} [body]
   * @param {Record<string, string>} [headers]
   */
  async #ask(method, path, body, headers = {}) {
    const request = method === "DELETE" ? undefined : this.#request = new AbortController();
    return fetch(path, {
      method, body, signal: request?.signal, headers: { Accept: "application/json", "X-Form-Token": document.body.dataset.formToken ?? "", ...headers },
    });
  }

  /** @param {number | undefined} wait milliseconds; none: until woken */
  async #sleep(wait) {
    await /** @type {Promise<void>} */ (new Promise((done) => {
      const timer = wait === undefined ? undefined : setTimeout(done, wait);
      this.#wake = () => { clearTimeout(timer); done(); };
    }));
  }
  #kick = () => this.#wake();

  #kept() {
    let id = Number.NaN;
    try { id = Number(localStorage.getItem(this.key) ?? Number.NaN); } catch { /* no storage: nothing was kept */ }
    this.#isResumed = Number.isInteger(id);
    return Number.isInteger(id) ? id : undefined;
  }

  #forget() {
    this.#id = undefined;
    this.#tell(0, true);
    try { localStorage.removeItem(this.key); } catch { /* no storage: nothing to forget */ }
  }

  /** @param {Refused} refusal */
  #refuse(refusal) {
    this.why = refusal.message;
    this.#forget();
    this.#set("refused");
  }

  /**
   * @param {number} sent
   * @param {boolean} [isQuiet]
   */
  #tell(sent, isQuiet = false) {
    this.sent = sent;
    if (!isQuiet) this.onProgress(sent, this.file.size);
  }

  /**
   * Another task may have changed it.
   * @param {UploadState} state
   * @returns {boolean}
   */
  #is(state) { return this.state === state; }

  /** @param {UploadState} state */
  #set(state) {
    if (this.state === state) return;
    this.state = state;
    this.onState(state);
  }
}

/** The server does not take the file; the message says why, for people. */
export class Refused extends Error {}
