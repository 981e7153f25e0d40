// @ts-check
/** @typedef {import("./save-queue.js").Standing} Standing @typedef {{ cell: string, was: Standing, became: Standing }} Step */

/** What was changed on this page, the last on top. */
export class UndoStack {
  /** @type {Step[]} */
  #steps = [];

  /** @param {Step} step */
  push(step) { if (step.was !== step.became) this.#steps = [...this.#steps.slice(-99), step]; }
  /** @returns {Step | undefined} */
  pop() { return this.#steps.pop(); }
  /**
   * What was refused has not happened.
   * @param {string} cell
   */
  forget(cell) { this.#steps = this.#steps.filter((each) => each.cell !== cell); }
  get isEmpty() { return this.#steps.length === 0; }
}
