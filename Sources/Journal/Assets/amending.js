// @ts-check

/**
 * A lesson of a closed term: the reason goes along with each change, and is kept while its teacher proves who they are on another
 * page and comes back. On any other lesson there is nothing to do.
 */
export class Amending {
  /** Leaving for the proof loses nothing: what is unsaved is kept, so the browser need not ask. */
  isGoingToProve = false;

  /** @param {HTMLElement} root the lesson's form */
  constructor(root) {
    this.place = `lessons/${root.dataset.lesson}/`;
    this.key = `zvonok/reason/${root.dataset.person}/${root.dataset.lesson}`;
    this.field = /** @type {HTMLInputElement | null} */ (root.querySelector("#reason"));
    if (this.field && !this.field.value) this.field.value = sessionStorage.getItem(this.key) ?? "";
    root.querySelector("a[data-prove]")?.addEventListener("click", () => { this.isGoingToProve = true; });
  }

  /** @param {EventTarget | null} field */
  isReason(field) { return field !== null && field === this.field; }

  keep() { if (this.field) sessionStorage.setItem(this.key, this.field.value); }

  /**
   * Empty for what is no change of this lesson.
   * @param {string} cell
   */
  reasonFor(cell) { return this.field && cell.startsWith(this.place) ? this.field.value.trim() : ""; }
}
