// The phone stays awake and goes dim. A browser grants a wake lock only over HTTPS; without one a silent film of two
// seconds runs behind the picture, as a playing film keeps the screen on.

const DIM_AFTER_MS = 10_000;
const CLICK_MS = 400; // a touch that has not become a click by then was a swipe

let lock = null;
let film = null;
let wanted = false;

async function ask() {
  if (!("wakeLock" in navigator)) return false;
  try {
    lock = await navigator.wakeLock.request("screen");
    return true;
  } catch (refusal) {
    if (refusal.name !== "NotAllowedError") throw refusal;
    return false; // saving battery, or not in view: the film may still help
  }
}

async function play() {
  try {
    await film.play();
    return true;
  } catch (refusal) {
    if (!["NotAllowedError", "NotSupportedError", "AbortError"].includes(refusal.name)) throw refusal;
    return false;
  }
}

/** Returns "lock", "film" or "none": how the screen is kept on. Needs a touch. */
export async function stayAwake(video) {
  wanted = true;
  film = video;
  if (await ask()) return "lock";
  video.hidden = false;
  return (await play()) ? "film" : "none";
}

export function mayRest() {
  wanted = false;
  lock?.release();
  lock = null;
  film?.pause();
}

// A lock is lost whenever the page goes out of view; ask again on the way back.
document.addEventListener("visibilitychange", async () => {
  if (!wanted || document.hidden) return;
  if (!(await ask()) && film && !film.hidden) await play();
});

/** Calls `change(true)` after ten seconds without a touch and `change(false)` at the next touch or key. */
export function dimmer(change) {
  let timer = 0;
  let dim = false;
  let touching = false;
  const wake = () => {
    touching = false;
    clearTimeout(timer);
    if (dim) change((dim = false));
    timer = setTimeout(() => change((dim = true)), DIM_AFTER_MS);
  };
  // A finger first finds its target on the dim page, then wakes it: woken at once, the target would be another.
  const listeners = {
    pointerdown: () => (touching = true),
    pointerup: () => setTimeout(() => touching && wake(), CLICK_MS),
    pointercancel: wake,
    click: wake,
    keydown: wake,
    focusin: () => touching || wake(),
  };
  for (const [kind, listener] of Object.entries(listeners)) document.addEventListener(kind, listener, true);
  wake();
  return () => {
    for (const [kind, listener] of Object.entries(listeners)) document.removeEventListener(kind, listener, true);
    clearTimeout(timer);
    if (dim) change((dim = false));
  };
}
