// @ts-check
import { onLive, refresh } from "../web/live.js";
import { FreshLesson } from "./fresh-lesson.js";
import { Grid } from "./grid.js";
import { wishOf } from "./keys.js";
import { SaveQueue } from "./save-queue.js";
import { SaveState } from "./save-state.js";
import { sendChange } from "./send-change.js";
import { UndoStack } from "./undo.js";
/** @typedef {import("./save-queue.js").Standing} Standing */

/** The class journal: arrows go over the cells, digits and letters write into them, Enter opens the lesson. */
export default class ClassJournal {
  /** @type {Map<string, FreshLesson>} */
  fresh = new Map();

  /** @param {HTMLElement} root the frame around the table */
  constructor(root) {
    this.root = root;
    this.grid = new Grid(root);
    this.undo = new UndoStack();
    const state = new SaveState(document.querySelector("output.save"));
    this.why = /** @type {HTMLElement | null} */ (document.querySelector("[data-why]"));
    this.queue = new SaveQueue({
      storage: localStorage, prefix: `zvonok/unsaved/${root.dataset.person}/`, send: sendChange, show: (now, words) => state.show(now, words),
      saved: (cell, value) => this.grid.known.set(cell, value), refused: (cell, value, words) => this.refused(cell, words),
    });
    for (const { cell, value } of this.queue.restore()) this.grid.show(cell, value);
    this.listen();
  }

  listen() {
    const heard = (/** @type {{ path: string }} */ { path }) => this.ask(path.split("/")[3] ?? "");
    this.stops = [
      onLive("journal.mark-changed", heard), onLive("journal.attendance-changed", heard),
      onLive("live.open", () => { this.queue.retryNow(); this.renew(); }),
    ];
    const listeners = /** @type {[EventTarget, string, (event: any) => void][]} */ ([
      [this.root, "click", (event) => { const cell = event.target.closest("tbody td:not(.sum)"); if (cell) this.grid.select(cell); }],
      [this.root, "keydown", (event) => this.pressed(event)],
      [window, "online", () => this.queue.retryNow()],
      [window, "pagehide", () => this.queue.flush({ isLeaving: true })],
      [window, "beforeunload", (event) => { if (this.queue.isUnsaved) { event.preventDefault(); event.returnValue = ""; } }],
    ]);
    for (const [target, type, listener] of listeners) target.addEventListener(type, listener);
    this.stops.push(() => { for (const [target, type, listener] of listeners) target.removeEventListener(type, listener); });
  }

  /** After a gap the whole table may be old. What is on its way is shown as soon as it has arrived. */
  async renew() {
    if (this.queue.isUnsaved) { setTimeout(() => this.renew(), 2000); return; }
    const selected = this.grid.selectedPlace(), hasFocus = this.root.contains(document.activeElement);
    await refresh(this.root, this.root.dataset.path ?? "");
    this.grid.learn();
    this.grid.reselect(selected, hasFocus);
  }

  /** @param {string} lesson */
  ask(lesson) {
    if (!this.grid.hasLesson(lesson)) return;
    const known = this.fresh.get(lesson) ?? new FreshLesson(lesson, this.queue, (sheet) => this.grid.take(sheet, (cell) => this.queue.has(cell)));
    this.fresh.set(lesson, known);
    known.soon();
  }

  /** @param {string} cell @param {Standing} value */
  change(cell, value) {
    this.explain("");
    this.undo.push({ cell, was: this.grid.shown(cell), became: value });
    this.grid.show(cell, value);
    this.queue.put(cell, value, this.grid.known.get(cell) ?? null);
  }

  undoLast() {
    const step = this.undo.pop();
    if (!step) return;
    this.explain("");
    this.grid.show(step.cell, step.was);
    this.queue.put(step.cell, step.was, this.grid.known.get(step.cell) ?? null, { expecting: step.became });
  }

  /** @param {string} cell @param {string} words */
  refused(cell, words) {
    this.undo.forget(cell);
    this.grid.show(cell, this.grid.known.get(cell) ?? null);
    this.explain([this.grid.nameOf(cell), words].filter(Boolean).join(": "));
    this.ask(cell.split("/")[1] ?? "");
  }

  /** @param {string} words */
  explain(words) {
    if (!this.why) return;
    this.why.hidden = words === "";
    this.why.textContent = words;
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const cell = /** @type {Element} */ (event.target).closest("td");
    const wish = cell && wishOf(event, this.grid.letters);
    if (!cell || !wish) return;
    const mark = this.grid.cellOf(cell, "mark"), attendance = this.grid.cellOf(cell, "attendance");
    switch (wish.what) {
      case "move": this.grid.move(cell, wish.down, wish.right); break;
      case "open": this.grid.open(cell); break;
      case "undo": this.undoLast(); break;
      case "help": document.querySelector(".keys")?.scrollIntoView({ block: "nearest" }); break;
      case "mark": if (mark) this.change(mark, wish.digit); break;
      case "absence": if (attendance) this.change(attendance, this.grid.shown(attendance) === wish.code ? null : wish.code); break;
      case "erase": {
        const place = mark && this.grid.shown(mark) !== null ? mark : attendance;
        if (place && this.grid.shown(place) !== null) this.change(place, null);
      }
    }
    event.preventDefault();
  }

  disconnect() {
    for (const stop of this.stops ?? []) stop();
    for (const each of this.fresh.values()) each.stop();
  }
}
