import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BUNDLES } from '../page/js/i18n.js';
import { initial } from '../page/js/session.js';
import { noticeWords, panelWords } from '../page/js/words.js';

const in_ = (changes) => ({ ...initial(), ...changes });
const PANELS = ['connecting', 'off-air', 'ended', 'interrupted', 'reconnecting', 'going-away', 'removed', 'full', 'unsupported'];

test('every state that shows no picture has words of its own', () => {
  const texts = PANELS.map((phase) => panelWords(in_({ phase }), 'none').text);
  assert.equal(new Set(texts).size, PANELS.length);
  texts.forEach((key) => assert.ok(key in BUNDLES.en, key));
});

test('the picture and the sign-in card speak for themselves', () => {
  ['live', 'signed-out', 'signing-in', 'expired'].forEach((phase) => assert.equal(panelWords(in_({ phase }), 'moving'), null));
});

test('a live picture that stands still, and sound without one, are told', () => {
  assert.equal(panelWords(in_({ phase: 'live' }), 'still').title, 'live.still');
  assert.equal(panelWords(in_({ phase: 'live' }), 'sound-only').title, 'live.soundOnly');
  assert.equal(panelWords(in_({ phase: 'interrupted' }), 'still').title, 'interrupted.title');
});

test('a server that stays away is called that after a few tries', () => {
  assert.equal(panelWords(in_({ phase: 'reconnecting', attempt: 1 }), 'still').text, 'reconnecting.text');
  assert.equal(panelWords(in_({ phase: 'reconnecting', attempt: 4 }), 'none').text, 'reconnecting.unreachable');
  assert.equal(panelWords(in_({ phase: 'connecting', attempt: 4 }), 'none').text, 'reconnecting.unreachable');
});

test('media that does not get through is told from a server that cannot be reached', () => {
  assert.equal(panelWords(in_({ phase: 'reconnecting', attempt: 5, mediaFailures: 2 }), 'none').text, 'reconnecting.noMedia');
});

test('every reason for a failed sign-in has words of its own, and so has an expired session', () => {
  const notices = ['wrong-password', 'too-many', 'unreachable', 'server-error', 'invitation-used', 'invitation-expired',
    'invitation-revoked', 'invitation-unknown', 'invitation-later'].map((notice) => noticeWords(in_({ notice })));
  notices.forEach((key) => assert.ok(key in BUNDLES.en, key));
  assert.equal(new Set([...notices, noticeWords(in_({ phase: 'expired' }))]).size, 10);
  assert.equal(noticeWords(initial()), null);
});
