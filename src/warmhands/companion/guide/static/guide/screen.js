// The phone stays awake and goes dim. A browser grants a wake lock only over HTTPS; without one a silent film of two
// seconds runs behind the picture, as a playing film keeps the screen on.

const DIM_AFTER_MS = 10_000;

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
  const wake = () => {
    clearTimeout(timer);
    if (dim) change((dim = false));
    timer = setTimeout(() => change((dim = true)), DIM_AFTER_MS);
  };
  const stop = () => {
    clearTimeout(timer);
    for (const kind of ["pointerdown", "keydown", "focusin"]) document.removeEventListener(kind, wake, true);
    if (dim) change((dim = false));
  };
  // After the click has found its target: the lower half is Pause until the finger has left it.
  for (const kind of ["pointerdown", "keydown", "focusin"]) document.addEventListener(kind, wake, true);
  wake();
  return { stop, wake };
}
