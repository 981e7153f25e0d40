// @ts-check
import { formToken } from "../web/live.js";
import { ask, markup } from "./ask.js";
import { refuse } from "./sure.js";

/** @typedef {{ seq: number, change: number, html: string }} Changed */

/** Fields of the forms that are numbers. */
const NUMBERS = new Set(["on", "to"]);

/** What can be done with one message: the forms of its own page, over the thread. A change comes back at once, before the news of it. */
export class Sheet {
  /**
   * @param {HTMLDialogElement} dialog
   * @param {(changed: Changed | undefined) => void} changed
   * @param {(seq: string) => void} answer
   */
  constructor(dialog, changed, answer) {
    this.dialog = dialog;
    this.changed = changed;
    dialog?.addEventListener("submit", (event) => { event.preventDefault(); this.#submit(event); });
    dialog?.addEventListener("click", (event) => {
      const target = /** @type {HTMLElement} */ (event.target), link = /** @type {HTMLElement | null} */ (target.closest("[data-answer]"));
      if (target === dialog) return dialog.close();
      if (!link) return;
      event.preventDefault();
      dialog.close();
      answer(link.dataset.answer ?? "");
    });
  }

  /** @param {string} href the message's own page */
  async open(href) {
    try {
      this.dialog.innerHTML = await markup(`${href}?sheet`);
      this.dialog.showModal();
    } catch { location.assign(href); }
  }

  /**
   * @param {string} href
   * @param {string} sign
   */
  async sign(href, sign) {
    try { this.#take(await this.#post(`${href}/signs`, { sign })); } catch { /* no connection: nothing has changed, and it can be pressed again */ }
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    /** @type {Record<string, string | number>} */
    const body = {};
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    for (const [name, value] of [...new FormData(form), .../** @type {[string, string][]} */ (button?.name ? [[button.name, button.value]] : [])]) {
      body[name] = NUMBERS.has(name) ? Number(value) : String(value);
    }
    try {
      const { status, text } = await this.#post(form.action, body);
      if (status >= 400) return refuse(form, text);
      this.#take({ status, text });
      this.dialog.close();
    } catch { refuse(form, "", this.dialog.dataset.offline); }
  }

  /**
   * @param {string} path
   * @param {Record<string, string | number>} body
   */
  #post(path, body) {
    const headers = { "Content-Type": "application/json", Accept: "application/json", "X-Form-Token": formToken() };
    return ask(path, { method: "POST", headers, body: JSON.stringify(body) });
  }

  /** @param {{ status: number, text: string }} answer */
  #take({ status, text }) { if (status === 200) this.changed(JSON.parse(text)); }
}
