/**
 * What the viewer is in the middle of: events in, the next state and effects out. Pure: no DOM, no network, no clock.
 *
 * `phase` is also `<html data-state>`, which styles and tests go by:
 *   signed-out    the sign-in card; `notice` says why the last try failed
 *   signing-in    the login request is under way
 *   expired       the session is no longer good; the card again, with the user's name kept
 *   connecting    signed in or invited; the token, the socket or the first picture is on its way
 *   off-air       nobody has pressed Start yet
 *   ended         the broadcaster pressed Stop
 *   live          picture or sound is here
 *   interrupted   the broadcaster vanished and is expected back; the last frame stays
 *   reconnecting  the way to the server or to the media was lost; the last frame stays
 *   going-away    as reconnecting, after the server said that it ends
 *   removed       the broadcaster removed this viewer
 *   full          as many viewers as are allowed; tries again by itself, slowly
 *   unsupported   a browser without WebRTC
 *
 * @typedef {'signed-out'|'signing-in'|'expired'|'connecting'|'off-air'|'ended'|'live'|'interrupted'|'reconnecting'
 *   |'going-away'|'removed'|'full'|'unsupported'} Phase
 * @typedef {'wrong-password'|'too-many'|'unreachable'|'server-error'|'invitation-used'|'invitation-expired'
 *   |'invitation-revoked'|'invitation-unknown'|'invitation-later'} Notice
 *
 * @typedef {object} State
 * @property {Phase} phase
 * @property {Notice|null} notice why signing in failed
 * @property {number} wait seconds until signing in may be tried again
 * @property {string} user
 * @property {string|null} token
 * @property {boolean} exchanging whether an invitation is being exchanged; whoever is here stays until it is good
 * @property {boolean} joined whether the room has let this socket in
 * @property {boolean} retrying whether a retry is scheduled
 * @property {number} attempt tries in a row that brought no picture
 * @property {number} mediaFailures connections in a row that brought no media
 * @property {RTCIceServer[]} iceServers
 * @property {string|null} session the newest session
 * @property {string|null} shown the session whose picture is on the screen
 *
 * @typedef {{type: 'opened', supported: boolean, token: string|null, user: string}
 *   | {type: 'invited', invitation: string}
 *   | {type: 'sign-in', username: string, password: string}
 *   | {type: 'signed-in', token: string, user?: string}
 *   | {type: 'renewed', token: string}
 *   | {type: 'sign-in-failed', notice: Notice, wait: number}
 *   | {type: 'joined', iceServers: RTCIceServer[]}
 *   | {type: 'ice-servers', iceServers: RTCIceServer[]}
 *   | {type: 'live', session: string}
 *   | {type: 'offline', reason: string, kept: string|null}
 *   | {type: 'session-over', session: string|null}
 *   | {type: 'refused', code: string}
 *   | {type: 'socket-closed', code: number, lasted: number}
 *   | {type: 'picture', session: string}
 *   | {type: 'peer-lost', session: string}
 *   | {type: 'retry'} | {type: 'nudge'} | {type: 'wake'} | {type: 'again'} | {type: 'sign-out'}} Event
 *
 * @typedef {{do: 'login', username: string, password: string}
 *   | {do: 'exchange', invitation: string}
 *   | {do: 'remember', token: string, user: string}
 *   | {do: 'forget', user: string}
 *   | {do: 'connect', token: string}
 *   | {do: 'disconnect'}
 *   | {do: 'schedule', attempt: number, slow: boolean}
 *   | {do: 'cancel'}
 *   | {do: 'open', session: string, iceServers: RTCIceServer[]}
 *   | {do: 'show', session: string, beside: boolean}
 *   | {do: 'keep', session: string}
 *   | {do: 'rest', session: string}
 *   | {do: 'leave', session: string}
 *   | {do: 'close', session: string}
 *   | {do: 'clear'}} Effect
 *
 * @typedef {{state: State, effects: Effect[]}} Step
 */

import { besideShown, dropPending, pending, resting } from './beside.js';
import { refusalOf } from './closecodes.js';

/** A socket that lasted this long was a good one: the next retry starts at the bottom again. */
export const SETTLED_MS = 5000;

/** @returns {State} */
export function initial() {
  return {
    phase: 'signed-out', notice: null, wait: 0, user: '', token: null, exchanging: false, joined: false, retrying: false,
    attempt: 0, mediaFailures: 0, iceServers: [], session: null, shown: null,
  };
}

/**
 * @param {State} state
 * @param {Event} event
 * @returns {Step}
 */
