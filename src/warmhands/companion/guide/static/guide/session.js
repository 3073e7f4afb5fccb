// One massage in time. Everything is counted from instants (never from ticks), so a slow phone, a locked screen or a
// reload loses nothing: `advance(now)` sends the events of time that fell due since it was last asked, each at its own
// instant. What follows an event is written in the table alone (walk.js); here is only when the events of time are due.

import { step } from "./walk.js";

export const AWAY_AFTER_MS = 10_000; // hidden for longer: a pause
const QUIET_MS = 90_000; // no sign by hand for so long: an unsure sign is forgotten
const PROMPT_MS = 180_000; // no sign by hand for so long: one gentle question
const WAITED_MS = 60_000; // so long in a pause or in your arms
const LEAST_LEFT_MS = 5_000; // a stroke taken up again after a pause lasts at least so long
const MOST_ROWS = 1_500; // the server takes 2,000 rows
const MOST_DUE = 10_000; // a table that runs in a circle without time is a fault, not a massage

/** A new id by RFC 9562 (version 7): time first, then dice. crypto.randomUUID is missing where there is no HTTPS. */
export function newId(now) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0, rest = now; i < 6; i += 1) {
    bytes[5 - i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

/** The wall clock, which never runs backwards here: a phone that corrects its clock does not undo a stroke. */
export function wallClock() {
  let last = 0;
  let ahead = 0;
  return () => {
    const wall = Date.now();
    if (wall + ahead < last) ahead = last - wall;
    last = wall + ahead;
    return last;
  };
}

export class Session {
  /** `table` as `warmhands guide walk` prints it; `kept` is what `keep()` returned earlier, or nothing for a new one. */
  constructor(table, kept) {
    this.table = table;
    this.data = kept;
    this.onchange = () => {};
  }

  static begin(table, about, now) {
    const session = new Session(table, {
      ...about, id: newId(now), start: now, end: null, state: table.start, before: "", entered: now, waited: false,
      spent: {}, sign: now, quiet: false, prompted: now, away: null, seen: now, timeline: [], areas: {},
    });
    session.#row("begin", now);
    return session;
  }

  get state() {
    return this.table.states[this.data.state];
  }

  get over() {
    return this.data.end !== null;
  }

  /** Everything a reload needs, as plain data. */
  keep() {
    return this.data;
  }

  /** An event by hand, at the instant `now`. */
  send(event, now) {
    this.advance(now);
    if (this.over) return;
    this.data.sign = now;
    this.data.quiet = false;
    this.data.prompted = now;
    this.#apply(event, now);
  }

  /** Send every event of time that is due up to `now`. While away, time stands still. */
  advance(now) {
    for (let n = 0; n < MOST_DUE && !this.over && this.data.away === null; n += 1) {
      const [event, at] = this.#due();
      if (at > now) break;
      if (event === "quiet") this.data.quiet = true;
      if (event === "prompt") this.data.prompted = at;
      if (event === "waited") this.data.waited = true;
      this.#apply(event, at);
    }
    this.data.seen = Math.max(this.data.seen, now);
  }

  /** Words of this state last until the instant `until` at most: its time is not over before they are. */
  say(until) {
    this.data.words = until;
  }

  /** The words of `state` are over. A question's time to watch for the answer begins here. */
  said(state, now) {
    if (this.over || this.data.state !== state || this.data.words === 0) return;
    this.data.words = 0;
    if (this.state.kind === "ask") this.data.entered = now;
  }

  /** Nobody is here from the instant `at` on: the hands are still and the clock stands. */
  leave(at) {
    if (this.over || this.data.away !== null) return;
    this.advance(at);
    if (this.over) return;
    if (this.#has("pause")) this.#apply("pause", at);
    this.data.away = at;
  }

  /** The parent is back and says to go on. */
  comeBack(now) {
    if (this.data.away === null) return;
    this.#back(now);
    if (this.#has("resume")) this.send("resume", now);
    else this.onchange("back", now, false);
  }

  /** The parent is back and wishes to finish: by the table's own way to stop. */
  finish(now) {
    this.#back(now);
    this.send("stop", now);
  }

  /** A massage that nobody came back to: it ended when it was last seen. */
  abandon() {
    if (this.over) return;
    const at = this.data.away ?? this.data.seen;
    this.#count(at);
    this.#end(at);
    this.#row("over", this.data.end);
  }

  #back(now) {
    const { data } = this;
    if (data.away === null) return;
    const gone = now - data.away;
    for (const name of ["entered", "sign", "prompted"]) data[name] += gone;
    data.away = null;
    this.#row("back", now);
  }

  #has(event) {
    return event in this.state.on;
  }

  #due() {
    const { entered, sign, quiet, prompted, waited, words = 0 } = this.data;
    const due = [["none", Infinity]];
    if (this.state.seconds !== null) due.push(["done", Math.max(entered + this.#left(), words)]);
    if (this.#has("waited") && !waited) due.push(["waited", entered + WAITED_MS]);
    if (this.#has("quiet") && !quiet) due.push(["quiet", Math.max(entered, sign + QUIET_MS)]);
    if (this.#has("prompt")) due.push(["prompt", Math.max(entered, prompted + PROMPT_MS)]);
    return due.reduce((first, other) => (other[1] < first[1] ? other : first));
  }

  /** At `at` the event happened and led to the state in which we are now. */
  #row(event, at) {
    const { timeline, start, state } = this.data;
    const { stroke = null, region = null, side = null } = this.state;
    const row = { s: Math.floor((at - start) / 1000), event, state, stroke, region, side };
    if (timeline.length < MOST_ROWS) timeline.push(row);
    else timeline[timeline.length - 1] = row;
  }

  #apply(event, at) {
    const { data } = this;
    const before = data.state;
    const next = step(this.table, before, event);
    if (next !== before) this.#move(next, at);
    this.#row(event, at);
    const lost = event === "done" && next === before; // its time is over and it leads nowhere
    if (lost || Object.keys(this.state.on).length === 0) this.#end(at);
    this.onchange(event, at, next !== before);
  }

  #move(next, at) {
    const { data, state: from } = this;
    this.#count(at);
    data.state = next;
    // A step that was left, other than for a pause, begins anew when a happy sign leads back to it.
    if (from.kind !== "pause" && from.step !== this.state.step) delete data.spent[from.step];
    data.before = from.kind;
    data.entered = at;
    data.words = 0;
    data.waited = false;
  }

  /** Milliseconds until `done`: states of one step share one clock, which stands still in a pause. */
  #left() {
    const { seconds, step: clock = null } = this.state;
    const spent = clock === null ? 0 : (this.data.spent[clock] ?? 0);
    const least = spent > 0 && this.data.before === "pause" ? LEAST_LEFT_MS : 0;
    return Math.max(seconds * 1000 - spent, least);
  }

  /** Add the time in this state to its step's clock, and to its area (the question which was liked best). */
  #count(at) {
    const { kind, region, seconds, step: clock = null } = this.state;
    const time = at - this.data.entered;
    if (seconds !== null && clock !== null) this.data.spent[clock] = (this.data.spent[clock] ?? 0) + time;
    if ((kind !== "stroke" && kind !== "hold") || !region || region === "whole") return;
    this.data.areas[region] = (this.data.areas[region] ?? 0) + time;
  }

  #end(at) {
    this.data.end = at;
  }
}
