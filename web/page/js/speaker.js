/**
 * Starts the computer's sound output before there is anything to play.
 *
 * A browser starts it when the first sound is due, and that takes from a tenth of a second to two. What arrives meanwhile
 * is kept and played late: the sound is then behind the picture, and catches up within ten seconds or more.
 */

const WARM_MS = 10000;

/** To be called in a gesture: without one a browser keeps silent. */
function warm() {
  if (!('AudioContext' in globalThis)) return;
  const context = new AudioContext();
  // Refused, or never answered where there is no output: then there is nothing to be warmed.
  context.resume().catch(() => {});
  // The output stays awake for a while after; an open one would keep a phone from sleep.
  setTimeout(() => context.close().catch(() => {}), WARM_MS);
}

/** Does so in the user's first gesture, which is before the click on *Sign in*. @param {EventTarget} page */
export function warmAtFirstGesture(page) {
  const gestures = ['pointerup', 'keydown', 'click']; // what browsers count as one, each its own
  const once = (/** @type {Event} */ event) => {
    if (!event.isTrusted || globalThis.navigator?.userActivation?.isActive === false) return;
    gestures.forEach((gesture) => page.removeEventListener(gesture, once, true));
    warm();
  };
  gestures.forEach((gesture) => page.addEventListener(gesture, once, true));
}
