// @ts-check
/**
 * What waits to be sent. With `why` the server has refused it, and it waits for its author to decide.
 * @typedef {{ clientID: string, body: string, reply?: number, files?: { id: number, name: string }[], sure?: boolean, why?: string }} Item
 *
 * Resolves without a value once the server has the message, with `why` if it refused; rejects if that is not known.
 * @typedef {(item: Item) => Promise<{ why: string } | void>} Send
 */

const FIRST_WAIT = 1_000, LONGEST_WAIT = 30_000;

/**
 * Messages on their way to the server, kept until it has answered: through a reload, a crash, a day without a connection.
 * They go one at a time, in their order, each under one name however often it is tried, so the server posts it once.
 * A refusal stops only the message that was refused.
 */
export class Outbox {
  /** Why nothing goes just now, in words for the author; empty where there is nothing to say. */
  trouble = "";
  /**
   * All there is, once the browser has refused to keep it.
   * @type {Item[] | undefined}
   */
  #memory;
  #isBusy = false;
  #failures = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #stop = () => {};

  /** @param {{ key: string, send: Send, changed?: () => void }} parts */
  constructor({ key, send, changed = () => {} }) {
    this.key = key;
    this.send = send;
    this.changed = changed;
    // Another tab of the same chat works on the same list.
    const heard = (/** @type {StorageEvent} */ event) => { if (event.key === key) this.changed(); };
    const kick = () => this.kick();
    globalThis.addEventListener?.("storage", heard);
    globalThis.addEventListener?.("online", kick);
    this.#stop = () => { globalThis.removeEventListener?.("storage", heard); globalThis.removeEventListener?.("online", kick); };
  }

  /** @returns {Item[]} the oldest first */
  get items() {
    if (this.#memory) return this.#memory;
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? "[]");
      return Array.isArray(kept) ? kept : [];
    } catch { return []; }
  }

  /**
   * @param {string} body
   * @param {number} [reply] the number of the message it answers
   * @param {{ id: number, name: string }[]} [files] that the server has already
   * @returns {Item}
   */
  add(body, reply, files = []) {
    const item = { clientID: newName(), body, ...(reply ? { reply } : {}), ...(files.length > 0 ? { files } : {}) };
    this.#keep([...this.items, item]);
    this.kick();
    return item;
  }

  /**
   * The author wants it tried again, and is sure of the words if the server asked about them.
   * @param {string} clientID
   */
  retry(clientID) {
    this.#keep(this.items.map((item) => item.clientID === clientID ? { ...item, sure: true, why: undefined } : item));
    this.kick();
  }

  /**
   * The server has it, or the author no longer wants it.
   * @param {string} clientID
   */
  drop(clientID) {
    if (this.items.some((item) => item.clientID === clientID)) this.#keep(this.items.filter((item) => item.clientID !== clientID));
  }

  /** Sends what waits, now: there is something new, or the connection is back. */
  kick() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#isBusy ? undefined : this.#work();
  }

  async #work() {
    this.#isBusy = true;
    try {
      for (let item = this.#next(); item; item = this.#next()) {
        const verdict = await this.send(item);
        this.#failures = 0;
        this.trouble = "";
        if (verdict) this.#refused(item.clientID, verdict.why); else this.drop(item.clientID);
      }
    } catch (error) {
      this.#failures += 1;
      this.trouble = error instanceof Trouble ? error.message : "";
      const wait = Math.min(FIRST_WAIT * 2 ** (this.#failures - 1), LONGEST_WAIT);
      this.#timer = setTimeout(() => this.kick(), wait * (0.75 + Math.random() / 2));
      this.changed();
    } finally { this.#isBusy = false; }
  }

  #next() { return this.items.find((item) => item.why === undefined); }

  /**
   * @param {string} clientID
   * @param {string} why
   */
  #refused(clientID, why) { this.#keep(this.items.map((item) => item.clientID === clientID ? { ...item, why } : item)); }

  /** @param {Item[]} items */
  #keep(items) {
    try {
      if (items.length > 0) localStorage.setItem(this.key, JSON.stringify(items)); else localStorage.removeItem(this.key);
      this.#memory = undefined;
    } catch { this.#memory = items; /* full or forbidden: it lives as long as the page */ }
    this.changed();
  }

  close() { clearTimeout(this.#timer); this.#stop(); }
}

/** Why sending does not work at all just now, in words for the author. */
export class Trouble extends Error {}

/** 128 random bits; `randomUUID` is missing where a school's server is reached without TLS. */
function newName() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
