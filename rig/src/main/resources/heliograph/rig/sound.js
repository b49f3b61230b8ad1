// Measures the sound that the page receives: level, pitch, and when beeps of 1 kHz begin.
const sound = { beeps: [] };
heliographProbe.sound = sound;

const WINDOW = 0.005; // five periods of 1 kHz
const HOP = 0.001;
const LOUD = 0.02;
const SILENCE = 0.2;

/** The amplitude of 1 kHz in samples[from ... from + length), by Goertzel's algorithm. */
function amplitude(samples, from, length, rate) {
  const coefficient = 2 * Math.cos(2 * Math.PI * 1000 / rate);
  let previous = 0;
  let beforeThat = 0;
  for (let i = from; i < from + length; i++) {
    const current = samples[i] + coefficient * previous - beforeThat;
    beforeThat = previous;
    previous = current;
  }
  return 2 * Math.sqrt(previous ** 2 + beforeThat ** 2 - coefficient * previous * beforeThat) / length;
}

/** Listens to the newest peer connection's sound. Needs a gesture of the user before. */
sound.start = async () => {
  sound.stop?.();
  const peer = heliographProbe.receiver();
  if (!peer) throw new Error(`nothing is received: the page is ${document.documentElement.dataset.state}`);
  const track = peer.getReceivers().find(receiver => receiver.track.kind === 'audio').track;
  const context = new AudioContext();
  await context.resume();
  const analyser = new AnalyserNode(context, { fftSize: 16384, smoothingTimeConstant: 0 });
  const source = context.createMediaStreamSource(new MediaStream([track]));
  source.connect(analyser);
  // Never asked in Firefox: its first answer comes from PulseAudio's thread while the page's own holds the lock that the thread
  // needs to play. One time in twenty the page hangs for good.
  const outputLatency = navigator.userAgent.includes('Firefox/') ? () => 0 : () => context.outputLatency || 0;
  const rate = context.sampleRate;
  const samples = new Float32Array(analyser.fftSize);
  const length = Math.round(WINDOW * rate);
  const hop = Math.round(HOP * rate);
  const offsets = [];
  let next = Math.round(context.currentTime * rate);
  let lastLoud = 0;

  // The analyser always holds the last third of a second, so a late poll loses nothing.
  const poll = () => {
    let time;
    do {
      time = context.currentTime;
      analyser.getFloatTimeDomainData(samples);
    } while (time !== context.currentTime);
    // The context renders in bursts and then its clock stands still: the smallest distance between the clocks is the true one.
    offsets.push(performance.now() / 1000 - time);
    if (offsets.length > 100) offsets.shift();
    const end = Math.round(time * rate);
    const start = end - samples.length;
    next = Math.max(next, start);
    for (; next + length <= end; next += hop) {
      if (amplitude(samples, next - start, length, rate) < LOUD) continue;
      const onset = (next + length) / rate;
      if (onset - lastLoud > SILENCE) {
        const heard = onset + Math.min(...offsets) + outputLatency();
        sound.beeps.push(heard * 1000);
      }
      lastLoud = onset;
    }
  };
  const timer = setInterval(poll, 20);

  sound.stop = () => {
    clearInterval(timer);
    source.disconnect();
    sound.stop = null;
    return context.close();
  };

  /** What is heard now: {level: RMS in dBFS, hertz: the strongest frequency}. */
  sound.now = () => {
    analyser.getFloatTimeDomainData(samples);
    let sum = 0;
    for (const sample of samples) sum += sample ** 2;
    const spectrum = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(spectrum);
    let peak = 1;
    for (let i = 1; i < spectrum.length; i++) if (spectrum[i] > spectrum[peak]) peak = i;
    return {
      level: 10 * Math.log10(sum / samples.length + 1e-12),
      hertz: peak * rate / analyser.fftSize,
    };
  };
};

/** When beeps began since the last time it was asked, on the timeline of performance.now(). */
sound.take = () => sound.beeps.splice(0);
