// The session page: what is seen, heard and touched. What follows an event is written in the table (walk.js), when an
// event of time is due in session.js. Eyes and hands belong to the baby: everything here is said, large, and patient.

import { forget, keeps, load, save } from "./device.js";
import { keep, keepSending, kept, send } from "./kept.js";
import { load as loadTable } from "./made.js";
import { openSheet, sheets } from "./sheets.js";
import { ask } from "./questions.js";
import { dimmer, mayRest, stayAwake } from "./screen.js";
import { AWAY_AFTER_MS, Session, wallClock } from "./session.js";
import { audible, choice, choose, hush, onVoices, sound, speak, unlock } from "./speak.js";

const LIVE = "warmhands-live";
const SEEN = "warmhands-seen";
const TICK_MS = 250;
const READY_MS = 5_000; // each line of the preparation: six lines, half a minute
const LONGEST_WORDS_MS = 40_000; // the longest instruction with the slow voice
const READING_MS_PER_LETTER = 50; // four words a second: a glance at a time, with the eyes on the baby
const MOODS = { ask: "ask", pause: "still", comfort: "still" };

const root = document.getElementById("player");
const page = { ...JSON.parse(document.getElementById("page").textContent), csrf: root.dataset.csrf };
const one = (name, within = root) => within.querySelector(`[data-${name}]`);
const all = (name, within = root) => [...within.querySelectorAll(`[data-${name}]`)];
const now = wallClock();

const made = await loadTable(page);
if (!made) {
  one("no-table").hidden = false;
  throw new Error("the table of this massage did not come");
}
const { table } = made;

let session = null;
let ticker = 0;
let lastTick = 0;
let hiddenAt = null;
let undim = null;

// ——— screens ———

function show(screen) {
  if (screen !== "before") one("hero").replaceChildren();
  root.dataset.screen = screen;
  for (const part of all("screen")) part.hidden = part.dataset.screen !== screen;
  scrollTo(0, 0);
}

function picture(state) {
  const names = [`${state.stroke}-${state.side}`, state.stroke, page.pictures[state.kind]];
  return made.picture(names) ?? one(`picture="${state.kind}"`, document)?.content.cloneNode(true) ?? null;
}

function draw(state) {
  const { words } = page;
  const terminal = session.over;
  root.dataset.kind = state.kind;
  one("doing").textContent = words.doing[state.kind] ?? made.strokes[state.stroke] ?? "";
  const side = made.sides[`${state.region}-${state.side}`] ?? "";
  one("side").textContent = side;
  one("side").hidden = !side;
  one("words").textContent = state.say;
  root.toggleAttribute("data-heard", audible());
  const drawn = picture(state);
  const key = `${state.stroke}-${state.side}-${state.kind}`;
  if (one("stage").dataset.shown !== key) {
    one("stage").replaceChildren(...(drawn ? [drawn] : []));
    one("stage").dataset.shown = key;
  }
  drawTargets(state);
  drawDots(state);
  if (terminal) drawEnd(state);
}

/** Which targets stand there. A cue that the table does not answer here is still heard: it goes into the diary. */
function drawTargets(state) {
  const on = state.on;
  const asks = "yes" in on && "no" in on;
  const stands = "resume" in on;
  const calm = state.kind === "comfort" || state.kind === "feed";
  const touching = !asks && !stands && !calm;
  const shown = {
    yes: asks, no: asks, resume: stands, happy: touching || state.kind === "pause", unsure: touching || asks,
    enough: touching || state.kind === "pause", crying: "crying" in on && !calm, pause: touching && "pause" in on,
  };
  for (const [event, visible] of Object.entries(shown)) {
    for (const target of root.querySelectorAll(`[data-event=${event}]`)) target.hidden = !visible;
  }
  one("calm").hidden = !calm;
  one("lower").hidden = !Object.values(shown).some(Boolean);
  for (const target of document.querySelectorAll("#more [data-event]")) target.hidden = !(target.dataset.event in on);
}

/** The areas in their order, as quiet dots: found once by walking the table without any sign from the baby. */
const areas = (() => {
  const order = [];
  const met = new Set();
  for (let id = table.start; id && !met.has(id); id = table.states[id].on.done ?? table.states[id].on.yes) {
    met.add(id);
    const { region } = table.states[id];
    if (region && region !== "whole" && !order.includes(region)) order.push(region);
  }
  return order;
})();

