// @ts-check

/** How long one waits for an answer, in milliseconds; after a satellite's pauses and a slow server's, there is none. */
const PATIENCE = 20_000;

/**
 * Asks the server and reads the whole answer, or rejects after a while: a lost connection may never say so by itself.
 * @param {string} path
 * @param {RequestInit} [options]
 */
export async function ask(path, options = {}) {
  const controller = new AbortController(), timer = setTimeout(() => controller.abort(), PATIENCE);
  try {
    const answer = await fetch(path, { ...options, signal: controller.signal });
    return { status: answer.status, isSignedOut: answer.redirected, text: await answer.text() };
  } finally { clearTimeout(timer); }
}

/**
 * The markup at a path; rejects if it is not to be had just now.
 * @param {string} path
 */
export async function markup(path) {
  const { status, isSignedOut, text } = await ask(path);
  if (status !== 200 || isSignedOut) throw new Error(`${status}`);
  return text;
}
