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
 * What may pass (no connection, a failure of ours, a sign-in that has ended) is to be sent again later.
 * @type {Send}
 */
export async function sendChange(cell, value, expecting, isLeaving) {
  const field = fields[cell.slice(cell.lastIndexOf("/") + 1)] ?? "text";
  const body = expecting === undefined ? { [field]: value } : { [field]: value, expecting: { [field]: expecting } };
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
  // A page that is too old, or another sign-in: what was typed waits for this person's next page.
  const isForNextPage = status === 401 || (status === 403 && type.startsWith("web."));
  if (isForNextPage) return { kind: "later", words: title };
  if (status >= 500 || status === 408 || status === 429) return { kind: "later" };
  return { kind: "refused", type, words: title };
}
