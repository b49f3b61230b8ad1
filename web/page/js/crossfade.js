/**
 * Carries the sound over while an element changes its tracks. A browser lets go of the old sound at once and starts the new
 * one 50 ms later: a hole that everybody hears. So a second element that cannot be seen plays the new sound from before the
 * change until the first one does.
 */

/** A second element that has not begun by then is not waited for. */
const BEGIN_MS = 500;
/** From its beginning to sound at its output. */
const WARM_MS = 100;
/** From the change of tracks to sound at the first element's output. */
const SETTLE_MS = 250;
const STEPS = 8;
const STEP_MS = 5;

export class Crossfade {
  /** @type {HTMLVideoElement} */ #video;
  /** What the listener hears, while the elements' own volumes are on their way. @type {number|null} */ #target = null;
  /** Whoever mutes the one element means both. */ #follow = () => {};

  /** @param {HTMLVideoElement} video */
  constructor(video) {
    this.#video = video;
  }

  /** @returns {boolean} whether the element's volume is ours just now, and not the user's */
  get active() {
    return this.#target !== null;
  }

  get volume() {
    return this.#target ?? this.#video.volume;
  }

  /** @param {number} volume the user's */
  set volume(volume) {
    if (this.#target === null) this.#video.volume = volume;
    else this.#target = volume;
  }

  /**
   * Changes the tracks, with the sound going on. Resolves once the old tracks are not needed any more.
   * @param {MediaStreamTrack[]} sound what will be heard
   * @param {() => void} change
   */
  async over(sound, change) {
    const video = this.#video;
    const carrier = this.active || video.muted || video.volume === 0 ? null : await playing(sound);
    // Much can have happened meanwhile: another change, or that the listener wants to hear nothing.
    if (carrier === null || this.active || video.muted) {
      stop(carrier);
      change();
      return;
    }
    this.#target = video.volume;
    this.#follow = () => { carrier.muted = video.muted; };
    video.addEventListener('volumechange', this.#follow);
    await this.#fade(carrier, video);
    change();
    this.#giveBack(carrier);
  }

  /** @param {HTMLAudioElement} carrier */
  async #giveBack(carrier) {
    await pause(SETTLE_MS);
    await this.#fade(this.#video, carrier);
    stop(carrier);
    this.#video.removeEventListener('volumechange', this.#follow);
    const volume = this.volume;
    this.#target = null;
    this.#video.volume = volume;
  }

  /** @param {HTMLMediaElement} louder @param {HTMLMediaElement} quieter */
  async #fade(louder, quieter) {
    for (let step = 1; step <= STEPS; step++) {
      louder.volume = (this.volume * step) / STEPS;
      quieter.volume = (this.volume * (STEPS - step)) / STEPS;
      await pause(STEP_MS);
    }
  }
}

/** @param {MediaStreamTrack[]} sound @returns {Promise<HTMLAudioElement|null>} null where the browser does not let it be, and be quiet */
async function playing(sound) {
  if (sound.length === 0) return null;
  const carrier = new Audio();
  carrier.volume = 0;
  if (carrier.volume !== 0) return null; // the volume is the device's, as on an iPhone: it would be heard at once
  carrier.srcObject = new MediaStream(sound);
  const begun = carrier.play().then(() => true, () => false);
  if (await Promise.race([begun, pause(BEGIN_MS)])) {
    await pause(WARM_MS);
    return carrier;
  }
  stop(carrier);
  return null;
}

/** @param {HTMLAudioElement|null} carrier */
function stop(carrier) {
  if (carrier === null) return;
  carrier.pause();
  carrier.srcObject = null;
}

/** @param {number} ms @returns {Promise<void>} */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
