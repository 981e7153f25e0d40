import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, script } from "./page.mjs";

openPage();
const { wishOf } = await script("journal/keys.js");
const { UndoStack } = await script("journal/undo.js");

const russian = new Map([["н", "absent"], ["б", "ill"], ["у", "excused"], ["о", "late"]]);
const english = new Map([["a", "absent"], ["i", "ill"], ["e", "excused"], ["l", "late"]]);
const key = (name, code = "", rest = {}) => ({ key: name, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...rest });
const absence = (event, letters = russian) => wishOf(event, letters)?.code;

test("letters of absence are the page's own, in either case", () => {
  for (const [letter, code] of russian) assert.equal(absence(key(letter)), code);
  assert.equal(absence(key("Н", "KeyY", { shiftKey: true })), "absent");
  for (const [letter, code] of english) assert.equal(absence(key(letter), english), code);
});

test("on a Latin layout the same physical keys do the same", () => {
  for (const [name, code, meaning] of [["y", "KeyY", "absent"], [",", "Comma", "ill"], ["e", "KeyE", "excused"], ["j", "KeyJ", "late"]]) {
    assert.equal(absence(key(name, code)), meaning);
  }
  assert.equal(absence(key("н", "KeyY"), english), "absent", "and a Russian layout on an English page");
});

test("other letters ask for nothing", () => {
  for (const [name, code] of [["к", "KeyR"], ["q", "KeyQ"], ["1", "Digit1"], ["6", "Digit6"], ["Tab", "Tab"], ["F5", "F5"]]) assert.equal(wishOf(key(name, code), russian), undefined);
});

test("digits, arrows, erasing, help and undo", () => {
  assert.deepEqual(wishOf(key("5", "Numpad5"), russian), { what: "mark", digit: 5 });
  assert.deepEqual(wishOf(key("ArrowLeft"), russian), { what: "move", down: 0, right: -1 });
  for (const name of ["Delete", "Backspace"]) assert.deepEqual(wishOf(key(name), russian), { what: "erase" });
  assert.deepEqual(wishOf(key("?", "Slash", { shiftKey: true }), russian), { what: "help" });
  assert.deepEqual(wishOf(key("?", "Digit7", { shiftKey: true }), russian), { what: "help" });
  for (const held of ["ctrlKey", "metaKey"]) assert.deepEqual(wishOf(key("я", "KeyZ", { [held]: true }), russian), { what: "undo" });
});

test("the browser's own shortcuts stay its own", () => {
  for (const held of ["ctrlKey", "metaKey", "altKey"]) assert.equal(wishOf(key("e", "KeyE", { [held]: true }), russian), undefined);
  assert.equal(wishOf(key("z", "KeyZ", { ctrlKey: true, shiftKey: true }), russian), undefined);
});

test("the last change is undone first; what was refused is none; a change to the same is none", () => {
  const undo = new UndoStack();
  undo.push({ cell: "a", was: null, became: 5 });
  undo.push({ cell: "b", was: 4, became: 3 });
  undo.push({ cell: "b", was: 3, became: 3 });
  undo.push({ cell: "c", was: null, became: "ill" });
  undo.forget("c");
  assert.deepEqual([undo.pop(), undo.pop(), undo.pop(), undo.isEmpty], [{ cell: "b", was: 4, became: 3 }, { cell: "a", was: null, became: 5 }, undefined, true]);
});
