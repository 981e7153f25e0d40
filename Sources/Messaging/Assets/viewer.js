// @ts-check

/** A picture over the page, large; the others of the page are a step away. Without this script each has a page of its own. */
export class Viewer {
  /** @param {HTMLElement} root where the pictures are; a template with the dialog is there or beside it */
  constructor(root) {
    this.root = root;
    const template = /** @type {HTMLTemplateElement} */ (document.querySelector("template[data-viewer]"));
    this.dialog = /** @type {HTMLDialogElement} */ (template.content.firstElementChild?.cloneNode(true));
    this.image = document.createElement("img");
    this.dialog.querySelector("[data-step]")?.before(this.image);
    document.body.append(this.dialog);
    this.dialog.addEventListener("click", (event) => this.#press(event));
    this.dialog.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft") this.#step(-1);
      if (event.key === "ArrowRight") this.#step(1);
    });
    this.dialog.addEventListener("close", () => { this.image.removeAttribute("src"); this.link?.focus(); });
  }

  /** @returns {HTMLAnchorElement[]} */
  get #links() { return [...this.root.querySelectorAll("a[data-shot]")].map((link) => /** @type {HTMLAnchorElement} */ (link)); }

  /** @param {HTMLAnchorElement} link */
  open(link) {
    this.#show(link);
    if (!this.dialog.open) this.dialog.showModal();
  }

  /** @param {HTMLAnchorElement} link */
  #show(link) {
    const small = link.querySelector("img"), name = small?.alt ?? "", links = this.#links, place = links.indexOf(link);
    this.link = link;
    // What is on the page already stands there until the large one has come.
    this.image.src = small?.currentSrc || small?.src || "";
    this.image.alt = name;
    const large = Object.assign(new Image(), { src: link.dataset.shot ?? "" });
    large.decode().then(() => { if (this.link === link) this.image.src = large.src; }).catch(() => { /* no connection: the small one is there */ });
    const title = this.dialog.querySelector("[data-name]"), keep = /** @type {HTMLAnchorElement} */ (this.dialog.querySelector("[data-keep]"));
    if (title) title.textContent = name;
    keep.href = link.dataset.save ?? "";
    keep.download = name;
    for (const step of this.dialog.querySelectorAll("[data-step]")) {
      /** @type {HTMLButtonElement} */ (step).hidden = !links[place + Number(/** @type {HTMLElement} */ (step).dataset.step)];
    }
  }

  /** @param {number} by */
  #step(by) {
    const links = this.#links, next = this.link && links[links.indexOf(this.link) + by];
    if (next) this.#show(next);
  }

  /** @param {Event} event */
  #press(event) {
    const target = /** @type {HTMLElement} */ (event.target), step = /** @type {HTMLElement | null} */ (target.closest("[data-step]"));
    if (step) return this.#step(Number(step.dataset.step));
    if (target === this.dialog || target.closest("[data-close]")) this.dialog.close();
  }
}
