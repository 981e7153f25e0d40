// @ts-check
import { formToken } from "../web/live.js";
/** @typedef {import("./save-queue.js").Send} Send @typedef {import("./save-queue.js").Standing} Standing */

const patience = 15_000;
/**
 * How a place's value is called in what is sent.
 * @type {Record<string, string>}
 */
const fields = { mark: "value", attendance: "code", topic: "text", homework: "text" };

/**
 * Tells the server of one change. A place is named by its address below `/journal/`: `lessons/7/pupils/31/mark`.
 * What may pass (no connection, a failure of ours, a sign-in or a proof that has ended, a term that was closed) is to be sent again later.
 * @param {string} cell @param {Standing} value @param {Standing | undefined} expecting @param {boolean} isLeaving
 * @param {string} [reason] why, for a lesson of a closed term
 * @returns {Promise<import("./save-queue.js").Result>}
 */
export async function sendChange(cell, value, expecting, isLeaving, reason = "") {
  const field = fields[cell.slice(cell.lastIndexOf("/") + 1)] ?? "text";
  const body = { [field]: value, ...(expecting === undefined ? {} : { expecting: { [field]: expecting } }), ...(reason ? { reason } : {}) };
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(`/journal/${cell}`, {
      method: "POST", body: JSON.stringify(body), signal: stop.signal, keepalive: isLeaving,
      headers: { "Content-Type": "application/json", "Accept": "application/json", "X-Form-Token": formToken() },
    });
    const told = await answer.json();
    if (answer.ok) return { kind: "saved", answer: told };
    return judge(answer.status, told);
  } catch { return { kind: "later" }; } finally { clearTimeout(timer); }
}

/** @param {number} status @param {{ type?: string, title?: string }} problem @returns {import("./save-queue.js").Result} */
function judge(status, { type = "", title = "" }) {
  // A page that is too old, another sign-in, a closed term without a reason: what was typed waits for this person's next page.
  const isForNextPage = status === 401 || (status === 403 && (type.startsWith("web.") || type === "journal.term-closed"));
  if (isForNextPage) return { kind: "later", words: title };
  if (status >= 500 || status === 408 || status === 429) return { kind: "later" };
  return { kind: "refused", type, words: title };
}
