// @ts-check

/** @param {string} text base64 as addresses carry it */
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** @param {ArrayBuffer} buffer */
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** A form that asks the browser for a passkey (or makes one) and sends what it gives. Hidden until it is known to work. */
export default class Passkey {
  /** @param {HTMLFormElement} root */
  constructor(root) {
    this.root = root;
    this.isAnswered = false;
    if (!("credentials" in navigator) || typeof PublicKeyCredential === "undefined") return;
    root.hidden = false;
    root.addEventListener("submit", this.submit);
  }

  /** @type {(event: Event) => void} */
  submit = (event) => {
    if (this.isAnswered) return;
    event.preventDefault();
    this.#ask().then(() => { this.isAnswered = true; this.root.requestSubmit(); }, () => this.#say(true));
  };

  async #ask() {
    this.#say(false);
    const { kind = "get", ticket = "" } = this.root.dataset;
    const credential = await (kind === "create" ? this.#create() : this.#get());
    if (!(credential instanceof PublicKeyCredential)) throw new Error("nothing was given");
    this.#set("ticket", ticket);
    this.#set("credential", text(credential.rawId));
    this.#set("client", text(credential.response.clientDataJSON));
    if (credential.response instanceof AuthenticatorAttestationResponse) this.#set("authenticator", text(credential.response.attestationObject));
    if (credential.response instanceof AuthenticatorAssertionResponse) {
      this.#set("authenticator", text(credential.response.authenticatorData));
      this.#set("signature", text(credential.response.signature));
    }
  }

  /** @returns {PublicKeyCredentialDescriptor[]} */
  #known() { return (this.root.dataset.credentials ?? "").split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) })); }

  #get() {
    const { challenge = "", host = "" } = this.root.dataset;
    return navigator.credentials.get({
      publicKey: { challenge: bytes(challenge), rpId: host, allowCredentials: this.#known(), userVerification: "preferred", timeout: 120_000 },
    });
  }

  #create() {
    const { challenge = "", host = "", person = "", name = "" } = this.root.dataset;
    return navigator.credentials.create({
      publicKey: {
        challenge: bytes(challenge), rp: { id: host, name: document.title }, user: { id: bytes(person), name, displayName: name },
        pubKeyCredParams: [{ type: "public-key", alg: -7 }], excludeCredentials: this.#known(), attestation: "none", timeout: 120_000,
        authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
      },
    });
  }

  /** @param {string} name @param {string} value */
  #set(name, value) { /** @type {HTMLInputElement} */ (this.root.elements.namedItem(name)).value = value; }

  /** @param {boolean} isFailed */
  #say(isFailed) { /** @type {HTMLElement} */ (this.root.querySelector(".why:last-child")).hidden = !isFailed; }

  disconnect() { this.root.removeEventListener("submit", this.submit); }
}
