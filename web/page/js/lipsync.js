/**
 * Keeps picture and sound together: what is seen leaves the screen when its sound leaves the loudspeaker.
 *
 * A browser does so by sender reports, and leaves up to 30 ms as they are. And it counts neither what a picture takes from its
 * jitter buffer to the screen (0 to 40 ms in Chromium, another time in each session) nor how full the sound's buffer happens to
 * stay (30 to 60 ms). Both can be seen from here: the picture is held as long as the sound is.
 */

/**
 * From the jitter buffer of the sound to the ear, in milliseconds. Measured at the loudspeakers by `scripts/bench`: 10 to 55 in
 * Chromium, 9 to 41 in Firefox, another time in each session, and no page can see it: the middle.
 */
const OUTPUT = 26;
/** Nearer than that is together. */
const CLOSE_ENOUGH = 4;
/** Of the last second's frames the median; fewer are no second. */
const FEWEST_FRAMES = 5;

/** @typedef {{held: number}} Held whose picture is held back for that many milliseconds at least; writable */

export class LipSync {
  /** From a frame's last packet to the screen, since it was asked last. @type {number[]} */ #frames = [];
  /** @type {Held|undefined} */ #of;

  /** @param {HTMLVideoElement} video */
  constructor(video) {
    if (!('requestVideoFrameCallback' in video)) return;
    const next = () => video.requestVideoFrameCallback((now, frame) => {
      if (frame.receiveTime !== undefined) this.#frames.push(frame.expectedDisplayTime - frame.receiveTime);
      next();
    });
    next();
  }

  /**
   * To be told about once a second what is shown.
   * @param {Held|undefined} peer whose picture it is
   * @param {number|null} soundHeld in its jitter buffer since then, in milliseconds; null where there is no sound
   */
  sampled(peer, soundHeld) {
    // What was changed a second ago shows in the later ones only.
    const frames = this.#frames.splice(0);
    const later = frames.slice(frames.length / 2).sort((a, b) => a - b);
    const same = peer === this.#of;
    this.#of = peer;
    if (peer === undefined || !same || soundHeld === null || later.length < FEWEST_FRAMES) return;
    const early = soundHeld + OUTPUT - later[later.length >> 1];
    if (Math.abs(early) > CLOSE_ENOUGH) peer.held += early;
  }
}
