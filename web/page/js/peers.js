/** The peer connections by session: one, or two while the new one has no picture yet. */

import { Peer, prepare } from './peer.js';
import { firstPicture } from './picture.js';

/**
 * @typedef {object} Listener
 * @property {(message: {type: string, session: string}) => void} send
 * @property {(session: string) => void} picture
 * @property {(session: string) => void} lost
 */

export class Peers {
  /** @type {Map<string, {peer: Peer, abort: AbortController}>} */ #open = new Map();
  /** @type {import('./peer.js').Prepared|null} */ #prepared = null;
  /** @type {Listener} */ #listener;

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
  }

  /** Has the next peer connection and its offer ready before there is a session for it. */
  prepare() {
    this.#prepared ??= prepare();
  }

  /** @param {string} session @param {RTCIceServer[]} iceServers */
  open(session, iceServers) {
    const prepared = this.#prepared ?? prepare();
    this.#prepared = null;
    const peer = new Peer(session, prepared, iceServers, this.#listener);
    const abort = new AbortController();
    this.#open.set(session, { peer, abort });
    firstPicture(peer, abort.signal).then((there) => { if (there) this.#listener.picture(session); });
    return peer;
  }

  /** ICE servers for those that there are. @param {RTCIceServer[]} iceServers */
  configure(iceServers) {
    this.#open.forEach(({ peer }) => peer.configure(iceServers));
  }

  /** @param {string|null} session @returns {Peer|undefined} */
  of(session) {
    return session === null ? undefined : this.#open.get(session)?.peer;
  }

  /** @param {string} session */
  close(session) {
    const entry = this.#open.get(session);
    this.#open.delete(session);
    entry?.abort.abort();
    entry?.peer.close();
  }

  closeAll() {
    [...this.#open.keys()].forEach((session) => this.close(session));
  }
}
