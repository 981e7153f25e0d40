// @ts-check
import { onLive } from "./live.js";
import { refresh } from "./refresh.js";

/** The first screen moves by itself: whatever news concerns this person may change it. */
export default class Today {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.stop = onLive("*", () => refresh(root, root.dataset.path ?? "/today"));
  }

  disconnect() { this.stop(); }
}