export function next(state, event) {
  switch (event.type) {
    case 'opened': return opened(state, event);
    case 'sign-in': return canSignIn(state)
      ? step(state, { phase: 'signing-in', notice: null, user: event.username },
          { do: 'login', username: event.username, password: event.password })
      : stay(state);
    case 'invited': return state.phase === 'unsupported' ? stay(state) : invited(state, event.invitation);
    case 'signed-in': return signedIn(state, event.token, event.user ?? state.user);
    case 'renewed': return state.token !== null
      ? step(state, { token: event.token }, { do: 'remember', token: event.token, user: state.user })
      : stay(state);
    case 'sign-in-failed': return signInFailed(state, event);
    case 'joined': return step(state, { joined: true, iceServers: event.iceServers });
    case 'ice-servers': return step(state, { iceServers: event.iceServers });
    case 'live': return live(state, event.session);
    case 'offline': return offline(state, event.reason, event.kept);
    case 'session-over': return sessionOver(state, event.session);
    case 'refused': return refused(state, event.code);
    case 'socket-closed': return socketClosed(state, event);
    case 'picture': return picture(state, event.session);
    case 'peer-lost': return peerLost(state, event.session);
    case 'retry': return state.retrying ? reconnect(state) : stay(state);
    case 'nudge': return state.retrying ? reconnect(state, { do: 'cancel' }) : stay(state);
    case 'wake': return inRoom(state)
      ? reconnect({ ...state, phase: 'reconnecting', ...dropPending(state) }, { do: 'cancel' }, { do: 'disconnect' },
          ...pending(state), ...resting(state))
      : stay(state);
    case 'again': return again(state);
    case 'sign-out': return out(state, 'signed-out', '');
  }
}

/** @param {State} state @param {{supported: boolean, token: string|null, user: string}} event @returns {Step} */
function opened(state, { supported, token, user }) {
  if (!supported) return step(state, { phase: 'unsupported' });
  if (token === null) return step(state, { user });
  return step(state, { phase: 'connecting', token, user }, { do: 'connect', token });
}

/** Whoever is here stays meanwhile: anybody can make a link that lets nobody in. @param {State} state @param {string} invitation @returns {Step} */
function invited(state, invitation) {
  const phase = state.token === null ? 'connecting' : state.phase;
  return step(state, { phase, exchanging: true, notice: null }, { do: 'exchange', invitation });
}

/** @param {State} state @param {string} token @param {string} user @returns {Step} */
function signedIn(state, token, user) {
  if (!asksForToken(state)) return stay(state);
  // Whoever was here before goes: the link was opened to come in by it.
  const before = state.token === null ? [] : out(state, 'signed-out', '').effects;
  return { state: { ...initial(), phase: 'connecting', token, user },
    effects: [...before, { do: 'remember', token, user }, { do: 'connect', token }] };
}

/** @param {State} state @param {{notice: Notice, wait: number}} event @returns {Step} */
function signInFailed(state, { notice, wait }) {
  if (!asksForToken(state)) return stay(state);
  if (state.token !== null) return step(state, { exchanging: false });
  return step(state, { phase: 'signed-out', exchanging: false, notice, wait });
}

/** The token of whoever was removed is void; a full room may have a place by now. @param {State} state @returns {Step} */
function again(state) {
  if (state.phase === 'removed') return step(state, { phase: 'signed-out' });
  return state.phase === 'full' ? reconnect({ ...state, phase: 'connecting' }, { do: 'cancel' }) : stay(state);
}

/** @param {State} state @param {string} session @returns {Step} */
function live(state, session) {
  if (!state.joined) return stay(state);
  const phase = state.shown === null ? 'connecting' : state.phase === 'live' ? 'live' : 'reconnecting';
  if (session === state.session) { // kept through an interruption, or nothing new
    return state.phase === 'interrupted' ? step(state, { phase: session === state.shown ? 'live' : phase }) : stay(state);
  }
  return step(state, { phase, session }, ...pending(state, 'leave'), { do: 'open', session, iceServers: state.iceServers });
}

/** @param {State} state @param {string} reason @param {string|null} kept @returns {Step} */
function offline(state, reason, kept) {
  if (!state.joined) return stay(state);
  if (kept !== null && kept === state.session) return step(state, { phase: 'interrupted' });
  if (kept !== null && kept === state.shown) return step(state, { phase: 'interrupted', session: kept }, ...pending(state));
  if (reason === 'interrupted') {
    return step(state, { phase: 'interrupted', session: null }, ...pending(state), ...resting(state));
  }
  const phase = reason === 'ended' ? 'ended' : 'off-air';
  return step(state, { phase, session: null, shown: null, attempt: 0, mediaFailures: 0 }, { do: 'clear' });
}

/** @param {State} state @param {string|null} session @returns {Step} */
function sessionOver(state, session) {
  if (session === null || session !== (state.session ?? state.shown)) return stay(state);
  return besideShown(state) ? back(state, 'close') : lost(state);
}

