/** Notices when the network or the computer comes back, long before a dead socket does. */

const TICK_MS = 5000;
/** A timer that is late by this much slept; a hidden tab's timers are late by a minute at most. */
const SLEPT_MS = 90000;

/**
 * @param {object} listener
 * @param {() => void} listener.nudge a good moment for a retry that waits
 * @param {() => void} listener.wake what was open is most likely dead
 */
export function watchNetwork({ nudge, wake }) {
  let offline = !navigator.onLine;
  let last = Date.now();
  addEventListener('offline', () => { offline = true; });
  addEventListener('online', () => {
    if (offline) wake();
    else nudge();
    offline = false;
  });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) nudge(); });
  setInterval(() => {
    if (Date.now() - last > SLEPT_MS) wake();
    last = Date.now();
  }, TICK_MS);
}
