// @ts-check
/** @typedef {import("../web/live.js").LiveEvent} LiveEvent */
import { formToken, onLive } from "../web/live.js";
import { handOver } from "../web/worker-line.js";
import { ask, markup } from "./ask.js";
import { Composer } from "./composer.js";
import { Formulas } from "./formulas.js";
import { Lines } from "./lines.js";
import { Log } from "./log.js";
import { Outbox, Trouble } from "./outbox.js";
import { Parts } from "./parts.js";
import { Reading } from "./reading.js";
import { Sheet } from "./sheet.js";
import { Typing } from "./typing.js";

/** How many messages are asked for at once. */
const MANY = 200;

/** A thread: shows messages as they come, asks for those it has missed, sends what is written. */
export default class Chat {
  /** @type {Promise<void> | undefined} */
  #catching;
  #again = false;
  /** @type {import("./viewer.js").Viewer | undefined} */
  viewer;

  /** @param {HTMLElement} root the log */
  constructor(root) {
    this.root = root;
    this.path = root.dataset.path ?? "";
    this.last = Number(root.dataset.last);
    /** The count of changes to earlier messages up to which the page knows. */
    this.change = Number(root.dataset.change);
    const me = root.dataset.me ?? "", main = /** @type {HTMLElement} */ (root.parentElement);
    this.lines = new Lines(/** @type {HTMLOListElement} */ (root.querySelector("ol")), root, me);
    this.log = new Log(root, main.querySelector("[data-newer]"));
    this.reading = new Reading(root, this.path, Number(root.dataset.read));
    this.outbox = new Outbox({ key: `outbox:${me}:${this.path}`, send: (item) => this.send(item), changed: () => this.waiting() });
    const form = /** @type {HTMLFormElement} */ (main.querySelector("form.say"));
    this.typing = new Typing(main.querySelector("[data-typing]"), this.path, me);
    form?.addEventListener("input", () => this.typing.note());
    if (form) this.composer = new Composer(form, `draft:${me}:${this.path}`, (text, reply, files) => { this.outbox.add(text, reply, files); this.typing.sent(); this.log.toBottom(); }, (text, writtenAt) => this.saveDraft(text, writtenAt), me);
    this.sheet = new Sheet(/** @type {HTMLDialogElement} */ (root.querySelector("[data-sheet]")), (changed) => this.changed(changed), (seq) => this.answer(seq));
    this.parts = new Parts(root);
    this.formulas = new Formulas(root);
    this.stops = [
      onLive("messaging.posted", (event) => { this.hear(event).catch(() => {}); }), onLive("live.open", () => this.opened()),
      // Who has come back into the chat has missed what was said meanwhile.
      onLive("messaging.chats", () => { this.catchUp().catch(() => {}); }),
      onLive("messaging.typing", ({ path, payload }) => { if (path === this.path) this.typing.hear(payload); }),
      onLive("messaging.changed", ({ path, payload }) => { if (path === this.path) this.changed(payload); }),
    ];
    main.addEventListener("click", (event) => this.jump(event));
    this.folding(/** @type {HTMLDetailsElement} */ (main.querySelector(".ways-of-chat")), main);
    root.addEventListener("click", (event) => this.press(event));
    for (const line of root.querySelectorAll("[data-seq]")) this.meet(/** @type {HTMLElement} */ (line));
    // A link to one message, e.g. from the search, leads there, whatever is unread.
    const named = /^#m\d+$/.test(location.hash) ? root.querySelector(location.hash) : null;
    if (named) this.point(named); else root.querySelector(".fresh")?.scrollIntoView({ block: "start" });
    this.draw();
    this.outbox.kick();
  }

  /** What waits has changed: it is drawn, and the worker knows what to send should the page be closed. */
  waiting() {
    this.draw();
    const waiting = this.outbox.items.filter((item) => item.why === undefined);
    handOver(this.outbox.key, `${this.path}/messages`, waiting.map(asSent));
  }

  draw() { this.log.add(() => { this.lines.echo(this.outbox.items, this.outbox.trouble); return false; }); }

  /** The line to the server is there, perhaps again. */
  opened() {
    this.catchUp().catch(() => {});
    this.outbox.kick();
  }

