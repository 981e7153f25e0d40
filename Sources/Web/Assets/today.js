// @ts-check
import { onLive, refresh } from "./live.js";

/** However lively the day is, the first screen asks no oftener than this, in milliseconds. */
const pause = 2_000;

/** The first screen moves by itself: whatever news concerns this person may change it. */
export default class Today {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #last = 0;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.stop = onLive("*", () => this.soon());
  }

  soon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#last = Date.now();
      refresh(this.root, this.root.dataset.path ?? "/today");
    }, Math.max(0, this.#last + pause - Date.now()));
  }

  disconnect() {
    clearTimeout(this.#timer);
    this.stop();
  }
}
