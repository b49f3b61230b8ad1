/** From the browser's statistics to the figures that people read. Pure. */

/**
 * @typedef {object} Stream
 * @property {number} bytes
 * @property {number} packets
 * @property {number} lost
 * @property {number} framesDecoded
 * @property {number} framesDropped
 * @property {number|null} freezes null where the browser does not count them
 * @property {number} freezeSeconds
 * @property {number} width
 * @property {number} height
 * @property {number|null} processing seconds from a frame's first packet to its picture, all frames together
 * @property {number} buffered seconds in the jitter buffer, all frames (samples) together
 * @property {number} emitted how many that were
 * @property {number} decoding seconds in the decoder, all frames together
 * @property {string} codec
 *
 * @typedef {object} Sample counters at one moment
 * @property {number} at milliseconds
 * @property {Stream} video
 * @property {Stream} audio
 * @property {number|null} roundTrip seconds
 * @property {string} local type of our candidate: host, srflx, prflx, relay; empty while there is none
 * @property {string} remote
 * @property {string} protocol udp, tcp, tls
 *
 * @typedef {object} Figures between two samples; null where the browser cannot tell
 * @property {number|null} latency milliseconds
 * @property {number|null} soundHeld milliseconds in the jitter buffer
 * @property {number|null} roundTrip milliseconds
 * @property {number} bitrate kbit/s, picture and sound
 * @property {number} framesPerSecond
 * @property {number} width
 * @property {number} height
 * @property {number} framesDecoded
 * @property {number} framesDropped
 * @property {number|null} freezes
 * @property {number} freezeSeconds
 * @property {number} lost packets, since the beginning
 * @property {number} lossPercent of the packets since the sample before
 * @property {string} codecs
 * @property {'local'|'stun'|'turn'|null} path
 * @property {string} protocol
 * @property {'direct'|'relay'} [via] who serves it
 * @property {boolean} moving whether there was a new frame
 */

/** @param {ReadonlyMap<string, any>} report @returns {Sample} */
export function sampleOf(report) {
  /** @type {any[]} */
  const all = [...report.values()];
  const inbound = (/** @type {string} */ kind) => streamOf(all.find((s) => s.type === 'inbound-rtp' && s.kind === kind), report);
  const pair = selectedPair(all, report);
  const local = pair && report.get(pair.localCandidateId);
  const remote = pair && report.get(pair.remoteCandidateId);
  const roundTrip = pair?.currentRoundTripTime ?? all.find((s) => s.roundTripTime > 0)?.roundTripTime ?? null;
  return {
    at: all.reduce((latest, s) => Math.max(latest, s.timestamp ?? 0), 0),
    video: inbound('video'),
    audio: inbound('audio'),
    roundTrip,
    local: local?.candidateType ?? '',
    remote: remote?.candidateType ?? '',
    protocol: (local?.relayProtocol ?? local?.protocol ?? '').toLowerCase(),
  };
}

/** @param {any[]} all @param {ReadonlyMap<string, any>} report */
function selectedPair(all, report) {
  const transport = all.find((s) => s.type === 'transport' && s.selectedCandidatePairId);
  if (transport) return report.get(transport.selectedCandidatePairId);
  const pairs = all.filter((s) => s.type === 'candidate-pair');
  return pairs.find((s) => s.selected) ?? pairs.find((s) => s.nominated && s.state === 'succeeded');
}

/** @param {any} s an inbound-rtp entry, if there is one @param {ReadonlyMap<string, any>} report @returns {Stream} */
function streamOf(s, report) {
  return {
    bytes: s?.bytesReceived ?? 0,
    packets: s?.packetsReceived ?? 0,
    lost: s?.packetsLost ?? 0,
    framesDecoded: s?.framesDecoded ?? 0,
    framesDropped: s?.framesDropped ?? 0,
    freezes: s?.freezeCount ?? null,
    freezeSeconds: s?.totalFreezesDuration ?? 0,
    width: s?.frameWidth ?? 0,
    height: s?.frameHeight ?? 0,
    processing: s?.totalProcessingDelay ?? null,
    buffered: s?.jitterBufferDelay ?? 0,
    emitted: s?.jitterBufferEmittedCount ?? 0,
    decoding: s?.totalDecodeTime ?? 0,
    codec: codecName(report.get(s?.codecId)),
  };
}

