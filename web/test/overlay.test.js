import assert from 'node:assert/strict';
import { test } from 'node:test';
import { path } from '../page/js/overlay.js';

test('the path says who serves it and how its packets come', () => {
  assert.equal(path({ path: 'local', protocol: 'udp', via: 'relay' }), 'relay, local network, UDP');
  assert.equal(path({ path: 'stun', protocol: '', via: 'direct' }), 'direct, by STUN');
  assert.equal(path({ path: 'turn', protocol: 'tls', via: 'direct' }), 'direct, over a TURN server, TLS');
  assert.equal(path({ path: null, protocol: '', via: 'relay' }), '–');
});
