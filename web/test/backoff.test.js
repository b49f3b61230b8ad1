import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIRST_MS, FULL_MS, LONGEST_MS, backoff, fullWait } from '../page/js/backoff.js';

const ALMOST_ONE = 1 - Number.EPSILON;

test('the ceiling starts at a quarter of a second, doubles, and stops at eight seconds', () => {
  const ceilings = [0, 1, 2, 3, 4, 5, 6, 50, 5000].map((attempt) => Math.round(backoff(attempt, ALMOST_ONE)));
  assert.deepEqual(ceilings, [250, 500, 1000, 2000, 4000, 8000, 8000, 8000, 8000]);
  assert.equal(FIRST_MS, 250);
  assert.equal(LONGEST_MS, 8000);
});

test('the jitter is full: anything from nothing to the ceiling', () => {
  assert.equal(backoff(3, 0), 0);
  assert.equal(backoff(3, 0.25), 500);
  const draws = Array.from({ length: 200 }, () => backoff(5));
  assert.ok(Math.min(...draws) < 2000 && Math.max(...draws) > 6000, 'draws spread over the whole range');
});

test('a full room is asked again seldom, and not by all at once', () => {
  assert.equal(fullWait(0), FULL_MS / 2);
  assert.ok(fullWait(ALMOST_ONE) <= FULL_MS * 1.5);
});
