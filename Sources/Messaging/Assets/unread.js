// @ts-check
/** @typedef {import("../web/live.js").LiveEvent} LiveEvent */
import { onLive } from "../web/live.js";

/**
 * The number of unread messages beside the place «Чаты», on every page. What comes is counted here; the server is asked when the
 * line opens and when something was read.
 */
export default class Unread {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.stops = [
      onLive("messaging.posted", (event) => this.hear(event)), onLive("messaging.read", () => this.#soon(300)), onLive("live.open", () => this.#soon(0)),
    ];
  }

  /** @param {LiveEvent} event */
  hear({ path, payload }) {
    // Read while it is looked at: the thread reports it, and that is news by itself.
    if (document.visibilityState === "visible" && document.querySelector(`[data-island="messaging/chat"][data-path="${CSS.escape(path)}"]`)) return;
    const number = this.root.firstChild;
    if (!payload || String(payload.author) === this.root.dataset.me || number?.nodeType !== Node.TEXT_NODE) return this.#soon(300);
    number.nodeValue = String(Number(number.nodeValue) + 1);
  }

  /** @param {number} wait in milliseconds */
  #soon(wait) { this.#timer ??= setTimeout(() => this.#ask(), wait * (1 + Math.random())); }

  async #ask() {
    this.#timer = undefined;
    try {
      const answer = await fetch(this.root.dataset.path ?? "/chats/unread");
      if (!answer.ok || answer.redirected) return;
      this.root.innerHTML = await answer.text();
      this.root.hidden = !this.root.firstChild;
    } catch { /* no connection: the line tells when it is back */ }
  }

  disconnect() {
    clearTimeout(this.#timer);
    for (const stop of this.stops) stop();
  }
}
