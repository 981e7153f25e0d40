// @ts-check
import { connect } from "./live.js";

/** @type {Map<Element, { disconnect(): void }>} */
const islands = new Map();

/** Gives each `data-island="journal/journal-grid"` its module's default class, and takes leave of those that are gone. */
async function tend() {
  for (const [root, island] of islands) if (!root.isConnected) { islands.delete(root); island.disconnect(); }
  for (const root of document.querySelectorAll("[data-island]:not([data-awake])")) {
    const place = /** @type {HTMLElement} */ (root);
    place.dataset.awake = "";
    const { default: Island } = await import(`../${place.dataset.island}.js`);
    islands.set(place, new Island(place));
  }
}

new MutationObserver(tend).observe(document.body, { childList: true, subtree: true });
await tend();
if (islands.size > 0) connect();
