import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SETTLED_MS, initial, next } from '../page/js/session.js';

const ICE = [{ urls: ['stun:stun.example.org:3478'] }];
const OPENED = { type: 'opened', supported: true, token: 'T', user: 'viewer' };
const JOINED = { type: 'joined', iceServers: ICE };
const CLOSED = { type: 'socket-closed', code: 1006, lasted: 100 };
const live = (session) => ({ type: 'live', session });
const picture = (session) => ({ type: 'picture', session });
const offline = (reason, kept = null) => ({ type: 'offline', reason, kept });
const refused = (code) => ({ type: 'refused', code });
const lost = (session) => ({ type: 'peer-lost', session });
const WATCHING = [OPENED, JOINED, live('s1'), picture('s1')];

/** Plays the events; the state after the last, and its effects in short. */
function after(...events) {
  let step = { state: initial(), effects: [] };
  for (const event of events.flat()) step = next(step.state, event);
  const effects = step.effects.map((effect) => (effect.session ? `${effect.do} ${effect.session}` : effect.do));
  return { ...step.state, effects, full: step.effects };
}

test('signing in leads through the login and the room to the picture', () => {
  const signIn = { type: 'sign-in', username: 'viewer', password: 'secret' };
  const opened = { type: 'opened', supported: true, token: null, user: '' };
  const asked = after(opened, signIn);
  assert.equal(asked.phase, 'signing-in');
  assert.deepEqual(asked.full, [{ do: 'login', username: 'viewer', password: 'secret' }]);
  const signedIn = after(opened, signIn, { type: 'signed-in', token: 'T' });
  assert.equal(signedIn.phase, 'connecting');
  assert.deepEqual(signedIn.full, [{ do: 'remember', token: 'T', user: 'viewer' }, { do: 'connect', token: 'T' }]);
  const called = after(opened, signIn, { type: 'signed-in', token: 'T' }, JOINED, live('s1'));
  assert.equal(called.phase, 'connecting');
  assert.deepEqual(called.full, [{ do: 'open', session: 's1', iceServers: ICE }]);
  assert.equal(after(opened, signIn, { type: 'signed-in', token: 'T' }, JOINED, live('s1'), picture('s1')).phase, 'live');
});

test('the password is not kept in the state', () => {
  const state = after({ type: 'opened', supported: true, token: null, user: '' }, { type: 'sign-in', username: 'v', password: 'secret' });
  assert.ok(!JSON.stringify({ ...state, effects: [], full: [] }).includes('secret'));
});

test('a failed sign-in goes back to the card, says why, and may be tried again', () => {
  const signIn = { type: 'sign-in', username: 'viewer', password: 'x' };
  const failed = after(signIn, { type: 'sign-in-failed', notice: 'too-many', wait: 12 });
  assert.deepEqual([failed.phase, failed.notice, failed.wait, failed.user], ['signed-out', 'too-many', 12, 'viewer']);
  assert.equal(after(signIn, { type: 'sign-in-failed', notice: 'too-many', wait: 12 }, signIn).phase, 'signing-in');
});

test('a second click while signing in asks no second time', () => {
  const signIn = { type: 'sign-in', username: 'viewer', password: 'x' };
  assert.deepEqual(after(signIn, signIn).effects, []);
});

test('a reload with a token joins at once', () => {
  const state = after(OPENED);
  assert.equal(state.phase, 'connecting');
  assert.deepEqual(state.effects, ['connect']);
});

test('a browser without WebRTC is told so and nothing is tried', () => {
  const state = after({ ...OPENED, supported: false }, { type: 'nudge' }, { type: 'wake' });
  assert.equal(state.phase, 'unsupported');
  assert.deepEqual(state.effects, []);
});

test('off air waits, and starts by itself', () => {
  assert.equal(after(OPENED, JOINED, offline('not-started')).phase, 'off-air');
  assert.deepEqual(after(OPENED, JOINED, offline('not-started'), live('s1')).effects, ['open s1']);
});

test('after the end the picture goes, and a new start brings it back', () => {
  const ended = after(WATCHING, offline('ended'));
  assert.deepEqual([ended.phase, ended.shown, ended.effects], ['ended', null, ['clear']]);
  assert.equal(after(WATCHING, offline('ended'), live('s2'), picture('s2')).phase, 'live');
});

test('the same live twice opens one session', () => {
  assert.deepEqual(after(OPENED, JOINED, live('s1'), live('s1')).effects, []);
});

