/**
 * Of a state's one or two sessions: the one on the screen, and a newer one that has no picture yet. Pure.
 *
 * @typedef {import('./session.js').Effect} Effect
 * @typedef {Pick<import('./session.js').State, 'phase'|'session'|'shown'>} Sessions
 */

/** The session that has no picture yet, to be closed; the server is told where it does not know. @param {Sessions} state
 * @param {'close'|'leave'} [how] @returns {Effect[]} */
export function pending({ session, shown }, how = 'close') {
  return session === null || session === shown ? [] : [{ do: how, session }];
}

/** Whether a session is tried beside one that plays on: a handover. @param {Sessions} state */
export function besideShown({ phase, session, shown }) {
  return phase === 'live' && shown !== null && session !== shown;
}

/** The session on the screen is over for the server: its last frame stays, nothing more is tried. @param {Sessions} state
 * @returns {Effect[]} */
export function resting({ shown }) {
  return shown === null ? [] : [{ do: 'rest', session: shown }];
}

/** A session that is shown goes on being the newest, so that its loss still counts. @param {Sessions} state */
export function dropPending({ session, shown }) {
  return { session: session === shown ? session : null };
}
