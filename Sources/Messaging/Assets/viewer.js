// @ts-check

/** Pixels a finger goes for a step; pixels at a film's foot that are its controls. */
const FAR = 56, CONTROLS = 80;

/** A picture or a film over the page, large; the others of the page are a step away. Without this script each has a page of its own. */
export class Viewer {
  /** @type {HTMLVideoElement | undefined} */
  film;
  /** @type {{ x: number, y: number } | undefined} */
  from;

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
      // A film that one has gone into takes the arrows for itself.
      if (event.target === this.film) return;
      if (event.key === "ArrowLeft") this.#step(-1);
      if (event.key === "ArrowRight") this.#step(1);
    });
    this.dialog.addEventListener("touchstart", (event) => this.#touch(event), { passive: true });
    this.dialog.addEventListener("touchend", (event) => this.#swipe(event), { passive: true });
    this.dialog.addEventListener("close", () => { this.#stop(); this.image.removeAttribute("src"); this.link?.focus(); });
  }

  /** @returns {HTMLAnchorElement[]} */
  get #links() { return [...this.root.querySelectorAll("a[data-shot]")].map((link) => /** @type {HTMLAnchorElement} */ (link)); }

  /** @param {HTMLAnchorElement} link */
  open(link) {
    this.#show(link);
    if (!this.dialog.open) this.dialog.showModal();
    // Who has pressed a film wants to see it; one that is come upon on the way waits.
    this.film?.play().catch(() => { /* its own controls say so */ });
  }

  /** @param {HTMLAnchorElement} link */
  #show(link) {
    const small = link.querySelector("img"), name = small?.alt ?? link.querySelector("b")?.textContent ?? "", links = this.#links, place = links.indexOf(link);
    this.link = link;
    this.#stop();
    if (link.dataset.film) this.#roll(link.dataset.film, name, small); else this.#hang(link, name, small);
    const title = this.dialog.querySelector("[data-name]"), keep = /** @type {HTMLAnchorElement} */ (this.dialog.querySelector("[data-keep]"));
    if (title) title.textContent = name;
    keep.href = link.dataset.save ?? "";
    keep.download = name;
    for (const step of this.dialog.querySelectorAll("[data-step]")) {
      /** @type {HTMLButtonElement} */ (step).hidden = !links[place + Number(/** @type {HTMLElement} */ (step).dataset.step)];
    }
    // A button that has gone leaves the keys to the window.
    if (this.dialog.open && !this.dialog.contains(document.activeElement)) this.dialog.focus();
  }

  /**
   * A picture.
   * @param {HTMLAnchorElement} link
   * @param {string} name
   * @param {HTMLImageElement | null} small
   */
  #hang(link, name, small) {
    // What is on the page already stands there until the large one has come.
    this.image.src = small?.currentSrc || small?.src || "";
    this.image.alt = name;
    this.image.hidden = false;
    const large = Object.assign(new Image(), { src: link.dataset.shot ?? "" });
    large.decode().then(() => { if (this.link === link) this.image.src = large.src; }).catch(() => { /* no connection: the small one is there */ });
  }

  /**
   * A film.
   * @param {string} source
   * @param {string} name
   * @param {HTMLImageElement | null} small
   */
  #roll(source, name, small) {
    this.image.hidden = true;
    this.film = Object.assign(document.createElement("video"), { controls: true, playsInline: true, preload: "metadata", src: source, ariaLabel: name });
    if (small) this.film.poster = small.currentSrc || small.src;
    this.image.before(this.film);
  }

  /** What is no longer shown is not fetched any further either. */
  #stop() {
    this.film?.pause();
    this.film?.removeAttribute("src");
    this.film?.load();
    this.film?.remove();
    this.film = undefined;
  }

  /** @param {number} by */
  #step(by) {
    const links = this.#links, next = this.link && links[links.indexOf(this.link) + by];
    if (next) this.#show(next);
  }

  /**
   * One finger, on what is not enlarged, and not on a film's own controls.
   * @param {TouchEvent} event
   */
  #touch({ touches: [finger, another], target }) {
    const isOnControls = target === this.film && finger && finger.clientY > (this.film?.getBoundingClientRect().bottom ?? 0) - CONTROLS;
    this.from = finger && !another && !isOnControls && (visualViewport?.scale ?? 1) < 1.01 ? { x: finger.clientX, y: finger.clientY } : undefined;
  }

  /** @param {TouchEvent} event */
  #swipe({ changedTouches: [finger] }) {
    const from = this.from;
    this.from = undefined;
    if (!from || !finger) return;
    const aside = finger.clientX - from.x;
    if (Math.abs(aside) > FAR && Math.abs(aside) > 2 * Math.abs(finger.clientY - from.y)) this.#step(aside < 0 ? 1 : -1);
  }

  /** @param {Event} event */
  #press(event) {
    const target = /** @type {HTMLElement} */ (event.target), step = /** @type {HTMLElement | null} */ (target.closest("[data-step]"));
    if (step) return this.#step(Number(step.dataset.step));
    if (target === this.dialog || target.closest("[data-close]")) this.dialog.close();
  }
}
