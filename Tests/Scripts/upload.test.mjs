import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openPage, script } from "./page.mjs";

const page = openPage();
const { Upload, Refused } = await script("files/upload.js");
const { shape } = await script("files/record.js");

/** A server that keeps pieces as ours does; a test may break the line before or after it has heard. */
class Server {
  /** @type {Map<number, { size: number, bytes: string, state: string, name: string }>} */
  files = new Map();
  /** @type {string[]} */
  asked = [];
  /** What happens to the next requests: `lost` (never heard), `deaf` (done, but the answer is lost). @type {(string | undefined)[]} */
  faults = [];
  verdicts = ["ready"];
  next = 7;

  fetch = async (/** @type {string} */ path, /** @type {any} */ { method, body, headers, signal }) => {
    this.asked.push(`${method} ${path}${headers["Upload-Offset"] ? ` ${headers["Upload-Offset"]}` : ""}`);
    const fault = this.faults.shift();
    if (fault === "lost") throw new TypeError("no connection");
    const answer = await this.#answer(path, method, body, headers);
    if (signal?.aborted) throw new DOMException("aborted", "AbortError");
    if (fault === "deaf") throw new TypeError("no connection");
    return answer;
  };

  async #answer(/** @type {string} */ path, /** @type {string} */ method, /** @type {any} */ body, /** @type {any} */ headers) {
    if (method === "POST") {
      const { name, size } = JSON.parse(body);
      if (size > 1_000_000) return reply(422, { title: "too large" });
      this.files.set(this.next, { name, size, bytes: "", state: "uploading" });
      return reply(201, { upload: this.next++ });
    }
    const id = Number(path.match(/\d+/)?.[0]), file = this.files.get(id);
    if (!file) return reply(404, {});
    if (method === "HEAD") return reply(204, {}, { "Upload-Offset": String(file.bytes.length) });
    if (method === "DELETE") { this.files.delete(id); return reply(204, {}); }
    if (method === "PATCH") {
      if (Number(headers["Upload-Offset"]) !== file.bytes.length) return reply(409, { title: "other offset" });
      file.bytes += await body.text();
      if (file.bytes.length === file.size) file.state = this.verdicts.shift() ?? "ready";
    } else if (file.state === "checking") file.state = this.verdicts.shift() ?? "ready";
    return reply(200, { file: id, state: file.state, received: file.bytes.length, why: file.state === "refused" ? "a virus" : undefined });
  }
}
const reply = (/** @type {number} */ status, /** @type {object} */ body, headers = {}) => ({
  ok: status < 300, status, headers: new Map(Object.entries(headers)), json: async () => body,
});

/** @type {Server} */
let server;
/** @type {Map<string, string>} */
let kept;
const file = (size = 600_000, name = "photo.jpg") => Object.assign(new Blob(["x".repeat(size)]), { name, lastModified: 5 });
const settle = async () => { for (let turn = 0; turn < 40; turn += 1) await new Promise((done) => setImmediate(done)); };
const finish = async (/** @type {Promise<any>} */ promise) => {
  let ended = false;
  promise.then(() => { ended = true; }, () => { ended = true; });
  for (let round = 0; round < 40 && !ended; round += 1) { await settle(); page.passTime(); }
  assert.ok(ended, "it came to an end");
  return promise;
};

beforeEach(() => {
  page.timers.length = 0;
  server = new Server();
  kept = new Map();
  const storage = { getItem: (/** @type {string} */ key) => kept.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value), removeItem: (/** @type {string} */ key) => kept.delete(key) };
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
  Object.defineProperty(globalThis, "fetch", { value: server.fetch, configurable: true });
  Object.assign(document, { body: { dataset: { formToken: "word" } } });
});

test("a file goes in pieces, in their order, and is then forgotten", async () => {
  const told = /** @type {number[]} */ ([]);
  const found = await finish(new Upload(file(), { onProgress: (/** @type {number} */ sent) => told.push(sent) }).start());
  assert.equal(found.state, "ready");
  assert.equal(server.files.get(7)?.bytes.length, 600_000);
  assert.deepEqual(told, [...told].sort((a, b) => a - b));
  assert.equal(told.at(-1), 600_000);
  assert.ok(server.asked.filter((each) => each.startsWith("PATCH")).length > 1);
  assert.equal(kept.size, 0);
});

