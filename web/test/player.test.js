import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Player } from '../page/js/player.js';

/** A player whose browser lets the second element begin when the test says so. */
function scene() {
  const begins = [];
  globalThis.document = { hidden: false, addEventListener() {} };
  globalThis.MediaStream = class {
    constructor(tracks = []) { this.tracks = new Set(tracks); }
    getTracks() { return [...this.tracks]; }
    addTrack(track) { this.tracks.add(track); }
    removeTrack(track) { this.tracks.delete(track); }
  };
  globalThis.Audio = class {
    volume = 1;
    muted = false;
    srcObject = null;
    play() { return new Promise((resolve) => begins.push(resolve)); }
    pause() {}
  };
  const video = {
    volume: 1, muted: false, paused: false, srcObject: null,
    addEventListener() {}, removeEventListener() {}, play: () => Promise.resolve(), pause() {},
  };
  let changes = 0;
  const player = new Player(video, () => changes++);
  const shown = () => video.srcObject?.getTracks().map(({ id }) => id) ?? [];
  return { player, video, begins, shown, changes: () => changes };
}

const tracks = (session) => [{ kind: 'audio', id: `${session} sound` }, { kind: 'video', id: `${session} picture` }];

test('a handover that comes to its end after a newer one changes nothing any more', async () => {
  const { player, begins, shown } = scene();
  player.show(tracks('s1'));
  const slow = player.goOver(tracks('s2'));
  const quick = player.goOver(tracks('s3'));
  begins[1]();
  await quick;
  begins[0]();
  await slow;
  assert.deepEqual(shown(), ['s3 sound', 's3 picture']);
});

test('a handover that comes to its end after something else was shown changes nothing any more', async () => {
  const { player, begins, shown } = scene();
  player.show(tracks('s1'));
  const over = player.goOver(tracks('s2'));
  player.show(tracks('s3'));
  begins[0]();
  await over;
  assert.deepEqual(shown(), ['s3 sound', 's3 picture']);
});

test('a handover that comes to its end after the picture was cleared brings nothing back', async () => {
  const { player, begins, shown } = scene();
  player.show(tracks('s1'));
  const over = player.goOver(tracks('s2'));
  player.clear();
  begins[0]();
  await over;
  assert.deepEqual(shown(), []);
});

test('that the listener mutes is said during a handover as well', async () => {
  const { player, video, begins, changes } = scene();
  player.show(tracks('s1'));
  const over = player.goOver(tracks('s2'));
  begins[0]();
  await over;
  const before = changes();
  player.toggleMuted();
  video.onvolumechange();
  assert.equal(player.muted, true);
  assert.equal(changes(), before + 1);
});

test('who paused is still paused when the broadcast comes back, until signing in anew', () => {
  const { player, video } = scene();
  let plays = 0;
  video.play = () => { plays++; return Promise.resolve(); };
  player.show(tracks('s1'));
  player.togglePaused();
  player.clear();
  assert.equal(player.paused, true);
  player.show(tracks('s2'));
  assert.equal(plays, 1);
  player.prime();
  assert.equal(player.paused, false);
  assert.equal(plays, 2);
});

test('quieter does not bring back the sound that was switched off, louder does', () => {
  const { player, video } = scene();
  player.toggleMuted();
  player.changeVolume(-0.05);
  assert.equal(video.muted, true);
  assert.equal(player.volume, 1);
  player.changeVolume(0.05);
  assert.equal(video.muted, false);
  player.changeVolume(-0.05);
  assert.equal(player.volume, 0.95);
});
