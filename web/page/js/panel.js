/** The words over the stage, and what a screen reader is told. */

import { t } from './i18n.js';
import { panelWords } from './words.js';

export class Panel {
  /** @type {HTMLElement} */ #panel;
  /** @type {HTMLElement} */ #title;
  /** @type {HTMLElement} */ #text;
  /** @type {HTMLElement} */ #again;
  /** @type {HTMLElement} */ #spoken;

  /** @param {Document} doc @param {() => void} again the button for who was removed or found no place */
  constructor(doc, again) {
    const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (doc.getElementById(id));
    this.#panel = find('panel');
    this.#title = find('panel-title');
    this.#text = find('panel-text');
    this.#again = find('again');
    this.#spoken = find('spoken');
    this.#again.onclick = again;
  }

  /**
   * @param {import('./session.js').State} state
   * @param {import('./sampler.js').Picture} picture
   * @param {boolean} paused
   */
  render(state, picture, paused) {
    const words = panelWords(state, picture);
    this.#panel.hidden = words === null;
    this.#again.hidden = state.phase !== 'removed' && state.phase !== 'full';
    if (words !== null) {
      set(this.#title, t(words.title));
      set(this.#text, t(words.text));
    }
    const playing = paused ? t('paused.announce') : t('live.announce');
    const panel = words === null ? '' : `${t(words.title)} ${t(words.text)}`;
    set(this.#spoken, state.phase === 'live' && words === null ? playing : panel);
  }
}

/** Sets a text only when it is another: a live region would read it again. @param {HTMLElement} element @param {string} text */
function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
