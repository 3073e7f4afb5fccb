// Finished massages of this device. Each is kept here until the server has said yes to it, and sent again and again
// until then; the same id twice is one row there, so sending twice does no harm. Nothing is dropped without a word and
// nothing goes out under another name: an entry remembers whose it is; a guest's belongs to nobody until it is joined.

import { load, save } from "./device.js";

const NAME = "warmhands-kept";
const MOST = 200; // a guest's year; the oldest answered ones go first
const ASK_FOR_MS = 36 * 3600 * 1000; // last night's questions are asked until so much later
const FIRST_WAIT_MS = 4_000;
const LONGEST_WAIT_MS = 120_000;

let timer = 0;
let wait = FIRST_WAIT_MS;
let sending = null;

/** What is kept: [{massage, areas, member, sent, told, refused}], the oldest first. */
export function kept() {
  return load(NAME, []);
}

export function keep(entry) {
  const others = kept().filter((e) => e.massage.id !== entry.massage.id);
  save(NAME, [...others, entry].slice(-MOST));
  document.dispatchEvent(new CustomEvent("kept"));
}

/** Change the entry `id` as it stands now: an answer of the server may have come in between. */
export function change(id, how) {
  const list = kept();
  const entry = list.find((e) => e.massage.id === id);
  if (!entry) return null;
  how(entry);
  save(NAME, list.filter((e) => !finished(e)));
  document.dispatchEvent(new CustomEvent("kept"));
  return entry;
}

function finished(entry) {
  const old = Date.now() - Date.parse(entry.massage.end) > ASK_FOR_MS;
  return entry.sent && (entry.told || old);
}

/** Those that wait for this member's line to the server. */
export function waiting(member) {
  return kept().filter((e) => member !== null && e.member === member && !e.sent && !e.refused);
}

/** Those of guests, which a member may take into the diary. */
export function unclaimed() {
  return kept().filter((e) => e.member === null);
}

/** The latest massage whose two questions are still open. */
export function untold(member) {
  const open = kept().filter((e) => !e.told && e.member === member);
  return open.filter((e) => Date.now() - Date.parse(e.massage.end) < ASK_FOR_MS).at(-1) ?? null;
}

export function claim(member, baby) {
  for (const { massage } of unclaimed()) {
    change(massage.id, (e) => {
      e.member = member;
      e.massage.baby = baby;
      e.sent = false;
    });
  }
}

/** Send what waits; one line at a time. Returns the number that still waits. */
export function send(page) {
  sending ??= sendAll(page).finally(() => {
    sending = null;
  });
  return sending;
}

async function sendAll(page) {
  clearTimeout(timer);
  const tried = new Set();
  const fresh = () => waiting(page.member).find((e) => !tried.has(JSON.stringify(e.massage)));
  for (let entry = fresh(); entry; entry = fresh()) {
    const text = JSON.stringify(entry.massage);
    tried.add(text);
    const answer = await post(page, text);
    if (answer === "later") break;
    change(entry.massage.id, (e) => {
      if (answer !== "yes") e.refused = answer;
      else e.sent = JSON.stringify(e.massage) === text; // told something meanwhile: once more
    });
  }
  const left = waiting(page.member).length;
  wait = left ? Math.min(wait * 2, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
  if (left) timer = setTimeout(() => send(page), wait);
  return left;
}

/** "yes", "later" (no line, signed out, a fault of the server), or the server's sentence why it cannot take it. */
async function post(page, text) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": page.csrf, Accept: "application/json" };
  let answer;
  try {
    answer = await fetch(page.finish, { method: "POST", headers, body: text, credentials: "same-origin" });
  } catch (fault) {
    if (fault instanceof TypeError) return "later"; // no line to the server
    throw fault;
  }
  if (answer.ok) return "yes";
  if (answer.status !== 400) return "later";
  return (await answer.json()).problem;
}

/** Keep on trying: at once, and whenever the line comes back. */
export function keepSending(page) {
  addEventListener("online", () => send(page));
  addEventListener("pageshow", (e) => e.persisted && send(page));
  return send(page);
}
