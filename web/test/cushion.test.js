import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cushion } from '../page/js/cushion.js';

test('where packets get lost sound and picture are held, until half a minute has passed without', () => {
  const cushion = new Cushion();
  const peer = { cushion: 0 };
  cushion.sampled(peer, 1);
  assert.equal(peer.cushion, 0);
  cushion.sampled(peer, 5);
  assert.equal(peer.cushion, 120);
  for (let second = 0; second < 29; second++) cushion.sampled(peer, 0);
  assert.equal(peer.cushion, 120);
  cushion.sampled(peer, 0);
  assert.equal(peer.cushion, 0);
});

test('a link that was bad is so for the next connection as well', () => {
  const cushion = new Cushion();
  cushion.sampled(undefined, 5);
  const peer = { cushion: 0 };
  cushion.sampled(peer, 0);
  assert.equal(peer.cushion, 120);
});
