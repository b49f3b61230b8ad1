import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { warmAtFirstGesture } from '../page/js/speaker.js';
import { Clock } from './clock.js';

/** A page, and what it did with the sound output. */
function scene({ resume = () => Promise.resolve() } = {}) {
  const clock = new Clock();
  clock.install();
  const outputs = [];
  globalThis.AudioContext = class {
    constructor() {
      this.open = true;
      outputs.push(this);
    }
    resume = mock.fn(resume);
    async close() { this.open = false; }
  };
  const listeners = new Map();
  const page = {
    addEventListener: (type, listener) => listeners.set(type, listener),
    removeEventListener: (type, listener) => listeners.get(type) === listener && listeners.delete(type),
  };
  warmAtFirstGesture(page);
  return {
    clock,
    outputs,
    gesture: (type, isTrusted = true) => listeners.get(type)?.({ isTrusted }),
    end() {
      delete globalThis.AudioContext;
      clock.restore();
    },
  };
}

test('the first gesture starts the sound output, the next does not start another', () => {
  const { gesture, outputs, end } = scene();
  assert.equal(outputs.length, 0);
  gesture('keydown');
  gesture('keydown');
  gesture('click');
  assert.equal(outputs.length, 1);
  assert.equal(outputs[0].resume.mock.callCount(), 1);
  end();
});

test('what a script does is no gesture', () => {
  const { gesture, outputs, end } = scene();
  gesture('click', false);
  assert.equal(outputs.length, 0);
  gesture('pointerup');
  assert.equal(outputs.length, 1);
  end();
});

test('the output is let go of after a while, also where it never started', async () => {
  const { gesture, outputs, clock, end } = scene({ resume: () => Promise.reject(new Error('no output')) });
  gesture('click');
  await new Promise((resolve) => setImmediate(resolve));
  clock.pass(9000);
  assert.equal(outputs[0].open, true);
  clock.pass(1000);
  assert.equal(outputs[0].open, false);
  end();
});
