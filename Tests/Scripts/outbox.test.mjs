import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openPage, script } from "./page.mjs";

const page = openPage();
const { Outbox, Trouble } = await script("messaging/outbox.js");

/** A server that takes, refuses or does not answer, as it is told; it remembers what reached it. */
class Server {
  reached = /** @type {{ clientID: string, body: string }[]} */ ([]);
  answers = /** @type {((item: any) => any)[]} */ ([]);
  send = async (/** @type {any} */ item) => {
    this.reached.push({ clientID: item.clientID, body: item.body });
    return (this.answers.shift() ?? taken)(item);
  };
  get bodies() { return this.reached.map(({ body }) => body); }
}
const taken = () => undefined;
const refused = (/** @type {string} */ why) => () => ({ why });
const lost = () => { throw new TypeError("no connection"); };

/** The browser's storage, which outlives the page. */
class Storage {
  kept = new Map();
  isForbidden = false;
  getItem(/** @type {string} */ key) { if (this.isForbidden) throw new Error("forbidden"); return this.kept.get(key) ?? null; }
  setItem(/** @type {string} */ key, /** @type {string} */ value) { if (this.isForbidden) throw new Error("full"); this.kept.set(key, value); }
  removeItem(/** @type {string} */ key) { if (this.isForbidden) throw new Error("forbidden"); this.kept.delete(key); }
}

/** @type {Storage} */
let storage;
/** @type {Server} */
let server;
const open = (parts = {}) => new Outbox({ key: "outbox:7:/chats/1", send: server.send, ...parts });
/** Lets promises run until nothing is left to run. */
const settle = async () => { for (let turn = 0; turn < 50; turn += 1) await Promise.resolve(); };
const passTime = async () => { page.passTime(); await settle(); };

beforeEach(() => {
  page.timers.length = 0;
  storage = new Storage();
  server = new Server();
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
});

test("what is written goes one at a time, in its order, and is then forgotten", async () => {
  const outbox = open();
  let underWay = 0, most = 0;
  outbox.send = async (/** @type {any} */ item) => {
    most = Math.max(most, underWay += 1);
    await settle();
    underWay -= 1;
    return server.send(item);
  };
  for (const body of ["one", "two", "three"]) outbox.add(body);
  for (let turn = 0; turn < 10; turn += 1) await settle();
  assert.deepEqual(server.bodies, ["one", "two", "three"]);
  assert.equal(most, 1);
  assert.deepEqual(outbox.items, []);
  assert.equal(storage.kept.size, 0);
});

test("a lost connection: the first is tried again under its own name, the others wait behind it, later each time", async () => {
  server.answers = [lost, lost, lost];
  const outbox = open();
  for (const body of ["one", "two"]) outbox.add(body);
  const waits = [];
  for (let time = 0; time < 3; time += 1) {
    await settle();
    assert.equal(page.timers.length, 1);
    waits.push(page.timers[0].wait);
    await passTime();
  }
  assert.deepEqual(server.bodies, ["one", "one", "one", "one", "two"]);
  assert.equal(new Set(server.reached.slice(0, 4).map(({ clientID }) => clientID)).size, 1);
  assert.notEqual(server.reached[0].clientID, server.reached[4].clientID);
  assert.match(server.reached[0].clientID, /^[0-9a-f]{32}$/);
  assert.ok(waits[0] < waits[1] && waits[1] < waits[2], `${waits}`);
  assert.deepEqual(outbox.items, []);
});

test("the wait grows to half a minute and no further; a sign of life ends it at once", async () => {
  server.answers = Array(12).fill(lost);
  const outbox = open();
  outbox.add("one");
  for (let time = 0; time < 11; time += 1) { await settle(); await passTime(); }
  assert.ok(page.timers[0].wait <= 30_000 * 1.25);
  outbox.kick();
  await settle();
  assert.equal(page.timers.length, 0);
  assert.deepEqual(outbox.items, []);
});

test("a reload or a crash keeps what is not sent, with its names and in its order", async () => {
  server.answers = [lost];
  const before = open();
  const names = ["one", "two"].map((body) => before.add(body).clientID);
  await settle();
  page.timers.length = 0;   // the page is gone, and its timers with it
  before.close();

  const after = open();
  assert.deepEqual(after.items.map(({ clientID }) => clientID), names);
  after.kick();
  await settle();
  assert.deepEqual(server.reached.slice(1), [{ clientID: names[0], body: "one" }, { clientID: names[1], body: "two" }]);
  assert.deepEqual(after.items, []);
});

test("a refusal stops only its own message; the author may try it again or throw it away", async () => {
  server.answers = [taken, refused("too long"), taken, refused("not now")];
  const outbox = open();
  for (const body of ["one", "two", "three", "four"]) outbox.add(body);
  await settle();
  assert.deepEqual(server.bodies, ["one", "two", "three", "four"]);
  assert.deepEqual(outbox.items.map(({ body, why }) => [body, why]), [["two", "too long"], ["four", "not now"]]);

  const [two, four] = outbox.items;
  outbox.drop(four.clientID);
  outbox.retry(two.clientID);
  await settle();
  assert.deepEqual(server.reached.at(-1), { clientID: two.clientID, body: "two" });
  assert.deepEqual(outbox.items, []);
  // What was refused stays refused after a reload: it waits for its author.
  server.answers = [refused("again")];
  outbox.add("five");
  await settle();
  const later = open();
  later.kick();
  await settle();
  assert.equal(server.reached.length, 6);
  assert.deepEqual(later.items.map(({ why }) => why), ["again"]);
});

test("what the line has brought meanwhile is not sent again", async () => {
  server.answers = [lost];
  const outbox = open();
  const { clientID } = outbox.add("one");
  await settle();
  outbox.drop(clientID);
  await passTime();
  assert.deepEqual(server.bodies, ["one"]);
});

test("a trouble is told in its words until something goes again", async () => {
  server.answers = [() => { throw new Trouble("sign in"); }];
  let told = "";
  const outbox = open({ changed: () => { told = outbox?.trouble ?? ""; } });
  outbox.add("one");
  await settle();
  assert.equal(told, "sign in");
  await passTime();
  assert.equal(outbox.trouble, "");
});

test("a browser that keeps nothing still sends everything, once", async () => {
  storage.isForbidden = true;
  server.answers = [lost, taken, refused("no")];
  const outbox = open();
  for (const body of ["one", "two", "three"]) outbox.add(body);
  await settle();
  await passTime();
  assert.deepEqual(server.bodies, ["one", "one", "two", "three"]);
  assert.deepEqual(outbox.items.map(({ why }) => why), ["no"]);
});

test("two tabs of one chat have one list", async () => {
  server.answers = [lost];
  const one = open(), other = open();
  one.add("from one");
  await settle();
  other.add("from the other");
  await settle();
  assert.deepEqual(new Set(server.bodies), new Set(["from one", "from the other"]));
  assert.deepEqual(one.items, []);
  // The first tab's repeat finds nothing left to send.
  const sent = server.reached.length;
  await passTime();
  assert.equal(server.reached.length, sent);
});

test("a message's files wait with it and go with it, each time it is tried", async () => {
  const files = [{ id: 5, name: "план.txt" }], seen = /** @type {any[]} */ ([]);
  server.answers = [lost];
  const outbox = open({ send: async (/** @type {any} */ item) => { seen.push(item.files); return server.send(item); } });
  outbox.add("", undefined, files);
  await settle();
  assert.deepEqual(outbox.items[0].files, files);
  await passTime();
  assert.deepEqual(seen, [files, files]);
  assert.equal(outbox.items.length, 0);
});
