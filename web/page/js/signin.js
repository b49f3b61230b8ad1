/** The sign-in card: a real form, so that password managers and the Enter key work. */

import { t } from './i18n.js';
import { noticeWords } from './words.js';

export class SignIn {
  /** @type {HTMLFormElement} */ #form;
  /** @type {HTMLElement} */ #notice;
  /** What is spoken: the notice, but not each second of a countdown. @type {HTMLElement} */ #alert;
  /** @type {HTMLButtonElement} */ #submit;
  #countdown = 0;
  /** @type {import('./session.js').State|null} */ #shown = null;

  /**
   * @param {HTMLFormElement} form
   * @param {(username: string, password: string) => void} submitted in the user's gesture
   */
  constructor(form, submitted) {
    this.#form = form;
    this.#notice = /** @type {HTMLElement} */ (form.querySelector('#notice'));
    this.#alert = /** @type {HTMLElement} */ (form.querySelector('#alert'));
    this.#submit = /** @type {HTMLButtonElement} */ (form.querySelector('[type=submit]'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#submit.getAttribute('aria-disabled') === 'true') return;
      submitted(this.#username.value, this.#password.value);
    });
  }

  /** @param {import('./session.js').State} state */
  render(state) {
    const before = this.#shown;
    this.#shown = state;
    if (before !== null && before.phase === state.phase && before.notice === state.notice) return;
    clearInterval(this.#countdown);
    const visible = ['signed-out', 'signing-in', 'expired'].includes(state.phase);
    const busy = state.phase === 'signing-in';
    this.#form.hidden = !visible;
    this.#enable(!busy);
    this.#submit.textContent = busy ? t('signIn.submitting') : t('signIn.submit');
    if (!visible) {
      this.#password.value = '';
      return;
    }
    if (busy) return this.#say('');
    const words = noticeWords(state);
    if (state.notice === 'too-many') this.#count(state.wait);
    else this.#say(words === null ? '' : t(words), state.notice !== null, state.notice === 'wrong-password');
    if (this.#username.value === '') this.#username.value = state.user;
    if (state.notice === 'wrong-password') this.#password.select();
    else if (this.#username.value === '') this.#username.focus();
    else this.#password.focus();
  }

  /** @param {number} seconds */
  #count(seconds) {
    const until = performance.now() + seconds * 1000;
    const tick = () => {
      const left = Math.ceil((until - performance.now()) / 1000);
      if (left > 0) {
        this.#show(t('signIn.tooMany', { seconds: left }), true);
        return;
      }
      clearInterval(this.#countdown);
      this.#say(t('signIn.tooManyOver'));
      this.#enable(true);
    };
    this.#enable(false);
    this.#say(t('signIn.tooMany', { seconds: Math.ceil(seconds) }), true);
    this.#countdown = setInterval(tick, 1000);
  }

  /** Not `disabled`: that would take the keyboard's focus away. @param {boolean} enabled */
  #enable(enabled) {
    this.#submit.setAttribute('aria-disabled', String(!enabled));
  }

  /** @param {string} text @param {boolean} [failed] @param {boolean} [wrong] whether it is the fields that are wrong */
  #say(text, failed = false, wrong = false) {
    this.#alert.textContent = text;
    this.#show(text, failed, wrong);
  }

  /** Without a word to a screen reader, which can still be asked. @param {string} text @param {boolean} failed @param {boolean} [wrong] */
  #show(text, failed, wrong = false) {
    this.#notice.textContent = text;
    this.#form.toggleAttribute('data-failed', failed);
    for (const field of [this.#username, this.#password]) {
      if (wrong) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    }
  }

  get #username() {
    return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem('username'));
  }

  get #password() {
    return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem('password'));
  }
}
