/** The words of the page in the viewer's language. Pure but for the choice of the language. */

import en from './i18n/en.js';
import zh from './i18n/zh.js';

/** @type {Record<string, Record<string, string>>} */
export const BUNDLES = { en, zh };

/**
 * @param {readonly string[]} wanted as in `navigator.languages`, the most wanted first
 * @returns {'en'|'zh'}
 */
export function choose(wanted) {
  const known = wanted.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => tag in BUNDLES);
  return known === 'zh' ? 'zh' : 'en';
}

export const language = choose(globalThis.navigator?.languages ?? []);

/** For `lang`: what kind of Chinese matters to fonts and to screen readers. */
export const languageTag = language === 'zh' ? 'zh-Hans' : 'en';

/**
 * @param {string} key
 * @param {Record<string, string|number>} [values] what stands in braces in the text
 */
export function t(key, values = {}) {
  return (BUNDLES[language][key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** Fills in the words of the static HTML: `data-text` for contents, `data-label` for a name. @param {Document} doc */
export function translate(doc) {
  doc.documentElement.lang = languageTag;
  doc.querySelectorAll('[data-text]').forEach((element) => {
    element.textContent = t(element.getAttribute('data-text') ?? '');
  });
  doc.querySelectorAll('[data-label]').forEach((element) => {
    label(element, t(element.getAttribute('data-label') ?? ''));
  });
}

/** Names an element for the screen reader; a button's name is its tooltip as well, with its key. @param {Element} element @param {string} text */
export function label(element, text) {
  const key = element.getAttribute('aria-keyshortcuts')?.split(' ')[0];
  element.setAttribute('aria-label', text);
  if (element.localName === 'button') element.setAttribute('title', key ? `${text} (${key})` : text);
}