function drawDots(state) {
  const here = areas.indexOf(state.region);
  one("dots").replaceChildren(
    ...areas.map((area, n) => {
      const dot = document.createElement("li");
      dot.textContent = page.words.areas[area];
      if (n === here) dot.setAttribute("aria-current", "step");
      if (session.data.areas[area] !== undefined && n !== here) dot.className = "done";
      return dot;
    }),
  );
}

// ——— before ———

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function prepare() {
  show("ready");
  awake();
  const lines = all("ready");
  for (const line of lines) {
    if (root.dataset.screen !== "ready") return;
    for (const other of lines) other.hidden = other !== line;
    const since = now();
    await speak(line.dataset.ready, "ask");
    await pause(Math.max(0, READY_MS - (now() - since)));
  }
  if (root.dataset.screen === "ready") begin();
}

async function awake() {
  const how = await stayAwake(one("film"));
  root.dataset.awake = how;
  one("lock-hint").hidden = how !== "none";
}

function begin() {
  const { routine, table: name, baby, member, doll } = page;
  const about = { routine, table: name, baby, member, doll, planned: made.planned };
  take(Session.begin(table, about, now()));
  show("during");
  changed("begin", session.data.start, true);
}

function take(taken) {
  session = taken;
  session.onchange = changed;
  lastTick = now();
  clearInterval(ticker);
  ticker = setInterval(tick, TICK_MS);
  undim ??= dimmer((is) => root.classList.toggle("dim", is && root.dataset.screen === "during"));
}

// ——— during ———

function changed(event, at, moved) {
  save(LIVE, session.data);
  if (event === "away" || root.dataset.screen !== "during") return;
  draw(session.state);
  if (session.over) return end();
  if (!moved && event !== "back") return;
  // Time events found late, after a sleep of the phone, are not spoken one after the other.
  if (now() - at < AWAY_AFTER_MS || event === "back") tell(session.state);
}

/** Say what is to be done; the massage does not cut its own words short. */
async function tell(state) {
  const { data } = session;
  const id = data.state;
  session.say(now() + LONGEST_WORDS_MS);
  const heard = await speak(state.say, MOODS[state.kind] ?? "go");
  if (heard) session.said(id, now());
  else if (data.state === id && data.words > 0) session.say(data.entered + state.say.length * READING_MS_PER_LETTER);
}

function tick() {
  const at = now();
  const slept = at - lastTick > AWAY_AFTER_MS; // no tick for so long: locked, frozen, or a closed lid
  const hidden = document.hidden && hiddenAt !== null && at - hiddenAt >= AWAY_AFTER_MS;
  if (slept) goneSince(Math.min(hiddenAt ?? lastTick, lastTick));
  else if (hidden) goneSince(hiddenAt);
  else session.advance(at);
  lastTick = at;
  if (at - load(SEEN, 0) > 1_000) save(SEEN, session.data.seen);
}

function goneSince(since) {
  if (session.over || session.data.away !== null) return;
  session.leave(since + AWAY_AFTER_MS);
  hush();
  save(LIVE, session.data);
  if (session.over) return;
  askToGoOn();
}

function askToGoOn() {
  draw(session.state);
  openSheet("away");
  if (!document.hidden) speak(page.words.goOn, "ask");
}

document.addEventListener("visibilitychange", () => {
  hiddenAt = document.hidden ? now() : null;
  if (!session || session.over) return;
  if (document.hidden) save(SEEN, now());
  else if (session.data.away !== null) askToGoOn();
});

function sign(event) {
  if (!session || session.over || root.dataset.screen !== "during") return;
  const before = session.data.state;
  session.send(event, now());
  if (!session.over && session.data.state === before) sound("go"); // heard, and nothing changes
}

// ——— the end ———

function end() {
  clearInterval(ticker);
  mayRest();
  undim?.();
  forget(LIVE);
  const { state } = session;
  const entry = record(state.kind === "end" ? session.data.before : state.kind);
  if (!session.data.doll) keep(entry);
  show("after");
  drawEnd(state);
  speak(state.say, "end");
  keepSending(page);
  if (entry.told || session.data.doll || state.kind === "night") return;
  ask(one("questions"), entry, page, () => {
    one("thanks").hidden = false;
  });
}

