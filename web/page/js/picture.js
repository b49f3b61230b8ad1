/** Waits for a peer's first picture. By statistics: they go on in a tab that nobody looks at, frame callbacks do not. */

import { sampleOf } from './stats.js';

const POLL_MS = 40;
/** Sound that has come for this long without a picture is all there is. */
const SOUND_ONLY_MS = 1500;

/**
 * @param {import('./peer.js').Peer} peer
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} true at the first decoded frame, or when there is only sound; false when aborted
 */
export async function firstPicture(peer, signal) {
  let soundSince = 0;
  while (!signal.aborted) {
    const sample = sampleOf(await peer.statistics());
    if (signal.aborted) break;
    if (sample.video.framesDecoded > 0) return true;
    if (sample.audio.packets > 0) soundSince ||= performance.now();
    if (soundSince > 0 && performance.now() - soundSince > SOUND_ONLY_MS) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return false;
}
