// The voice of a session, and the road without one. Browsers' voices come late, stop in long texts, or never start at
// all: every sentence is watched, and after two that came to nothing a soft sound stands in and the words are read.
// Whatever is said also goes out as the event "spoke" on the document, with the text.

import { load, save } from "./device.js";

const LOST_AFTER_MS = 2_500; // a sentence that has not started by then never will
const SLOWEST_MS_PER_LETTER = 220; // with the slowest voice; a sentence that lasts longer has hung
const LONGEST = 160; // letters in one breath: Chrome's network voices stop after about 15 seconds
const DEAD_AFTER = 2; // sentences that came to nothing
const RATES = { slow: 0.8, calm: 0.92, brisk: 1.1 };
const CHOICE = "warmhands-voice";

const synth = "speechSynthesis" in window ? window.speechSynthesis : null;
export const choice = { on: true, voice: "", rate: "calm", ...load(CHOICE, {}) };

let audio = null;
let turn = 0; // counts up with each new text, so that an old one falls silent
let lost = 0;

/** The voices that speak the page's language, those of the device itself first. */
export function voices() {
  const language = document.documentElement.lang.slice(0, 2);
  const fitting = (synth?.getVoices() ?? []).filter((v) => v.lang.slice(0, 2) === language);
  return fitting.sort((a, b) => Number(b.localService) - Number(a.localService));
}

export function onVoices(tell) {
  synth?.addEventListener?.("voiceschanged", tell);
  tell();
}

export function choose(change) {
  Object.assign(choice, change);
  save(CHOICE, choice);
  document.dispatchEvent(new CustomEvent("voice"));
  lost = 0;
  hush();
}

/** Whether words can be heard here, as far as is known. */
export function audible() {
  return choice.on && synth !== null && lost < DEAD_AFTER && voices().length > 0;
}

/** Needs a touch: browsers keep sound and speech locked until the parent has touched the page. */
export function unlock() {
  audio ??= "AudioContext" in window ? new AudioContext() : null;
  if (audio?.state === "suspended") audio.resume();
  if (synth && choice.on) synth.speak(new SpeechSynthesisUtterance(""));
}

export function hush() {
  turn += 1;
  synth?.cancel();
}

/** Say `text`. The promise ends when the last word is over, with true; at once, with false, where no voice is. */
export async function speak(text, mood = "go") {
  hush();
  const mine = turn;
  document.dispatchEvent(new CustomEvent("spoke", { detail: text }));
  if (!audible()) {
    sound(mood);
    return false;
  }
  for (const part of breaths(text)) {
    const heard = await say(part);
    if (mine !== turn) return true; // other words came in between
    lost = heard ? 0 : lost + 1;
    if (!heard && !audible()) {
      sound(mood);
      return false;
    }
  }
  return true;
}

/** Sentences short enough to survive. */
function breaths(text) {
  const sentences = text.match(/[^.!?…]+[.!?…]*\s*/g) ?? [text];
  return sentences.flatMap((s) => (s.length > LONGEST ? s.split(/(?<=[,;:])\s/) : [s])).filter((s) => s.trim());
}

/** One breath; true when it was heard, false when the voice never started or hung. */
function say(part) {
  return new Promise((done) => {
    const words = new SpeechSynthesisUtterance(part);
    words.lang = document.documentElement.lang;
    words.rate = RATES[choice.rate] ?? RATES.calm;
    const voice = voices().find((v) => v.name === choice.voice) ?? voices()[0];
    if (voice) words.voice = voice;
    let watch = setTimeout(() => end(false), LOST_AFTER_MS);
    const end = (heard) => {
      clearTimeout(watch);
      words.onstart = words.onend = words.onerror = null;
      if (!heard) synth.cancel();
      done(heard);
    };
    words.onstart = () => {
      clearTimeout(watch);
      watch = setTimeout(() => end(false), 3_000 + part.length * SLOWEST_MS_PER_LETTER);
    };
    words.onend = () => end(true);
    // Interrupted by our own next sentence is no fault of the voice.
    words.onerror = (e) => end(e.error === "interrupted" || e.error === "canceled");
    synth.speak(words);
  });
}

const NOTES = { go: [392, 523.25], still: [392, 293.66], end: [523.25, 392, 261.63], ask: [440, 440] };

/** A soft sound for a change: two slow notes, quieter than a voice in the next room. */
export function sound(mood) {
  document.dispatchEvent(new CustomEvent("sounded", { detail: mood }));
  if (audio?.state !== "running") return;
  (NOTES[mood] ?? NOTES.go).forEach((hertz, n) => {
    const at = audio.currentTime + n * 0.28;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(0.09, at + 0.06);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.9);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 1);
  });
}
