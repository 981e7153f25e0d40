// @ts-check
/** @typedef {{ name: string, path: string, payload?: any }} LiveEvent */

/**
 * @param {string} name an event's name, or `*` for all of them
 * @param {(event: LiveEvent) => void} heard @returns {() => void} stops listening
 */
export function onLive(name, heard) {
  const listener = (/** @type {Event} */ e) => heard(/** @type {CustomEvent<LiveEvent>} */ (e).detail);
  document.addEventListener(`live:${name}`, listener);
  return () => document.removeEventListener(`live:${name}`, listener);
}

/** The word every change must carry that comes from this page. */
export const formToken = () => document.body.dataset.formToken ?? "";

/** @param {boolean} isOffline */
function show(isOffline) {
  const notice = /** @type {HTMLElement | null} */ (document.querySelector("[data-offline]"));
  if (notice) notice.hidden = !isOffline;
}

/** Keeps one line to the server open; after each opening it says `live.open`, and islands ask for what they have missed. */
export function connect(wait = 500) {
  const line = new WebSocket(`${location.origin.replace(/^http/, "ws")}/live`);
  let opened = false;
  line.onmessage = ({ data }) => {
    const event = /** @type {LiveEvent} */ (JSON.parse(data));
    opened = true;
    show(false);
    document.dispatchEvent(new CustomEvent(`live:${event.name}`, { detail: event }));
    document.dispatchEvent(new CustomEvent("live:*", { detail: event }));
  };
  line.onclose = () => {
    const next = opened ? 500 : Math.min(wait * 2, 30_000);
    if (wait > 500 || !navigator.onLine) show(true);
    setTimeout(() => connect(next), next * (0.5 + Math.random()));
  };
}

/** @type {WeakMap<HTMLElement, { again: boolean }>} */
const underWay = new WeakMap();

/**
 * Replaces what is inside an element by what the server says now. Asked again while it asks, it asks once more afterwards, so
 * the last answer is never older than the last news. With `data-fingerprint` the server is told what is here already, and
 * sends nothing if that still stands.
 * @param {HTMLElement} place @param {string} path
 */
export async function refresh(place, path) {
  const known = underWay.get(place);
  if (known) { known.again = true; return; }
  const state = { again: true };
  underWay.set(place, state);
  try {
    while (state.again) {
      state.again = false;
      const answer = await fetch(path, { headers: place.dataset.fingerprint ? { "If-None-Match": place.dataset.fingerprint } : {} });
      if (!answer.ok || answer.redirected) continue;
      place.innerHTML = await answer.text();
      place.dataset.fingerprint = answer.headers.get("ETag") ?? "";
    }
  } catch { /* no connection: the line tells when it is back */ } finally { underWay.delete(place); }
}
