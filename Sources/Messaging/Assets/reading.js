// @ts-check
import { formToken } from "../web/live.js";

/** Reports come at most so often, in milliseconds. */
const PAUSE = 800;

/** Tells the server up to where the thread has been read: what has been in view while the page was in front. */
export class Reading {
  #seen = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} log
   * @param {string} path
   * @param {number} read up to where the server knows already
   */
  constructor(log, path, read) {
    this.path = path;
    this.read = read;
    this.eye = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) this.#see(/** @type {HTMLElement} */ (target));
    }, { root: log });
    this.front = () => this.#soon();
    document.addEventListener("visibilitychange", this.front);
  }

  /** @param {HTMLElement} line */
  watch(line) { if (Number(line.dataset.seq) > this.read) this.eye.observe(line); }

  /** @param {HTMLElement} line */
  #see(line) {
    this.#seen = Math.max(this.#seen, Number(line.dataset.seq));
    this.eye.unobserve(line);
    this.#soon();
  }

  #soon() {
    if (this.#timer || this.#seen <= this.read || document.visibilityState !== "visible") return;
    this.#timer = setTimeout(() => this.#report(), PAUSE);
  }

  async #report() {
    const seq = this.#seen;
    try {
      const answer = await fetch(`${this.path}/read`, {
        method: "POST", headers: { "Content-Type": "application/json", "X-Form-Token": formToken() }, body: JSON.stringify({ seq }), keepalive: true,
      });
      if (answer.ok) this.read = Math.max(this.read, seq);
    } catch { /* with the next message, or when the page comes to the front again */ }
    this.#timer = undefined;
    if (this.read >= seq) this.#soon();
  }

  close() {
    this.eye.disconnect();
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.front);
  }
}
