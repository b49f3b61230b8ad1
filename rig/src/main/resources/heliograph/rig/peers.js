// Lets the probes reach the page's peer connections.
const heliographProbe = { peers: [] };
Object.defineProperty(globalThis, 'heliographProbe', { value: heliographProbe });
globalThis.RTCPeerConnection = class extends globalThis.RTCPeerConnection {
  constructor(...configuration) {
    super(...configuration);
    heliographProbe.peers.push(this);
  }
};
