/** The peer connections by session: one, or two while the new one has no picture yet. */

import { Peer, prepare } from './peer.js';
import { firstPicture } from './picture.js';

/** A new way that has brought no picture by then is given up while the old one goes on: the server ends the old one after 10 s. */
const BESIDE_MS = 8000;

/**
 * @typedef {object} Listener
 * @property {(message: {type: string, session: string}) => void} send
 * @property {(session: string) => void} picture
 * @property {(session: string) => void} lost
 */

export class Peers {
  /** @type {Map<string, {peer: Peer, abort: AbortController, limit: number}>} */ #open = new Map();
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

  /** @param {string} session @param {RTCIceServer[]} iceServers @param {boolean} beside one that plays on */
  open(session, iceServers, beside) {
    const prepared = this.#prepared ?? prepare();
    this.#prepared = null;
    const peer = new Peer(session, prepared, iceServers, this.#listener);
    const abort = new AbortController();
    const limit = beside ? setTimeout(() => this.#listener.lost(session), BESIDE_MS) : 0;
    this.#open.set(session, { peer, abort, limit });
    firstPicture(peer, abort.signal).then((there) => {
      clearTimeout(limit);
      if (there) this.#listener.picture(session);
    });
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
    clearTimeout(entry?.limit);
    entry?.abort.abort();
    entry?.peer.close();
  }

  closeAll() {
    [...this.#open.keys()].forEach((session) => this.close(session));
  }
}
