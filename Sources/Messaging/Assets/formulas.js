// @ts-check

/** Below any screen, in `em`; and how often a formula's own words may be put in place of others. */
const LARGEST = 20, DEEPEST = 200;
/** @typedef {{ render: (source: string, place: HTMLElement, options: object) => void }} Katex */

/** @type {Promise<Katex> | undefined} */
let loading;

/** KaTeX, which this server has where its package is installed. */
function katex() {
  const path = /** @type {string} */ (new URL("../katex/katex.js", import.meta.url).href);
  return loading ??= import(path).then(() => /** @type {any} */ (globalThis).katex);
}

/** Draws formulas. Until then, and where it cannot be done, they are the text that was typed. Nothing is fetched before there is one. */
export class Formulas {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.watch = new MutationObserver(() => this.#draw());
    this.watch.observe(root, { childList: true, subtree: true });
    this.#draw();
  }

  #draw() {
    const places = /** @type {HTMLElement[]} */ ([...this.root.querySelectorAll("code[data-tex]:not([data-drawn])")]);
    if (places.length === 0) return;
    for (const place of places) place.dataset.drawn = "no";
    katex().then((katex) => { for (const place of places) draw(katex, place); }, () => { loading = undefined; });
  }

  close() { this.watch.disconnect(); }
}

/**
 * As MathML: browsers draw it and read it aloud by themselves, without styles and fonts of ours.
 * @param {Katex} katex
 * @param {HTMLElement} place
 */
function draw(katex, place) {
  const drawn = document.createElement("span");
  try {
    katex.render(place.textContent ?? "", drawn, { output: "mathml", displayMode: place.dataset.tex === "block", trust: false, strict: "ignore", maxSize: LARGEST, maxExpand: DEEPEST });
  } catch { return; /* no TeX: it stays as it was typed */ }
  place.dataset.drawn = "yes";
  place.replaceChildren(...drawn.childNodes);
}
