/**
 * Wires the page together: events go into the state machine, its effects come out here, and every new state is rendered.
 *
 * What tests and styles may go by, on `<html>`: `data-state` (see session.js), `data-picture` (`none`, `moving`, `still`
 * or `sound-only`), `data-paused` and `data-idle` (the controls are hidden).
 */

import { About } from './about.js';
import { backoff, fullWait } from './backoff.js';
import { Controls } from './controls.js';
import { Cushion } from './cushion.js';
import { translate } from './i18n.js';
import { exchange, takeInvitation } from './invitation.js';
import { LipSync } from './lipsync.js';
import { login, remember, remembered } from './login.js';
import { Overlay } from './overlay.js';
import { Panel } from './panel.js';
import { Peers } from './peers.js';
import { Player } from './player.js';
import { Sampler } from './sampler.js';
import { initial, next } from './session.js';
import { Signaling } from './signaling.js';
import { SignIn } from './signin.js';
import { warmAtFirstGesture } from './speaker.js';
import { watchNetwork } from './network.js';

/** @typedef {import('./session.js').Event} Event */

const invitation = takeInvitation(location, history); // before anything else can see it, or fail
const root = document.documentElement;
const find = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));

translate(document);

let state = initial();
/** @type {Event[]} */
const events = [];
let retry = 0;
/** Until then the session before is still seen and heard. @type {Promise<void>} */
let goneOver = Promise.resolve();

const player = new Player(find('video'), () => render());
const peers = new Peers({
  send: (message) => signaling.send(message),
  picture: (session) => dispatch({ type: 'picture', session }),
  lost: (session) => dispatch({ type: 'peer-lost', session }),
});
const signaling = new Signaling({ message: received, closed: (code, lasted) => dispatch({ type: 'socket-closed', code, lasted }) });
const overlay = new Overlay(find('stats'));
const about = new About(document);
const cushion = new Cushion();
const lipSync = new LipSync(player.video);
const sampler = new Sampler(() => peers.of(state.shown), (picture, figures) => {
  if (root.dataset.picture !== picture) {
    root.dataset.picture = picture;
    render();
  }
  const shown = peers.of(state.shown);
  cushion.sampled(shown, figures?.lossPercent ?? 0);
  lipSync.sampled(shown, figures?.soundHeld ?? null);
  overlay.playing = picture !== 'none';
  if (overlay.open) overlay.show(figures);
});
const controls = new Controls(find('stage'), { player, overlay, signOut: () => dispatch({ type: 'sign-out' }) });
const panel = new Panel(document, () => {
  player.prime();
  dispatch({ type: 'again' });
});
const signIn = new SignIn(find('sign-in'), (username, password) => {
  player.prime();
  dispatch({ type: 'sign-in', username, password });
});

/** @param {Event} event */
function dispatch(event) {
  events.push(event);
  if (events.length > 1) return; // an effect's own event waits for its turn
  for (; events.length > 0; events.shift()) {
    const step = next(state, events[0]);
    state = step.state;
    step.effects.forEach(attempt);
  }
  render();
}

/** One effect that fails must not keep the page from all that comes after it. @param {import('./session.js').Effect} effect */
function attempt(effect) {
  try {
    run(effect);
  } catch (error) {
    console.error(`${effect.do} failed`, error);
    if (effect.do === 'open') dispatch({ type: 'peer-lost', session: effect.session });
  }
}

/** @param {import('./session.js').Effect} effect */
function run(effect) {
  switch (effect.do) {
    case 'login':
      peers.prepare();
      login(effect.username, effect.password).then(dispatch);
      break;
    case 'exchange':
      peers.prepare();
      exchange(effect.invitation).then(dispatch);
      break;
    case 'remember': remember(effect.token, effect.user); break;
    case 'forget':
      remember(null, effect.user);
      about.show({}); // it is for those who may watch
      break;
    case 'connect':
      peers.prepare();
      signaling.connect(effect.token);
      break;
    case 'disconnect': signaling.close(); break;
    case 'schedule':
      clearTimeout(retry);
      retry = setTimeout(() => dispatch({ type: 'retry' }), effect.slow ? fullWait() : backoff(effect.attempt));
      break;
    case 'cancel': clearTimeout(retry); break;
    case 'open': {
      const peer = peers.open(effect.session, effect.iceServers, state.phase === 'live');
      if (state.shown === null) player.show(peer.tracks);
      break;
    }
    case 'show': {
      const tracks = peers.of(effect.session)?.tracks ?? [];
      if (effect.beside) goneOver = player.goOver(tracks);
      else player.show(tracks);
      sampler.now();
      break;
    }
    case 'keep':
      if (peers.of(effect.session)?.over !== false) dispatch({ type: 'peer-lost', session: effect.session });
      break;
    case 'leave':
      goneOver.then(() => {
        peers.close(effect.session);
        signaling.send({ type: 'leave', session: effect.session });
      });
      break;
    case 'rest':
      peers.of(effect.session)?.rest();
      peers.prepare(); // whoever has gone is expected back
      break;
    case 'close': peers.close(effect.session); break;
    case 'clear':
      peers.closeAll();
      player.clear();
      sampler.now();
      break;
  }
}

/** @param {{type: string, [field: string]: any}} message */
function received(message) {
  const { type, session, candidate, sdpMid, sdpMLineIndex } = message;
  switch (type) {
    case 'joined':
      about.show({}); // what there is to say comes next
      dispatch({ type, iceServers: message.iceServers ?? [] });
      break;
    case 'about': about.show(message); break;
    case 'token': dispatch({ type: 'renewed', token: message.token }); break;
    case 'ice-servers':
      dispatch({ type, iceServers: message.iceServers });
      peers.configure(message.iceServers);
      break;
    case 'live':
      dispatch({ type, session });
      peers.of(session)?.comesBy(message.path);
      break;
    case 'offline': dispatch({ type, reason: message.reason, kept: session ?? null }); break;
    case 'answer': peers.of(session)?.answered(message.sdp); break;
    case 'candidate': peers.of(session)?.candidate({ candidate, sdpMid, sdpMLineIndex }); break;
    case 'leave': dispatch({ type: 'session-over', session: session ?? null }); break;
    case 'error':
      console.warn(`refused: ${message.code}: ${message.message}`);
      dispatch({ type: 'refused', code: message.code });
      break;
  }
}

function render() {
  root.dataset.state = state.phase;
  signIn.render(state);
  panel.render(state, /** @type {import('./sampler.js').Picture} */ (root.dataset.picture), player.paused);
  controls.render();
}

warmAtFirstGesture(document);
watchNetwork({ nudge: () => dispatch({ type: 'nudge' }), wake: () => dispatch({ type: 'wake' }) });
addEventListener('hashchange', () => {
  const another = takeInvitation(location, history); // the link was opened where the page is open already
  if (another !== null) dispatch({ type: 'invited', invitation: another });
});
addEventListener('pagehide', () => signaling.close());
addEventListener('pageshow', ({ persisted }) => { if (persisted) dispatch({ type: 'wake' }); });

dispatch({ type: 'opened', supported: 'RTCPeerConnection' in globalThis, ...remembered() });
if (invitation !== null) dispatch({ type: 'invited', invitation });
if (state.phase === 'connecting') player.show([]); // a reload or an invitation: with sound where the browser trusts this page, else muted
