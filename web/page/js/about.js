/** What the broadcaster says of the broadcast: its title, and how many watch. Text, never markup. */

import { t } from './i18n.js';

export class About {
  /** @type {Document} */ #doc;
  /** @type {HTMLElement} */ #element;
  /** @type {HTMLElement} */ #title;
  /** @type {HTMLElement} */ #viewers;
  /** What the page is called by itself. @type {string} */ #name;

  /** @param {Document} doc */
  constructor(doc) {
    const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (doc.getElementById(id));
    this.#doc = doc;
    this.#name = doc.title;
    this.#element = find('about');
    this.#title = find('about-title');
    this.#viewers = find('about-viewers');
  }

  /** @param {{title?: string, viewers?: number}} said what is missing is not said */
  show({ title = '', viewers }) {
    this.#title.textContent = title;
    this.#viewers.textContent = viewers === undefined ? '' : t('about.viewers', { viewers });
    this.#element.hidden = title === '' && viewers === undefined;
    this.#doc.title = title === '' ? this.#name : `${title} – ${this.#name}`;
  }
}
