// The sheets of the session page: More, Voice, Keys. Plain <dialog>s, so that focus, Esc and the back of the page are
// the browser's own.

import { choice, choose, onVoices, voices } from "./speak.js";

export function openSheet(name) {
  for (const open of document.querySelectorAll("dialog[open]")) open.close();
  document.getElementById(name).showModal();
}

export function sheets(root, page) {
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-open], [data-close]");
    if (button?.dataset.open) openSheet(button.dataset.open);
    else if (button) button.closest("dialog").close();
    else if (event.target.matches("dialog.sheet:not(#away)")) event.target.close(); // beside the sheet
  });
  // "Go on, or finish?" needs an answer: Esc is none.
  document.getElementById("away").addEventListener("cancel", (event) => event.preventDefault());
  voiceSheet(document.getElementById("voice"));
  keySheet(document.getElementById("keys"), root, page);
}

function voiceSheet(sheet) {
  const part = (name) => sheet.querySelector(`[data-voice=${name}]`);
  const draw = () => {
    const found = voices();
    part("some").hidden = found.length === 0;
    part("none").hidden = found.length > 0;
    part("name").replaceChildren(...found.map((v) => new Option(v.name, v.name, false, v.name === choice.voice)));
    part("on").checked = choice.on;
    for (const radio of sheet.querySelectorAll("[name=rate]")) radio.checked = radio.value === choice.rate;
  };
  sheet.addEventListener("change", (event) => {
    const { target } = event;
    if (target === part("on")) choose({ on: target.checked });
    if (target === part("name")) choose({ voice: target.value });
    if (target.name === "rate") choose({ rate: target.value });
  });
  document.addEventListener("voice", draw);
  onVoices(draw);
}

/** The list under "?": made from the targets themselves, so that no key is missing. */
function keySheet(sheet, root, page) {
  const rows = [[page.words.space, page.words.pause]];
  for (const target of root.querySelectorAll("[data-key]")) {
    const name = page.words.keys[target.dataset.key] ?? target.dataset.key.toUpperCase();
    if (!rows.some(([known]) => known === name)) rows.push([name, target.textContent.trim()]);
  }
  sheet.querySelector("[data-keys]").replaceChildren(
    ...rows.flatMap(([key, does]) => {
      const term = document.createElement("dt");
      const what = document.createElement("dd");
      term.append(Object.assign(document.createElement("kbd"), { textContent: key }));
      what.textContent = does;
      return [term, what];
    }),
  );
}
