/** Close codes of the WebSocket that say what an `error` message would have said (`docs/protocol.md`). Pure. */

/** @type {ReadonlyMap<number, string>} */
const REFUSALS = new Map([
  [1001, 'going-away'], [4401, 'unauthorized'], [4402, 'token-expired'], [4410, 'removed'],
  [4429, 'too-fast'], [4430, 'full'],
]);

/**
 * @param {number} code
 * @returns {string|null} the error's code; null where the socket just ended
 */
export function refusalOf(code) {
  return REFUSALS.get(code) ?? null;
}
