// @ts-check
import { Viewer } from "./viewer.js";

/** The pictures of a chat open over the page. */
export default class Shelf {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.viewer = new Viewer(root);
    root.addEventListener("click", (event) => {
      const link = /** @type {HTMLAnchorElement | null} */ (/** @type {HTMLElement} */ (event.target).closest("a[data-shot]"));
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.viewer.open(link);
    });
  }

  disconnect() { this.viewer.dialog.remove(); }
}