  /**
   * A message, with its markup or without: then, or after a gap, the page asks.
   * @param {{ path: string, payload?: any }} event
   */
  async hear({ path, payload }) {
    if (path !== this.path || (payload && payload.seq <= this.last)) return;
    const isNext = payload?.html && payload.seq === this.last + 1 && this.lines.hasMessages && !this.#catching;
    if (isNext) this.show(payload.html); else await this.catchUp();
  }

  /**
   * An earlier message stands otherwise now.
   * @param {{ change: number, html: string } | undefined} changed
   */
  changed(changed) {
    if (changed && changed.change <= this.change) return;
    if (changed?.change === this.change + 1 && !this.#catching) this.show(changed.html); else this.catchUp().catch(() => {});
  }

  /** What stands at the head of the chat may be another message now. */
  async #renewPins() {
    const place = this.root.parentElement?.querySelector("[data-pins]");
    if (place) place.innerHTML = await markup(`${this.path}/pins`);
  }

  /** Put aside until a manager has looked at it: the page says so where the server says it. */
  async #renewWaiting() {
    const page = new DOMParser().parseFromString(await markup(this.path), "text/html");
    const [here, there] = [this.root.parentElement, page].map((place) => place?.querySelector("[data-held]"));
    if (here && there) here.replaceWith(there);
  }

  /** @param {string} html */
  show(html) {
    /** @type {HTMLElement[]} */
    let added = [];
    this.log.add(() => {
      const { change, newest, count, hasMovedPin } = this.lines.replace(html, this.last);
      // Where there may be more changes, those of newer messages do not say that these are known.
      this.change = Math.max(this.change, count < MANY ? newest : change);
      if (hasMovedPin) this.#renewPins().catch(() => {});
      added = this.lines.append(html, this.last);
      for (const line of added) this.meet(line);
      return added.some((line) => line.dataset.author !== this.lines.me);
    });
    this.last = Math.max(this.last, Number(added.at(-1)?.dataset.seq ?? 0));
    return added.length;
  }

  /**
   * A message is here: its echo is no longer needed, and it is to be read.
   * @param {HTMLElement} line
   */
  meet(line) {
    this.typing.stop(line.dataset.author ?? "");
    if (line.dataset.author === this.lines.me) this.outbox.drop(line.dataset.client ?? "");
    this.reading.watch(line);
  }

  /** Asks for what came after the last message that is here. One asking at a time; news meanwhile makes it ask once more. */
  catchUp() {
    this.#again = true;
    return this.#catching ??= this.#askWhatIsNew().finally(() => { this.#catching = undefined; });
  }

  async #askWhatIsNew() {
    while (this.#again) {
      this.#again = false;
      const known = this.change, added = this.show(await markup(`${this.path}/messages?after=${this.last}&limit=${MANY}&changed=${this.change}`));
      // There may be more of either than one answer holds.
      if (added === MANY || this.change > known) this.#again = true;
    }
    await this.#renewOnNewDay();
  }

  /** A new day has begun while the page was open: what it calls today is yesterday, so the whole part is written anew. */
  async #renewOnNewDay() {
    const days = [...this.root.querySelectorAll("li.date[data-day]")].map((line) => /** @type {HTMLElement} */ (line).dataset.day ?? "");
    if (!this.log.isAtBottom || !((days.at(-1) ?? "") > (this.root.dataset.today ?? ""))) return;
    const page = new DOMParser().parseFromString(await markup(this.path), "text/html");
    const log = /** @type {HTMLElement | null} */ (page.querySelector("[data-island='messaging/chat']"));
    if (!log || !(Number(log.dataset.last) >= this.last)) return;
    this.lines.list.replaceChildren(...log.querySelectorAll("ol > li"));
    this.root.dataset.today = log.dataset.today;
    this.last = Number(log.dataset.last);
    this.change = Number(log.dataset.change);
    this.draw();
    for (const line of this.root.querySelectorAll("[data-seq]")) this.meet(/** @type {HTMLElement} */ (line));
  }

  /**
   * @param {string} body
   * @param {number} writtenAt
   */
  async saveDraft(body, writtenAt) {
    const headers = { "Content-Type": "application/json", "X-Form-Token": formToken() };
    await ask(`${this.path}/draft`, { method: "POST", headers, body: JSON.stringify({ body, writtenAt }) });
  }

  /** @type {import("./outbox.js").Send} */
  async send(item) {
    const headers = { "Content-Type": "application/json", "X-Form-Token": formToken() };
    const { status, isSignedOut, text } = await ask(`${this.path}/messages`, { method: "POST", headers, body: JSON.stringify(asSent(item)) });
    if (isSignedOut) throw new Trouble(this.lines.signedOut);
    // Taken, but shown only once the message itself is here: until then its echo stands for it, and a repeat is harmless.
    if (status === 200) return this.hear({ path: this.path, payload: JSON.parse(text) });
    if (status === 202) return this.#renewWaiting();
    if (status < 400 || status >= 500 || [408, 425, 429].includes(status)) throw new Error(`${status}`);
    const page = new DOMParser().parseFromString(text, "text/html");
    return { why: (page.querySelector("[data-reason]") ?? page.querySelector("h1"))?.textContent ?? "" };
  }

  /** @param {MouseEvent} event */
  press(event) {
    const target = /** @type {HTMLElement} */ (event.target), echo = /** @type {HTMLElement | null} */ (target.closest("[data-echo]"));
    if (echo && target.closest("[data-retry]")) this.outbox.retry(echo.dataset.echo ?? "");
    if (echo && target.closest("[data-remove]")) this.outbox.drop(echo.dataset.echo ?? "");
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest("[data-before], [data-more], [data-sign], [data-shot]"));
    if (!link) return;
    event.preventDefault();
    if (link.dataset.shot !== undefined) this.look(link); else if (link.dataset.before) this.older(link); else if (link.dataset.sign) this.sheet.sign(link.href, link.dataset.sign); else this.sheet.open(link.href);
  }

  /**
   * The menu in the head goes when one presses beside it, or Escape.
   * @param {HTMLDetailsElement} menu
   * @param {HTMLElement} main
   */
  folding(menu, main) {
    main.addEventListener("click", (event) => { if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false; });
    // Not every browser gives the focus to what is pressed.
    /** @param {KeyboardEvent} event */
    const fold = ({ key }) => {
      if (key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    };
    document.addEventListener("keydown", fold);
    this.stops.push(() => document.removeEventListener("keydown", fold));
  }

  /**
   * A picture or a film, large, over the thread.
   * @param {HTMLAnchorElement} link
   */
  async look(link) {
    try {
      const { Viewer } = await import("./viewer.js");
      (this.viewer ??= new Viewer(this.root)).open(link);
    } catch { location.assign(link.href); }
  }

  /**
   * To a message that is on the page already; else the link leads to a page that has it.
   * @param {MouseEvent} event
   */
  jump(event) {
    const link = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest("[data-to]"));
    const line = link && this.root.querySelector(`[data-seq="${CSS.escape(link.dataset.to ?? "")}"]`);
    if (!line || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.point(line);
  }

  /** @param {Element} line */
  point(line) {
    line.scrollIntoView({ block: "center" });
    line.classList.add("shown");
    line.addEventListener("animationend", () => line.classList.remove("shown"), { once: true });
  }

  /** @param {string} seq the message to be answered */
  answer(seq) {
    const line = /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-seq="${CSS.escape(seq)}"]`));
    if (!line || !this.composer) return;
    const template = /** @type {HTMLTemplateElement} */ (this.root.querySelector("template[data-answer]"));
    const note = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    this.composer.answer(note, Number(seq), `${this.lines.author(line)}: ${line.querySelector("p[dir]")?.textContent ?? line.querySelector(".files img")?.getAttribute("alt") ?? line.querySelector(".files b, .files figcaption")?.textContent ?? ""}`);
  }

  /** @param {HTMLElement} link */
  async older(link) {
    if (link.ariaBusy === "true") return;
    link.ariaBusy = "true";
    try {
      const html = await markup(`${this.path}/messages?before=${link.dataset.before}`);
      this.log.add(() => {
        for (const line of this.lines.prepend(html, link.closest("li"))) this.meet(line);
        return false;
      });
    } catch { /* no connection: the link is still there */ } finally { link.ariaBusy = null; }
  }

  disconnect() {
    for (const stop of this.stops) stop();
    this.outbox.close();
    this.reading.close();
    this.typing.close();
    this.parts.close();
    this.formulas.close();
    this.composer?.close();
    this.viewer?.dialog.remove();
  }
}

/**
 * A message as the server takes it, from the page or from the worker.
 * @param {import("./outbox.js").Item} item
 */
function asSent({ clientID, body, reply, files, sure }) {
  return { clientID, body, reply, ...(files?.length ? { files: files.map(({ id }) => id) } : {}), ...(sure ? { sure: 1 } : {}) };
}
