// @ts-check

/**
 * The keys of «н б у о» on a Russian keyboard, whatever layout is chosen.
 * @type {Record<string, string>}
 */
const places = { KeyY: "absent", Comma: "ill", KeyE: "excused", KeyJ: "late" };

/**
 * What a pressed key asks for in the journal.
 * @typedef {{ what: "mark", digit: number } | { what: "absence", code: string } | { what: "erase" } | { what: "undo" } | { what: "help" }
 *   | { what: "open" } | { what: "move", down: number, right: number }} Wish
 * @param {KeyboardEvent} event
 * @param {Map<string, string>} letters the page's own letters of absence, each with its code
 * @returns {Wish | undefined}
 */
export function wishOf(event, letters) {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyZ") return { what: "undo" };
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  switch (event.key) {
    case "ArrowUp": return { what: "move", down: -1, right: 0 };
    case "ArrowDown": return { what: "move", down: 1, right: 0 };
    case "ArrowLeft": return { what: "move", down: 0, right: -1 };
    case "ArrowRight": return { what: "move", down: 0, right: 1 };
    case "Delete": case "Backspace": return { what: "erase" };
    case "Enter": return { what: "open" };
    case "?": return { what: "help" };
  }
  if (/^[2-5]$/.test(event.key)) return { what: "mark", digit: Number(event.key) };
  // On a Russian keyboard the question mark is Shift and 7; Shift and the key of «б» may be a comma.
  if (event.shiftKey && event.key.length === 1 && !letters.has(event.key.toLowerCase())) return undefined;
  const code = letters.get(event.key.toLowerCase()) ?? (/^[а-яё]$/i.test(event.key) && !isForeign(letters) ? undefined : places[event.code]);
  return code ? { what: "absence", code } : undefined;
}

/**
 * Whether the page's own letters are not Russian ones, so that Russian keys go by their place.
 * @param {Map<string, string>} letters
 */
const isForeign = (letters) => ![...letters.keys()].some((letter) => /[а-яё]/i.test(letter));
