// The workbook's writer: runs in a Worker of its own (exporter-worker.mjs), ended after each export, or in place.

import { Bridge } from './bridge.mjs';

export class ExporterHost {
  #bridge;

  static async create(createModule, wasmModule) {
    return new ExporterHost(await Bridge.start(createModule, wasmModule, 'exporter'));
  }
  constructor(bridge) { this.#bridge = bridge; }

  /** An encoded WorkbookPlan, then the encoded RowBatches of its sheets in order (src/messages/workbook.h). */
  begin(plan) { this.#bridge.call('begin', plan); }
  batch(rows) { this.#bridge.call('batch', rows); }

  /** The finished workbook, in slices. */
  finish() {
    this.#bridge.call('finish');
    const parts = [];
    for (;;) {
      const part = this.#bridge.call('read');
      if (part.length === 0) return new Blob(parts, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
      parts.push(part.slice());
    }
  }
}
