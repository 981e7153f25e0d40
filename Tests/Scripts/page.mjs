/**
 * A page without a browser, as much of it as the features' scripts touch. Each test file runs in a process of its own,
 * so the globals set here belong to it alone. Call this before importing a script:
 *
 *     const page = openPage();
 *     const { onLive } = await script("web/live.js");
 */
export function openPage({ address = "https://school.example/" } = {}) {
  const page = {
    /** The sockets the script has opened, oldest first. */
    lines: /** @type {Line[]} */ ([]),
    /** What waits for its time: `{ run, wait }`. */
    timers: /** @type {{ run: () => void, wait: number }[]} */ ([]),
    /** Lets everything that waits now run, whatever its time. */
    passTime() { for (const { run } of page.timers.splice(0)) run(); },
  };

  class Line extends EventTarget {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSING = 2;
    static CLOSED = 3;
    sent = /** @type {string[]} */ ([]);
    readyState = Line.CONNECTING;

    /** @param {string} url */
    constructor(url) { super(); this.url = String(url); page.lines.push(this); }

    send(/** @type {string} */ text) { this.sent.push(text); }
    close() { this.lose(); }

    /** What the server does: */
    open() { this.readyState = Line.OPEN; this.#happen("open"); }
    say(/** @type {object} */ event) { this.#happen("message", { data: JSON.stringify(event) }); }
    lose(code = 1006) { this.readyState = Line.CLOSED; this.#happen("close", { code }); }

    #happen(/** @type {string} */ type, fields = {}) {
      const event = Object.assign(new Event(type), fields);
      this[`on${type}`]?.(event);
      this.dispatchEvent(event);
    }
  }

  const document = Object.assign(new EventTarget(), { visibilityState: "visible", hidden: false, querySelector: () => null });
  const setTimeout = (/** @type {() => void} */ run, wait = 0) => { page.timers.push({ run, wait }); return page.timers.at(-1); };
  const clearTimeout = (/** @type {any} */ timer) => { page.timers = page.timers.filter((each) => each !== timer); };
  const globals = { document, navigator: { onLine: true }, location: new URL(address), WebSocket: Line, CustomEvent: globalThis.CustomEvent ?? NamedEvent, setTimeout, clearTimeout };
  for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return page;
}

/** A feature's script by the name the server gives it. */
export const script = (/** @type {string} */ name) => import(`../../.build-tools/assets/${name}`);

/** Node 18 has no CustomEvent. */
class NamedEvent extends Event {
  constructor(/** @type {string} */ type, options = {}) { super(type, options); this.detail = options.detail ?? null; }
}
