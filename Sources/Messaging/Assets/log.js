// @ts-check

/** How far from the bottom, in pixels, one still counts as being there. */
const NEAR = 48;

/** Where the reader is in the thread. The log's scrolling starts at the bottom: 0 is the last message, above it is negative. */
export class Log {
  /**
   * @param {HTMLElement} root
   * @param {HTMLElement | null} button shown while news waits below
   */
  constructor(root, button) {
    this.root = root;
    this.button = button;
    root.addEventListener("scroll", () => { if (this.isAtBottom) this.#show(false); }, { passive: true });
    button?.addEventListener("click", () => this.toBottom());
  }

  get isAtBottom() { return this.root.scrollTop > -NEAR; }

  toBottom() {
    this.root.scrollTop = 0;
    this.#show(false);
  }

  /**
   * Changes the lines; who reads further up keeps their place and is told that there is news.
   * @param {() => boolean} change says whether it brought news
   */
  add(change) {
    const follows = this.isAtBottom, mark = follows ? null : this.#mark();
    const isNews = change();
    if (follows) return this.toBottom();
    if (mark) this.root.scrollTop += mark.line.getBoundingClientRect().top - mark.top;
    if (isNews) this.#show(true);
  }

  /** The first message in view. */
  #mark() {
    const top = this.root.getBoundingClientRect().top;
    const line = [...this.root.querySelectorAll("[data-seq], [data-echo]")].find((each) => each.getBoundingClientRect().bottom > top);
    return line ? { line, top: line.getBoundingClientRect().top } : null;
  }

  /** @param {boolean} isNews */
  #show(isNews) { if (this.button) this.button.hidden = !isNews; }
}
