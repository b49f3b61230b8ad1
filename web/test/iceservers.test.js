import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Peer } from '../page/js/peer.js';
import { initial, next } from '../page/js/session.js';
import { Clock } from './clock.js';

const OLD = [{ urls: ['turn:host'], username: '1:m', credential: 'old' }];
const NEW = [{ urls: ['turn:host'], username: '2:m', credential: 'new' }];

test('the ICE servers that came last are those of the next session', () => {
  const joined = next({ ...initial(), phase: 'connecting', token: 'T' }, { type: 'joined', iceServers: OLD }).state;
  const renewed = next(joined, { type: 'ice-servers', iceServers: NEW }).state;
  assert.deepEqual(next(renewed, { type: 'live', session: 's1' }).effects, [{ do: 'open', session: 's1', iceServers: NEW }]);
});

test('a peer connection that is there restarts ICE with those that came last, and a closed one is left alone', async () => {
  const clock = new Clock();
  clock.install();
  const configured = [];
  const connection = {
    setConfiguration: mock.fn(({ iceServers, bundlePolicy }) => configured.push([bundlePolicy, iceServers[0].credential])),
    async setLocalDescription() {},
    close() {},
  };
  const prepared = { connection, offer: Promise.resolve({ type: 'offer', sdp: 'v=0' }) };
  const peer = new Peer('s1', prepared, OLD, { send() {}, lost() {} });
  peer.configure(NEW);
  assert.deepEqual(configured, [['max-bundle', 'old'], ['max-bundle', 'new']]);
  peer.close();
  peer.configure(OLD);
  assert.equal(connection.setConfiguration.mock.callCount(), 2);
  clock.restore();
});
