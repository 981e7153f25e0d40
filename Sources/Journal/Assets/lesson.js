// @ts-check
import { onLive } from "../web/live.js";
import { Amending } from "./amending.js";
import { FreshLesson } from "./fresh-lesson.js";
import { wishOf } from "./keys.js";
import { LessonPage } from "./lesson-page.js";
import { Pad } from "./pad.js";
import { SaveQueue } from "./save-queue.js";
import { SaveState } from "./save-state.js";
import { sendChange } from "./send-change.js";
import { UndoStack } from "./undo.js";
/** @typedef {import("./save-queue.js").Standing} Standing */

/** Time for a text to be typed on before it is sent, in milliseconds. */
const pause = 600;

/** A lesson's page: every change is saved by itself, with keys for everything. */
export default class Lesson {
  /** @param {HTMLElement} root the form */
  constructor(root) {
    this.root = root;
    this.page = new LessonPage(root);
    this.undo = new UndoStack();
    this.amending = new Amending(root);
    const state = new SaveState(document.querySelector("output.save"));
    this.queue = new SaveQueue({
      storage: localStorage, prefix: `zvonok/unsaved/${root.dataset.person}/`, show: (now, words) => state.show(now, words),
      send: (cell, value, expecting, isLeaving) => sendChange(cell, value, expecting, isLeaving, this.amending.reasonFor(cell)),
      saved: (cell, value) => this.page.known.set(cell, value), refused: (cell, value, words) => this.refused(cell, value, words),
    });
    this.fresh = new FreshLesson(root.dataset.lesson ?? "", this.queue, (sheet) => this.page.take(sheet, (cell) => this.queue.has(cell)));
    this.takeUp();
    this.listen();
    this.listenToTouch();
  }

  /** What an earlier page could not send is shown again and sent on. */
  takeUp() {
    for (const { cell, value } of this.queue.restore()) this.page.show(cell, value);
    this.showUndo();
  }

  listen() {
    const heard = (/** @type {{ path: string }} */ { path }) => { if (this.page.isHere(path)) this.fresh.soon(); };
    const back = () => { this.queue.retryNow(); this.fresh.soon(); };
    const names = ["mark-changed", "attendance-changed", "topic-changed", "homework-changed"];
    this.stops = [...names.map((name) => onLive(`journal.${name}`, heard)), onLive("live.open", back)];
    const listeners = /** @type {[EventTarget, string, (event: any) => void][]} */ ([
      [this.root, "submit", (event) => { event.preventDefault(); this.queue.flush(); }],
      [this.root, "click", (event) => this.clicked(event)],
      [this.root, "input", (event) => this.typed(event.target)],
      [this.root, "change", (event) => this.left(event.target)],
      [document, "keydown", (event) => this.pressed(event)],
      [window, "online", back],
      [window, "pagehide", () => this.queue.flush({ isLeaving: true })],
      [window, "beforeunload", (event) => { if (this.queue.isUnsaved && !this.amending.isGoingToProve) { event.preventDefault(); event.returnValue = ""; } }],
    ]);
    for (const [target, type, listener] of listeners) target.addEventListener(type, listener);
    this.stops.push(() => { for (const [target, type, listener] of listeners) target.removeEventListener(type, listener); });
  }

  listenToTouch() {
    const bar = /** @type {HTMLElement | null} */ (this.root.querySelector(".bar"));
    if (!bar || !matchMedia("(pointer: coarse)").matches) return;
    const pad = new Pad(bar, (field, digit) => this.change(this.page.cellOf(field), digit));
    for (const field of this.page.fields) field.setAttribute("inputmode", "none");
    this.root.addEventListener("focusin", ({ target }) => {
      const row = this.page.rowOf(target);
      this.page.here(row);
      if (target instanceof HTMLInputElement && row) pad.show(target, this.page.nameIn(row));
      else pad.hide();
    });
    this.root.addEventListener("focusout", () => setTimeout(() => { if (!this.root.contains(document.activeElement)) { pad.hide(); this.page.here(null); } }, 0));
  }

