// @ts-check

/** Reasons that are questions to who writes: they may send it all the same. */
const QUESTIONS = "messaging.ask-";

/**
 * Says within a form why the server has not taken it. Where it asks about the words, the button sends them all the same, until they are
 * written otherwise.
 * @param {HTMLFormElement} form
 * @param {string} text the server's answer, or nothing
 * @param {string} [otherwise] said where the answer holds no words
 */
export function refuse(form, text, otherwise = "") {
  /** @type {{ type?: string, title?: string }} */
  const problem = text ? JSON.parse(text) : {};
  const place = form.querySelector(".why") ?? form.appendChild(Object.assign(document.createElement("p"), { className: "why" }));
  place.setAttribute("role", "alert");
  place.textContent = problem.title ?? otherwise;
  if (!problem.type?.startsWith(QUESTIONS) || !form.dataset.sure || form.querySelector("input[name=sure]")) return;
  const button = form.querySelector("button"), words = button?.textContent ?? "";
  const sure = form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "sure", value: "1" }));
  if (button) button.textContent = form.dataset.sure;
  form.addEventListener("input", () => {
    sure.remove();
    place.textContent = "";
    if (button) button.textContent = words;
  }, { once: true });
}
