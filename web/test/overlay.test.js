import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Overlay, path } from '../page/js/overlay.js';

test('the path says who serves it and how its packets come', () => {
  assert.equal(path({ path: 'local', protocol: 'udp', via: 'relay' }), 'relay, local network, UDP');
  assert.equal(path({ path: 'stun', protocol: '', via: 'direct' }), 'direct, by STUN');
  assert.equal(path({ path: 'turn', protocol: 'tls', via: 'direct' }), 'direct, over a TURN server, TLS');
  assert.equal(path({ path: null, protocol: '', via: 'relay' }), '–');
});

test('it goes with the picture and comes back with it', () => {
  globalThis.document = { createElement: () => ({ append() {}, textContent: '' }) };
  const element = { hidden: true, append() {} };
  const overlay = new Overlay(element);
  overlay.playing = true;
  assert.equal(element.hidden, true);
  overlay.toggle();
  assert.equal(element.hidden, false);
  overlay.playing = false;
  assert.equal(element.hidden, true);
  assert.equal(overlay.open, true);
  overlay.playing = true;
  assert.equal(element.hidden, false);
  overlay.toggle();
  assert.equal(element.hidden, true);
});
