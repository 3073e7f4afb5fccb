// The small notice on Today (guide/kept.html): last night's questions, a guest's massages that may join the diary,
// and what still waits to be sent.

import { change, claim, kept, keepSending, send, unclaimed, untold, waiting } from "./kept.js";

const LATER = "warmhands-not-now";
const root = document.getElementById("kept");
const page = {
  finish: root.dataset.finish,
  csrf: root.dataset.csrf,
  member: root.dataset.member ? Number(root.dataset.member) : null,
  baby: root.dataset.baby ?? null,
};
const one = (name) => root.querySelector(`[data-${name}]`);
const refused = () => kept().find((e) => e.member === page.member && e.refused);

function draw() {
  const guests = page.baby ? unclaimed().length : 0;
  const shown = {
    ask: untold(page.member) !== null,
    join: guests > 0 && sessionStorage.getItem(LATER) === null,
    waiting: waiting(page.member).length > 0,
    refused: Boolean(refused()),
  };
  for (const line of root.querySelectorAll("[data-line]")) line.hidden = !shown[line.dataset.line];
  root.hidden = !Object.values(shown).some(Boolean);
  const words = (name) => one(name).content.textContent;
  one("number").textContent = guests === 1 ? words("one") : `${guests} ${words("many")}`;
  one("why").textContent = refused()?.refused ?? "";
}

root.addEventListener("click", ({ target }) => {
  if (target.closest("[data-join]")) {
    claim(page.member, page.baby);
    send(page);
  } else if (target.closest("[data-later]")) {
    sessionStorage.setItem(LATER, "yes");
  } else if (target.closest("[data-forget]")) {
    change(refused().massage.id, (e) => Object.assign(e, { sent: true, told: true }));
  } else return;
  draw();
});

document.addEventListener("kept", draw);
draw();
if (page.member !== null) keepSending(page);
