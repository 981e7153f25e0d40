// @ts-check

/** Seconds of the longest voice message. */
export const LONGEST = 300;
/** How many bars a waveform has, as the server makes it. */
export const BARS = 64;
const FORMS = ["audio/mp4", "audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/webm"];

/**
 * A voice message being recorded: the level now for a meter, the shape so far for drawing, at most five minutes.
 *
 *     const recorder = await Recorder.begin({ onLevel: (level, seconds) => … });
 *     const { blob, waveform, seconds } = await recorder.stop();
 */
export class Recorder {
  /**
   * Levels from 0 to 1, ten a second.
   * @type {number[]}
   */
  levels = [];
  /** @type {Blob[]} */
  #parts = [];
  /** @type {Promise<void>} */
  #ended;
  /** @type {ReturnType<typeof setInterval>} */
  #clock;
  #began = Date.now();

  /** Whether this browser can. */
  static get isPossible() { return typeof MediaRecorder === "function" && !!navigator.mediaDevices?.getUserMedia; }

  /**
   * Asks for the microphone and begins. Rejects where it is not given.
   * @param {{ onLevel?: (level: number, seconds: number) => void, onFull?: () => void }} [parts] `onFull`: five minutes are over
   */
  static async begin(parts) {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, channelCount: 1 } });
    return new Recorder(stream, parts);
  }

  /**
   * @param {MediaStream} stream
   * @param {{ onLevel?: (level: number, seconds: number) => void, onFull?: () => void }} [parts]
   */
  constructor(stream, parts = {}) {
    const { onLevel = () => {}, onFull = () => {} } = parts;
    this.stream = stream;
    const mimeType = FORMS.find((form) => MediaRecorder.isTypeSupported(form));
    this.recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 32_000 });
    this.recorder.addEventListener("dataavailable", (event) => { if (event.data.size > 0) this.#parts.push(event.data); });
    this.#ended = new Promise((done) => this.recorder.addEventListener("stop", () => done(), { once: true }));
    this.sound = new AudioContext();
    const meter = this.sound.createAnalyser();
    meter.fftSize = 1024;
    this.sound.createMediaStreamSource(stream).connect(meter);
    const samples = new Float32Array(meter.fftSize);
    this.recorder.start(1_000);
    this.#clock = setInterval(() => {
      meter.getFloatTimeDomainData(samples);
      const level = Math.min(1, Math.max(...samples.map(Math.abs)));
      this.levels.push(level);
      onLevel(level, this.seconds);
      if (this.seconds >= LONGEST) { onFull(); this.#halt(); }
    }, 100);
  }

  get seconds() { return Math.min(LONGEST, (Date.now() - this.#began) / 1000); }

  /** Ends the recording and gives it. */
  async stop() {
    const seconds = this.#halt();
    await this.#ended;
    const type = this.recorder.mimeType || "audio/webm";
    return { blob: new Blob(this.#parts, { type }), waveform: shape(this.levels), seconds, ending: type.startsWith("audio/mp4") ? "m4a" : type.startsWith("audio/ogg") ? "ogg" : "webm" };
  }

  /** Ends it and keeps nothing. */
  cancel() {
    this.#halt();
    this.#parts = [];
  }

  /** The microphone's light goes out. */
  #halt() {
    this.#length ??= this.seconds;
    clearInterval(this.#clock);
    if (this.recorder.state !== "inactive") this.recorder.stop();
    for (const track of this.stream.getTracks()) track.stop();
    if (this.sound.state !== "closed") this.sound.close();
    return this.#length;
  }
  /** @type {number | undefined} */
  #length;
}

/**
 * 64 heights from 0 to 255, the loudest 255.
 * @param {number[]} levels
 */
export function shape(levels) {
  const bars = Array.from({ length: BARS }, (_, bar) => {
    const from = Math.floor(bar * levels.length / BARS), to = Math.max(from + 1, Math.floor((bar + 1) * levels.length / BARS));
    return Math.max(0, ...levels.slice(from, to));
  });
  const loudest = Math.max(...bars);
  return bars.map((bar) => loudest > 0 ? Math.round(bar * 255 / loudest) : 0);
}
