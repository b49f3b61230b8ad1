/** An invitation's link: taken out of the address, and exchanged for a viewer's token. */

const FRAGMENT = /^#invite=(.*)$/;
const TIMEOUT_MS = 15000;
/** An answer may be lost on the way. All tries together begin within the minute in which the server knows the same attempt again. */
const PAUSES_MS = [1000, 3000];

/**
 * The invitation in the address, which is taken out of it: from the address bar and the history it would be found again by
 * whoever uses the browser next.
 * @param {{hash: string, pathname: string, search: string}} location
 * @param {{state: any, replaceState: (state: any, unused: string, url: string) => void}} history
 * @returns {string|null}
 */
export function takeInvitation(location, history) {
  const found = FRAGMENT.exec(location.hash);
  if (found === null) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return found[1];
}

/**
 * Exchanges it, and asks again where no answer came. That uses it up once at most: by what `attempt` says the server knows that
 * the same page asks, and nobody who found the link.
 * @param {string} invitation
 * @param {(ms: number) => Promise<void>} [pause]
 * @returns {Promise<Answer>}
 *
 * @typedef {{type: 'signed-in', token: string, user: string}
 *   | {type: 'sign-in-failed', notice: import('./session.js').Notice, wait: number}} Answer
 */
export async function exchange(invitation, pause = sleep) {
  const attempt = made();
  let answer = await ask(invitation, attempt);
  for (const ms of PAUSES_MS) {
    if (answer !== null) return answer;
    await pause(ms);
    answer = await ask(invitation, attempt);
  }
  return answer ?? refusal(0, null);
}

/** 128 random bits. */
function made() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {number} ms @returns {Promise<void>} */
function sleep(ms) {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}

/** Null where no answer came of which the server is the author. @param {string} invitation @param {string} attempt @returns {Promise<Answer|null>} */
async function ask(invitation, attempt) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch('api/invitation', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ invitation, attempt }),
      cache: 'no-store',
      credentials: 'omit',
      signal: abort.signal,
    });
    if (UNANSWERED.has(response.status)) return null;
    const { token, name, error } = await response.json();
    if (!response.ok || typeof token !== 'string') return refusal(response.status, error);
    return { type: 'signed-in', token, user: typeof name === 'string' ? name : '' };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** What a proxy says in the place of the server. @type {ReadonlySet<unknown>} */
const UNANSWERED = new Set([502, 503, 504]);

/** @type {ReadonlySet<unknown>} */
const CLOSED = new Set(['invitation-used', 'invitation-expired', 'invitation-revoked']);

/**
 * What an answer without a token means. Pure.
 * @param {number} status
 * @param {unknown} error the answer's code
 * @returns {{type: 'sign-in-failed', notice: import('./session.js').Notice, wait: number}}
 */
export function refusal(status, error) {
  if (CLOSED.has(error)) return { type: 'sign-in-failed', notice: /** @type {any} */ (error), wait: 0 };
  // 400 and 413: what the server will not even look at is no invitation of its.
  const unknown = [400, 401, 413].includes(status);
  return { type: 'sign-in-failed', notice: unknown ? 'invitation-unknown' : 'invitation-later', wait: 0 };
}
