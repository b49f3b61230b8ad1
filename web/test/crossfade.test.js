import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Crossfade } from '../page/js/crossfade.js';

const SOUND = [{ kind: 'audio' }];

/** An element whose volume may be the device's, and what has been heard of both elements. */
function scene({ volume = 0.8, muted = false, fixed = false, play = () => Promise.resolve() } = {}) {
  const carriers = [];
  const heard = [];
  let own = volume;
  const video = {
    muted,
    listeners: new Set(),
    addEventListener(type, listener) { assert.equal(type, 'volumechange'); this.listeners.add(listener); },
    removeEventListener(type, listener) { this.listeners.delete(listener); },
    get volume() { return own; },
    set volume(to) {
      if (!fixed) own = to;
      heard.push([own, carriers.at(-1)?.srcObject ? carriers.at(-1).volume : 0]);
    },
  };
  globalThis.MediaStream = class { constructor(tracks) { this.tracks = tracks; } };
  globalThis.Audio = class {
    #volume = 1;
    muted = false;
    srcObject = null;
    plays = 0;
    constructor() { carriers.push(this); }
    get volume() { return this.#volume; }
    set volume(to) { if (!fixed) this.#volume = to; }
    play() { this.plays++; return play(); }
    pause() {}
  };
  const crossfade = new Crossfade(video);
  const settled = async () => { while (crossfade.active) await new Promise((resolve) => setTimeout(resolve, 10)); };
  return { video, carriers, heard, crossfade, settled };
}

test('the sound is never gone: one of the two elements plays while the tracks change', async () => {
  const { video, carriers, heard, crossfade, settled } = scene();
  let atChange = null;
  await crossfade.over(SOUND, () => { atChange = [video.volume, carriers[0].volume, carriers[0].srcObject.tracks]; });
  assert.deepEqual(atChange, [0, 0.8, SOUND]);
  await settled();
  assert.equal(video.volume, 0.8);
  assert.equal(carriers[0].srcObject, null);
  const sums = heard.slice(2).map(([one, other]) => one + other);
  assert.ok(sums.every((sum) => sum > 0.6 && sum < 1), `neither a hole nor twice as loud: ${sums}`);
});

test('who has it silent hears nothing of it', async () => {
  for (const silent of [{ muted: true }, { volume: 0 }]) {
    const { carriers, crossfade } = scene(silent);
    let changed = 0;
    await crossfade.over(SOUND, () => changed++);
    assert.deepEqual([changed, carriers.length, crossfade.active], [1, 0, false]);
  }
});

test('without sound, with a browser that refuses, or on a phone whose volume is its own, the tracks change all the same', async () => {
  for (const [tracks, how] of [[[], {}], [SOUND, { play: () => Promise.reject(new Error('no gesture')) }], [SOUND, { fixed: true }]]) {
    const { video, carriers, crossfade } = scene(how);
    let changed = 0;
    await crossfade.over(tracks, () => changed++);
    assert.deepEqual([changed, video.volume, crossfade.active], [1, 0.8, false]);
    assert.ok(carriers.every(({ srcObject }) => srcObject === null));
    if (how.fixed) assert.ok(carriers.every(({ plays }) => plays === 0), 'it would be heard');
  }
});

test('a volume that is chosen meanwhile holds', async () => {
  const { video, crossfade, settled } = scene();
  await crossfade.over(SOUND, () => { crossfade.volume = 0.3; });
  assert.equal(crossfade.volume, 0.3);
  await settled();
  assert.equal(video.volume, 0.3);
});

test('another handover right after does not wait for the first', async () => {
  const { carriers, crossfade, settled } = scene();
  await crossfade.over(SOUND, () => {});
  let changed = 0;
  await crossfade.over(SOUND, () => changed++);
  assert.deepEqual([changed, carriers.length], [1, 1]);
  await settled();
});

test('of two handovers at once the second one changes the tracks without waiting, and the first one has the volume', async () => {
  const { video, carriers, crossfade, settled } = scene();
  const order = [];
  await Promise.all([
    crossfade.over(SOUND, () => order.push('first')),
    crossfade.over(SOUND, () => order.push('second')),
  ]);
  assert.deepEqual(order, ['second', 'first']);
  assert.equal(carriers[1].srcObject, null);
  await settled();
  assert.equal(video.volume, 0.8);
  assert.equal(carriers[0].srcObject, null);
  assert.equal(video.listeners.size, 0);
});

test('who mutes meanwhile hears nothing of either element', async () => {
  const { video, carriers, crossfade, settled } = scene();
  await crossfade.over(SOUND, () => {
    video.muted = true;
    video.listeners.forEach((listener) => listener());
    assert.equal(carriers[0].muted, true);
  });
  await settled();
  assert.equal(video.volume, 0.8);
});

test('who mutes before it begins is not faded at all', async () => {
  const { video, carriers, crossfade } = scene();
  const over = crossfade.over(SOUND, () => assert.equal(crossfade.active, false));
  video.muted = true;
  await over;
  assert.equal(carriers[0].srcObject, null);
});
