// Reads what each presented frame says of itself: two rows of 32 blocks, each 1/32 wide and 1/16 high, and the flash.
const picture = { reading: false, frames: [], firstShown: null, lastClick: null };
heliographProbe.picture = picture;

addEventListener('click', event => { if (event.isTrusted) picture.lastClick = event.timeStamp; }, true);

// One pixel for each block, taken at its middle: so nothing of a neighbour is mixed in.
const eye = new OffscreenCanvas(32, 16).getContext('2d', { willReadFrequently: true });
eye.imageSmoothingEnabled = false;

function look(video) {
  eye.drawImage(video, 0, 0, 32, 16);
  const pixels = eye.getImageData(0, 0, 32, 16).data;
  const luma = (x, y) => {
    const i = (y * 32 + x) * 4;
    return 0.299 * pixels[i] + 0.587 * pixels[i + 1] + 0.114 * pixels[i + 2];
  };
  const row = y => {
    let bits = 0;
    for (let x = 0; x < 32; x++) bits = bits * 2 + (luma(x, y) > 128 ? 1 : 0);
    return bits;
  };
  const white = [[13, 6], [18, 6], [13, 9], [18, 9]].filter(([x, y]) => luma(x, y) > 200).length;
  return { row1: row(0), row2: row(1), flash: white >= 3 };
}

function presented(video, metadata) {
  // When the frame lights up, on the timeline of performance.now().
  const shown = metadata.expectedDisplayTime;
  picture.firstShown ??= shown;
  if (!picture.reading || picture.frames.length > 20000) return;
  const { row1, row2, flash } = look(video);
  const wall = performance.timeOrigin + shown;
  // The sender's clock comes as its low 32 bits: the difference, taken as signed, is right for 24 days either way.
  const latency = ((Math.floor(wall) % 2 ** 32) - row2 | 0) + (wall - Math.floor(wall));
  picture.frames.push([shown, Math.floor(row1 / 2 ** 24), row1 % 2 ** 24, latency, flash ? 1 : 0, metadata.presentedFrames]);
}

const watched = new WeakSet();
function watch(event) {
  const video = event.target;
  if (!(video instanceof HTMLVideoElement) || watched.has(video)) return;
  watched.add(video);
  const next = () => video.requestVideoFrameCallback((now, metadata) => { next(); presented(video, metadata); });
  next();
}
for (const event of ['loadstart', 'loadedmetadata', 'playing']) document.addEventListener(event, watch, true);

/** The frames since the last time it was asked. */
picture.take = () => picture.frames.splice(0);
