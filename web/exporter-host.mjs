// The workbook's writer: runs in a Worker of its own (exporter-worker.mjs), ended after each export, or in place.

import { Bridge } from './bridge.mjs';

export class ExporterHost {
  #bridge;

  static async create(createModule, wasmModule) {
    return new ExporterHost(await Bridge.start(createModule, wasmModule, 'exporter'));
  }
  constructor(bridge) { this.#bridge = bridge; }

  /**
   * An encoded WorkbookPlan, then the encoded RowBatches of its sheets in order (src/messages/workbook.h). Each call gives
   * the next bytes of the file.
   */
  begin(plan) { return this.#bridge.call('begin', plan).slice(); }
  batch(rows) { return this.#bridge.call('batch', rows).slice(); }
  finish() { return this.#bridge.call('finish').slice(); }
}
