// A sender and a receiver in one page: what the probes read must be what is painted and played here.
// ?age=MS: the rows claim to be made that much earlier; ?late=MS: the beep comes that much after the flash;
// ?skip=N: every Nth number is left out; ?hertz=N: a steady tone instead of beeps.
const wish = name => Number(new URLSearchParams(location.search).get(name) ?? 0);
const [age, late, skip, hertz] = ['age', 'late', 'skip', 'hertz'].map(wish);

const canvas = document.createElement('canvas');
canvas.width = 640;
canvas.height = 360;
const pen = canvas.getContext('2d', { alpha: false });
let number = 0;

function paint() {
  number++;
  if (skip && number % skip === 0) number++;
  pen.fillStyle = '#405060';
  pen.fillRect(0, 0, 640, 360);
  const now = Date.now();
  const rows = [(0x09 << 24 | number) >>> 0, (now - age) % 2 ** 32];
  rows.forEach((bits, y) => {
    for (let x = 0; x < 32; x++) {
      pen.fillStyle = Math.floor(bits / 2 ** (31 - x)) % 2 ? '#fff' : '#000';
      pen.fillRect(x * 20, y * 22.5, 20, 22.5);
    }
  });
  if (now % 1000 < 100) {
    pen.fillStyle = '#fff';
    pen.fillRect(160, 90, 320, 180);
  }
}

function play(context, destination) {
  const tone = new OscillatorNode(context, { frequency: hertz || 1000 });
  const gate = new GainNode(context, { gain: hertz ? 0.3 : 0 });
  tone.connect(gate).connect(destination);
  tone.start();
  if (hertz) return;
  const schedule = () => {
    const wait = (1000 - Date.now() % 1000 + late) / 1000;
    const at = context.currentTime + wait;
    gate.gain.setValueAtTime(0.3, at);
    gate.gain.setValueAtTime(0, at + 0.1);
    setTimeout(schedule, wait * 1000 + 300);
  };
  schedule();
}

document.querySelector('button').addEventListener('click', async () => {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  play(context, destination);
  setInterval(paint, 1000 / 30);
  const stream = canvas.captureStream(30);
  stream.addTrack(destination.stream.getAudioTracks()[0]);

  const sender = new RTCPeerConnection();
  const receiver = new RTCPeerConnection();
  sender.onicecandidate = event => receiver.addIceCandidate(event.candidate);
  receiver.onicecandidate = event => sender.addIceCandidate(event.candidate);
  receiver.ontrack = event => { document.querySelector('video').srcObject = event.streams[0]; };
  stream.getTracks().forEach(track => sender.addTrack(track, stream));
  await sender.setLocalDescription();
  await receiver.setRemoteDescription(sender.localDescription);
  await receiver.setLocalDescription();
  await sender.setRemoteDescription(receiver.localDescription);
});
