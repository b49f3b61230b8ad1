/** The one video element: what it plays, whether it may sound. */

import { Crossfade } from './crossfade.js';

const VOLUME_KEY = 'heliograph.volume';

export class Player {
  /** @type {HTMLVideoElement} */ video;
  /** Made when it is needed: a browser without WebRTC may have none. @type {MediaStream|null} */ #stream = null;
  #paused = false;
  #refused = false;
  /** What is shown came last: a change that was to come before it comes no more. */ #generation = 0;
  /** @type {Crossfade} */ #crossfade;
  /** @type {() => void} */ #changed;

  /** @param {HTMLVideoElement} video @param {() => void} changed paused, muted, volume or refusal changed */
  constructor(video, changed) {
    this.video = video;
    this.#changed = changed;
    this.#crossfade = new Crossfade(video);
    video.volume = storedVolume();
    video.onvolumechange = () => {
      if (!video.muted) this.#refused = false;
      if (!this.#crossfade.active) storeVolume(video.volume);
      changed();
    };
    video.onplay = () => this.#wants(false);
    video.onpause = () => {
      // Media keys and the picture in picture's button are the user's wish; a phone pauses what nobody sees by itself.
      const seen = !document.hidden || document.pictureInPictureElement === video;
      if (seen && !video.ended) this.#wants(true);
    };
    document.addEventListener('visibilitychange', () => this.#resume());
    video.addEventListener('webkitendfullscreen', () => { // an iPhone pauses when it leaves the full screen
      this.#wants(false);
      this.#resume();
    });
  }

  /**
   * To be called in the click on *Sign in*: the browser then counts all that this element plays later as wished for,
   * although there is nothing to play yet.
   */
  prime() {
    this.#playing();
    this.#wants(false);
    this.video.muted = false;
    this.#play();
  }

  /**
   * Plays these tracks instead of the ones before. The element keeps its stream, so it keeps its last frame until the
   * new tracks bring one: nothing black in between.
   * @param {MediaStreamTrack[]} tracks
   */
  show(tracks) {
    this.#generation++;
    const stream = this.#playing();
    // Out first, then in: Firefox keeps the last frame of a video track that leaves after its successor has come.
    stream.getTracks().filter((track) => !tracks.includes(track)).forEach((track) => stream.removeTrack(track));
    tracks.forEach((track) => stream.addTrack(track));
    this.#play();
  }

  /**
   * As {@link show}, while the tracks before play on: nobody sees or hears the change. Resolves when they are not needed any more.
   * @param {MediaStreamTrack[]} tracks
   */
  async goOver(tracks) {
    const generation = ++this.#generation;
    await this.#crossfade.over(tracks.filter(({ kind }) => kind === 'audio'), () => {
      if (generation === this.#generation) this.show(tracks); // else there is something newer to see, or nothing any more
    });
  }

  /** Nothing to see any more: no last frame either. Who paused is still paused when there is something again. */
  clear() {
    this.#generation++;
    this.#stream = null;
    this.video.srcObject = null;
    this.#changed();
  }

  get paused() {
    return this.#paused;
  }

  /** What the listener has chosen. */
  get volume() {
    return this.#crossfade.volume;
  }

  get muted() {
    return this.video.muted || this.volume === 0;
  }

  /** Whether it plays muted because the browser wants a gesture first. */
  get soundRefused() {
    return this.#refused;
  }

  /** Playing on after a pause is playing what is live then. */
  togglePaused() {
    this.#wants(!this.#paused);
    if (this.#paused) this.video.pause();
    else if (this.#refused) this.sound();
    else this.#play();
  }

  toggleMuted() {
    if (!this.muted) {
      this.video.muted = true;
      return;
    }
    this.sound();
  }

  /** To be called in a gesture. */
  sound() {
    this.video.muted = false;
    if (this.volume === 0) this.#crossfade.volume = 0.5;
    if (!this.#paused) this.#play();
  }

  /** @param {number} volume from 0 to 1, and beyond it is cut */
  setVolume(volume) {
    this.#crossfade.volume = Math.min(1, Math.max(0, Math.round(volume * 100) / 100));
    if (this.volume > 0) this.video.muted = false;
  }

  /** A little louder, or quieter; who hears nothing and wants it quieter hears nothing still. @param {number} step */
  changeVolume(step) {
    if (step > 0 || !this.muted) this.setVolume(this.volume + step);
  }

  #playing() {
    if (this.#stream === null) {
      this.#stream = new MediaStream();
      this.video.srcObject = this.#stream;
    }
    return this.#stream;
  }

  async #play() {
    if (this.#paused) return;
    try {
      await this.video.play();
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError' || this.video.muted) return;
      this.video.muted = true;
      this.#refused = true;
      this.#changed();
      this.video.play().catch((again) => {
        // Not even muted, as on a phone that saves power: then it is for the user to start.
        if (again.name === 'NotAllowedError') this.#wants(true);
      });
    }
  }

  #resume() {
    if (!document.hidden && !this.#paused && this.video.paused && this.#stream !== null) this.#play();
  }

  /** @param {boolean} paused */
  #wants(paused) {
    if (this.#paused === paused) return;
    this.#paused = paused;
    this.#changed();
  }
}

function storedVolume() {
  try {
    const volume = Number.parseFloat(localStorage.getItem(VOLUME_KEY) ?? '1');
    return volume > 0 && volume <= 1 ? volume : 1;
  } catch {
    return 1;
  }
}

/** @param {number} volume */
function storeVolume(volume) {
  try {
    localStorage.setItem(VOLUME_KEY, String(volume));
  } catch {
    // Not kept then.
  }
}
