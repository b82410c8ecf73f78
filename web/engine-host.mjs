// The engine with its file: runs in a Worker (engine-worker.mjs), or in place where there is none.

import { Bridge } from './bridge.mjs';
import { chunks } from './chunks.mjs';
import { FeedAnswer, Request, decode, encode } from './wire.mjs';
import { zoneTransitions } from './zones.mjs';

const progressMs = 50;

export class EngineHost {
  #bridge;

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

  /** Reads a report; reports { bytes, total, deliveryRows, clickRows, elapsedMs }. Gives the encoded ReportSummary. */
  async open(file, name, report) {
    const start = performance.now();
    this.request(encode(Request, { kind: 'begin', fileName: name, fileBytes: file.size }));
    let bytes = 0;
    let reportedAt = start;
    for await (const chunk of chunks(file)) {
      const rows = decode(FeedAnswer, this.#bridge.call('feed', chunk));
      bytes += chunk.length;
      const now = performance.now();
      const due = now - reportedAt >= progressMs;
      if (due) reportedAt = now;
      await report(due ? { bytes, total: file.size, ...rows, elapsedMs: now - start } : null);
    }
    return this.request(encode(Request, { kind: 'finish' }));
  }
}
