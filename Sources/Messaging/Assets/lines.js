// @ts-check
/** @typedef {import("./outbox.js").Item} Item */

/**
 * The lines of a thread: messages as the server wrote them, and after them the echoes of what is not sent yet.
 * A message stands in it once, whichever way it came.
 */
export class Lines {
  /**
   * @param {HTMLOListElement} list
   * @param {HTMLElement} root holds the templates
   * @param {string} me the reader's number
   */
  constructor(list, root, me) {
    this.list = list;
    this.root = root;
    this.me = me;
  }

  get hasMessages() { return this.list.querySelector("[data-seq]") !== null; }

  /**
   * Puts messages with their days behind those that are there. Returns the new ones.
   * @param {string} html
   * @param {number} last the number of the last message that is there
   */
  append(html, last) {
    /** @type {HTMLElement[]} */
    const added = [];
    let day = /** @type {HTMLElement | null} */ (null);
    for (const line of parse(html)) {
      if (line.dataset.day) { day = line; continue; }
      if (!(Number(line.dataset.seq) > last)) { day = null; continue; }
      last = Number(line.dataset.seq);
      if (day) this.#insert(day);
      day = null;
      added.push(this.#insert(this.#own(line)));
    }
    return added;
  }

  /**
   * Messages that are on the page and stand otherwise now take their places again. Says how many came, the highest count of changes among
   * these, and among all that came.
   * @param {string} html
   * @param {number} last
   */
  replace(html, last) {
    let change = 0, newest = 0, count = 0, hasMovedPin = false;
    for (const line of parse(html)) {
      newest = Math.max(newest, Number(line.dataset.change ?? 0));
      const known = Number(line.dataset.seq) <= last ? this.list.querySelector(`[data-seq="${CSS.escape(line.dataset.seq ?? "")}"]`) : null;
      if (!line.dataset.seq || Number(line.dataset.seq) > last) continue;
      change = Math.max(change, Number(line.dataset.change ?? 0));
      count += 1;
      if (!known) { hasMovedPin = true; continue; }
      hasMovedPin ||= (known.querySelector("[aria-labelledby=pinned-word]") === null) !== (line.querySelector("[aria-labelledby=pinned-word]") === null);
      line.classList.toggle("next", known.classList.contains("next"));
      // What the message asks of the reader has come to them alone, and is not in what came to all.
      const part = known.querySelector("[data-part]");
      if (part) line.querySelector("[data-part]")?.replaceWith(part);
      known.replaceWith(this.#own(line));
    }
    return { change, newest, count, hasMovedPin };
  }

  /**
   * Who is named over a message, perhaps some lines above.
   * @param {Element} line
   */
  author(line) {
    return line.querySelector("h3")?.firstChild?.textContent ?? "";
  }

  /**
   * Puts an older part before those that are there, in place of the link that asked for it. Returns its messages.
   * @param {string} html
   * @param {Element | null} link
   */
  prepend(html, link) {
    const older = parse(html), above = this.list.querySelector("li.date[data-day]");
    link?.remove();
    this.list.prepend(...older);
    // The day at the head of the page was there for the sake of the page: it stands above these now.
    const days = older.filter((line) => line.dataset.day);
    if (above && days.at(-1)?.dataset.day === /** @type {HTMLElement} */ (above).dataset.day) above.remove();
    return older.filter((line) => line.dataset.seq);
  }

  /** @param {HTMLElement} line */
  #insert(line) {
    this.list.querySelector("[data-empty]")?.remove();
    const echo = this.list.querySelector("[data-echo]"), before = echo ? echo.previousElementSibling : this.list.lastElementChild;
    // Who is named above no message would stand under nobody's name.
    if (!before?.matches("[data-seq]")) line.classList.remove("next");
    this.list.insertBefore(line, echo);
    return line;
  }

  /**
   * What a message's shared markup cannot know: whether it is the reader's own, and the role's word in their language.
   * @param {HTMLElement} line
   */
  #own(line) {
    line.classList.toggle("mine", line.dataset.author === this.me);
    for (const place of line.querySelectorAll("[data-role]")) {
      const role = /** @type {HTMLElement} */ (place).dataset.role ?? "";
      if (!place.textContent) place.textContent = this.#template("roles").content.querySelector(`[data-role="${CSS.escape(role)}"]`)?.textContent ?? "";
    }
    for (const place of line.querySelectorAll("[data-word]")) {
      const word = /** @type {HTMLElement} */ (place).dataset.word ?? "";
      if (!place.textContent) place.textContent = this.#template("roles").content.querySelector(`[data-word="${CSS.escape(word)}"]`)?.textContent ?? "";
    }
    for (const place of line.querySelectorAll("[data-bytes]")) if (!place.textContent) place.textContent = size(Number(/** @type {HTMLElement} */ (place).dataset.bytes));
    for (const sign of line.querySelectorAll("[data-by]")) {
      sign.classList.toggle("mine", (/** @type {HTMLElement} */ (sign).dataset.by ?? "").split(" ").includes(this.me));
    }
    line.classList.toggle("named", line.querySelector(`[data-person="${CSS.escape(this.me)}"]`) !== null);
    return line;
  }

  /**
   * Shows what is not sent yet, in its order; lines that are right already stay, so that a button about to be pressed does too.
   * @param {Item[]} items
   * @param {string} trouble why none of them goes just now
   */
  echo(items, trouble) {
    const echoes = /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll("[data-echo]")]);
    const shown = new Map(echoes.map((line) => [line.dataset.echo, line]));
    if (items.length > 0) this.list.querySelector("[data-empty]")?.remove();
    for (const item of items) {
      const state = item.why === undefined ? "sending" : "failed", known = shown.get(item.clientID);
      const line = known?.dataset.state === state ? known : this.#fresh(state, item);
      shown.delete(item.clientID);
      const why = line.querySelector(state === "failed" ? "[data-why]" : ".sent");
      if (why && (item.why || trouble)) why.textContent = item.why ?? trouble;
      if (line === known) continue;
      if (known) known.replaceWith(line); else this.list.append(line);
    }
    for (const line of shown.values()) line.remove();
  }

  /**
   * @param {string} state
   * @param {Item} item
   */
  #fresh(state, item) {
    const line = /** @type {HTMLElement} */ (this.#template(state).content.firstElementChild?.cloneNode(true));
    line.dataset.echo = item.clientID;
    const text = line.querySelector("p");
    if (text) text.textContent = item.body;
    if (item.files) text?.before(...item.files.map(({ name }) => Object.assign(document.createElement("p"), { className: "paper", textContent: name })));
    return line;
  }

  /** @param {string} name */
  #template(name) { return /** @type {HTMLTemplateElement} */ (this.root.querySelector(`template[data-${name}]`)); }

  /** A word the page brought for its scripts. */
  get signedOut() { return this.#template("roles").dataset.signedOut ?? ""; }
}

/**
 * How large a file is, as the page's language says it.
 * @param {number} bytes
 */
function size(bytes) {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  let unit = 0;
  while (bytes >= 1000 && unit < units.length - 1) { bytes /= 1024; unit += 1; }
  const form = { style: /** @type {const} */ ("unit"), unit: units[unit], unitDisplay: /** @type {const} */ ("short"), maximumFractionDigits: unit > 0 && bytes < 10 ? 1 : 0 };
  return new Intl.NumberFormat(document.documentElement.lang || "ru", form).format(bytes);
}

/**
 * @param {string} html from the server
 * @returns {HTMLElement[]}
 */
function parse(html) {
  const place = document.createElement("template");
  place.innerHTML = html;
  return /** @type {HTMLElement[]} */ ([...place.content.children]);
}
