/** A clock for tests: `setTimeout` waits until it is told that time has passed. (Node's own differs between 18 and 20.) */

const real = { setTimeout, clearTimeout };

export class Clock {
  #now = 0;
  #next = 1;
  /** @type {Map<number, {at: number, then: () => void}>} */ #waiting = new Map();

  install() {
    globalThis.setTimeout = /** @type {any} */ ((/** @type {() => void} */ then, ms = 0) => {
      this.#waiting.set(this.#next, { at: this.#now + ms, then });
      return this.#next++;
    });
    globalThis.clearTimeout = /** @type {any} */ ((/** @type {number} */ id) => this.#waiting.delete(id));
  }

  restore() {
    Object.assign(globalThis, real);
  }

  /** @param {number} ms */
  pass(ms) {
    this.#now += ms;
    for (const [id, { at, then }] of [...this.#waiting].sort(([, one], [, other]) => one.at - other.at)) {
      if (at <= this.#now && this.#waiting.delete(id)) then();
    }
  }
}