test("over a broken line it asks how much has arrived and goes on from there; no byte goes twice into the file", async () => {
  const states = /** @type {string[]} */ ([]);
  server.faults = [undefined, "deaf", "lost", undefined, "deaf"];
  await finish(new Upload(file(), { onState: (/** @type {string} */ state) => states.push(state) }).start());
  assert.equal(server.files.get(7)?.bytes.length, 600_000);
  assert.ok(server.asked.some((each) => each.startsWith("HEAD")));
  assert.ok(states.includes("waiting") && states.at(-1) === "done", `${states}`);
});

test("a reload goes on with the same file, not with another or another person's", async () => {
  server.faults = [undefined, undefined, "lost"];
  const before = new Upload(file(), { me: "1" });
  before.start();
  await settle();
  before.pause();
  page.timers.length = 0;
  const arrived = server.files.get(7)?.bytes.length ?? 0;
  assert.ok(arrived > 0 && arrived < 600_000);
  server.asked = [];
  await finish(new Upload(file(600_000, "other.jpg"), { me: "1" }).start());
  await finish(new Upload(file(), { me: "2" }).start());
  assert.equal(server.files.size, 3);
  server.asked = [];
  await finish(new Upload(file(), { me: "1" }).start());
  assert.equal(server.files.size, 3);
  assert.deepEqual(server.asked.slice(0, 2), ["HEAD /files/uploads/7", `PATCH /files/uploads/7 ${arrived}`]);
});

test("what was kept may be gone there: it begins anew", async () => {
  kept.set("upload::photo.jpg:600000:5:false", "3");
  await finish(new Upload(file()).start());
  assert.equal(server.files.get(7)?.bytes.length, 600_000);
});

test("a refusal is told in its words and ends it", async () => {
  const large = new Upload(file(1_000_001));
  await assert.rejects(finish(large.start()), (error) => error instanceof Refused && error.message === "too large");
  server.verdicts = ["checking", "checking", "refused"];
  const infected = new Upload(file());
  await assert.rejects(finish(infected.start()), /a virus/);
  assert.equal(infected.state, "refused");
  assert.equal(kept.size, 0);
});

test("paused it sends nothing until it goes on; cancelled it is deleted there", async () => {
  const upload = new Upload(file()), end = upload.start();
  await settle();
  const one = new Upload(file(600_000, "one.jpg"));
  server.faults = [undefined, undefined, "lost"];
  const running = one.start();
  await settle();
  one.pause();
  await settle();
  const asked = server.asked.length;
  page.passTime();
  await settle();
  assert.equal(server.asked.length, asked);
  one.goOn();
  await finish(running);
  assert.equal(one.state, "done");
  await finish(end);

  server.faults = [undefined, undefined, "lost"];
  const other = new Upload(file(600_000, "other.jpg")), ended = other.start();
  await settle();
  const before = server.files.size;
  await other.cancel();
  assert.equal(await finish(ended), undefined);
  assert.equal(server.files.size, before - 1);
  assert.equal(kept.size, 0);
});

test("two tabs with one file: both end, and it is there once", async () => {
  const tabs = [new Upload(file()), new Upload(file())];
  const first = tabs[0].start();
  await Promise.resolve();
  for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setImmediate(done));
  await finish(Promise.all([first, tabs[1].start()]));
  for (const each of server.files.values()) assert.equal(each.bytes.length, 600_000);
});

test("a shape has 64 heights, the loudest 255, whatever the length", () => {
  for (const count of [0, 1, 10, 64, 3000]) {
    const levels = Array.from({ length: count }, (_, place) => place / Math.max(1, count - 1) / 2);
    assert.equal(shape(levels).length, 64);
    assert.equal(Math.max(...shape(levels)), count > 1 ? 255 : 0);
  }
});
