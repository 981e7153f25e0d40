// @ts-check
/** @typedef {import("./save-queue.js").State} State */

/** The line at the head of a page that says whether all is saved. Its words stand in the page. */
export class SaveState {
  /** @param {HTMLElement | null} output */
  constructor(output) {
    this.output = output;
    /** @type {Map<string, DocumentFragment>} */
    this.words = new Map();
    for (const each of output?.querySelectorAll("template") ?? []) this.words.set(each.dataset.for ?? "", each.content);
    this.said = "";
  }

  /** @param {State} state @param {string} [words] instead of the page's own, e.g. that one must sign in again */
  show(state, words = "") {
    if (!this.output || this.said === state + words) return;
    this.said = state + words;
    this.output.dataset.state = state;
    const content = this.words.get(state)?.cloneNode(true);
    if (content) this.output.replaceChildren(content);
    const place = this.output.querySelector("span");
    if (words && place) place.textContent = words;
  }
}
