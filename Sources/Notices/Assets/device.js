// @ts-check
import { formToken } from "../web/live.js";

/** Offers to be told on this device, and says why where that cannot be. */
export default class Device {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.button = /** @type {HTMLButtonElement} */ (root.querySelector("[data-on]"));
    this.button.addEventListener("click", () => this.turnOn());
    this.look();
  }

  /** @param {string} name @param {boolean} isShown */
  show(name, isShown) { /** @type {HTMLElement} */ (this.root.querySelector(`[data-${name}]`)).hidden = !isShown; }

  async look() {
    const can = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
    this.show("missing", !can);
    if (!can) return;
    this.show("blocked", Notification.permission === "denied");
    const worker = await navigator.serviceWorker.getRegistration();
    const known = Notification.permission === "granted" ? await worker?.pushManager.getSubscription() : undefined;
    // A device that was added by an earlier sign-in is told nothing: adding it again costs a press.
    const isListed = this.root.parentElement?.querySelector("[data-this]");
    this.show("on", Notification.permission !== "denied" && !(known && isListed));
  }

  async turnOn() {
    this.button.disabled = true;
    this.show("failed", false);
    try {
      if (await Notification.requestPermission() !== "granted") return;
      const worker = await navigator.serviceWorker.ready, key = this.root.dataset.key ?? "";
      const known = await worker.pushManager.getSubscription();
      if (known && name(known.options.applicationServerKey) !== key) await known.unsubscribe();
      const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
      const { keys } = made.toJSON();
      const body = JSON.stringify({ endpoint: made.endpoint, p256dh: keys?.p256dh, auth: keys?.auth });
      const headers = { "Content-Type": "application/json", "X-Form-Token": formToken() };
      const answer = await fetch(this.root.dataset.path ?? "", { method: "POST", headers, body });
      if (!answer.ok) throw new Error(`${answer.status}`);
      location.reload();
    } catch { this.show("failed", true); } finally { this.button.disabled = false; this.show("blocked", Notification.permission === "denied"); }
  }

  disconnect() {}
}

/** @param {ArrayBuffer | null | undefined} bytes a key, as the page has it */
function name(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
