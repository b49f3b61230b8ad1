/** Which words belong to which state. Pure. */

/**
 * @typedef {object} Words keys of the bundles
 * @property {string} title
 * @property {string} text
 */

/** After so many tries in a row without success it is no hiccup any more, and the words say so. */
const PATIENCE = 4;

/** @type {Partial<Record<import('./session.js').Phase, Words>>} */
const PANELS = {
  connecting: { title: 'connecting.title', text: 'connecting.text' },
  'off-air': { title: 'offAir.title', text: 'offAir.text' },
  ended: { title: 'ended.title', text: 'ended.text' },
  interrupted: { title: 'interrupted.title', text: 'interrupted.text' },
  reconnecting: { title: 'reconnecting.title', text: 'reconnecting.text' },
  'going-away': { title: 'goingAway.title', text: 'goingAway.text' },
  removed: { title: 'removed.title', text: 'removed.text' },
  full: { title: 'full.title', text: 'full.text' },
  unsupported: { title: 'unsupported.title', text: 'unsupported.text' },
};

/** While live, by what comes of the picture. @type {Partial<Record<import('./sampler.js').Picture, Words>>} */
const LIVE = {
  'sound-only': { title: 'live.soundOnly', text: 'live.soundOnlyText' },
  still: { title: 'live.still', text: 'live.stillText' },
};

/**
 * @param {import('./session.js').State} state
 * @param {import('./sampler.js').Picture} picture
 * @returns {Words|null} null where the sign-in card or the picture speaks
 */
export function panelWords({ phase, attempt, mediaFailures }, picture) {
  if (phase === 'live') return LIVE[picture] ?? null;
  const words = PANELS[phase];
  if (words === undefined) return null;
  if (phase === 'connecting' || phase === 'reconnecting') {
    if (mediaFailures >= 2) return { title: 'reconnecting.title', text: 'reconnecting.noMedia' };
    if (attempt >= PATIENCE) return { title: 'reconnecting.title', text: 'reconnecting.unreachable' };
  }
  return words;
}

/** @type {Record<import('./session.js').Notice, string>} */
const NOTICES = {
  'wrong-password': 'signIn.wrongPassword',
  'too-many': 'signIn.tooMany',
  unreachable: 'signIn.unreachable',
  'server-error': 'signIn.serverError',
  'invitation-used': 'signIn.invitationUsed',
  'invitation-expired': 'signIn.invitationExpired',
  'invitation-revoked': 'signIn.invitationRevoked',
  'invitation-unknown': 'signIn.invitationUnknown',
  'invitation-later': 'signIn.invitationLater',
};

/** @param {import('./session.js').State} state @returns {string|null} what stands on the sign-in card */
export function noticeWords({ phase, notice }) {
  if (phase === 'expired') return 'signIn.expired';
  return notice === null ? null : NOTICES[notice];
}
