import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { exchange, refusal, takeInvitation } from '../page/js/invitation.js';

const { fetch } = globalThis;
afterEach(() => { globalThis.fetch = fetch; });

const answering = (status, body) => { globalThis.fetch = async () => new Response(body, { status }); };

function take(hash, search = '') {
  const replaced = [];
  const history = { state: { kept: 1 }, replaceState: (...change) => replaced.push(change) };
  return { invitation: takeInvitation({ hash, pathname: '/watch/', search }, history), replaced };
}

test('an invitation is taken out of the address, of which the rest stays', () => {
  const taken = take('#invite=abc234', '?a=b');
  assert.equal(taken.invitation, 'abc234');
  assert.deepEqual(taken.replaced, [[{ kept: 1 }, '', '/watch/?a=b']]);
});

test('an address without an invitation stays as it is', () => {
  for (const hash of ['', '#', '#other', '#xinvite=a', '#invited=a']) {
    assert.deepEqual(take(hash), { invitation: null, replaced: [] }, hash);
  }
});

test('half an invitation is taken out as well', () => {
  assert.equal(take('#invite=').invitation, '');
  assert.equal(take('#invite=').replaced.length, 1);
});

test('the page takes the invitation before it does anything else', () => {
  const main = readFileSync(new URL('../page/js/main.js', import.meta.url), 'utf8');
  const statements = main.split('\n').filter((line) => /^(?:const|let|addEventListener|[a-z]\w*\()/.test(line));
  assert.match(statements[0], /takeInvitation\(location, history\)/);
});

test('a good invitation gives a token and a name', async () => {
  answering(200, '{"token":"T","expiresAt":"2030-01-01T00:00:00Z","name":"Anna"}');
  assert.deepEqual(await exchange('abc'), { type: 'signed-in', token: 'T', user: 'Anna' });
});

test('it travels in the body, never in the address', async () => {
  let asked;
  globalThis.fetch = async (...request) => {
    asked = request;
    return new Response('{"token":"T","name":"Anna"}');
  };
  await exchange('abc234');
  assert.equal(asked[0], 'api/invitation');
  const { invitation, attempt, ...more } = JSON.parse(asked[1].body);
  assert.deepEqual([invitation, more], ['abc234', {}]);
  assert.match(attempt, /^[\da-f]{32}$/);
});

test('one that is used up, expired or revoked is told so, and one that never was', async () => {
  for (const error of ['invitation-used', 'invitation-expired', 'invitation-revoked']) {
    answering(410, JSON.stringify({ error, message: 'x' }));
    assert.deepEqual(await exchange('abc'), { type: 'sign-in-failed', notice: error, wait: 0 });
  }
  answering(401, '{"error":"unauthorized","message":"x"}');
  assert.equal((await exchange('abc')).notice, 'invitation-unknown');
  assert.equal(refusal(400, 'bad-request').notice, 'invitation-unknown');
});

/** Answers one after the other; a number is a status, null an answer that is lost. */
function answeringInTurn(...answers) {
  const attempts = [];
  globalThis.fetch = async (_, { body }) => {
    attempts.push(JSON.parse(body).attempt);
    const answer = answers[attempts.length - 1];
    if (answer === null) throw new TypeError('Failed to fetch');
    return typeof answer === 'number' ? new Response('<html>', { status: answer }) : new Response(answer);
  };
  return attempts;
}

test('where the answer is lost the page asks again as the same, and no other page is the same', async () => {
  const paused = [];
  const pause = async (ms) => { paused.push(ms); };
  const attempts = answeringInTurn(null, 502, '{"token":"T","name":"Anna"}');
  assert.deepEqual(await exchange('abc', pause), { type: 'signed-in', token: 'T', user: 'Anna' });
  assert.equal(attempts.length, 3);
  assert.equal(new Set(attempts).size, 1);
  assert.deepEqual(paused, [1000, 3000]);
  const others = answeringInTurn('{"token":"T","name":"Anna"}');
  await exchange('abc', pause);
  assert.notEqual(others[0], attempts[0]);
});

test('it gives up after the third time, and never asks again after an answer', async () => {
  const lost = answeringInTurn(null, null, null);
  assert.equal((await exchange('abc', async () => {})).notice, 'invitation-later');
  assert.equal(lost.length, 3);
  for (const status of [400, 401, 410, 429]) {
    let asked = 0;
    globalThis.fetch = async () => {
      asked += 1;
      return new Response('{"error":"x"}', { status });
    };
    await exchange('abc', async () => { assert.fail('asked again'); });
    assert.equal(asked, 1);
  }
});

test('what may pass is no fault of the invitation', async () => {
  assert.equal(refusal(429, 'too-many-requests').notice, 'invitation-later');
  assert.equal(refusal(503, null).notice, 'invitation-later');
  answering(502, '<html>');
  assert.equal((await exchange('abc', async () => {})).notice, 'invitation-later');
  answering(200, '{}');
  assert.equal((await exchange('abc', async () => {})).notice, 'invitation-later');
  globalThis.fetch = async () => { throw new TypeError('Failed to fetch'); };
  assert.equal((await exchange('abc', async () => {})).notice, 'invitation-later');
});
