/** The buttons under the picture, the keys, and when they hide. */

import { label, t } from './i18n.js';
import { FullScreen, PictureInPicture } from './screen.js';

/** Without a movement for this long the controls leave the picture alone. */
const IDLE_MS = 2500;
/** A click is not half of a double click when no other follows within this. */
const DOUBLE_CLICK_MS = 220;
const VOLUME_STEP = 0.05;

/**
 * @typedef {object} Parts
 * @property {import('./player.js').Player} player
 * @property {import('./overlay.js').Overlay} overlay
 * @property {() => void} signOut
 */

export class Controls {
  #root = document.documentElement;
  /** @type {Parts} */ #parts;
  /** @type {FullScreen} */ #fullScreen;
  /** @type {PictureInPicture} */ #pictureInPicture;
  #idle = 0;
  #click = 0;
  /** The kind of the pointer that was last used: a tap shows the controls, a click pauses. */
  #pointer = 'mouse';

  /** @param {HTMLElement} stage @param {Parts} parts */
  constructor(stage, parts) {
    this.#parts = parts;
    const { player } = parts;
    this.#fullScreen = new FullScreen(stage, player.video, () => this.render());
    this.#pictureInPicture = new PictureInPicture(player.video);
    button('full-screen').hidden = !this.#fullScreen.supported;
    button('picture-in-picture').hidden = !this.#pictureInPicture.supported;
    button('play').onclick = button('resume').onclick = () => player.togglePaused();
    button('mute').onclick = () => player.toggleMuted();
    button('sound').onclick = () => player.sound();
    button('full-screen').onclick = () => this.#fullScreen.toggle();
    button('picture-in-picture').onclick = () => this.#pictureInPicture.toggle();
    button('statistics').onclick = () => this.#toggleStatistics();
    button('sign-out').onclick = () => parts.signOut();
    this.#volume.oninput = () => player.setVolume(Number(this.#volume.value) / 100);
    player.video.onclick = ({ detail }) => {
      clearTimeout(this.#click);
      if (player.soundRefused) player.sound(); // at once: it has to be within the gesture
      else if (detail < 2) this.#click = setTimeout(() => this.#clicked(), this.#pointer === 'touch' ? 0 : DOUBLE_CLICK_MS);
    };
    player.video.ondblclick = () => this.#fullScreen.toggle();
    stage.addEventListener('pointerdown', ({ pointerType }) => { this.#pointer = pointerType; }, true);
    stage.addEventListener('pointermove', ({ pointerType }) => { if (pointerType !== 'touch') this.wake(); });
    stage.addEventListener('pointerleave', ({ pointerType }) => { if (pointerType !== 'touch') this.#sleep(0); });
    stage.addEventListener('focusin', () => this.wake());
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Shows the controls, and lets them go again after a while. */
  wake() {
    this.#root.removeAttribute('data-idle');
    this.#sleep(IDLE_MS);
  }

  render() {
    const { player } = this.#parts;
    show('play', player.paused ? 'play' : 'pause', player.paused ? t('controls.play') : t('controls.pause'));
    show('mute', player.muted ? 'muted' : 'sound', player.muted ? t('controls.unmute') : t('controls.mute'));
    const full = this.#fullScreen.active;
    show('full-screen', full ? 'shrink' : 'grow', full ? t('controls.exitFullScreen') : t('controls.fullScreen'));
    const volume = player.muted ? 0 : Math.round(player.volume * 100);
    this.#volume.value = String(volume);
    this.#volume.setAttribute('aria-valuetext', `${volume} %`);
    this.#volume.style.setProperty('--filled', `${volume}%`);
    button('sound').hidden = !player.soundRefused || player.paused;
    button('resume').hidden = !player.paused || this.#root.dataset.picture === 'none';
    this.#root.toggleAttribute('data-paused', player.paused);
    this.wake();
  }

  /** @param {number} ms */
  #sleep(ms) {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      const focused = document.activeElement?.matches('#controls :focus-visible') === true;
      if (!focused && !this.#parts.player.paused) this.#root.setAttribute('data-idle', '');
    }, ms);
  }

  #clicked() {
    const { player } = this.#parts;
    if (this.#pointer !== 'touch') player.togglePaused();
    else if (this.#root.hasAttribute('data-idle')) this.wake();
    else this.#sleep(0);
  }

  #toggleStatistics() {
    this.#parts.overlay.toggle();
    button('statistics').setAttribute('aria-pressed', String(this.#parts.overlay.open));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // Nothing plays, so nothing is to be controlled: on the sign-in card these keys are letters.
    if (this.#root.dataset.picture === 'none' || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = /** @type {Element} */ (event.target);
    const key = event.key.toLowerCase();
    // A focused button has the space bar for itself, the slider its arrows.
    if (key === ' ' && target.matches('button')) return;
    if (key.startsWith('arrow') && target === this.#volume) return;
    const action = this.#actions[key];
    if (action === undefined || (event.repeat && !key.startsWith('arrow'))) return;
    event.preventDefault();
    action();
    this.wake();
  }

  /** @type {Record<string, () => void>} */
  #actions = {
    ' ': () => this.#parts.player.togglePaused(),
    k: () => this.#parts.player.togglePaused(),
    m: () => this.#parts.player.toggleMuted(),
    f: () => this.#fullScreen.toggle(),
    i: () => this.#toggleStatistics(),
    arrowup: () => this.#parts.player.changeVolume(VOLUME_STEP),
    arrowdown: () => this.#parts.player.changeVolume(-VOLUME_STEP),
  };

  get #volume() {
    return /** @type {HTMLInputElement} */ (document.getElementById('volume'));
  }
}

/** @param {string} id */
function button(id) {
  return /** @type {HTMLButtonElement} */ (document.getElementById(id));
}

/** @param {string} id @param {string} icon @param {string} name */
function show(id, icon, name) {
  const element = button(id);
  element.querySelector('use')?.setAttribute('href', `#icon-${icon}`);
  if (element.getAttribute('aria-label') !== name) label(element, name);
}
