// Two questions at most, after a massage: how was it, and which area was liked best. Each is one tap, both may be left.

import { change, send } from "./kept.js";

/** Show the questions of the entry in `root` (guide/_questions.html); `done()` once nothing is left to ask. */
export function ask(root, entry, page, done) {
  const how = root.querySelector("[data-ask=how]");
  const favourite = root.querySelector("[data-ask=favourite]");
  const { id } = entry.massage;

  const tell = (answer, last) => {
    change(id, (e) => {
      Object.assign(e.massage, answer);
      e.sent = false;
      e.told = last;
    });
    send(page);
  };
  const finish = () => {
    root.hidden = true;
    done();
  };

  const { areas } = entry;
  for (const chip of favourite.querySelectorAll("[data-area]")) chip.hidden = !areas.includes(chip.dataset.area);
  root.hidden = how.hidden = false;
  favourite.hidden = true;

  root.onclick = (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.how) {
      tell({ how: button.dataset.how }, areas.length < 2);
      if (areas.length < 2) return finish();
      how.hidden = true;
      favourite.hidden = false;
      favourite.querySelector("button:not([hidden])").focus();
    } else {
      tell(button.dataset.area ? { favourite: button.dataset.area } : {}, true);
      finish();
    }
  };
}
