/** One session's peer connection: receives picture and sound, trickles both ways, restarts ICE by itself. */

/** A way that is only `disconnected` often comes back; after this a restart looks for another. */
const DISCONNECTED_MS = 2000;
/** A restart that has not brought it back by then will not. */
const RESTART_MS = 4000;
/**
 * How long each is held at least, in milliseconds, to begin with; jitter raises it as far as needed, and `lipsync.js` trims it. Sound
 * takes this much longer from its arrival to the ear than a picture to the eye (its packets are 20 ms, its buffer 40, its output the rest).
 * @type {{[kind: string]: number}}
 */
const TARGETS = { video: 80, audio: 0 };
/** What a picture takes longer in Chromium, from its jitter buffer to the screen. */
const CHROMIUMS_SCREEN = 30;
/** The least and the most that a picture is held for the sound: beyond that the network is to blame, and the browser's own affair. */
const [LEAST_HELD, MOST_HELD] = [30, 300];
/** From the offer to a connection, at most. */
const CONNECT_MS = 10000;

/**
 * A peer connection and its offer, made ahead: the slow parts (the certificate, the codecs) are then done when the
 * session begins.
 * @typedef {{connection: RTCPeerConnection, offer: Promise<RTCSessionDescriptionInit>}} Prepared
 */

/** @returns {Prepared} */
export function prepare() {
  const connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  for (const kind of ['video', 'audio']) {
    const { receiver } = connection.addTransceiver(kind, { direction: 'recvonly' });
    if ('jitterBufferTarget' in receiver) receiver.jitterBufferTarget = target(kind, receiver);
  }
  return { connection, offer: connection.createOffer() };
}

/** @param {string} kind @param {RTCRtpReceiver} receiver @returns {number} */
function target(kind, receiver) {
  // What only Chromium has, by which it is known also where a page may not ask for the browser's name.
  const isChromium = 'playoutDelayHint' in receiver;
  return TARGETS[kind] - (kind === 'video' && isChromium ? CHROMIUMS_SCREEN : 0);
}

/**
 * Whoever only receives knows no round trip, unless it asks for it (RFC 3611, section 4.4). Chromium does so when its offer says
 * `rrtr`, and asks again for what got lost when it has not come within a round trip; otherwise after 100 ms, and each time once more.
 * @param {RTCSessionDescriptionInit} offer
 * @returns {RTCSessionDescriptionInit}
 */
export function withRoundTrips({ type, sdp }) {
  return { type, sdp: sdp?.replace(/^a=rtcp-fb:(\d+) nack\r\n/gm, (line, format) => `${line}a=rtcp-fb:${format} rrtr\r\n`) };
}

/**
 * @typedef {object} Wiring
 * @property {(message: {type: string, session: string, [field: string]: any}) => void} send
 * @property {(session: string) => void} lost media will not come (again) this way
 */

export class Peer {
  /** @type {string} */ session;
  /** Who serves it, as the server says. @type {'direct'|'relay'} */ path = 'direct';
  /** @type {RTCPeerConnection} */ #connection;
  /** @type {Wiring} */ #wiring;
  /** Our candidates until the offer is out. @type {RTCIceCandidateInit[]|null} */ #mine = [];
  /** Theirs until the answer is in. @type {RTCIceCandidateInit[]} */ #theirs = [];
  #timer = 0;
  #restarting = false;
  #over = false;

  /** @param {string} session @param {Prepared} prepared @param {RTCIceServer[]} iceServers @param {Wiring} wiring */
  constructor(session, prepared, iceServers, wiring) {
    this.session = session;
    this.#wiring = wiring;
    this.#connection = prepared.connection;
    this.configure(iceServers);
    this.#connection.onicecandidate = ({ candidate }) => this.#trickle(candidate);
    this.#connection.oniceconnectionstatechange = () => this.#iceChanged();
    this.#connection.onconnectionstatechange = () => this.#connectionChanged();
    this.#wait(CONNECT_MS, () => this.#lose());
    this.#offer(prepared.offer);
  }

  /** What ICE may use from the next gathering on: the first one, or that of a restart. @param {RTCIceServer[]} iceServers */
  configure(iceServers) {
    if (this.#over) return;
    try {
      this.#connection.setConfiguration({ bundlePolicy: 'max-bundle', iceServers });
    } catch (error) {
      // A browser refuses them all for one that it cannot read. On the same network it goes without.
      console.warn(`session ${this.session}: ICE servers refused`, error);
    }
  }

  /** @param {string} path */
  comesBy(path) {
    this.path = path === 'relay' ? 'relay' : 'direct';
  }

  /** Whether nothing more is expected of it. */
  get over() {
    return this.#over;
  }

  /** The tracks to play: they are there from the start and begin to sound and move by themselves. */
  get tracks() {
    return this.#connection.getReceivers().map((receiver) => receiver.track);
  }

  /** How long its picture is held back at least, in milliseconds; 0 where the browser takes no wishes. */
  get held() {
    return this.#receiver('video')?.jitterBufferTarget ?? 0;
  }

  set held(ms) {
    const receiver = this.#receiver('video');
    if (receiver) receiver.jitterBufferTarget = Math.min(MOST_HELD, Math.max(LEAST_HELD, Math.round(ms)));
  }

  /** How long its sound is held back at least, in milliseconds; 0: as the browser sees fit. The picture goes with it, by `lipsync.js`. */
  set cushion(/** @type {number} */ ms) {
    const receiver = this.#receiver('audio');
    if (receiver && receiver.jitterBufferTarget !== ms) receiver.jitterBufferTarget = ms;
  }

  /** @param {string} kind */
  #receiver(kind) {
    return this.#connection.getReceivers().find((receiver) => receiver.track.kind === kind && 'jitterBufferTarget' in receiver);
  }

