// @ts-check
/**
 * What stands in a place of the journal: a mark, a code of absence, a text, or nothing.
 * @typedef {number | string | null} Standing
 */
/** @typedef {{ kind: "saved", answer: any } | { kind: "later", words?: string } | { kind: "refused", type: string, words: string }} Result */
/** @typedef {(cell: string, value: Standing, expecting: Standing | undefined, isLeaving: boolean) => Promise<Result>} Send */
/** @typedef {"saved" | "saving" | "failed"} State */

/**
 * A change on its way. `base` stood there when it was first typed, `sent` may have arrived already, `expecting` are the
 * values one of which must stand there, or the change is refused.
 * @typedef {{ cell: string, value: Standing, base: Standing, sent: Standing[], expecting?: Standing[], isSending: boolean, isReady: boolean, timer?: any }} Change
 */

/**
 * Changes on their way to the server. Each place has one at most, its last; those of one pupil go one after another.
 * What has not arrived is kept in the browser's storage: neither a reload nor a crash on either side loses it, and since
 * a change says "set to this", sending it twice does no harm.
 */
export class SaveQueue {
  /** @type {Map<string, Change>} */
  changes = new Map();
  /** How many changes have come to an end: what was asked before that may be older than what was saved since. */
  finished = 0;
  #failures = 0;
  /** @type {any} */
  #retry = undefined;
  #isLeaving = false;

  /**
   * @param {{ storage: Storage, prefix: string, send: Send, show(state: State, words?: string): void,
   *   saved(cell: string, value: Standing, answer: any): void, refused(cell: string, value: Standing, words: string): void }} parts
   * `prefix` names the person: what one has typed nobody else sends.
   */
  constructor(parts) {
    this.parts = parts;
    this.key = `${parts.prefix}${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  }

  get isUnsaved() { return this.changes.size > 0; }
  /** @param {string} cell */
  has(cell) { return this.changes.has(cell); }

  /**
   * @param {string} cell @param {Standing} value @param {Standing} base what the server is known to have there
   * @param {{ wait?: number, expecting?: Standing }} how `wait` milliseconds for more to be typed; `expecting` what must stand there (an undo)
   */
  put(cell, value, base, { wait = 0, expecting } = {}) {
    const known = this.changes.get(cell);
    const isUntold = known !== undefined && known.sent.length === 0;
    if (isUntold && value === known.base) { this.#forget(known); return; }
    if (!known && value === base) return;
    const change = known ?? { cell, value, base, sent: [], isSending: false, isReady: false };
    // What the server has never been told cannot stand there.
    if (!isUntold) change.expecting = expecting === undefined ? undefined : [expecting];
    change.value = value;
    change.isReady = wait === 0;
    clearTimeout(change.timer);
    if (wait > 0) change.timer = setTimeout(() => { change.isReady = true; this.#pump(); }, wait);
    // The last change of a pupil's line goes last.
    this.changes.delete(cell);
    this.changes.set(cell, change);
    this.#keep();
    this.#pump();
  }

  /**
   * Takes up what an earlier page could not send.
   * @returns {{ cell: string, value: Standing }[]}
   */
  restore() {
    const { storage, prefix } = this.parts;
    for (const key of Object.keys(storage).filter((each) => each.startsWith(prefix) && each !== this.key)) {
      for (const { cell, value, base, sent } of read(storage, key)) {
        const expecting = [base, ...sent.filter((each) => each !== value && each !== base)];
        if (!this.changes.has(cell)) this.changes.set(cell, { cell, value, base, sent, expecting, isSending: false, isReady: true });
      }
      storage.removeItem(key);
    }
    this.#keep();
    this.#pump();
    return [...this.changes.values()].map(({ cell, value }) => ({ cell, value }));
  }

  /** Nothing waits any longer for more to be typed. */
  flush({ isLeaving = false } = {}) {
    this.#isLeaving = isLeaving;
    for (const change of this.changes.values()) { clearTimeout(change.timer); change.isReady = true; }
    this.#pump();
  }

  /** The connection is back. */
  retryNow() {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#pump();
  }

  #pump() {
    this.#show();
    if (this.#retry !== undefined) return;
    const busy = new Set([...this.changes.values()].filter((each) => each.isSending).map((each) => lane(each.cell)));
    for (const change of [...this.changes.values()]) {
      if (change.isSending || !change.isReady || busy.has(lane(change.cell))) continue;
      busy.add(lane(change.cell));
      this.#send(change);
    }
  }

  /** @param {Change} change */
  async #send(change) {
    const { cell, value } = change;
    change.isSending = true;
    change.sent = [...change.sent.filter((each) => each !== value), value].slice(-3);
    this.#keep();
    const result = await this.parts.send(cell, value, change.expecting?.[0], this.#isLeaving);
    change.isSending = false;
    if (result.kind === "later") this.#later(result.words);
    else { this.#failures = 0; this.finished += 1; this.#end(change, value, result); }
    this.#keep();
    this.#pump();
  }

  /** @param {Change} change @param {Standing} value @param {Exclude<Result, { kind: "later" }>} result */
  #end(change, value, result) {
    if (result.kind === "refused" && result.type === "journal.changed-since" && change.expecting && change.expecting.length > 1) {
      change.expecting.shift();
      return;
    }
    const isLast = change.value === value;
    if (isLast) this.changes.delete(change.cell);
    // More was typed meanwhile: it goes on from here.
    else { change.sent = []; if (result.kind === "saved") change.base = value; }
    if (result.kind === "saved") this.parts.saved(change.cell, value, result.answer);
    else if (isLast) this.parts.refused(change.cell, value, result.words);
  }

  /** @param {string | undefined} words */
  #later(words) {
    this.#failures += 1;
    this.words = words;
    clearTimeout(this.#retry);
    const wait = Math.min(500 * 2 ** this.#failures, 15_000) * (0.75 + Math.random() / 2);
    this.#retry = setTimeout(() => this.retryNow(), wait);
  }

  /** @param {Change} change */
  #forget(change) {
    clearTimeout(change.timer);
    this.changes.delete(change.cell);
    this.#keep();
    this.#show();
  }

  #show() {
    const state = !this.isUnsaved ? "saved" : this.#failures > 0 ? "failed" : "saving";
    this.parts.show(state, state === "failed" ? this.words : undefined);
  }

  #keep() {
    const unsaved = [...this.changes.values()].map(({ cell, value, base, sent }) => ({ cell, value, base, sent }));
    try {
      if (unsaved.length > 0) this.parts.storage.setItem(this.key, JSON.stringify(unsaved));
      else this.parts.storage.removeItem(this.key);
    } catch { /* no room or no leave to store: the page itself still holds them */ }
  }
}

/**
 * Changes of one line are told in their order: a mark is removed before the pupil is noted as away.
 * @param {string} cell
 */
const lane = (cell) => cell.slice(0, cell.lastIndexOf("/"));

/** @param {Storage} storage @param {string} key @returns {{ cell: string, value: Standing, base: Standing, sent: Standing[] }[]} */
function read(storage, key) {
  try { return JSON.parse(storage.getItem(key) ?? "[]"); } catch { return []; }
}
