// @ts-check
import { onLive, refresh } from "../web/live.js";

/** The list is asked for at most so often, in milliseconds: a lively chat must not make every reader ask at each message. */
const PAUSE = 3_000;

/** The list of chats moves by itself. */
export default class Chats {
  #asked = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.stops = ["messaging.posted", "messaging.read", "messaging.chats", "messaging.part-changed", "messaging.reminded", "live.open"].map((name) => onLive(name, () => this.#soon()));
  }

  #soon() {
    const wait = this.#asked + PAUSE - performance.now();
    if (wait <= 0) return this.#ask();
    this.#timer ??= setTimeout(() => this.#ask(), wait * (1 + Math.random() / 2));
  }

  #ask() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asked = performance.now();
    refresh(this.root, this.root.dataset.path ?? "/chats/list");
  }

  disconnect() {
    clearTimeout(this.#timer);
    for (const stop of this.stops) stop();
  }
}
