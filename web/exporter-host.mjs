// The workbook's writer: runs in a Worker of its own (exporter-worker.mjs), ended after each export, or in place.

import { Bridge } from './bridge.mjs';
import { chunks } from './chunks.mjs';

export class ExporterHost {
  #bridge;

  static async create(createModule, wasmModule) {
    return new ExporterHost(await Bridge.start(createModule, wasmModule, 'exporter'));
  }
  constructor(bridge) { this.#bridge = bridge; }

  /**
   * An encoded WorkbookPlan, then the encoded RowBatches of its sheets in order (src/messages/workbook.h), then an encoded
   * WorkbookEnd. Each call gives the next bytes of the file.
   */
  begin(plan) { return this.#bridge.copy('begin', plan); }
  /** Gives { part, spent }: the next bytes, in those of `spare` if they suffice, and those of the rows back. */
  batch(rows, spare) { return { part: this.#bridge.copy('batch', rows, spare), spent: rows }; }
  finish(end) { return this.#bridge.copy('finish', end); }

  /** The SHA-256 of a file, in hexadecimal digits. */
  async hash(file, breathe) {
    for await (const chunk of chunks(file)) {
      this.#bridge.call('hash', chunk);
      await breathe(null);
    }
    return new TextDecoder().decode(this.#bridge.call('hashed'));
  }
}
