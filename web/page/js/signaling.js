/** The WebSocket to the room: joins, reads messages, sends them while it is open. */

/** A socket over which nothing has come by then (a proxy that swallows it, a network that is gone) is given up. */
const SILENT_MS = 10000;
/** Later on it is given up after three of the server's `alive` that did not come, and a little. */
const LOST_MS = 50000;

/**
 * @typedef {object} Listener
 * @property {(message: {type: string, [field: string]: any}) => void} message
 * @property {(code: number, lasted: number) => void} closed not called for a close of our own
 */

export class Signaling {
  /** @type {WebSocket|null} */ #socket = null;
  /** @type {Listener} */ #listener;
  #timer = 0;

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
  }

  /** @param {string} token */
  connect(token) {
    this.close();
    const url = new URL('ws', document.baseURI);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url);
    this.#socket = socket;
    let opened = 0;
    const ended = (/** @type {number} */ code) => {
      if (this.#socket !== socket) return;
      this.close();
      this.#listener.closed(code, opened === 0 ? 0 : performance.now() - opened);
    };
    this.#timer = setTimeout(() => ended(1006), SILENT_MS);
    socket.onopen = () => {
      opened = performance.now();
      socket.send(JSON.stringify({ type: 'join', token }));
    };
    socket.onmessage = ({ data }) => {
      if (this.#socket !== socket) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => ended(1006), LOST_MS);
      const message = parse(data);
      if (message !== null) this.#listener.message(message);
    };
    socket.onclose = ({ code }) => ended(code);
  }

  /** @param {{type: string, [field: string]: any}} message dropped when the socket is not open: its session is over then */
  send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Says good-bye, so that the broadcaster frees the peer connection at once. */
  close() {
    clearTimeout(this.#timer);
    this.send({ type: 'leave' });
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}

/** @param {unknown} data @returns {{type: string, [field: string]: any}|null} */
function parse(data) {
  try {
    const message = JSON.parse(String(data));
    return typeof message?.type === 'string' ? message : null;
  } catch {
    return null;
  }
}
