/**
 * Loads the page again when one of its modules was lost on its way (a network that changed just then): without them there is not even a
 * form to sign in by. No module itself, so that it is here when they are not. The address keeps its fragment, and so an invitation.
 */
(() => {
  const KEY = 'heliograph.reloads';
  /** After about these waits, in milliseconds, one after the other; then it is no bad moment any more, and left to the user. */
  const WAITS = [500, 2000, 8000, 20000];

  /** @param {globalThis.Event} event */
  const isModule = ({ target }) => target instanceof HTMLScriptElement && target.type === 'module';

  document.addEventListener('error', (event) => {
    if (!isModule(event)) return;
    try {
      const tried = Number(sessionStorage.getItem(KEY) ?? 0);
      if (!(tried < WAITS.length)) return;
      sessionStorage.setItem(KEY, String(tried + 1));
      setTimeout(() => location.reload(), WAITS[tried] * (0.5 + Math.random())); // a class does not come back in step
    } catch {
      // Who keeps nothing cannot count, and must not load for ever.
    }
  }, true);

  // Of the document: the window hears of no element's load.
  document.addEventListener('load', (event) => {
    if (!isModule(event)) return;
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // Nothing was kept.
    }
  }, true);
})();