test('an interruption keeps the last frame, and its dead connection asks for nothing', () => {
  const state = after(WATCHING, offline('interrupted'));
  assert.deepEqual([state.phase, state.shown, state.effects], ['interrupted', 's1', ['rest s1']]);
  assert.deepEqual(after(WATCHING, offline('interrupted'), lost('s1')).effects, []);
});

test('back from an interruption the words stay until the new picture is there', () => {
  const called = after(WATCHING, offline('interrupted'), live('s2'));
  assert.deepEqual([called.phase, called.effects], ['reconnecting', ['open s2']]);
  const back = after(WATCHING, offline('interrupted'), live('s2'), picture('s2'));
  assert.deepEqual([back.phase, back.effects], ['live', ['show s2', 'close s1']]);
});

test('a lost socket is tried again with growing back-off, and the last frame stays', () => {
  const first = after(WATCHING, CLOSED);
  assert.deepEqual([first.phase, first.shown], ['reconnecting', 's1']);
  assert.deepEqual(first.effects, ['disconnect', 'rest s1', 'schedule']);
  const attempts = [1, 2, 3].map((times) => {
    const losses = Array.from({ length: times }, () => [CLOSED, { type: 'retry' }]).flat();
    return after(WATCHING, losses.slice(0, -1)).full.find((effect) => effect.do === 'schedule').attempt;
  });
  assert.deepEqual(attempts, [0, 1, 2]);
});

test('a picture sets the back-off to its beginning again', () => {
  assert.equal(after(WATCHING, CLOSED, { type: 'retry' }, CLOSED, { type: 'retry' }, JOINED, live('s2'), picture('s2')).attempt, 0);
});

test('so does a socket that lasted, also while there is nothing to watch', () => {
  const waiting = [OPENED, CLOSED, { type: 'retry' }, CLOSED, { type: 'retry' }, JOINED, offline('not-started')];
  const { full } = after(waiting, { ...CLOSED, lasted: SETTLED_MS });
  assert.equal(full.find((effect) => effect.do === 'schedule').attempt, 0);
});

test('a server that lets in and throws out at once is not hammered', () => {
  const round = [{ type: 'retry' }, JOINED, live('s'), CLOSED];
  const { full } = after(WATCHING, CLOSED, round, round, round);
  assert.equal(full.find((effect) => effect.do === 'schedule').attempt, 3);
});

test('the network coming back does not wait for the back-off', () => {
  assert.deepEqual(after(WATCHING, CLOSED, { type: 'nudge' }).effects, ['cancel', 'connect']);
  assert.deepEqual(after(WATCHING, CLOSED, { type: 'nudge' }, { type: 'nudge' }).effects, []);
  assert.deepEqual(after(WATCHING, { type: 'nudge' }).effects, []);
});

test('a retry that was cancelled does nothing when it comes all the same', () => {
  assert.deepEqual(after(WATCHING, CLOSED, { type: 'nudge' }, { type: 'retry' }).effects, []);
});

test('after a sleep a socket that looks open is not trusted', () => {
  const state = after(WATCHING, { type: 'wake' });
  assert.deepEqual([state.phase, state.shown], ['reconnecting', 's1']);
  assert.deepEqual(state.effects, ['cancel', 'disconnect', 'rest s1', 'connect']);
  assert.deepEqual(after(OPENED, JOINED, offline('not-started'), { type: 'wake' }).effects, ['cancel', 'disconnect', 'connect']);
});

test('media that is lost for good joins again', () => {
  const state = after(WATCHING, lost('s1'));
  assert.deepEqual([state.phase, state.shown, state.mediaFailures], ['reconnecting', 's1', 1]);
  assert.deepEqual(state.effects, ['disconnect', 'rest s1', 'schedule']);
});

test('a loss that is noticed while reconnecting does not cut the new socket off', () => {
  assert.deepEqual(after(WATCHING, CLOSED, { type: 'retry' }, lost('s1')).effects, []);
});

test('the server ending this session joins again; ending another one does nothing', () => {
  assert.deepEqual(after(WATCHING, { type: 'session-over', session: 's1' }).effects, ['disconnect', 'rest s1', 'schedule']);
  assert.deepEqual(after(WATCHING, { type: 'session-over', session: 's0' }).effects, []);
});