  /** @param {string | undefined} cell @param {Standing} value @param {{ wait?: number }} [how] */
  change(cell, value, how) {
    if (!cell) return;
    const was = this.page.shown(cell);
    if (was !== value) this.undo.push({ cell, was, became: value });
    this.page.show(cell, value);
    this.page.explain(cell, "");
    this.queue.put(cell, value, this.page.known.get(cell) ?? null, how);
    this.showUndo();
  }

  /** Puts back what stood there before the last change, unless another has changed it since. */
  undoLast() {
    const step = this.undo.pop();
    if (step) {
      this.page.show(step.cell, step.was);
      this.page.explain(step.cell, "");
      this.queue.put(step.cell, step.was, this.page.known.get(step.cell) ?? null, { expecting: step.became });
    }
    this.showUndo();
  }

  /**
   * What stands on the server is shown again, with the reason; a text that was typed in vain stays to be read and copied.
   * @param {string} cell @param {Standing} value @param {string} words
   */
  refused(cell, value, words) {
    this.undo.forget(cell);
    this.page.show(cell, this.page.known.get(cell) ?? null);
    this.page.explain(cell, /\/(mark|attendance)$/.test(cell) || !value ? words : `${words} «${value}»`);
    this.fresh.soon(0);
    this.showUndo();
  }

  showUndo() {
    const button = /** @type {HTMLElement | null} */ (this.root.querySelector("[data-undo]"));
    if (button) button.hidden = this.undo.isEmpty;
    this.page.countAway();
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button) return;
    if (button.matches("[data-undo]")) this.undoLast();
    if (!button.dataset.code) return;
    event.preventDefault();
    this.toggle(this.page.rowOf(button), button.dataset.code);
  }

  /** @param {HTMLElement | null} row @param {string} code */
  toggle(row, code) {
    const cell = this.page.cellIn(row, "attendance");
    if (cell) this.change(cell, this.page.shown(cell) === code ? null : code);
  }

  /** @param {HTMLInputElement | HTMLTextAreaElement} field */
  typed(field) {
    if (this.amending.isReason(field)) { this.amending.keep(); return; }
    const cell = this.page.cellOf(field);
    if (!cell) return;
    if (!field.matches(".mark")) {
      this.page.began(cell);
      this.queue.put(cell, this.page.shown(cell), this.page.known.get(cell) ?? null, { wait: pause });
      return;
    }
    // A keyboard on glass tells only what is in the field now.
    const digit = /[2-5]/.exec(field.value)?.[0];
    if (digit || field.value.trim() === "") this.change(cell, digit ? Number(digit) : null);
    else this.page.show(cell, this.page.shown(cell));
  }

  /**
   * A text that was typed in one go is one step back.
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   */
  left(field) {
    if (this.amending.isReason(field)) { this.queue.retryNow(); return; }
    const cell = this.page.cellOf(field);
    if (!cell || field.matches(".mark")) return;
    this.undo.push({ cell, was: this.page.ended(cell), became: this.page.shown(cell) });
    this.queue.flush();
    this.showUndo();
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const target = /** @type {Element} */ (event.target);
    if (target.matches("#topic, #homework, #reason") || (target !== document.body && !this.root.contains(target))) return;
    const wish = wishOf(event, this.page.letters), row = this.page.rowOf(target);
    if (!wish) { if (target.matches(".mark") && event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.preventDefault(); return; }
    if (this.grant(wish, row, target)) event.preventDefault();
  }

  /** @param {import("./keys.js").Wish} wish @param {HTMLElement | null} row @param {Element} target @returns {boolean} whether the key is used up */
  grant(wish, row, target) {
    const mark = this.page.cellIn(row, "mark"), attendance = this.page.cellIn(row, "attendance");
    switch (wish.what) {
      case "undo": this.undoLast(); return true;
      case "help": this.page.toggleKeys(); return true;
      case "move": return this.page.move(row, target, wish.down, wish.right);
      case "open": return target.matches(".mark") && this.page.move(row, target, 1, 0);
      case "mark": if (mark) this.change(mark, wish.digit); return mark !== undefined;
      case "absence": if (row) this.toggle(row, wish.code); return row !== null;
      case "erase": {
        const cell = mark && this.page.shown(mark) !== null ? mark : attendance;
        if (cell) this.change(cell, null);
        return cell !== undefined;
      }
    }
  }

  disconnect() {
    for (const stop of this.stops ?? []) stop();
    this.fresh.stop();
  }
}
