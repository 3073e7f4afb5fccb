// The table of this massage and its pictures: all of it comes before the massage begins, and from then on no line to
// the server is needed. The baby and the hands stand once in the page; each picture points to them.

import { unpack } from "./walk.js";

const OWN = "f-"; // begins the ids of the shared figures, so that none meets an id of the page

/** The table, the names, and `picture(key)`; null when the line is down. */
export async function load(page) {
  const answers = await Promise.all([page.table, page.figures].map((address) => fetch(address).catch(() => null)));
  if (!answers.every((answer) => answer?.ok)) return null;
  const [made, sheet] = [await answers[0].json(), await answers[1].text()];
  const figures = parse(sheet.replaceAll('id="', `id="${OWN}`).replaceAll('href="#', `href="#${OWN}`));
  figures.setAttribute("class", "figures");
  figures.setAttribute("aria-hidden", "true");
  document.body.append(figures);
  return {
    table: unpack(made.walk),
    planned: made.planned,
    strokes: made.strokes,
    sides: made.sides,
    /** A new copy of the first picture that there is among `keys`; null when there is none. */
    picture(keys) {
      const key = keys.find((name) => name in made.pictures);
      return key ? parse(made.pictures[key].replaceAll(`${page.figures}#`, `#${OWN}`)) : null;
    },
  };
}

function parse(svg) {
  return document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
}
