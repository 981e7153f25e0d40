// @ts-check
import { connect } from "./live.js";
import { register } from "./worker-line.js";

/** @type {Map<Element, { disconnect(): void }>} */
const islands = new Map();

/**
 * An island's script; over a line that breaks it is asked for again, later each time. A page that fails to get it still works as it came.
 * @param {HTMLElement} place @returns {Promise<new (root: HTMLElement) => { disconnect(): void }>}
 */
async function script(place, attempt = 0) {
  try {
    // A browser may remember that an address failed: each attempt has its own.
    return (await import(`../${place.dataset.island}.js${attempt ? `?${attempt}` : ""}`)).default;
  } catch (error) {
    if (error instanceof SyntaxError || attempt > 8) throw error;
    await new Promise((done) => setTimeout(done, 500 * 2 ** attempt * (1 + Math.random())));
    return script(place, attempt + 1);
  }
}

/** @param {HTMLElement} place */
async function wake(place) {
  place.dataset.awake = "";
  const Island = await script(place);
  if (place.isConnected) islands.set(place, new Island(place));
}

/** Gives each `data-island="journal/lesson"` its module's default class, and takes leave of those that are gone. */
async function tend() {
  for (const [root, island] of islands) if (!root.isConnected) { islands.delete(root); island.disconnect(); }
  await Promise.all([...document.querySelectorAll("[data-island]:not([data-awake])")].map((place) => wake(/** @type {HTMLElement} */ (place))));
}

new MutationObserver(tend).observe(document.body, { childList: true, subtree: true });
const first = tend();
if (!document.body.classList.contains("gate")) register();
// Before sign-in there is no news to hear.
if (document.querySelector("[data-island]") && !document.body.classList.contains("gate")) first.finally(() => connect());