/** The new one of two fails: the old one goes on. @param {State} state @param {'close'|'leave'} how @returns {Step} */
function back(state, how) {
  const { shown } = state;
  return shown === null ? stay(state) : step(state, { session: shown }, ...pending(state, how), { do: 'keep', session: shown });
}

/** @param {State} state @param {string} code @returns {Step} */
function refused(state, code) {
  if (!inRoom(state)) return stay(state);
  switch (code) {
    case 'unauthorized':
    case 'token-expired': return expired(state);
    case 'removed': return gone({ ...state, token: null }, 'removed', { do: 'forget', user: state.user });
    case 'full': return gone({ ...state, retrying: true }, 'full', { do: 'schedule', attempt: 0, slow: true });
    case 'too-fast': return lost(state, 'reconnecting', true);
    case 'going-away': return lost(state, 'going-away');
    default: return stay(state); // what is fatal beyond these closes the socket, and that says it again
  }
}

/** An invitation on its way may do without the sign-in card. @param {State} state @returns {Step} */
function expired(state) {
  const { state: left, effects } = out(state, state.exchanging ? 'connecting' : 'expired', state.user);
  return { state: { ...left, exchanging: state.exchanging }, effects };
}

/** @param {State} state @param {{code: number, lasted: number}} event @returns {Step} */
function socketClosed(state, { code, lasted }) {
  const told = refusalOf(code);
  const step = told === null ? stay(state) : refused(state, told);
  if (step.state !== state || !inRoom(state)) return step;
  return lost(lasted >= SETTLED_MS ? { ...state, attempt: 0 } : state);
}

/** @param {State} state @param {string} session @returns {Step} */
function picture(state, session) {
  if (session !== state.session || session === state.shown) return stay(state);
  const beside = besideShown(state);
  /** @type {Effect[]} */
  const old = state.shown === null ? [] : [{ do: beside ? 'leave' : 'close', session: state.shown }];
  return step(state, { phase: 'live', shown: session, attempt: 0, mediaFailures: 0 }, { do: 'show', session, beside }, ...old);
}

/** @param {State} state @param {string} session @returns {Step} */
function peerLost(state, session) {
  // The old of two is expected to go; and who was interrupted has no session, or one that should not be lost.
  if (!state.joined || session !== state.session) return stay(state);
  if (besideShown(state)) return back(state, 'leave');
  return lost({ ...state, mediaFailures: state.mediaFailures + 1 });
}

/**
 * The way is lost; the last frame stays until another picture is here.
 * @param {State} state
 * @param {Phase} [phase]
 * @param {boolean} [slow] whether to come back as slowly as to a full room
 * @returns {Step}
 */
function lost(state, phase = 'reconnecting', slow = false) {
  const attempt = state.attempt;
  // Said once, "the server ends" stays said until something better is known.
  const kept = state.phase === 'going-away' ? 'going-away' : phase;
  return step(state, { phase: kept, joined: false, retrying: true, attempt: attempt + 1, ...dropPending(state) },
    { do: 'disconnect' }, ...pending(state), ...resting(state), { do: 'schedule', attempt, slow });
}

/** @param {State} state @param {...Effect} before @returns {Step} */
function reconnect(state, ...before) {
  if (state.token === null) return stay(state);
  return step(state, { joined: false, retrying: false }, ...before, { do: 'connect', token: state.token });
}

/** @param {State} state @param {Phase} phase @param {...Effect} after @returns {Step} */
function gone(state, phase, ...after) {
  return step(state, { phase, joined: false, session: null, shown: null }, { do: 'disconnect' }, { do: 'clear' }, ...after);
}

/** @param {State} state @param {Phase} phase @param {string} user @returns {Step} */
function out(state, phase, user) {
  return { state: { ...initial(), phase, user },
    effects: [{ do: 'cancel' }, { do: 'disconnect' }, { do: 'clear' }, { do: 'forget', user }] };
}

/** Whether an answer with a token is waited for. @param {State} state */
function asksForToken({ phase, exchanging }) {
  return phase === 'signing-in' || exchanging;
}

/** Whether there is a socket, or the wish for one: who found the room full has one while it asks again. @param {State} state */
function inRoom({ phase, token, retrying }) {
  return token !== null && phase !== 'unsupported' && !(phase === 'full' && retrying);
}

/** @param {State} state */
export function canSignIn({ phase }) {
  return phase === 'signed-out' || phase === 'expired';
}

/** @param {State} state @param {Partial<State>} changes @param {...Effect} effects @returns {Step} */
function step(state, changes, ...effects) {
  return { state: { ...state, ...changes }, effects };
}

/** @param {State} state @returns {Step} */
function stay(state) {
  return { state, effects: [] };
}
