// @ts-check
import { formToken } from "./live.js";

/** Lets the site's worker look after pages, once the page itself has come. Only where the line is safe does a browser have workers. */
export function register() {
  if (!("serviceWorker" in navigator)) return;
  const start = () => navigator.serviceWorker.register("/sw.js").catch(() => { /* forbidden: the site works as ever */ });
  if (document.readyState === "complete") start(); else addEventListener("load", start, { once: true });
}

/**
 * What a page has to send, for the worker to send if the page is closed before the line is back. Called after each change, with all of it.
 * @param {string} key whose it is and where @param {string} path where it is posted @param {object[]} items the oldest first
 */
export function handOver(key, path, items) {
  const bodies = items.map((item) => JSON.stringify(item));
  globalThis.navigator?.serviceWorker?.controller?.postMessage({ kind: "waiting", key, path, token: formToken(), bodies });
}
