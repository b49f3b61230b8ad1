import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initial, next } from '../page/js/session.js';

const live = (session) => ({ type: 'live', session });
const picture = (session) => ({ type: 'picture', session });
const over = (session) => ({ type: 'session-over', session });
const lost = (session) => ({ type: 'peer-lost', session });
const interrupted = (kept) => ({ type: 'offline', reason: 'interrupted', kept });
const JOINED = [{ type: 'opened', supported: true, token: 'T', user: 'viewer' }, { type: 'joined', iceServers: [] }];
const WATCHING = [...JOINED, live('s1'), picture('s1')];

/** Plays the events; the state after the last, and its effects in short. */
function after(...events) {
  let step = { state: initial(), effects: [] };
  for (const event of events.flat()) step = next(step.state, event);
  const effects = step.effects.map((effect) => (effect.session ? `${effect.do} ${effect.session}` : effect.do));
  const { phase, session, shown } = step.state;
  return { phase, session, shown, effects };
}

test('a new session opens beside the old one, which is left when the new one has a picture', () => {
  assert.deepEqual(after(WATCHING, live('s2')), { phase: 'live', session: 's2', shown: 's1', effects: ['open s2'] });
  assert.deepEqual(after(WATCHING, live('s2'), picture('s2')),
    { phase: 'live', session: 's2', shown: 's2', effects: ['show s2', 'leave s1'] });
});

test('of two new sessions before a picture only the newest counts, and the server is told', () => {
  assert.deepEqual(after(WATCHING, live('s2'), live('s3')).effects, ['leave s2', 'open s3']);
  assert.deepEqual(after(WATCHING, live('s2'), live('s3'), picture('s2')).effects, []);
  assert.deepEqual(after(JOINED, live('s1'), live('s2')).effects, ['leave s1', 'open s2'], 'the first did not get through');
});

test('the loss of the old of two sessions bothers nobody, nor does its end', () => {
  assert.deepEqual(after(WATCHING, live('s2'), lost('s1')).effects, []);
  assert.deepEqual(after(WATCHING, live('s2'), over('s1')).effects, []);
});

test('where the new one fails the old one goes on, if it still does', () => {
  assert.deepEqual(after(WATCHING, live('s2'), lost('s2')),
    { phase: 'live', session: 's1', shown: 's1', effects: ['leave s2', 'keep s1'] });
  assert.deepEqual(after(WATCHING, live('s2'), over('s2')),
    { phase: 'live', session: 's1', shown: 's1', effects: ['close s2', 'keep s1'] });
  const dead = after(WATCHING, live('s2'), lost('s1'), lost('s2'), lost('s1'));
  assert.deepEqual([dead.phase, dead.effects], ['reconnecting', ['disconnect', 'rest s1', 'schedule']]);
});

test('after a handover that failed another one may come', () => {
  assert.deepEqual(after(WATCHING, live('s2'), lost('s2'), live('s3'), picture('s3')).effects, ['show s3', 'leave s1']);
});

test('a session that is kept through an interruption goes on by itself', () => {
  const waits = after(WATCHING, interrupted('s1'));
  assert.deepEqual(waits, { phase: 'interrupted', session: 's1', shown: 's1', effects: [] });
  assert.deepEqual(after(WATCHING, interrupted('s1'), live('s1')), { phase: 'live', session: 's1', shown: 's1', effects: [] });
});

test('a kept session that is lost all the same is made anew', () => {
  assert.deepEqual(after(WATCHING, interrupted('s1'), lost('s1')).effects, ['disconnect', 'rest s1', 'schedule']);
});

test('an interruption in the middle of a handover goes on with the session that is kept', () => {
  assert.deepEqual(after(WATCHING, live('s2'), interrupted('s1')),
    { phase: 'interrupted', session: 's1', shown: 's1', effects: ['close s2'] });
  assert.deepEqual(after(WATCHING, live('s2'), interrupted('s2')),
    { phase: 'interrupted', session: 's2', shown: 's1', effects: [] });
  assert.deepEqual(after(WATCHING, live('s2'), interrupted('s2'), live('s2'), picture('s2')).effects, ['show s2', 'close s1']);
});

test('the end of what was kept clears the picture', () => {
  const ended = after(WATCHING, interrupted('s1'), { type: 'offline', reason: 'ended', kept: null });
  assert.deepEqual(ended, { phase: 'ended', session: null, shown: null, effects: ['clear'] });
});

test('a session that changes its path before the first picture is not opened twice', () => {
  assert.deepEqual(after(JOINED, live('s1'), live('s1')).effects, []);
});
