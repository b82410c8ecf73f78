// Calls of a host's methods across a Worker boundary, and the same calls in place where there is no Worker.
//
//     page → worker    { id, method, parameters }, then { id, aborted } where nobody wants the result any more
//     worker → page    { id, progress }*, then { id, result } or { id, error: { message, line, byteOffset, file } }
//
// A host's method gets, after its parameters, a function that reports progress, or nothing yet; a host that waits for it
// lets the page breathe, and what it throws ends the method. Then it gets an AbortSignal. Bytes are transferred, not copied.

import { lent, ports, readsFiles } from './lend.mjs';

/** The page's end of a Worker. `close()` ends it at once, whatever it does. */
export class Remote {
  inPage = false;
  #worker;
  #calls = new Map();
  #lastId = 0;
  #closed = null;
  #readsFiles = true; // the worker says

  /** Rejects where a Worker cannot be started. */
  static async start(scriptUrl, wasmModule) {
    const remote = new Remote(new Worker(scriptUrl));
    try {
      remote.#readsFiles = await remote.call('start', [wasmModule]);
    } catch (error) {
      remote.close();
      throw error;
    }
    return remote;
  }

  constructor(worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.close(new Error(event.message || 'a background task could not be started'));
    };
    worker.onmessageerror = () => this.close(new Error('a message from a background task could not be read'));
  }

  /** What `signal` aborts is rejected at once with its reason; the worker ends it when it can. */
  call(method, parameters = [], { onProgress, signal } = {}) {
    if (this.#closed) return Promise.reject(this.#closed);
    if (signal?.aborted) return Promise.reject(signal.reason);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#calls.delete(id);
        this.#worker.postMessage({ id, aborted: true });
        reject(signal.reason);
      };
      signal?.addEventListener('abort', abort);
      const end = () => signal?.removeEventListener('abort', abort);
      this.#calls.set(id, { resolve, reject, onProgress, end });
      const given = this.#readsFiles ? parameters : parameters.map(lent);
      this.#worker.postMessage({ id, method, parameters: given }, [...buffers(parameters), ...ports(given)]);
    });
  }

  close(reason = new Error('closed')) {
    if (this.#closed) return;
    this.#closed = reason;
    this.#worker.terminate();
    for (const { reject } of this.#calls.values()) reject(reason);
    this.#calls.clear();
  }

  #receive({ id, progress, result, error }) {
    const call = this.#calls.get(id);
    if (!call) return;
    if (progress) {
      call.onProgress?.(progress);
      return;
    }
    this.#calls.delete(id);
    call.end();
    if (error) call.reject(Object.assign(new Error(error.message), error));
    else call.resolve(result);
  }
}

/** The same without a Worker: the page breathes between calls, and wherever the host reports. */
export class InPlace {
  inPage = true;
  #host;
  #closed = null;
  #breathedAt = performance.now();

  constructor(host) { this.#host = host; }

  async call(method, parameters = [], { onProgress, signal = neverAborted } = {}) {
    await this.#breathe();
    return this.#host[method](...parameters, async (progress) => {
      await this.#breathe();
      if (progress) onProgress?.(progress);
    }, signal);
  }

  close(reason = new Error('closed')) {
    this.#closed ??= reason;
    this.#host = null;
  }

  async #breathe() {
    if (performance.now() - this.#breathedAt >= sliceMs) {
      await new Promise((resolve) => { setTimeout(resolve); });
      this.#breathedAt = performance.now();
    }
    if (this.#closed) throw this.#closed;
  }
}
const neverAborted = new AbortController().signal;
const sliceMs = 12; // how long a page, or what a worker is asked, may be kept waiting at a time

/** The worker's end: `create(wasmModule)` makes the host at the first call. Other calls have their turn while one reports. */
export function serve(create) {
  const turn = new Turn();
  const running = new Map(); // id → AbortController
  let host;
  globalThis.onmessage = async ({ data: { id, method, parameters, aborted } }) => {
    if (aborted) {
      running.get(id)?.abort();
      return;
    }
    const controller = new AbortController();
    running.set(id, controller);
    try {
      if (method === 'start') {
        host = await create(...parameters);
        postMessage({ id, result: await readsFiles() });
        return;
      }
      const result = await host[method](...parameters, (progress) => {
        if (progress) postMessage({ id, progress }, buffers(Object.values(progress)));
        return turn.due() && turn.next();
      }, controller.signal);
      postMessage({ id, result }, buffers(result instanceof Uint8Array ? [result] : Object.values(Object(result))));
    } catch ({ message, line, byteOffset, file }) {
      postMessage({ id, error: { message, line, byteOffset, file } });
    } finally {
      running.delete(id);
    }
  };
}

/** Lets the messages that wait be handled, without the delay that timers have. */
class Turn {
  #channel = new MessageChannel();
  #taken = performance.now();
  #waiting = []; // several methods may be at work

  constructor() {
    this.#channel.port1.onmessage = () => {
      this.#taken = performance.now();
      this.#waiting.shift()();
    };
  }
  due() { return performance.now() - this.#taken >= sliceMs; }
  next() {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#channel.port2.postMessage(null);
    });
  }
}

/** Of those that are bytes. */
const buffers = (values) => values.filter((value) => value instanceof Uint8Array).map((value) => value.buffer);
