/** Reads the shown peer's statistics once a second: for the overlay, and to see whether the picture moves. */

import { figuresOf, sampleOf } from './stats.js';

const EVERY_MS = 1000;
/** So many samples in a row without a new frame, and the picture stands still: one may be a hiccup. */
const STILL = 2;

/** @typedef {'none'|'moving'|'still'|'sound-only'} Picture */

export class Sampler {
  /** @type {() => import('./peer.js').Peer|undefined} */ #peer;
  /** @type {(picture: Picture, figures: import('./stats.js').Figures|null) => void} */ #sampled;
  /** @type {import('./peer.js').Peer|undefined} */ #of;
  /** @type {import('./stats.js').Sample|null} */ #before = null;
  #unmoved = 0;

  /**
   * @param {() => import('./peer.js').Peer|undefined} peer what is shown, if anything is
   * @param {(picture: Picture, figures: import('./stats.js').Figures|null) => void} sampled
   */
  constructor(peer, sampled) {
    this.#peer = peer;
    this.#sampled = sampled;
    setInterval(() => this.now(), EVERY_MS);
  }

  async now() {
    const peer = this.#peer();
    if (peer !== this.#of) this.#before = null;
    this.#of = peer;
    if (peer === undefined) return this.#sampled('none', null);
    const sample = sampleOf(await peer.statistics());
    if (peer !== this.#of) return;
    const figures = { ...figuresOf(sample, this.#before ?? sample), via: peer.path };
    if (sample.video.framesDecoded === 0) this.#sampled(sample.audio.packets > 0 ? 'sound-only' : 'none', figures);
    else {
      this.#unmoved = this.#before === null || figures.moving ? 0 : this.#unmoved + 1;
      this.#sampled(this.#unmoved < STILL ? 'moving' : 'still', figures);
    }
    this.#before = sample;
  }
}
