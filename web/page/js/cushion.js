/**
 * Holds sound and picture a little longer where packets get lost, so that what is sent again is still in time.
 *
 * A browser that only receives may know no round trip (Firefox never does) and asks again for a packet after 100 ms: with one of
 * twenty lost, in each direction, a picture stands still for 200 ms every few seconds. Held for that long it does not.
 */

/** Until it is asked for a second time, and most of a frame's time more: that is how soon a loss is noticed. */
const CUSHION_MS = 120;
/** Of the packets of a second, in percent; fewer are no cause to be later for. */
const LOSSY = 2;
/** From the last lossy second on. */
const KEPT_SAMPLES = 30;

export class Cushion {
  #left = 0;

  /**
   * To be told about once a second what is shown.
   * @param {{cushion: number}|undefined} peer whose sound it is
   * @param {number} lossPercent of the packets since then
   */
  sampled(peer, lossPercent) {
    this.#left = lossPercent >= LOSSY ? KEPT_SAMPLES : Math.max(0, this.#left - 1);
    if (peer !== undefined) peer.cushion = this.#left > 0 ? CUSHION_MS : 0;
  }
}
