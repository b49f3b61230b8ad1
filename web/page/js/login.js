/** The login request, and the token it gave: kept for this tab alone, in sessionStorage. */

const KEY = 'heliograph.session';
const TIMEOUT_MS = 15000;

/**
 * @param {string} username
 * @param {string} password
 * @returns {Promise<{type: 'signed-in', token: string}
 *   | {type: 'sign-in-failed', notice: import('./session.js').Notice, wait: number}>}
 */
export async function login(username, password) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch('api/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
      cache: 'no-store',
      credentials: 'omit',
      signal: abort.signal,
    });
    if (!response.ok) return failure(response.status, response.headers.get('Retry-After'));
    const { token } = await response.json();
    return typeof token === 'string' ? { type: 'signed-in', token } : failure(500, null);
  } catch {
    return { type: 'sign-in-failed', notice: 'unreachable', wait: 0 };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What an answer that is not 200 means. Pure.
 * @param {number} status
 * @param {string|null} retryAfter the header, in seconds
 * @returns {{type: 'sign-in-failed', notice: import('./session.js').Notice, wait: number}}
 */
export function failure(status, retryAfter) {
  if (status === 429) {
    const seconds = Number.parseInt(retryAfter ?? '', 10);
    return { type: 'sign-in-failed', notice: 'too-many', wait: seconds > 0 ? seconds : 30 };
  }
  // 400 and 413: a name or a password that the server will not even look at is a wrong one.
  if ([400, 401, 413].includes(status)) return { type: 'sign-in-failed', notice: 'wrong-password', wait: 0 };
  return { type: 'sign-in-failed', notice: status >= 502 ? 'unreachable' : 'server-error', wait: 0 };
}

/** @returns {{token: string|null, user: string}} */
export function remembered() {
  try {
    const { token, user } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    return { token: typeof token === 'string' ? token : null, user: typeof user === 'string' ? user : '' };
  } catch {
    return { token: null, user: '' };
  }
}

/** @param {string|null} token @param {string} user the name stays when the token goes, for the next sign-in */
export function remember(token, user) {
  try {
    if (token === null && user === '') sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ token, user }));
  } catch {
    // Storage may be switched off: watching works, only a reload asks to sign in again.
  }
}
