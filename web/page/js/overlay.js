/** The statistics over the picture. */

import { t } from './i18n.js';

/** @typedef {import('./stats.js').Figures} Figures */

const NOTHING = '–';

/** Label and value of every row, in order. @type {[string, (figures: Figures) => string][]} */
const ROWS = [
  ['stats.latency', (f) => (f.latency === null ? NOTHING : `≈ ${f.latency.toFixed(0)} ms`)],
  ['stats.roundTrip', (f) => (f.roundTrip === null ? NOTHING : `${f.roundTrip.toFixed(f.roundTrip < 10 ? 1 : 0)} ms`)],
  ['stats.bitrate', (f) => `${f.bitrate.toFixed(0)} kbit/s`],
  ['stats.picture', (f) => (f.width === 0 ? NOTHING : `${f.width} × ${f.height}, ${f.framesPerSecond.toFixed(0)} fps`)],
  ['stats.frames', (f) => t('stats.framesValue', { decoded: f.framesDecoded, dropped: f.framesDropped })],
  ['stats.freezes', (f) => (f.freezes === null ? NOTHING : `${f.freezes} (${f.freezeSeconds.toFixed(1)} s)`)],
  ['stats.loss', (f) => t('stats.lossValue', { percent: f.lossPercent.toFixed(1), packets: f.lost })],
  ['stats.codec', (f) => f.codecs || NOTHING],
  ['stats.path', path],
];

/** @param {Figures} figures */
export function path({ path: way, protocol, via }) {
  if (way === null) return NOTHING;
  const by = via === 'relay' ? t('stats.via.relay') : t('stats.via.direct');
  const words = { local: t('stats.path.local'), stun: t('stats.path.stun'), turn: t('stats.path.turn') };
  return [by, words[way], protocol.toUpperCase()].filter((word) => word !== '').join(', ');
}

export class Overlay {
  /** @type {HTMLElement} */ #element;
  /** @type {HTMLElement[]} */ #values;
  /** What the viewer wants; where nothing plays there is nothing to be told. */ #wanted = false;
  #playing = false;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    const list = document.createElement('dl');
    this.#values = ROWS.map(([label]) => {
      const term = document.createElement('dt');
      term.textContent = t(label);
      const value = document.createElement('dd');
      value.textContent = NOTHING;
      list.append(term, value);
      return value;
    });
    element.append(list);
  }

  get open() {
    return this.#wanted;
  }

  toggle() {
    this.#wanted = !this.#wanted;
    this.#render();
  }

  /** Whether there is a picture or sound to tell of. @param {boolean} playing */
  set playing(playing) {
    this.#playing = playing;
    this.#render();
  }

  #render() {
    this.#element.hidden = !this.#wanted || !this.#playing;
  }

  /** @param {Figures|null} figures null while nothing plays */
  show(figures) {
    ROWS.forEach(([, value], row) => {
      this.#values[row].textContent = figures === null ? NOTHING : value(figures);
    });
  }
}
