// @ts-check
import { formToken, onLive } from "../web/live.js";
import { ask, markup } from "./ask.js";
import { refuse } from "./sure.js";

/** News of a part is asked for within so many milliseconds, at a moment of the page's own: a whole school must not ask at once. */
const WITHIN = 3_000;

/** What messages ask of the reader, within them: an announcement's receipt, a poll's answer. Each is fetched for the reader alone. */
export class Parts {
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  #soon = new Map();

  /** @param {HTMLElement} root the log */
  constructor(root) {
    this.root = root;
    this.watch = new MutationObserver(() => this.#fill());
    this.watch.observe(root, { childList: true, subtree: true });
    root.addEventListener("submit", (event) => { if (/** @type {HTMLElement} */ (event.target).closest("[data-part]")) this.#submit(event); });
    this.stops = [
      onLive("messaging.part-changed", ({ path }) => this.#later(path)),
      onLive("live.open", () => { for (const part of this.#all()) this.#later(part.dataset.part ?? ""); }),
    ];
    this.#fill();
  }

  #all() { return /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("[data-part]")); }

  /** A message that has come live has no part yet. */
  #fill() {
    for (const part of this.#all()) {
      if (part.childElementCount > 0 || part.ariaBusy === "true") continue;
      part.ariaBusy = "true";
      this.#later(part.dataset.part ?? "", 300);
    }
  }

  /**
   * @param {string} path
   * @param {number} [within]
   */
  #later(path, within = WITHIN) {
    if (this.#soon.has(path) || !this.#at(path)) return;
    this.#soon.set(path, setTimeout(() => {
      this.#soon.delete(path);
      this.#ask(path).catch(() => { /* no connection: asked for again once there is one */ });
    }, Math.random() * within));
  }

  /** @param {string} path */
  #at(path) { return /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-part="${CSS.escape(path)}"]`)); }

  /** @param {string} path */
  async #ask(path) {
    const html = await markup(path), part = this.#at(path);
    // Who is choosing or writing is not disturbed: what they send brings the part as it stands then.
    if (part && !(part.contains(document.activeElement) && document.activeElement?.matches("input, textarea")) && !part.querySelector("[data-touched]")) this.#show(part, html);
  }

  /**
   * @param {HTMLElement} part
   * @param {string} html
   */
  #show(part, html) {
    part.ariaBusy = null;
    part.innerHTML = html;
    for (const form of part.querySelectorAll("form")) form.addEventListener("input", () => { form.dataset.touched = ""; }, { once: true });
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target), part = /** @type {HTMLElement} */ (form.closest("[data-part]"));
    if (part.ariaBusy === "true") return;
    part.ariaBusy = "true";
    /** @type {Record<string, string | string[]>} */
    const body = {};
    for (const [name, value] of new FormData(form)) {
      if (name.endsWith("[]")) (/** @type {string[]} */ (body[name.slice(0, -2)] ??= [])).push(String(value)); else body[name] = String(value);
    }
    try {
      const headers = { "Content-Type": "application/json", Accept: "application/json", "X-Form-Token": formToken() };
      const { status, isSignedOut, text } = await ask(form.action, { method: "POST", headers, body: JSON.stringify(body) });
      if (status >= 400 || isSignedOut) return refuse(form, status >= 400 ? text : "");
      this.#show(part, text);
    } catch {
      form.submit();
    } finally { part.ariaBusy = null; }
  }

  close() {
    this.watch.disconnect();
    for (const timer of this.#soon.values()) clearTimeout(timer);
    for (const stop of this.stops) stop();
  }
}
