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
    get volume() { return own; },
    set volume(to) {
      if (!fixed) own = to;
      heard.push([own, carriers.at(-1)?.srcObject ? carriers.at(-1).volume : 0]);
    },
  };
  globalThis.MediaStream = class { constructor(tracks) { this.tracks = tracks; } };
  globalThis.Audio = class {
    volume = 1;
    srcObject = null;
    constructor() { carriers.push(this); }
    play = play;
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
