// @ts-check
/** @typedef {{ pupil: number, mark?: number, absence?: string }} Line */
/** @typedef {{ lesson: { id: number, topic?: string }, homework?: { text: string, due?: string }, pupils: Line[] }} Sheet */

/**
 * Asks for a lesson as the server has it now. News of one's own changes comes back too, so it waits until nothing is on its
 * way, and an answer older than what was saved meanwhile is asked for again.
 */
export class FreshLesson {
  /** @type {any} */
  #timer = undefined;

  /** @param {string} lesson @param {import("./save-queue.js").SaveQueue} queue @param {(sheet: Sheet) => void} show */
  constructor(lesson, queue, show) {
    this.lesson = lesson;
    this.queue = queue;
    this.show = show;
  }

  soon(wait = 250) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.queue.isUnsaved ? this.soon(1000) : this.ask()), wait);
  }

  stop() { clearTimeout(this.#timer); }

  async ask() {
    const before = this.queue.finished;
    try {
      const answer = await fetch(`/api/v1/lessons/${this.lesson}`);
      if (!answer.ok) return;
      const sheet = await answer.json();
      if (this.queue.finished === before) this.show(sheet);
      else this.soon();
    } catch { /* no connection: the line says when it is back */ }
  }
}