test('a token that is no longer good asks to sign in again, with the name kept', () => {
  for (const event of [refused('token-expired'), refused('unauthorized'), { ...CLOSED, code: 4402 }, { ...CLOSED, code: 4401 }]) {
    const state = after(WATCHING, event);
    assert.deepEqual([state.phase, state.user, state.token], ['expired', 'viewer', null]);
    assert.deepEqual(state.full.at(-1), { do: 'forget', user: 'viewer' });
  }
  assert.equal(after(WATCHING, refused('token-expired'), { type: 'sign-in', username: 'viewer', password: 'x' }).phase, 'signing-in');
});

test('who was removed stays out until a click', () => {
  const removed = [...WATCHING, refused('removed')];
  assert.deepEqual([after(removed).phase, after(removed).effects], ['removed', ['disconnect', 'clear', 'forget']]);
  assert.deepEqual(after(removed, { ...CLOSED, code: 4410 }, { type: 'nudge' }).effects, []);
  const again = after(removed, { type: 'again' });
  assert.deepEqual([again.phase, again.token, again.user, again.effects], ['signed-out', null, 'viewer', []], 'its token is void');
});

const NOBODY = { type: 'opened', supported: true, token: null, user: '' };
const INVITED = { type: 'invited', invitation: 'abc' };

test('an invitation is exchanged without the sign-in card, and leads into the room', () => {
  const asked = after(NOBODY, INVITED);
  assert.equal(asked.phase, 'connecting');
  assert.deepEqual(asked.full.at(-1), { do: 'exchange', invitation: 'abc' });
  const inside = after(NOBODY, INVITED, { type: 'signed-in', token: 'T', user: 'Anna' });
  assert.deepEqual([inside.phase, inside.token, inside.user], ['connecting', 'T', 'Anna']);
  assert.deepEqual(inside.full, [{ do: 'remember', token: 'T', user: 'Anna' }, { do: 'connect', token: 'T' }]);
});

test('an invitation that lets nobody in leads to the sign-in card, which says why', () => {
  const refusal = { type: 'sign-in-failed', notice: 'invitation-used', wait: 0 };
  const state = after(NOBODY, INVITED, refusal);
  assert.deepEqual([state.phase, state.notice], ['signed-out', 'invitation-used']);
  assert.equal(after(NOBODY, INVITED, refusal, { type: 'sign-in', username: 'v', password: 'x' }).phase, 'signing-in');
});

test('an invitation that is opened while somebody watches takes the place of the token once it is good', () => {
  const asked = after(WATCHING, INVITED);
  assert.deepEqual([asked.phase, asked.token, asked.shown, asked.effects], ['live', 'T', 's1', ['exchange']]);
  const state = after(WATCHING, INVITED, { type: 'signed-in', token: 'T2', user: 'Anna' });
  assert.deepEqual(state.effects, ['cancel', 'disconnect', 'clear', 'forget', 'remember', 'connect']);
  assert.deepEqual([state.phase, state.token, state.user, state.session, state.shown], ['connecting', 'T2', 'Anna', null, null]);
  assert.deepEqual(after(WATCHING, INVITED, { type: 'signed-in', token: 'T2' }, { type: 'signed-in', token: 'T3' }).token, 'T2');
});

test('a link with rubbish for an invitation puts nobody out', () => {
  const refusal = { type: 'sign-in-failed', notice: 'invitation-unknown', wait: 0 };
  const { phase, token, shown, effects } = after(WATCHING, INVITED, refusal);
  assert.deepEqual([phase, token, shown, effects], ['live', 'T', 's1', []]);
  assert.equal(after(OPENED, INVITED, refusal, JOINED, live('s1'), picture('s1')).phase, 'live', 'after a reload as well');
});

test('who is let in no more while an invitation is exchanged comes in by it, or learns why not', () => {
  const waiting = after(WATCHING, INVITED, refused('token-expired'));
  assert.deepEqual([waiting.phase, waiting.token], ['connecting', null]);
  assert.equal(after(WATCHING, INVITED, refused('token-expired'), { type: 'signed-in', token: 'T2' }).token, 'T2');
  const refusal = { type: 'sign-in-failed', notice: 'invitation-used', wait: 0 };
  const { phase, notice } = after(WATCHING, INVITED, refused('token-expired'), refusal);
  assert.deepEqual([phase, notice], ['signed-out', 'invitation-used']);
});

test('who signs out while an invitation is exchanged stays out', () => {
  assert.equal(after(WATCHING, INVITED, { type: 'sign-out' }, { type: 'signed-in', token: 'T2' }).token, null);
});

test('the invitation is not kept in the state', () => {
  assert.ok(!JSON.stringify({ ...after(NOBODY, INVITED), effects: [], full: [] }).includes('abc'));
});

