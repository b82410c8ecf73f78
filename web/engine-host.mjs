// The engine with its file: runs in a Worker (engine-worker.mjs), or in place where there is none.

import { Bridge } from './bridge.mjs';
import { chunks } from './chunks.mjs';
import { FeedAnswer, Request, decode, encode } from './wire.mjs';
import { zoneTransitions } from './zones.mjs';

const progressMs = 50;
// A summary of what is there costs more the more there is: half as much again is read before the next one.
const summaryMs = 250;
const summaryGrowth = 1.5;

export class EngineHost {
  #bridge;
  #stopped = false;

  static async create(createModule, wasmModule) {
    return new EngineHost(await Bridge.start(createModule, wasmModule, 'engine', { zoneTransitions }));
  }
  constructor(bridge) {
    this.#bridge = bridge;
    bridge.call('create');
  }

  /** The encoded answer to one encoded request (src/messages/engine.h). */
  request(message) {
    return this.#bridge.call('request', message).slice();
  }

  /**
   * Reads files as one report; reports { bytes, total, deliveryRows, clickRows, elapsedMs }, and in `summary` the encoded
   * ReportSummary of what is there, as soon as something is and then now and again. Gives that of the whole.
   */
  async open(files, names, memoryLimit, report) {
    const start = performance.now();
    const total = files.reduce((sum, { size }) => sum + size, 0);
    this.request(encode(Request, { kind: 'begin', fileNames: names, fileBytes: total, memoryLimit }));
    let bytes = 0;
    let reportedAt = start;
    let nextSummary = 0;
    for (const file of files) {
      if (file !== files[0]) this.request(encode(Request, { kind: 'nextFile' }));
      for await (const chunk of chunks(file)) {
        const { readable, full, ...rows } = decode(FeedAnswer, this.#bridge.call('feed', chunk));
        bytes += chunk.length;
        const elapsedMs = performance.now() - start;
        const progress = { bytes, total, ...rows, elapsedMs };
        if (full || this.#stopped) return this.#finish(full ? 'out_of_memory' : 'stopped');
        if (readable && elapsedMs >= nextSummary && bytes < total) {
          progress.summary = this.request(encode(Request, { kind: 'describe' }));
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

  #finish(reason) { return this.request(encode(Request, { kind: 'finish', reason })); }
}
