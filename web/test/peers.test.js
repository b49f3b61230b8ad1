import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Peers } from '../page/js/peers.js';
import { Clock } from './clock.js';

/** Peers whose connections bring as many frames as they are told to, and what the page heard of them. */
function scene() {
  const clock = new Clock();
  clock.install();
  const connections = [];
  globalThis.RTCPeerConnection = class {
    signalingState = 'have-local-offer';
    frames = 0;
    constructor() { connections.push(this); }
    addTransceiver() { return { receiver: {} }; }
    createOffer() { return new Promise(() => {}); }
    setConfiguration() {}
    close() { this.signalingState = 'closed'; }
    async getStats() {
      return new Map([['v', { type: 'inbound-rtp', kind: 'video', framesDecoded: this.frames }]]);
    }
  };
  const heard = [];
  const peers = new Peers({
    send() {},
    picture: (session) => heard.push(`picture ${session}`),
    lost: (session) => heard.push(`lost ${session}`),
  });
  return {
    clock, connections, heard, peers,
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    end() {
      peers.closeAll();
      delete globalThis.RTCPeerConnection;
      clock.restore();
    },
  };
}

test('a new way that brings no picture is given up while the old one goes on', async () => {
  const { clock, heard, peers, end } = scene();
  peers.open('s2', [], true);
  clock.pass(7999);
  assert.deepEqual(heard, []);
  clock.pass(1);
  assert.deepEqual(heard, ['lost s2']);
  end();
});

test('one that brings a picture in time is not, nor one that was closed', async () => {
  const { clock, connections, heard, peers, turn, end } = scene();
  peers.open('s2', [], true);
  connections[0].frames = 1;
  await turn();
  clock.pass(40);
  await turn();
  assert.deepEqual(heard, ['picture s2']);
  peers.open('s3', [], true);
  peers.close('s3');
  clock.pass(9000);
  assert.deepEqual(heard, ['picture s2']);
  end();
});

test('the server says by which path a session comes', () => {
  const { peers, end } = scene();
  const peer = peers.open('s1', [], false);
  assert.equal(peer.path, 'direct');
  peer.comesBy('relay');
  assert.equal(peer.path, 'relay');
  peer.comesBy('something else');
  assert.equal(peer.path, 'direct');
  end();
});
