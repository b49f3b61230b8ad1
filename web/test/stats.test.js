import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresOf, pathOf, sampleOf } from '../page/js/stats.js';

/** What a browser reports: a second apart, 30 frames and 125000 bytes more. */
function report({ second = 0, pair = {}, video = {}, local = 'host', remote = 'host', ...more } = {}) {
  return new Map(Object.entries({
    V: { type: 'inbound-rtp', kind: 'video', timestamp: second * 1000, bytesReceived: 120000 * second, packetsReceived: 150 * second,
      packetsLost: 0, framesDecoded: 30 * second, framesDropped: 1, freezeCount: 0, totalFreezesDuration: 0, frameWidth: 1280,
      frameHeight: 720, totalProcessingDelay: 0.9 * second, codecId: 'CV', ...video },
    A: { type: 'inbound-rtp', kind: 'audio', timestamp: second * 1000, bytesReceived: 5000 * second, packetsReceived: 50 * second,
      packetsLost: 0, codecId: 'CA' },
    CV: { type: 'codec', mimeType: 'video/VP8' },
    CA: { type: 'codec', mimeType: 'audio/opus' },
    T: { type: 'transport', selectedCandidatePairId: 'P' },
    P: { type: 'candidate-pair', localCandidateId: 'L', remoteCandidateId: 'R', currentRoundTripTime: 0.02, ...pair },
    L: { type: 'local-candidate', candidateType: local, protocol: 'udp' },
    R: { type: 'remote-candidate', candidateType: remote, protocol: 'udp' },
    ...more,
  }));
}

const between = (before, now) => figuresOf(sampleOf(report(now)), sampleOf(report(before)));

test('bitrate and frame rate are those of the time between the two samples', () => {
  const figures = between({ second: 10 }, { second: 12 });
  assert.equal(figures.bitrate, 1000);
  assert.equal(figures.framesPerSecond, 30);
  assert.deepEqual([figures.width, figures.height, figures.framesDecoded, figures.framesDropped], [1280, 720, 360, 1]);
  assert.equal(figures.codecs, 'VP8, opus');
});

test('the latency is half the round trip, the processing of a frame, and two frame times', () => {
  const { latency, roundTrip } = between({ second: 10 }, { second: 11 });
  assert.equal(roundTrip, 20);
  assert.ok(Math.abs(latency - (10 + 30 + 2 * (1000 / 30))) < 0.01, String(latency));
});

test('without a processing time the jitter buffer and the decoder stand in for it', () => {
  const video = (second) => ({ totalProcessingDelay: undefined, jitterBufferDelay: 0.6 * second, jitterBufferEmittedCount: 30 * second,
    totalDecodeTime: 0.15 * second });
  const { latency } = between({ second: 1, video: video(1) }, { second: 2, video: video(2) });
  assert.ok(Math.abs(latency - (10 + 20 + 5 + 2 * (1000 / 30))) < 0.01, String(latency));
});

test('how long sound is held is that of the samples between the two, and nobody can tell it where none was played', () => {
  const audio = (second) => ({ A: { type: 'inbound-rtp', kind: 'audio', timestamp: second * 1000, packetsReceived: 50 * second,
    jitterBufferDelay: 0.045 * 48000 * second, jitterBufferEmittedCount: 48000 * second } });
  const { soundHeld } = between({ second: 3, ...audio(3) }, { second: 4, ...audio(4) });
  assert.ok(Math.abs(soundHeld - 45) < 0.01, String(soundHeld));
  assert.equal(between({ second: 4, ...audio(4) }, { second: 4, ...audio(4) }).soundHeld, null);
  assert.equal(between({ second: 1 }, { second: 2 }).soundHeld, null);
});

test('nobody can tell the latency of a picture that stands still, or without a round trip', () => {
  assert.equal(between({ second: 1, video: { framesDecoded: 7 } }, { second: 2, video: { framesDecoded: 7 } }).latency, null);
  assert.equal(between({ second: 1 }, { second: 2, pair: { currentRoundTripTime: undefined } }).latency, null);
  assert.equal(between({ second: 1, video: { framesDecoded: 7 } }, { second: 2, video: { framesDecoded: 7 } }).moving, false);
});

test('loss is that of the last second in percent, and of all time in packets', () => {
  const figures = between({ second: 1, video: { packetsLost: 4 } }, { second: 2, video: { packetsLost: 54 } });
  assert.equal(figures.lossPercent, 20);
  assert.equal(figures.lost, 54);
});

test('a packet that came late after all is not loss below nothing', () => {
  assert.equal(between({ second: 1, video: { packetsLost: 9 } }, { second: 2, video: { packetsLost: 6 } }).lossPercent, 0);
});

test('the first sample alone gives no figure that is not a number', () => {
  for (const figure of Object.values(between({ second: 0 }, { second: 0 }))) assert.ok(!Number.isNaN(figure) && figure !== Infinity);
});

test('a report without anything in it is a sample of zeros', () => {
  const sample = sampleOf(new Map());
  assert.equal(sample.video.framesDecoded, 0);
  assert.equal(sample.roundTrip, null);
  assert.equal(pathOf(sample), null);
});

test('without a transport entry the pair in use is the selected one, as in Firefox', () => {
  const sample = sampleOf(report({ T: {}, local: 'prflx', pair: { type: 'candidate-pair', selected: true, state: 'succeeded' } }));
  assert.deepEqual([sample.local, sample.remote, sample.protocol], ['prflx', 'host', 'udp']);
});

test('the path is named by the candidates of both sides', () => {
  assert.equal(pathOf({ local: 'host', remote: 'host' }), 'local');
  assert.equal(pathOf({ local: 'prflx', remote: 'host' }), 'local');
  assert.equal(pathOf({ local: 'srflx', remote: 'host' }), 'stun');
  assert.equal(pathOf({ local: 'prflx', remote: 'prflx' }), 'stun');
  assert.equal(pathOf({ local: 'host', remote: 'relay' }), 'turn');
  assert.equal(pathOf({ local: 'relay', remote: 'srflx' }), 'turn');
});
