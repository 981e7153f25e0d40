// @ts-check
// The site's worker: keeps the last seen pages for one person, shows that something has come while no page is open, and sends what
// waits. Served as `/sw.js` with one line before it, `const ASSETS = "/assets/3f9a…"`; a new release is thereby a new worker.

const worker = /** @type {any} */ (globalThis);
/** Scripts and styles; the last seen pages; what waits to be sent. All but the first belong to one person. */
const FILES = "files", PAGES = "pages", WAITING = "waiting";
/** Which person and side the kept pages are of: the server says it with each answer. */
const READER = "Zvonok-Reader", OWNER = "/kept-for";
/** Pages worth keeping, and how many of them. */
const KEPT = /^\/(chats(\/\d+)?|diary(\/\d+(\/[\d-]+)?)?)?$/, MOST = 40;
/** Without which no kept page is itself, and the page for what is not kept. */
const NEEDED = ["/offline", `${folder()}/site.css`, `${folder()}/web/islands.js`, `${folder()}/web/live.js`];

/** The first line of the served script. */
function folder() {
  // @ts-ignore
  return /** @type {string} */ (typeof ASSETS === "string" ? ASSETS : "");
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil((async () => {
  await (await caches.open(FILES)).addAll(NEEDED);
  await worker.skipWaiting();
})()));

worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil((async () => {
  const files = await caches.open(FILES);
  for (const { url } of await files.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith("/assets/") && !pathname.startsWith(`${folder()}/`)) await files.delete(url);
  }
  await worker.clients.claim();
})()));

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const request = /** @type {Request} */ (event.request), url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "GET" && url.pathname.startsWith(`${folder()}/`)) event.respondWith(file(request));
  else if (request.mode === "navigate" && request.method === "GET") event.respondWith(page(request, url, event));
  // Whoever signs out, or looks from another side, leaves nothing behind.
  else if (request.method === "POST" && ["/more/sign-out", "/more/hat", "/more/stolen"].includes(url.pathname)) event.waitUntil(forget());
});

/** @param {Request} request */
async function file(request) {
  const files = await caches.open(FILES), known = await files.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await files.put(request, answer.clone());
  return answer;
}

/**
 * The server's answer, and only where there is none what was seen last.
 * @param {Request} request @param {URL} url @param {any} event
 */
async function page(request, url, event) {
  let answer;
  try { answer = await fetch(request); } catch { return await kept(url) ?? await (await caches.open(FILES)).match("/offline") ?? Response.error(); }
  if (answer.type === "opaqueredirect" || answer.status >= 500) return answer;
  const reader = answer.headers.get(READER);
  // A refusal by something in front of the server says nothing of who reads; a device without room left shows pages all the same.
  if (reader || answer.ok) await belongTo(reader).catch(() => {});
  if (reader && answer.ok && !answer.redirected && KEPT.test(url.pathname)) event.waitUntil(keep(url, answer.clone(), reader).catch(() => {}));
  return answer;
}

let turn = /** @type {Promise<unknown>} */ (Promise.resolve());
/**
 * Whose the kept pages are and what is kept change one after the other: a page that arrives late is not kept for the next person.
 * @template T @param {() => Promise<T>} work @returns {Promise<T>}
 */
function inTurn(work) {
  const done = turn.then(work);
  turn = done.catch(() => {});
  return done;
}

async function owner() { return await (await (await caches.open(PAGES)).match(OWNER))?.text(); }

/** @param {string | null} reader nobody where one has signed out */
function belongTo(reader) {
  return inTurn(async () => {
    if (reader && await owner() === reader) return;
    await wipe();
    if (reader) await (await caches.open(PAGES)).put(OWNER, new Response(reader));
  });
}

function forget() { return inTurn(wipe); }

async function wipe() {
  await Promise.all([caches.delete(PAGES), caches.delete(WAITING)]);
  for (const shown of await worker.registration.getNotifications?.() ?? []) shown.close();
}

