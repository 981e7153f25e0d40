// @ts-check

/** How fast a sound may be heard. */
const PACES = [1, 1.5, 2];
/** Seconds that an arrow key goes on or back: in a short sound, in a long one; and what is short. */
const STEP = 1, LEAP = 5, SHORT = 30;

/** @type {Set<Player>} */
const sounds = new Set();
/** Of all sounds on the page, so that who is in a hurry says it once. */
let pace = 1;

// What begins to play silences the rest, films too.
document.addEventListener("play", ({ target }) => {
  for (const other of document.querySelectorAll("audio, video")) if (other !== target) /** @type {HTMLMediaElement} */ (other).pause();
}, true);

/** A sound whose shape is a slider. Without this script the browser's own controls play it. */
export default class Sound {
  /** @param {HTMLElement} figure */
  constructor(figure) {
    const template = /** @type {HTMLTemplateElement | null} */ (document.querySelector("template[data-sounds]")), audio = figure.querySelector("audio");
    if (template && audio) this.player = new Player(figure, audio, template);
  }

  disconnect() { this.player?.close(); }
}

class Player {
  /** Where to begin once the sound is there: nothing of it is fetched before it is asked for. */
  #wanted = 0;

  /**
   * @param {HTMLElement} figure
   * @param {HTMLAudioElement} audio
   * @param {HTMLTemplateElement} template words and signs
   */
  constructor(figure, audio, template) {
    this.audio = audio;
    this.words = template.dataset;
    this.signs = [...template.content.children];
    this.length = Number(figure.dataset.milliseconds) / 1000;
    this.button = Object.assign(document.createElement("button"), { type: "button" });
    this.slider = Object.assign(document.createElement("input"), { type: "range", min: "0", step: "0.1", value: "0" });
    this.slider.setAttribute("aria-label", this.words.place ?? "");
    this.track = Object.assign(document.createElement("span"), { className: "track" });
    this.clock = document.createElement("small");
    this.clock.setAttribute("aria-hidden", "true");
    this.hurry = Object.assign(document.createElement("button"), { type: "button", className: "pace" });
    this.note = Object.assign(document.createElement("p"), { className: "why", hidden: true });
    this.note.setAttribute("role", "alert");
    this.#stand(figure);
    this.#listen();
    sounds.add(this);
    this.#draw();
    this.keepPace();
  }

  /** @param {HTMLElement} figure */
  #stand(figure) {
    const shape = figure.querySelector(".shape"), player = Object.assign(document.createElement("div"), { className: "player" });
    // The upper one is coloured as far as the sound has come.
    if (shape) this.track.append(shape, shape.cloneNode(true));
    this.track.append(this.slider);
    player.append(this.button, this.track, this.clock, this.hurry);
    this.audio.before(player, this.note);
    this.audio.controls = false;
  }

  #listen() {
    for (const event of ["play", "pause", "ended", "timeupdate", "durationchange"]) this.audio.addEventListener(event, () => this.#draw());
    this.audio.addEventListener("loadedmetadata", () => { if (this.#wanted) this.audio.currentTime = this.#wanted; this.#wanted = 0; });
    this.button.addEventListener("click", () => this.#press());
    this.slider.addEventListener("input", () => this.#seek(Number(this.slider.value)));
    this.slider.addEventListener("keydown", (event) => this.#key(event));
    this.hurry.addEventListener("click", () => {
      pace = PACES[(PACES.indexOf(pace) + 1) % PACES.length] ?? 1;
      for (const sound of sounds) sound.keepPace();
    });
  }

  /** Where it is heard, or will be. */
  get place() { return this.audio.readyState > 0 ? this.audio.currentTime : this.#wanted; }

  #draw() {
    const { audio, words } = this, place = this.place;
    if (Number.isFinite(audio.duration)) this.length = audio.duration;
    this.slider.max = String(this.length);
    this.slider.value = String(place);
    this.slider.setAttribute("aria-valuetext", `${clock(place)} ${words.of} ${clock(this.length)}`);
    this.track.style.setProperty("--played", String(this.length > 0 ? Math.min(1, place / this.length) : 0));
    this.clock.textContent = clock(place > 0 ? place : this.length);
    const state = audio.paused ? "paused" : "playing";
    if (this.button.dataset.state === state) return;
    this.button.dataset.state = state;
    this.button.setAttribute("aria-label", (audio.paused ? words.play : words.pause) ?? "");
    const sign = this.signs[audio.paused ? 0 : 1];
    if (sign) this.button.replaceChildren(sign.cloneNode(true));
  }

  keepPace() {
    this.audio.defaultPlaybackRate = this.audio.playbackRate = pace;
    this.hurry.textContent = `${pace.toLocaleString(document.documentElement.lang)}×`;
    this.hurry.setAttribute("aria-label", `${this.words.pace} ${this.hurry.textContent}`);
  }

  async #press() {
    const { audio, note } = this;
    if (!audio.paused) return audio.pause();
    if (audio.error) audio.load();
    note.hidden = true;
    try { await audio.play(); } catch (error) {
      // Stopped before it began: nothing has failed.
      if (error instanceof DOMException && error.name === "AbortError") return;
      note.textContent = this.words.failed ?? "";
      note.hidden = false;
    }
  }

  /** @param {number} seconds */
  #seek(seconds) {
    const { audio } = this, place = Math.max(0, Math.min(seconds, this.length));
    if (audio.readyState > 0) audio.currentTime = place; else {
      this.#wanted = place;
      audio.preload = "metadata";
    }
    this.#draw();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const way = ["ArrowRight", "ArrowUp"].includes(event.key) ? 1 : ["ArrowLeft", "ArrowDown"].includes(event.key) ? -1 : 0;
    if (way === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#seek(this.place + way * (this.length < SHORT ? STEP : LEAP));
  }

  close() {
    sounds.delete(this);
    this.audio.pause();
  }
}

/** @param {number} seconds */
function clock(seconds) { return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`; }
