// The two questions on a page of their own: after a night, in the morning.

import { keepSending, untold } from "./kept.js";
import { ask } from "./questions.js";

const root = document.getElementById("finish");
const page = { ...JSON.parse(document.getElementById("page").textContent), csrf: root.dataset.csrf };
const entry = untold(page.member);

if (entry) {
  const when = root.querySelector("[data-when]");
  const day = { weekday: "long", hour: "2-digit", minute: "2-digit" };
  when.textContent = new Date(entry.massage.start).toLocaleString(undefined, day);
  when.hidden = false;
  root.querySelector("[data-nothing]").hidden = true;
  ask(root.querySelector("[data-questions]"), entry, page, () => {
    root.querySelector("[data-thanks]").hidden = false;
  });
}
if (page.member !== null) keepSending(page);
