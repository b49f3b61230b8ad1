import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Peer, prepare } from '../page/js/peer.js';
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

test('a picture is held back from the start by what sound takes longer, and sound by nothing', () => {
  const receivers = {};
  globalThis.RTCPeerConnection = class {
    addTransceiver(kind) {
      receivers[kind] = { jitterBufferTarget: null };
      return { receiver: receivers[kind] };
    }
    async createOffer() {}
  };
  prepare();
  assert.equal(receivers.audio.jitterBufferTarget, 0);
  assert.ok(receivers.video.jitterBufferTarget > 0);
  delete globalThis.RTCPeerConnection;
});
