// @ts-check

/** @type {WeakMap<Element, { again: boolean }>} */
const underWay = new WeakMap();

/**
 * Replaces what is inside an element by what the server says now. Asked again while it asks, it asks once more afterwards, so
 * the last answer is never older than the last news.
 * @param {Element} place @param {string} path
 */
export async function refresh(place, path) {
  const known = underWay.get(place);
  if (known) { known.again = true; return; }
  const state = { again: true };
  underWay.set(place, state);
  try {
    while (state.again) {
      state.again = false;
      const answer = await fetch(path, { headers: { "X-Fragment": "1" } });
      if (answer.ok && !answer.redirected) place.innerHTML = await answer.text();
    }
  } catch { /* no connection: the line tells when it is back */ } finally { underWay.delete(place); }
}
