// @ts-check
import { onLive, refresh } from "../web/live.js";

/** What one has asked to take out: the page learns when it is ready. */
export default class Exports {
  /** @param {HTMLElement} root */
  constructor(root) {
    const look = () => refresh(root, root.dataset.path ?? "/chats/exports/list");
    this.stops = ["messaging.exported", "live.open"].map((name) => onLive(name, look));
  }

  disconnect() { for (const stop of this.stops) stop(); }
}