/** @param {any} codec */
function codecName(codec) {
  return String(codec?.mimeType ?? '').split('/')[1] ?? '';
}

/**
 * @param {Sample} now
 * @param {Sample} before
 * @returns {Figures}
 */
export function figuresOf(now, before) {
  const seconds = Math.max(0.001, (now.at - before.at) / 1000);
  const frames = now.video.framesDecoded - before.video.framesDecoded;
  const bytes = now.video.bytes + now.audio.bytes - before.video.bytes - before.audio.bytes;
  const lost = now.video.lost + now.audio.lost - before.video.lost - before.audio.lost;
  const packets = now.video.packets + now.audio.packets - before.video.packets - before.audio.packets;
  return {
    latency: latency(now, before),
    soundHeld: held(now.audio, before.audio),
    roundTrip: now.roundTrip === null ? null : now.roundTrip * 1000,
    bitrate: (Math.max(0, bytes) * 8) / 1000 / seconds,
    framesPerSecond: Math.max(0, frames) / seconds,
    width: now.video.width,
    height: now.video.height,
    framesDecoded: now.video.framesDecoded,
    framesDropped: now.video.framesDropped,
    freezes: now.video.freezes,
    freezeSeconds: now.video.freezeSeconds,
    lost: now.video.lost + now.audio.lost,
    // A packet that came late is taken off the lost ones again: never less than nothing.
    lossPercent: lost <= 0 ? 0 : (100 * lost) / Math.max(1, lost + Math.max(0, packets)),
    codecs: [now.video.codec, now.audio.codec].filter((codec) => codec !== '').join(', '),
    path: pathOf(now),
    protocol: now.protocol,
    moving: frames > 0,
  };
}

/**
 * From the camera's frame to the screen, as far as this side can know: half the round trip, the time from a frame's first
 * packet to its decoded picture, and one frame's time for making and one for showing it.
 * @param {Sample} now
 * @param {Sample} before
 * @returns {number|null} milliseconds
 */
function latency(now, before) {
  const frames = now.video.framesDecoded - before.video.framesDecoded;
  if (frames <= 0 || now.roundTrip === null) return null;
  const frameTime = Math.max(0, now.at - before.at) / frames;
  return (now.roundTrip * 1000) / 2 + processing(now.video, before.video, frames) + 2 * frameTime;
}

/** @param {Stream} now @param {Stream} before @param {number} frames */
function processing(now, before, frames) {
  if (now.processing !== null && before.processing !== null) return (1000 * (now.processing - before.processing)) / frames;
  return (held(now, before) ?? 0) + (1000 * (now.decoding - before.decoding)) / frames;
}

/** @param {Stream} now @param {Stream} before */
function held(now, before) {
  const emitted = now.emitted - before.emitted;
  return emitted > 0 ? (1000 * (now.buffered - before.buffered)) / emitted : null;
}

/**
 * How the packets come: on the same network, between two networks, or over a TURN server.
 * @param {Pick<Sample, 'local'|'remote'>} sample
 * @returns {'local'|'stun'|'turn'|null}
 */
export function pathOf({ local, remote }) {
  if (local === '' || remote === '') return null;
  if (local === 'relay' || remote === 'relay') return 'turn';
  // A peer-reflexive one beside a host one is how two on one network meet when the browser hides its addresses.
  return local === 'srflx' || remote === 'srflx' || (local === 'prflx' && remote === 'prflx') ? 'stun' : 'local';
}
