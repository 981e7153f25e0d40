import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openPage, script } from "./page.mjs";

const page = openPage();
const { SaveQueue } = await script("journal/save-queue.js");

/** What a browser keeps for the site: its keys are its own properties. */
class Kept {
  getItem(key) { return this[key] ?? null; }
  setItem(key, value) { this[key] = String(value); }
  removeItem(key) { delete this[key]; }
}
const mark = (pupil) => `lessons/7/pupils/${pupil}/mark`, attendance = (pupil) => `lessons/7/pupils/${pupil}/attendance`;
const turn = () => new Promise((resolve) => setImmediate(resolve));
const saved = { kind: "saved", answer: {} }, later = { kind: "later" };
const refused = (type, words = "why") => ({ kind: "refused", type, words });

let storage, sent, states, ended;
/** A queue whose server answers when told to. */
function open() {
  const waiting = [];
  const queue = new SaveQueue({
    storage, prefix: "zvonok/unsaved/3/",
    send: (cell, value, expecting) => new Promise((answer) => { sent.push([cell, value, expecting]); waiting.push(answer); }),
    show: (state) => { if (states.at(-1) !== state) states.push(state); },
    saved: (cell, value) => ended.push(["saved", cell, value]), refused: (cell, value, words) => ended.push(["refused", cell, value, words]),
  });
  /** Answers what has waited longest. */
  queue.answer = async (result) => { waiting.shift()(result); await turn(); };
  return queue;
}
beforeEach(() => { storage = new Kept(); sent = []; states = []; ended = []; page.timers.length = 0; });

test("a change is sent at once and shown as saved when it is", async () => {
  const queue = open();
  queue.put(mark(1), 5, null);
  assert.deepEqual([sent, states], [[[mark(1), 5, undefined]], ["saving"]]);
  await queue.answer(saved);
  assert.deepEqual([states, ended, Object.keys(storage)], [["saving", "saved"], [["saved", mark(1), 5]], []]);
});

test("the last value of a place wins: what was typed meanwhile goes after what is on its way, and nothing between", async () => {
  const queue = open();
  for (const value of [2, 3, 4]) queue.put(mark(1), value, null);
  await queue.answer(saved);
  assert.deepEqual(sent.map(([, value]) => value), [2, 4]);
  await queue.answer(saved);
  assert.deepEqual([queue.isUnsaved, ended.at(-1)], [false, ["saved", mark(1), 4]]);
});

test("a pupil's changes keep their order; different pupils do not wait for each other", async () => {
  const queue = open();
  queue.put(mark(1), null, 5);
  queue.put(attendance(1), "absent", null);
  queue.put(mark(2), 4, null);
  assert.deepEqual(sent.map(([cell]) => cell), [mark(1), mark(2)]);
  await queue.answer(saved);
  assert.deepEqual(sent.at(-1), [attendance(1), "absent", undefined]);
});

test("without a connection it tries again, later each time, and says so; back on the line it tries at once", async () => {
  const queue = open();
  queue.put(mark(1), 5, null);
  const waits = [];
  for (let time = 0; time < 3; time += 1) {
    await queue.answer(later);
    waits.push(page.timers.at(-1).wait);
    page.passTime();
    await turn();
  }
  assert.ok(waits[2] > waits[0] && waits[2] < 15_000, `${waits}`);
  await queue.answer(later);
  assert.equal(states.at(-1), "failed");
  queue.put(mark(2), 3, null);
  assert.equal(sent.length, 4, "a change made meanwhile waits with the others");
  queue.retryNow();
  await queue.answer(saved);
  await queue.answer(saved);
  assert.deepEqual([states.at(-1), sent.length], ["saved", 6]);
});

test("a text waits for more to be typed, and goes at once when the field is left", async () => {
  const queue = open();
  for (const text of ["Д", "Др", "Дроби"]) queue.put("lessons/7/topic", text, null, { wait: 600 });
  assert.deepEqual([sent, states.at(-1), page.timers.map(({ wait }) => wait)], [[], "saving", [600]]);
  queue.flush();
  assert.deepEqual(sent.map(([, text]) => text), ["Дроби"]);
});

test("what was typed back before it was sent is no change", () => {
  const queue = open();
  queue.put("lessons/7/topic", "Др", "Дроби", { wait: 600 });
  queue.put("lessons/7/topic", "Дроби", "Дроби", { wait: 600 });
  queue.put(mark(1), 4, 4);
  assert.deepEqual([sent, queue.isUnsaved, states.at(-1)], [[], false, "saved"]);
});

test("after a crash the next page sends what was left, unless something else stands there now", async () => {
  const before = open();
  before.put(mark(1), 5, null);
  before.put(mark(2), 4, 3);
  before.put("lessons/7/topic", "Дроби", null, { wait: 600 });
  sent = [];
  const queue = open();
  assert.deepEqual(queue.restore(), [{ cell: mark(1), value: 5 }, { cell: mark(2), value: 4 }, { cell: "lessons/7/topic", value: "Дроби" }]);
  assert.deepEqual(sent, [[mark(1), 5, null], [mark(2), 4, 3], ["lessons/7/topic", "Дроби", null]]);
  await queue.answer(saved);
  await queue.answer(refused("journal.changed-since"));
  await queue.answer(saved);
  assert.deepEqual(ended.map(([how]) => how), ["saved", "refused", "saved"]);
  assert.deepEqual(Object.keys(storage), []);
});

test("one's own value that arrived before the crash, its answer lost, is no one else's", async () => {
  const before = open();
  before.put(mark(1), 5, null);
  before.put(mark(1), 4, null);
  sent = [];
  const queue = open();
  queue.restore();
  await queue.answer(refused("journal.changed-since"));
  await queue.answer(saved);
  assert.deepEqual([sent, ended], [[[mark(1), 4, null], [mark(1), 4, 5]], [["saved", mark(1), 4]]]);
});

test("what another person left is not sent", () => {
  storage.setItem("zvonok/unsaved/33/x", JSON.stringify([{ cell: mark(1), value: 2, base: null, sent: [] }]));
  assert.deepEqual([open().restore(), sent, Object.keys(storage)], [[], [], ["zvonok/unsaved/33/x"]]);
});

test("a refusal is told with its reason and not repeated; what was typed since goes on", async () => {
  const queue = open();
  queue.put(mark(1), 5, null);
  await queue.answer(refused("journal.away-gets-no-mark", "he was away"));
  assert.deepEqual([ended, queue.isUnsaved], [[["refused", mark(1), 5, "he was away"]], false]);
  queue.put(mark(1), 4, null);
  queue.put(mark(1), 3, null);
  await queue.answer(refused("journal.away-gets-no-mark"));
  assert.deepEqual([ended.length, sent.at(-1)[1]], [1, 3]);
});

test("an undo asks for what it undoes to stand there; of what was never sent nobody is asked", async () => {
  const queue = open();
  queue.put(mark(1), 5, null);
  queue.put(mark(1), null, null, { expecting: 5 });
  await queue.answer(saved);
  assert.deepEqual(sent.at(-1), [mark(1), null, 5]);
  await queue.answer(saved);
  queue.put("lessons/7/topic", "Дроби", null, { wait: 600 });
  queue.put("lessons/7/topic", null, null, { expecting: "Дроби" });
  assert.equal(queue.isUnsaved, false);
});

test("a browser that keeps nothing is no reason to stop", async () => {
  storage.setItem = () => { throw new Error("QuotaExceededError"); };
  const queue = open();
  queue.put(mark(1), 5, null);
  await queue.answer(saved);
  assert.equal(states.at(-1), "saved");
});
