import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initial } from '../page/js/session.js';
import { SignIn } from '../page/js/signin.js';

/** A sign-in card whose seconds pass when the test says so. */
function scene() {
  const said = [];
  let ticks = [];
  let now = 0;
  globalThis.setInterval = (tick) => { ticks.push(tick); return ticks.length; };
  globalThis.clearInterval = (id) => { ticks = ticks.filter((_, i) => i !== id - 1); };
  Object.defineProperty(globalThis, 'performance', { value: { now: () => now }, configurable: true });
  const element = () => ({ textContent: '', setAttribute() {}, removeAttribute() {}, getAttribute: () => 'false', focus() {}, select() {}, value: '' });
  const parts = { '#notice': element(), '[type=submit]': element(), '#alert': element() };
  Object.defineProperty(parts['#alert'], 'textContent', { set: (text) => said.push(text), get: () => said.at(-1) });
  const fields = { username: element(), password: element() };
  const form = {
    hidden: true, elements: { namedItem: (name) => fields[name] }, querySelector: (selector) => parts[selector],
    addEventListener() {}, toggleAttribute() {},
  };
  const pass = (seconds) => {
    for (let i = 0; i < seconds; i++) {
      now += 1000;
      ticks.forEach((tick) => tick());
    }
  };
  return { signIn: new SignIn(form, () => {}), notice: parts['#notice'], said, pass };
}

test('a countdown is shown each second and spoken once, and its end is spoken', () => {
  const { signIn, notice, said, pass } = scene();
  signIn.render({ ...initial(), phase: 'signed-out', notice: 'too-many', wait: 30 });
  assert.match(notice.textContent, /30/);
  assert.equal(said.length, 1);
  pass(10);
  assert.match(notice.textContent, /20/);
  assert.equal(said.length, 1);
  pass(20);
  assert.equal(said.length, 2);
  assert.equal(said.at(-1), notice.textContent);
});

test('what is wrong is spoken as it is shown', () => {
  const { signIn, notice, said } = scene();
  signIn.render({ ...initial(), phase: 'signed-out', notice: 'wrong-password' });
  assert.notEqual(notice.textContent, '');
  assert.deepEqual(said, [notice.textContent]);
});
