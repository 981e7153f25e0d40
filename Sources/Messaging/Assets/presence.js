// @ts-check
/** @typedef {import("../web/live.js").LiveEvent} LiveEvent */
import { formToken, onLive } from "../web/live.js";

/** A reader says so often that they are there, and is shown as there for so long, in milliseconds. */
const EVERY = 60_000, SHOWN = 90_000;
/** Who hears of the other answers, unless they have just said it themselves. */
const JUST = 5_000, SOON = 3_000;

/** In a talk of two: says to the other's page that this one is looked at, and shows whether the other's is. */
export default class Presence {
  #said = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.path = root.dataset.path ?? "";
    this.stops = [
      onLive("messaging.here", (event) => this.hear(event)), onLive("messaging.posted", (event) => this.posted(event)), onLive("live.open", () => this.say()),
    ];
    this.beat = setInterval(() => this.say(), EVERY);
    this.shown = () => this.say();
    document.addEventListener("visibilitychange", this.shown);
    // What is answered before the line is open would not be heard: the opening says it first.
    this.first = setTimeout(() => this.say(), SOON);
  }

  say() {
    if (document.visibilityState !== "visible") return;
    this.#said = performance.now();
    fetch(`${this.path}/here`, { method: "POST", headers: { "Content-Type": "application/json", "X-Form-Token": formToken() }, body: "{}" }).catch(() => {});
  }

  /** @param {LiveEvent} event */
  hear({ path }) {
    if (path !== this.path) return;
    this.#show();
    // Whoever has just come is answered at once; an answer is not answered.
    if (performance.now() - this.#said > JUST) this.say();
  }

  /**
   * Who writes is there.
   * @param {LiveEvent} event
   */
  posted({ path, payload }) {
    if (path === this.path && payload && String(payload.author) !== this.root.dataset.me) this.#show();
  }

  #show() {
    this.root.textContent = ` · ${this.root.dataset.here ?? ""}`;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.root.textContent = ` · ${this.root.dataset.lately ?? ""}`; }, SHOWN);
  }

  disconnect() {
    clearTimeout(this.#timer);
    clearTimeout(this.first);
    clearInterval(this.beat);
    document.removeEventListener("visibilitychange", this.shown);
    for (const stop of this.stops) stop();
  }
}
