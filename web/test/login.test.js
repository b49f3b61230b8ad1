import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { failure, login, remember, remembered } from '../page/js/login.js';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
  delete globalThis.sessionStorage;
});

const answering = (status, body, headers = {}) => {
  globalThis.fetch = async () => new Response(body, { status, headers });
};

test('a good answer gives the token', async () => {
  answering(200, '{"token":"T","expiresAt":"2030-01-01T00:00:00Z"}');
  assert.deepEqual(await login('viewer', 'secret'), { type: 'signed-in', token: 'T' });
});

test('name and password travel in the body as JSON, not in the address', async () => {
  let asked;
  globalThis.fetch = async (...request) => {
    asked = request;
    return new Response('{"token":"T"}');
  };
  await login('viewer', 'secret');
  assert.equal(asked[0], 'api/login');
  assert.equal(asked[1].headers['Content-Type'], 'application/json');
  assert.deepEqual(JSON.parse(asked[1].body), { username: 'viewer', password: 'secret' });
});

test('401 is a wrong name or password', async () => {
  answering(401, '{"error":"unauthorized","message":"x"}');
  assert.deepEqual(await login('viewer', 'x'), { type: 'sign-in-failed', notice: 'wrong-password', wait: 0 });
});

test('429 waits for as long as the server says', async () => {
  answering(429, '{}', { 'Retry-After': '17' });
  assert.deepEqual(await login('viewer', 'x'), { type: 'sign-in-failed', notice: 'too-many', wait: 17 });
});

test('429 without a time that can be read waits half a minute', () => {
  assert.equal(failure(429, null).wait, 30);
  assert.equal(failure(429, 'soon').wait, 30);
});

test('a server that is not there, and a gateway without one, cannot be reached', async () => {
  globalThis.fetch = async () => { throw new TypeError('Failed to fetch'); };
  assert.equal((await login('viewer', 'x')).notice, 'unreachable');
  assert.equal(failure(502, null).notice, 'unreachable');
  assert.equal(failure(503, null).notice, 'unreachable');
});

test('an error of the server is no wrong password', async () => {
  assert.equal(failure(500, null).notice, 'server-error');
  answering(200, '{}');
  assert.equal((await login('viewer', 'x')).notice, 'server-error');
});

test('the session is kept for the tab, and the name outlives the token', () => {
  const kept = new Map();
  globalThis.sessionStorage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key) };
  assert.deepEqual(remembered(), { token: null, user: '' });
  remember('T', 'viewer');
  assert.deepEqual(remembered(), { token: 'T', user: 'viewer' });
  remember(null, 'viewer');
  assert.deepEqual(remembered(), { token: null, user: 'viewer' });
  remember(null, '');
  assert.equal(kept.size, 0);
});

test('storage that is switched off or holds rubbish is no session', () => {
  assert.deepEqual(remembered(), { token: null, user: '' });
  remember('T', 'viewer');
  globalThis.sessionStorage = { getItem: () => '{"token":7' };
  assert.deepEqual(remembered(), { token: null, user: '' });
});
