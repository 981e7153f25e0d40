import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, script } from "./page.mjs";

const page = openPage();
const { connect, onLive } = await script("web/live.js");

test("an event is heard by those who listen for its name, until they stop", () => {
  connect();
  const line = page.lines.at(-1);
  line.open();
  const heard = [];
  const stop = onLive("journal.mark-put", (event) => heard.push(event.path));
  line.say({ name: "journal.mark-put", path: "/journal/1/marks/2" });
  line.say({ name: "messaging.posted", path: "/chats/1" });
  stop();
  line.say({ name: "journal.mark-put", path: "/journal/1/marks/3" });
  assert.deepEqual(heard, ["/journal/1/marks/2"]);
});

test("a lost line is opened again, later each time while the server does not answer", () => {
  page.timers.length = 0;
  connect();
  const opened = page.lines.length;
  const waits = [];
  for (let time = 0; time < 3; time += 1) {
    page.lines.at(-1).lose();
    waits.push(page.timers.at(-1).wait);
    page.passTime();
  }
  assert.equal(page.lines.length, opened + 3);
  assert.ok(waits[2] > waits[0], `${waits}`);
});
