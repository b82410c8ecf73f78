// The engine with its file: runs in a Worker (engine-worker.mjs), or in place where there is none.

import { Bridge } from './bridge.mjs';
import { chunks } from './chunks.mjs';
import { FeedAnswer, Request, Unfinished, decode, encode, isQuick } from './wire.mjs';
import { zoneTransitions } from './zones.mjs';

const progressMs = 50;
const quietMs = 100; // what takes less needs no progress
// A summary of what is there costs more the more there is: half as much again is read before the next one.
const summaryMs = 250;
const summaryGrowth = 1.5;

export class EngineHost {
  #bridge;
  #stopped = false;
  #lastTurn = Promise.resolve();

  static async create(createModule, wasmModule) {
    return new EngineHost(await Bridge.start(createModule, wasmModule, 'engine', { zoneTransitions }));
  }
  constructor(bridge) {
    this.#bridge = bridge;
    bridge.call('create');
  }

  /**
   * The encoded answer to one encoded request (src/messages/engine.h). Long work is done in slices; after a tenth of a second
   * it reports { done }, from 0 to 1. `signal` ends it. One request waits for the other, windows and batches of rows aside;
   * their answer is in the bytes of `spare`, if there are any and they suffice.
   */
  async request(message, spare, report, signal) {
    return isQuick(message) ? this.#ask(message, spare) : this.#inTurn(() => this.#work(message, report, signal));
  }

  async #work(message, report, signal) {
    signal.throwIfAborted();
    let reportedAt = performance.now();
    for (let answer = this.#bridge.call('request', message); ; answer = this.#bridge.call('go_on')) {
      if (!(answer instanceof Unfinished)) return answer.slice();
      const due = performance.now() - reportedAt >= quietMs;
      if (due) reportedAt = performance.now();
      await report(due ? { done: answer.done } : null);
      if (!signal.aborted) continue;
      this.#bridge.call('cancel');
      throw signal.reason;
    }
  }

  #inTurn(task) {
    const turn = this.#lastTurn.then(task);
    this.#lastTurn = turn.catch(() => {});
    return turn;
  }

  /** What is answered at once. */
  #ask(message, spare) { return this.#bridge.copy('request', message, spare); }

  /**
   * Reads files as one report; reports { bytes, total, deliveryRows, clickRows, elapsedMs }, and in `summary` the encoded
   * ReportSummary of what is there, as soon as something is and then now and again. Gives that of the whole.
   */
  async open(files, names, memoryLimit, report) {
    const start = performance.now();
    const total = files.reduce((sum, { size }) => sum + size, 0);
    this.#ask(encode(Request, { kind: 'begin', fileNames: names, fileBytes: total, memoryLimit }));
    let bytes = 0;
    let reportedAt = start;
    let nextSummary = 0;
    for (const file of files) {
      if (file !== files[0]) await this.#inTurn(() => this.#ask(encode(Request, { kind: 'nextFile' })));
      for await (const chunk of chunks(file)) {
        const { readable, full, ...rows } = await this.#inTurn(() => decode(FeedAnswer, this.#bridge.call('feed', chunk)));
        bytes += chunk.length;
        const elapsedMs = performance.now() - start;
        const progress = { bytes, total, ...rows, elapsedMs };
        if (full || this.#stopped) return this.#finish(full ? 'out_of_memory' : 'stopped');
        if (readable && elapsedMs >= nextSummary && bytes < total) {
          progress.summary = await this.#inTurn(() => this.#ask(encode(Request, { kind: 'describe' })));
          nextSummary = Math.max(elapsedMs + summaryMs, elapsedMs * summaryGrowth);
        }
        const due = progress.summary || start + elapsedMs - reportedAt >= progressMs;
        if (due) reportedAt = start + elapsedMs;
        await report(due ? progress : null);
      }
    }
    return this.#finish('end_of_file');
  }

  /** Ends the reading; what has been read stays. */
  stop() { this.#stopped = true; }

  #finish(reason) { return this.#inTurn(() => this.#ask(encode(Request, { kind: 'finish', reason }))); }
}
