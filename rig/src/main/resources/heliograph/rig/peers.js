// Lets tests reach the page's peer connections and what these receive.
const heliographProbe = { peers: [], relayOnly: location.search === '?relay-only' };
Object.defineProperty(globalThis, 'heliographProbe', { value: heliographProbe });
globalThis.RTCPeerConnection = class extends globalThis.RTCPeerConnection {
  constructor(configuration, ...rest) {
    super(relayed(configuration), ...rest);
    heliographProbe.peers.push(this);
  }

  setConfiguration(configuration) {
    super.setConfiguration(relayed(configuration));
  }
};

/** A page that is opened with ?relay-only has no way but TURN, as behind a firewall that lets nothing else through. */
function relayed(configuration) {
  return heliographProbe.relayOnly ? { ...configuration, iceTransportPolicy: 'relay' } : configuration;
}

/** Our side of the pair of candidates that media comes by: its statistics, or null. */
heliographProbe.route = async () => {
  const report = await heliographProbe.receiver()?.getStats();
  const pair = [...(report?.values() ?? [])].find(
    (entry) => entry.type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded');
  return pair ? report.get(pair.localCandidateId) : null;
};

/** The newest peer connection that receives, or undefined. */
heliographProbe.receiver = () =>
  heliographProbe.peers.findLast(peer => peer.connectionState === 'connected' && peer.getReceivers().length > 0);

/** The inbound-rtp statistics of that one: {video, audio, now}, each with its codec's name; null where there is none. */
heliographProbe.received = async () => {
  const received = { video: null, audio: null, now: performance.now() };
  const peer = heliographProbe.receiver();
  if (!peer) return received;
  const report = await peer.getStats();
  for (const entry of report.values()) {
    if (entry.type === 'inbound-rtp') received[entry.kind] = { ...entry, codec: report.get(entry.codecId)?.mimeType };
  }
  return received;
};

// How long no frame came, at the longest: asked of the receiver ten times a second. What a busy machine leaves out on its
// way to the screen came nevertheless; and a question that is late makes the time shorter, never longer.
const arrivals = { frames: -1, since: 0, longest: 0 };

/** Begins to look, for as long as the page is there. */
heliographProbe.watchArrivals = async () => {
  for (;;) {
    const { video, now } = await heliographProbe.received();
    const frames = video?.framesReceived ?? arrivals.frames;
    if (frames !== arrivals.frames) Object.assign(arrivals, { frames, since: performance.now() });
    arrivals.longest = Math.max(arrivals.longest, now - arrivals.since);
    await new Promise(next => setTimeout(next, 100));
  }
};

/** The longest, in milliseconds, since it was asked last. */
heliographProbe.takeStandstill = () => {
  const { longest } = arrivals;
  arrivals.longest = 0;
  return longest;
};
