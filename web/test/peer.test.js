import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Peer, prepare, withRoundTrips } from '../page/js/peer.js';
import { Clock } from './clock.js';

test('ICE servers that the browser refuses do not end the page: it offers without them', async () => {
  const clock = new Clock();
  clock.install();
  mock.method(console, 'warn', () => {});
  const sent = [];
  const connection = {
    setConfiguration() { throw new SyntaxError('not a URL'); },
    async setLocalDescription() {},
    close() {},
  };
  const prepared = { connection, offer: Promise.resolve({ type: 'offer', sdp: 'v=0' }) };
  const peer = new Peer('s1', prepared, [{ urls: ['stun:host:x'] }], { send: ({ type }) => sent.push(type), lost() {} });
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(sent, ['offer']);
  peer.close();
  clock.restore();
});

test('a picture is held back from the start by what sound takes longer, by less in Chromium, whose screen takes some of it, and sound by nothing', () => {
  const targets = (/** @type {object} */ browsers) => {
    const receivers = {};
    globalThis.RTCPeerConnection = class {
      addTransceiver(kind) {
        receivers[kind] = { jitterBufferTarget: null, ...browsers };
        return { receiver: receivers[kind] };
      }
      async createOffer() { return { type: 'offer', sdp: 'v=0\r\n' }; }
    };
    prepare();
    delete globalThis.RTCPeerConnection;
    return receivers;
  };
  const firefox = targets({});
  const chromium = targets({ playoutDelayHint: null });
  assert.equal(firefox.audio.jitterBufferTarget, 0);
  assert.equal(chromium.audio.jitterBufferTarget, 0);
  assert.ok(firefox.video.jitterBufferTarget > 0);
  assert.ok(chromium.video.jitterBufferTarget > 0);
  assert.ok(chromium.video.jitterBufferTarget < firefox.video.jitterBufferTarget);
});

test('how long a picture is held can be changed within bounds, and where a browser takes no wishes nothing happens', () => {
  const held = (/** @type {object} */ receiver, /** @type {number} */ ms) => {
    const receivers = [{ track: { kind: 'audio' }, jitterBufferTarget: 0 }, { track: { kind: 'video' }, ...receiver }];
    const connection = { setConfiguration() {}, getReceivers: () => receivers, close() {} };
    const peer = new Peer('s1', { connection, offer: new Promise(() => {}) }, [], { send() {}, lost() {} });
    peer.held = ms;
    const { held } = peer;
    assert.equal(receivers[0].jitterBufferTarget, 0);
    peer.cushion = 120;
    assert.deepEqual([peer.held, receivers[0].jitterBufferTarget], [held, 120]);
    peer.close();
    return held;
  };
  assert.equal(held({ jitterBufferTarget: 80 }, 61.4), 61);
  assert.equal(held({ jitterBufferTarget: 80 }, -500), 30);
  assert.equal(held({ jitterBufferTarget: 80 }, 5000), 300);
  assert.equal(held({}, 60), 0);
});

test('an offer asks for round trips once for each format that asks for lost packets, and changes nothing else', () => {
  const sdp = 'v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96 97 98\r\na=rtcp-fb:96 ccm fir\r\na=rtcp-fb:96 nack\r\na=rtcp-fb:96 nack pli\r\n'
    + 'a=rtpmap:97 rtx/90000\r\na=rtcp-fb:98 nack\r\na=mid:0\r\n';
  const offer = withRoundTrips({ type: 'offer', sdp });
  assert.equal(offer.type, 'offer');
  assert.deepEqual(offer.sdp.split('\r\n').filter((line) => !sdp.split('\r\n').includes(line)), ['a=rtcp-fb:96 rrtr', 'a=rtcp-fb:98 rrtr']);
  assert.equal(offer.sdp.replaceAll(/a=rtcp-fb:\d+ rrtr\r\n/g, ''), sdp);
});

test('a browser that takes no offer but its own is given that one, and it is the one that is sent', async () => {
  const clock = new Clock();
  clock.install();
  const debug = mock.method(console, 'debug', () => {});
  const made = { type: 'offer', sdp: 'v=0\r\na=rtcp-fb:96 nack\r\n' };
  const tried = [];
  const sent = [];
  const lost = [];
  const connection = {
    setConfiguration() {},
    async setLocalDescription({ sdp }) {
      tried.push(sdp);
      if (sdp !== made.sdp) throw new DOMException('The SDP does not match', 'InvalidModificationError');
    },
    close() {},
  };
  const peer = new Peer('s1', { connection, offer: Promise.resolve(made) }, [], { send: (message) => sent.push(message), lost: (id) => lost.push(id) });
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(tried, [withRoundTrips(made).sdp, made.sdp]);
  assert.deepEqual(sent, [{ type: 'offer', session: 's1', sdp: made.sdp }]);
  assert.deepEqual(lost, []);
  peer.close();
  debug.mock.restore();
  clock.restore();
});
