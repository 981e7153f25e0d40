// @ts-check
import { formToken } from "../web/live.js";

/** A writer says so at most so often, and is shown as writing for so long, in milliseconds. */
const EVERY = 4_000, SHOWN = 6_000;

/** Says to the others that the reader is writing, and shows who else is. */
export class Typing {
  #said = -Infinity;
  /** @type {Map<string, { name: string, until: number }>} */
  #writers = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement | null} place
   * @param {string} path the chat
   * @param {string} me
   */
  constructor(place, path, me) {
    this.place = place;
    this.path = path;
    this.me = me;
  }

  /** The reader has pressed a key. */
  note() {
    if (performance.now() - this.#said < EVERY) return;
    this.#said = performance.now();
    fetch(`${this.path}/typing`, { method: "POST", headers: { "Content-Type": "application/json", "X-Form-Token": formToken() }, body: "{}" }).catch(() => {});
  }

  /** What was written is sent: the next key is news again. */
  sent() { this.#said = -Infinity; }

  /** @param {{ person: number, name: string } | undefined} writer */
  hear(writer) {
    if (!writer || String(writer.person) === this.me) return;
    this.#writers.set(String(writer.person), { name: writer.name, until: performance.now() + SHOWN });
    this.#show();
  }

  /**
   * A message of theirs is here.
   * @param {string} person
   */
  stop(person) { if (this.#writers.delete(person)) this.#show(); }

  #show() {
    const now = performance.now();
    for (const [person, { until }] of this.#writers) if (until <= now) this.#writers.delete(person);
    const names = [...this.#writers.values()].map(({ name }) => name);
    if (this.place) {
      this.place.hidden = names.length === 0;
      this.place.textContent = names.length === 0 ? "" : `${names.slice(0, 3).join(", ")}${names.length > 3 ? "…" : ""} ${this.place.dataset.words ?? ""}`;
    }
    clearTimeout(this.#timer);
    if (names.length > 0) this.#timer = setTimeout(() => this.#show(), Math.min(...[...this.#writers.values()].map(({ until }) => until)) - now + 50);
  }

  close() { clearTimeout(this.#timer); }
}