function record(ended) {
  const { data } = session;
  const iso = (ms) => new Date(ms).toISOString();
  const massage = {
    id: data.id, baby: data.baby, start: iso(data.start), end: iso(data.end), routine: data.routine, ended,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone, planned: data.planned, timeline: data.timeline,
  };
  const touched = Object.entries(data.areas).filter(([, ms]) => ms >= 5_000).map(([area]) => area);
  return { massage, areas: touched, member: data.member, sent: false, told: ended === "help", refused: "" };
}

function drawEnd(state) {
  const calm = all("kind").filter((part) => part.classList.contains("calm"));
  const found = calm.find((part) => part.dataset.kind === state.kind) ?? calm.at(-1);
  for (const part of calm) part.hidden = part !== found;
  const touched = Object.keys(session.data.areas).map((area) => page.words.areas[area]);
  one("end-words").textContent = touched.join(" · ") || page.words.nothing;
  root.dataset.kind = found.dataset.kind;
  document.documentElement.classList.toggle("good-night", found.dataset.kind === "night");
  found.querySelector("h1").focus();
  drawKept();
}

function drawKept() {
  if (!session?.over) return;
  const mine = kept().find((e) => e.massage.id === session.data.id);
  const says = session.data.doll ? "" : !mine || mine.sent ? "sent" : mine.refused ? "refused" : page.member === null ? "guest" : "waiting";
  for (const line of all("kept")) line.hidden = line.dataset.kept !== says;
  if (says === "refused") one("kept=refused").textContent = mine.refused;
  if (!keeps() && says === "waiting") one("kept=nowhere").hidden = false;
}
document.addEventListener("kept", drawKept);

// ——— touch and keys ———

root.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { do: what, event: cue } = button.dataset;
  if (cue) {
    button.closest("dialog")?.close();
    sign(cue);
  }
  if (what) acts[what]?.(button);
});

const acts = {
  begin: () => {
    unlock();
    prepare();
  },
  start: begin,
  test: () => {
    unlock();
    one("hear").hidden = false;
    speak(page.words.hear, "ask");
  },
  mute: () => choose({ on: !choice.on }),
  "go-on": () => goOn((at) => session.comeBack(at)),
  finish: () => goOn((at) => session.finish(at)),
};

function goOn(how) {
  document.getElementById("away").close();
  unlock();
  awake();
  show("during");
  lastTick = now();
  how(now());
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
  if (!session || root.dataset.screen !== "during") return;
  let key = event.key.toLowerCase();
  if (key === " ") {
    if (event.target.closest("button, a, input, select")) return;
    event.preventDefault();
    key = "resume" in (session.state.on) ? "g" : "p";
  }
  const target = root.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (target?.dataset.open) openSheet(target.dataset.open);
  else if (target) sign(target.dataset.event);
});

// A phone call, another page, a dead battery: the massage waits where it was.
function takeUp() {
  const data = load(LIVE, null);
  if (!data || data.end !== null) return;
  const seen = Math.max(data.seen, load(SEEN, 0));
  if (data.table !== page.table || data.baby !== page.baby || data.member !== page.member) {
    session = new Session({ start: data.state, states: { [data.state]: { kind: "left", seconds: null, on: {} } } }, { ...data, seen });
    session.abandon();
    if (!data.doll) keep(record("left"));
    session = null;
    forget(LIVE);
    return;
  }
  take(new Session(table, data));
  clearInterval(ticker);
  session.leave(Math.min(now(), seen + AWAY_AFTER_MS));
  if (session.over) return end();
  show("during");
  askToGoOn();
  ticker = setInterval(tick, TICK_MS);
}

sheets(root, page);
onVoices(() => one("do=mute").setAttribute("aria-pressed", String(!choice.on)));
document.addEventListener("voice", () => one("do=mute").setAttribute("aria-pressed", String(!choice.on)));
one("hero").append(...[picture({ stroke: page.hero, side: null, kind: "hold" })].filter(Boolean));
one("no-keep").hidden = keeps();
for (const button of document.querySelectorAll(".before [data-do]")) button.disabled = false;
root.dataset.running = "yes";
takeUp();
if (page.member !== null) send(page);