/** @param {URL} url @param {Response} answer @param {string} reader */
async function keep(url, answer, reader) {
  const headers = new Headers(answer.headers), body = await answer.blob();
  headers.set("Zvonok-Kept", `${Date.now()}`);
  headers.delete("Set-Cookie");
  await inTurn(async () => { if (await owner() === reader) await put(url.pathname, new Response(body, { headers })); });
}

/** @param {string} path @param {Response} answer */
async function put(path, answer) {
  const pages = await caches.open(PAGES);
  await pages.put(path, answer);
  const seen = (await pages.keys()).filter(({ url }) => new URL(url).pathname !== OWNER);
  for (const old of seen.slice(0, Math.max(0, seen.length - MOST))) await pages.delete(old);
}

/**
 * The page as it was seen, saying when that was.
 * @param {URL} url
 */
async function kept(url) {
  const answer = await (await caches.open(PAGES)).match(url.pathname);
  if (!answer) return undefined;
  const time = new Date(Number(answer.headers.get("Zvonok-Kept"))).toLocaleString(undefined, when(Number(answer.headers.get("Zvonok-Kept"))));
  const text = (await answer.text()).replace(/ hidden data-offline data-words="([^"]*)">[^<]*/, (_, words) => ` data-offline data-kept>${words} ${time}.`);
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length", "ETag"]) headers.delete(name);
  return new Response(text, { headers });
}

/** @param {number} moment @returns {Intl.DateTimeFormatOptions} the time alone, if it was today */
function when(moment) {
  const isToday = new Date(moment).toDateString() === new Date().toDateString();
  return { hour: "2-digit", minute: "2-digit", ...(isToday ? {} : { day: "numeric", month: "long" }) };
}

// What has come: that there is something, and where to look. The same news again replaces the first.
worker.addEventListener("push", (/** @type {any} */ event) => event.waitUntil((async () => {
  const { title, body, path, tag } = event.data?.json() ?? {};
  await worker.registration.showNotification(title ?? "Звонок", { body, tag, icon: `${folder()}/web/icon-192.png`, data: { path } });
})()));

worker.addEventListener("notificationclick", (/** @type {any} */ event) => {
  event.notification.close();
  const path = event.notification.data?.path ?? "/";
  event.waitUntil((async () => {
    const [open] = await worker.clients.matchAll({ type: "window" });
    if (!open) return worker.clients.openWindow(path);
    await open.focus();
    // A page that this worker does not look after yet cannot be sent anywhere by it.
    return open.navigate(path).catch(() => worker.clients.openWindow(path));
  })());
});

// Pages hand over what waits to be sent, so that it leaves although they are closed.
worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data?.kind === "waiting") event.waitUntil(take(event.data));
});

/** @param {{ key: string, path: string, token: string, bodies: string[] }} waiting all that one page has to send, the oldest first */
async function take({ key, path, token, bodies }) {
  const name = `/waiting/${encodeURIComponent(key)}`, waiting = await caches.open(WAITING);
  if (bodies.length === 0) { await waiting.delete(name); return; }
  await waiting.put(name, new Response(JSON.stringify({ path, token, bodies })));
  await worker.registration.sync?.register("waiting").catch(() => {});
}

worker.addEventListener("sync", (/** @type {any} */ event) => { if (event.tag === "waiting") event.waitUntil(send()); });

/** Where a page is open it sends by itself. Each message has a name of its own: the server posts it once, whoever brings it. */
async function send() {
  if ((await worker.clients.matchAll({ type: "window" })).length > 0) return;
  const waiting = await caches.open(WAITING);
  for (const request of await waiting.keys()) {
    const { path, token, bodies } = await (await waiting.match(request))?.json() ?? { bodies: [] };
    for (const body of bodies) {
      const headers = { "Content-Type": "application/json", "X-Form-Token": token };
      const answer = await fetch(path, { method: "POST", headers, body });
      if (answer.status >= 500) throw new Error(`${answer.status}`);
    }
    // What was refused is still with its page, which tells its author why.
    await waiting.delete(request);
  }
}
