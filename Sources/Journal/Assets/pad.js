// @ts-check

/** Digits under the thumb: on a touch screen the bar at the foot becomes a pad while a mark has the focus. */
export class Pad {
  /**
   * @param {HTMLElement} bar @param {(field: HTMLInputElement, digit: number | null) => void} put
   */
  constructor(bar, put) {
    this.bar = bar;
    this.put = put;
    this.rest = [...bar.childNodes];
    const template = /** @type {HTMLTemplateElement | null} */ (bar.querySelector("template[data-pad]"));
    this.pad = /** @type {HTMLElement | null} */ (template?.content.firstElementChild?.cloneNode(true) ?? null);
    /** @type {HTMLInputElement | undefined} */
    this.field = undefined;
    // A press must not take the focus from the mark.
    this.pad?.addEventListener("pointerdown", (event) => event.preventDefault());
    this.pad?.addEventListener("click", (event) => this.press(event));
  }

  /** @param {Event} event */
  press(event) {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-digit]"));
    if (button && this.field) this.put(this.field, button.dataset.digit ? Number(button.dataset.digit) : null);
  }

  /** @param {HTMLInputElement} field @param {string} name whose mark it is */
  show(field, name) {
    if (!this.pad) return;
    this.field = field;
    this.pad.setAttribute("aria-label", field.getAttribute("aria-label") ?? "");
    const words = this.pad.querySelector("b");
    if (words) words.textContent = name;
    this.bar.replaceChildren(this.pad);
  }

  hide() {
    if (!this.field) return;
    this.field = undefined;
    this.bar.replaceChildren(...this.rest);
  }
}