  /** @returns {Promise<ReadonlyMap<string, any>>} empty once it is closed */
  async statistics() {
    if (this.#connection.signalingState === 'closed') return new Map();
    return /** @type {any} */ (await this.#connection.getStats());
  }

  /** @param {string} sdp */
  async answered(sdp) {
    if (this.#over || this.#connection.signalingState !== 'have-local-offer') return;
    try {
      await this.#connection.setRemoteDescription({ type: 'answer', sdp });
      for (const candidate of this.#theirs.splice(0)) await this.#add(candidate);
    } catch (error) {
      console.warn(`session ${this.session}: the answer does not fit`, error);
      this.#lose();
    }
  }

  /** @param {RTCIceCandidateInit} candidate */
  async candidate(candidate) {
    if (this.#over) return;
    if (this.#connection.signalingState === 'stable') await this.#add(candidate);
    else this.#theirs.push(candidate);
  }

  /** The other side is known to be gone: keeps the last frame and does nothing about it. */
  rest() {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  close() {
    this.rest();
    this.#connection.close();
  }

  /** @param {Promise<RTCSessionDescriptionInit>} prepared */
  async #offer(prepared) {
    try {
      const made = await prepared;
      this.#mine ??= [];
      const offer = await this.#describe(made);
      if (this.#over) return;
      this.#wiring.send({ type: 'offer', session: this.session, sdp: offer.sdp });
      const kept = this.#mine;
      this.#mine = null;
      kept.forEach((candidate) => this.#send(candidate));
    } catch (error) {
      if (this.#over) return;
      console.warn(`session ${this.session}: no offer could be made`, error);
      this.#lose();
    }
  }

  /** @param {RTCSessionDescriptionInit} made @returns {Promise<RTCSessionDescriptionInit>} the local description from now on */
  async #describe(made) {
    const asking = withRoundTrips(made);
    try {
      await this.#connection.setLocalDescription(asking);
      return asking;
    } catch (error) {
      // A browser need not take an offer that is not to the letter what it made (JSEP, section 5.4).
      console.debug(`session ${this.session}: offers without round trips`, error);
      await this.#connection.setLocalDescription(made);
      return made;
    }
  }

  /** @param {RTCIceCandidate|null} candidate null after the last */
  #trickle(candidate) {
    if (this.#over || candidate?.candidate === '') return; // the end of one generation; null says it as well
    const init = candidate === null ? { candidate: '', sdpMid: '0', sdpMLineIndex: 0 } : candidate.toJSON();
    if (this.#mine === null) this.#send(init);
    else this.#mine.push(init);
  }

  /** @param {RTCIceCandidateInit} init */
  #send({ candidate, sdpMid, sdpMLineIndex }) {
    this.#wiring.send({ type: 'candidate', session: this.session, candidate, sdpMid, sdpMLineIndex });
  }

  /** @param {RTCIceCandidateInit} candidate */
  async #add(candidate) {
    try {
      await this.#connection.addIceCandidate(candidate);
    } catch (error) {
      // One that this browser cannot use (a protocol it does not speak): the others may do.
      console.debug(`session ${this.session}: candidate refused`, error);
    }
  }

  #iceChanged() {
    if (this.#over) return;
    switch (this.#connection.iceConnectionState) {
      case 'connected':
      case 'completed':
        this.#restarting = false;
        clearTimeout(this.#timer);
        break;
      case 'disconnected':
        if (!this.#restarting) this.#wait(DISCONNECTED_MS, () => this.#restart());
        break;
      case 'failed':
        if (!this.#restarting) this.#restart();
        break;
    }
  }

  #connectionChanged() {
    const { connectionState, iceConnectionState } = this.#connection;
    // ICE is up and it failed all the same: DTLS. No restart mends that.
    if (connectionState === 'failed' && iceConnectionState !== 'failed') this.#lose();
  }

  #restart() {
    this.#restarting = true;
    this.#wait(RESTART_MS, () => {
      if (!['connected', 'completed'].includes(this.#connection.iceConnectionState)) this.#lose();
      this.#restarting = false;
    });
    if (this.#connection.signalingState === 'stable') this.#offer(this.#connection.createOffer({ iceRestart: true }));
  }

  #lose() {
    if (this.#over) return;
    this.rest();
    this.#wiring.lost(this.session);
  }

  /** @param {number} ms @param {() => void} then */
  #wait(ms, then) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
  }
}
