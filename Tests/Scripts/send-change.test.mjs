import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, script } from "./page.mjs";

openPage();
// The word every change carries stands in the page.
Object.assign(document, { body: { dataset: { formToken: "word" } } });
const { sendChange } = await script("journal/send-change.js");

/** What the server answers to the next request, and what it was asked. */
function server(status, told) {
  const asked = [];
  globalThis.fetch = async (address, how) => {
    asked.push({ address, body: JSON.parse(how.body) });
    return { ok: status < 300, status, json: async () => told };
  };
  return asked;
}

test("a change of a closed term waits: nothing typed is lost, and the words say what to do", async () => {
  server(403, { type: "journal.term-closed", title: "Период закрыт" });
  assert.deepEqual(await sendChange("lessons/7/topic", "Дроби", undefined, false), { kind: "later", words: "Период закрыт" });
  server(403, { type: "web.prove-again", title: "Подтвердите, что это вы" });
  assert.deepEqual(await sendChange("lessons/7/topic", "Дроби", undefined, false, "ошибка"), { kind: "later", words: "Подтвердите, что это вы" });
});

test("the reason goes along where there is one", async () => {
  const asked = server(200, { text: "Дроби" });
  await sendChange("lessons/7/topic", "Дроби", null, false, "ошибка");
  await sendChange("lessons/7/pupils/3/mark", 5, undefined, false);
  assert.deepEqual(asked.map((each) => each.body), [{ text: "Дроби", expecting: { text: null }, reason: "ошибка" }, { value: 5 }]);
});

test("one who may not is refused for good", async () => {
  server(403, { type: "journal.only-the-teacher-keeps", title: "Нет" });
  assert.equal((await sendChange("lessons/7/topic", "Дроби", undefined, false)).kind, "refused");
});
