import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LipSync } from '../page/js/lipsync.js';

/** A video element whose frames come when the test says so. */
function screen() {
  let waiting;
  const video = { requestVideoFrameCallback(callback) { waiting = callback; } };
  const show = (millis, count = 30) => {
    for (let i = 0; i < count; i++) waiting(0, { receiveTime: 1000 * i, expectedDisplayTime: 1000 * i + millis });
  };
  return { video, show };
}

/** What a browser makes of it: 15 ms from the jitter buffer to the screen. */
const seen = (peer) => peer.held + 15;

test('a picture is held until its sound is heard, whatever the screen takes, and then let be', () => {
  const { video, show } = screen();
  const lips = new LipSync(video);
  const peer = { held: 80 };
  const kept = [];
  for (let second = 0; second < 6; second++) {
    show(seen(peer));
    lips.sampled(peer, 40);
    kept.push(peer.held);
  }
  assert.equal(kept[0], 80); // of whom these frames are is not known before the second time
  const ear = kept.map((held) => 40 + 26 - (held + 15)).slice(1);
  assert.ok(ear.every((apart) => Math.abs(apart) <= 5), `apart: ${ear}`);
  assert.deepEqual(kept.slice(2), kept.slice(1, -1));
});

test('of a second in which the picture was moved only the later half counts', () => {
  const { video, show } = screen();
  const lips = new LipSync(video);
  const peer = { held: 50 };
  lips.sampled(peer, 40);
  show(200, 14);
  show(66, 16);
  lips.sampled(peer, 40);
  assert.equal(peer.held, 50);
});

test('a screen that shows next to nothing, silence, and another one\'s frames move no picture', () => {
  const { video, show } = screen();
  const lips = new LipSync(video);
  const [one, other] = [{ held: 80 }, { held: 80 }];
  lips.sampled(one, 40);
  show(200, 8);
  lips.sampled(one, 40);
  show(200);
  lips.sampled(one, null);
  show(200);
  lips.sampled(other, 40);
  show(200);
  lips.sampled(undefined, null);
  assert.deepEqual([one.held, other.held], [80, 80]);
});

test('a browser that does not say when a frame came, or is shown, is left alone', () => {
  const peer = { held: 80 };
  const without = new LipSync({});
  without.sampled(peer, 40);
  without.sampled(peer, 40);
  let waiting;
  const mute = new LipSync({ requestVideoFrameCallback(callback) { waiting = callback; } });
  mute.sampled(peer, 40);
  for (let i = 0; i < 30; i++) waiting(0, { expectedDisplayTime: 100 });
  mute.sampled(peer, 40);
  assert.equal(peer.held, 80);
});