test('while an invitation is exchanged nothing else happens', () => {
  for (const type of ['nudge', 'wake', 'retry', 'again']) assert.deepEqual(after(NOBODY, INVITED, { type }).effects, [], type);
  assert.deepEqual(after(NOBODY, INVITED, CLOSED).effects, []);
});

test('a browser without WebRTC uses no invitation up', () => {
  assert.deepEqual(after({ ...NOBODY, supported: false }, INVITED).effects, []);
});

test('a token that is renewed is kept, and the next connection is made with it', () => {
  const renewed = after(WATCHING, { type: 'renewed', token: 'T2' });
  assert.deepEqual([renewed.phase, renewed.full], ['live', [{ do: 'remember', token: 'T2', user: 'viewer' }]]);
  assert.equal(after(WATCHING, { type: 'renewed', token: 'T2' }, CLOSED, { type: 'retry' }).full.at(-1).token, 'T2');
  assert.deepEqual(after(NOBODY, { type: 'renewed', token: 'T2' }).effects, [], 'not after signing out');
});

test('a full room is asked again by itself, slowly', () => {
  const state = after(OPENED, refused('full'));
  assert.equal(state.phase, 'full');
  assert.deepEqual(state.full.at(-1), { do: 'schedule', attempt: 0, slow: true });
  assert.deepEqual(after(OPENED, refused('full'), { type: 'retry' }).effects, ['connect']);
});

test('who finds the room full again asks again, and again', () => {
  const again = after(OPENED, refused('full'), { type: 'retry' }, refused('full'));
  assert.deepEqual([again.phase, again.full.at(-1)], ['full', { do: 'schedule', attempt: 0, slow: true }]);
  assert.equal(after(OPENED, refused('full'), { type: 'retry' }, refused('full'), { type: 'retry' }).effects.at(-1), 'connect');
  assert.deepEqual(after(OPENED, refused('full'), { ...CLOSED, code: 4430 }).effects, []);
});

test('who comes in too fast comes back slowly, and is not told that the room is full', () => {
  for (const event of [refused('too-fast'), { ...CLOSED, code: 4429 }]) {
    const state = after(OPENED, event);
    assert.equal(state.phase, 'reconnecting');
    assert.deepEqual(state.effects, ['disconnect', 'schedule']);
    assert.equal(state.full.at(-1).slow, true);
    assert.deepEqual(after(OPENED, event, { type: 'retry' }).effects, ['connect']);
  }
  assert.equal(after(OPENED, CLOSED).full.at(-1).slow, false);
});

test('while asking for a place the server may go, or the token run out', () => {
  const asking = [OPENED, refused('full'), { type: 'retry' }];
  const gone = after(asking, CLOSED);
  assert.deepEqual([gone.phase, gone.effects.at(-1)], ['reconnecting', 'schedule']);
  assert.equal(after(asking, refused('token-expired')).phase, 'expired');
  assert.deepEqual(after(asking, { type: 'wake' }).effects, ['cancel', 'disconnect', 'connect']);
});

test('a server that goes away is said to, until it is back', () => {
  assert.equal(after(WATCHING, refused('going-away')).phase, 'going-away');
  assert.equal(after(WATCHING, { ...CLOSED, code: 1001 }, { type: 'retry' }, CLOSED).phase, 'going-away');
  assert.equal(after(WATCHING, { ...CLOSED, code: 1001 }, { type: 'retry' }, JOINED, live('s2'), picture('s2')).phase, 'live');
});

test('an unknown session is no reason to leave', () => {
  assert.deepEqual(after(WATCHING, refused('unknown-session')).effects, []);
});

test('signing out forgets the token and the name', () => {
  const state = after(WATCHING, { type: 'sign-out' });
  assert.deepEqual([state.phase, state.token, state.user, state.shown], ['signed-out', null, '', null]);
  assert.deepEqual(state.full, [{ do: 'cancel' }, { do: 'disconnect' }, { do: 'clear' }, { do: 'forget', user: '' }]);
});

test('what comes late after signing out is ignored', () => {
  const out = [...WATCHING, { type: 'sign-out' }];
  for (const event of [live('s9'), picture('s1'), lost('s1'), CLOSED, offline('ended'), { type: 'retry' }, { type: 'wake' }]) {
    const state = after(out, event);
    assert.deepEqual([state.phase, state.effects], ['signed-out', []], event.type);
  }
});
