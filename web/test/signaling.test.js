import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { Signaling } from '../page/js/signaling.js';
import { Clock } from './clock.js';

class FakeSocket {
  static OPEN = 1;
  static last;
  readyState = 0;
  sent = [];
  closed = false;

  constructor() {
    FakeSocket.last = this;
  }

  opens() {
    this.readyState = 1;
    this.onopen();
  }

  send(text) {
    this.sent.push(JSON.parse(text).type);
  }

  close() {
    this.closed = true;
  }
}

let clock;
let heard;
let signaling;

beforeEach(() => {
  clock = new Clock();
  clock.install();
  globalThis.WebSocket = FakeSocket;
  globalThis.document = { baseURI: 'http://localhost/' };
  heard = [];
  signaling = new Signaling({ message: ({ type }) => heard.push(type), closed: (code) => heard.push(code) });
  signaling.connect('T');
});

afterEach(() => clock.restore());

test('a socket that never opens is given up', () => {
  clock.pass(10000);
  assert.deepEqual(heard, [1006]);
  assert.ok(FakeSocket.last.closed);
});

test('a socket that opens and then says nothing is given up too', () => {
  FakeSocket.last.opens();
  assert.deepEqual(FakeSocket.last.sent, ['join']);
  clock.pass(10000);
  assert.deepEqual(heard, [1006]);
  assert.ok(FakeSocket.last.closed);
});

test('a socket is kept for as long as something comes', () => {
  FakeSocket.last.opens();
  FakeSocket.last.onmessage({ data: '{"type":"joined"}' });
  for (let i = 0; i < 100; i++) {
    clock.pass(15000);
    FakeSocket.last.onmessage({ data: '{"type":"alive"}' });
  }
  assert.ok(!FakeSocket.last.closed);
});

test('a socket over which nothing comes any more is given up', () => {
  FakeSocket.last.opens();
  FakeSocket.last.onmessage({ data: '{"type":"joined"}' });
  clock.pass(49000);
  assert.deepEqual(heard, ['joined']);
  clock.pass(1000);
  assert.deepEqual(heard, ['joined', 1006]);
  assert.ok(FakeSocket.last.closed);
});
