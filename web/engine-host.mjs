// The engine with its file: runs in a Worker (engine-worker.mjs), or in place where there is none.

import { Bridge } from './bridge.mjs';
import { FeedAnswer, Request, decode, encode } from './wire.mjs';
import { zoneTransitions } from './zones.mjs';

// Large enough that the cost of a read does not count, small enough that a page which parses in place stays responsive.
const chunkBytes = 1 << 20;
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
    this.request(encode(Request, { kind: 'begin', fileNames: [name], fileBytes: file.size }));
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
    return this.request(encode(Request, { kind: 'finish', reason: 'end_of_file' }));
  }
}

/** The file's bytes; while one chunk is parsed the next is read. */
async function* chunks(file) {
  let next = read(file, 0);
  for (let at = 0; at < file.size; at += chunkBytes) {
    const chunk = await next;
    next = read(file, at + chunkBytes);
    next.catch(() => {}); // thrown when its turn comes
    yield chunk;
  }
}

async function read(file, at) {
  try {
    return new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer());
  } catch {
    throw new Error('The file could not be read. Was it moved or changed, or is it a folder?');
  }
}
