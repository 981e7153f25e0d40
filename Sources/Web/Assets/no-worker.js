// The worker is switched off: this one takes the place of whatever a browser has, forgets all it kept, and goes.
const self_ = /** @type {any} */ (globalThis);
self_.addEventListener("install", () => self_.skipWaiting());
self_.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self_.registration.unregister();
})()));
