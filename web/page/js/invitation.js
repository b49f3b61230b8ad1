/** An invitation's link: taken out of the address, and exchanged for a viewer's token. */

const FRAGMENT = /^#invite=(.*)$/;
const TIMEOUT_MS = 15000;

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
 * @param {string} invitation
 * @returns {Promise<{type: 'signed-in', token: string, user: string}
 *   | {type: 'sign-in-failed', notice: import('./session.js').Notice, wait: number}>}
 */
export async function exchange(invitation) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch('api/invitation', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ invitation }),
      cache: 'no-store',
      credentials: 'omit',
      signal: abort.signal,
    });
    const { token, name, error } = await response.json();
    if (!response.ok || typeof token !== 'string') return refusal(response.status, error);
    return { type: 'signed-in', token, user: typeof name === 'string' ? name : '' };
  } catch {
    return refusal(0, null);
  } finally {
    clearTimeout(timer);
  }
}

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
