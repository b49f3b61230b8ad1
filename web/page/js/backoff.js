/** How long to wait before the next try. Pure. */

export const FIRST_MS = 250;
export const LONGEST_MS = 8000;
/** While the room is full: often enough to get a free place, seldom enough to bother nobody. */
export const FULL_MS = 15000;

/**
 * Exponential back-off with full jitter: a uniform draw from nothing to the ceiling, which doubles with every try. When a
 * server comes back, its viewers come back spread out.
 * @param {number} attempt tries that failed before this one, from 0
 * @param {number} [random] a draw from [0, 1)
 * @returns {number} milliseconds
 */
export function backoff(attempt, random = Math.random()) {
  return random * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempt));
}

/**
 * @param {number} [random] a draw from [0, 1)
 * @returns {number} milliseconds, half to one and a half times FULL_MS
 */
export function fullWait(random = Math.random()) {
  return FULL_MS * (0.5 + random);
}
