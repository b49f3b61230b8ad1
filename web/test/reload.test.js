import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';

const SOURCE = readFileSync(new URL('../page/js/reload.js', import.meta.url), 'utf8');
const HTML = readFileSync(new URL('../page/index.html', import.meta.url), 'utf8');

class HTMLScriptElement { type = 'module'; }

/** A tab: what it keeps outlives its pages. */
function tab({ storage = new Map() } = {}) {
  const waits = [];
  let reloads = 0;
  const page = () => {
    const listeners = {};
    vm.runInNewContext(SOURCE, {
      HTMLScriptElement,
      Math: { random: () => 0.5 },
      Number,
      String,
      document: {
        addEventListener: (type, listener, capture) => {
          assert.equal(capture, true, 'such events do not bubble');
          listeners[type] = listener;
        },
      },
      sessionStorage: storage && {
        getItem: (key) => storage.get(key) ?? null,
        setItem: (key, value) => storage.set(key, value),
        removeItem: (key) => storage.delete(key),
      },
      setTimeout: (then, ms) => { waits.push(ms); then(); },
      location: { reload: () => reloads++ },
    });
    return (type, target = new HTMLScriptElement()) => listeners[type]({ target });
  };
  return { page, waits, reloads: () => reloads };
}

test('a page whose modules do not come is loaded again, later each time, and not for ever', () => {
  const { page, waits, reloads } = tab();
  for (let i = 0; i < 5; i++) page()('error');
  assert.equal(reloads(), 4);
  assert.deepEqual(waits, [...waits].sort((one, other) => one - other));
});

test('once they have come it counts anew', () => {
  const { page, waits } = tab();
  for (let i = 0; i < 2; i++) {
    page()('error');
    page()('load');
  }
  assert.equal(waits[0], waits[1]);
});

test('what else is lost, or throws, is no reason', () => {
  const { page, reloads } = tab();
  page()('error', {});
  const style = new HTMLScriptElement();
  style.type = '';
  page()('error', style);
  assert.equal(reloads(), 0);
});

test('who keeps nothing does not load for ever', () => {
  const { page, reloads } = tab({ storage: null });
  page()('error');
  page()('load');
  assert.equal(reloads(), 0);
});

test('it is there before the modules, and is none', () => {
  assert.match(HTML, /<script src="js\/reload\.js"><\/script>\s*<script type="module"/);
});
