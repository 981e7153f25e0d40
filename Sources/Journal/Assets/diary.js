// @ts-check
import { onLive, refresh } from "../web/live.js";

/** An open diary changes by itself: at news of the journal, and when the line is back after a gap. */
export default class Diary {
  /** @param {HTMLElement} root the week */
  constructor(root) {
    const heard = () => refresh(root, root.dataset.path ?? "");
    this.stops = [
      onLive("live.open", heard), onLive("journal.mark-changed", heard), onLive("journal.attendance-changed", heard),
      onLive("journal.topic-changed", heard), onLive("journal.homework-changed", heard),
    ];
  }

  disconnect() { for (const stop of this.stops) stop(); }
}
