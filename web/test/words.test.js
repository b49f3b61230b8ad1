import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BUNDLES } from '../page/js/i18n.js';
import { initial } from '../page/js/session.js';
import { noticeWords, panelWords } from '../page/js/words.js';

const in_ = (changes) => ({ ...initial(), ...changes });
const PANELS = ['connecting', 'off-air', 'ended', 'interrupted', 'reconnecting', 'going-away', 'removed', 'full', 'unsupported'];

test('every state that shows no picture has words of its own', () => {
  const texts = PANELS.map((phase) => panelWords(in_({ phase })).text);
  assert.equal(new Set(texts).size, PANELS.length);
  texts.forEach((key) => assert.ok(key in BUNDLES.en, key));
});

test('the picture and the sign-in card speak for themselves', () => {
  ['live', 'signed-out', 'signing-in', 'expired'].forEach((phase) => assert.equal(panelWords(in_({ phase })), null));
});

test('a server that stays away is called that after a few tries', () => {
  assert.equal(panelWords(in_({ phase: 'reconnecting', attempt: 1 })).text, 'reconnecting.text');
  assert.equal(panelWords(in_({ phase: 'reconnecting', attempt: 4 })).text, 'reconnecting.unreachable');
  assert.equal(panelWords(in_({ phase: 'connecting', attempt: 4 })).text, 'reconnecting.unreachable');
});

test('media that does not get through is told from a server that cannot be reached', () => {
  assert.equal(panelWords(in_({ phase: 'reconnecting', attempt: 5, mediaFailures: 2 })).text, 'reconnecting.noMedia');
});

test('every reason for a failed sign-in has words of its own, and so has an expired session', () => {
  const notices = ['wrong-password', 'too-many', 'unreachable', 'server-error'].map((notice) => noticeWords(in_({ notice })));
  assert.equal(new Set([...notices, noticeWords(in_({ phase: 'expired' }))]).size, 5);
  assert.equal(noticeWords(initial()), null);
});
