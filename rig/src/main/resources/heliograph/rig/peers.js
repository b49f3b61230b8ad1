// Lets tests reach the page's peer connections and what these receive.
const heliographProbe = { peers: [] };
Object.defineProperty(globalThis, 'heliographProbe', { value: heliographProbe });
globalThis.RTCPeerConnection = class extends globalThis.RTCPeerConnection {
  constructor(...configuration) {
    super(...configuration);
    heliographProbe.peers.push(this);
  }
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
