// The engine with SIMD and the scalar one, fed by hand: a text at a time in chunks of any size, thousands of texts a second.
import { readFile } from 'node:fs/promises';
import { Bridge } from '../../web/bridge.mjs';
import { ReportSummary, Request, WindowAnswer, decode, encode } from '../../web/wire.mjs';
import { zoneTransitions } from '../../web/zones.mjs';

const site = new URL('../../build/site/', import.meta.url);
const mostRows = 10_000;

export async function startEngine(name) {
  const { default: create } = await import(new URL(`wasm/${name}.mjs`, site));
  const wasmModule = await WebAssembly.compile(await readFile(new URL(`wasm/${name}.wasm`, site)));
  return new Engine(await Bridge.start(create, wasmModule, 'engine', { zoneTransitions }));
}

class Engine {
  #bridge;
  constructor(bridge) { this.#bridge = bridge; }

  /**
   * Reads a report of `bytes` in chunks of `sizes`, over and over. Gives its `answers` as they were encoded: summary, delivery rows,
   * clicks; or `refused`, the Error.
   */
  read(bytes, sizes = [bytes.length]) {
    const ask = (request) => this.#bridge.call('request', encode(Request, request)).slice();
    this.#bridge.call('create');
    ask({ kind: 'begin', fileNames: [''], fileBytes: bytes.length, memoryLimit: 0 });
    try {
      for (let at = 0, turn = 0; at < bytes.length; ++turn) {
        const chunk = bytes.subarray(at, at + sizes[turn % sizes.length]);
        this.#bridge.call('feed', chunk);
        at += chunk.length;
      }
      const summary = ask({ kind: 'finish', reason: 'end_of_file' });
      const rows = ['delivery', 'clicks'].map((table) =>
        ask({ kind: 'window', queryId: 0, table, first: 0, count: mostRows, exact: true }));
      return { refused: null, answers: [summary, ...rows] };
    } catch (error) {
      if (error.cause) throw error; // not an answer: the engine broke
      return { refused: error, answers: [] };
    }
  }
}

/** The summary, and the rows of a table as Maps from column to { kind, text }; cells that are missing are left out. */
export function decoded([encodedSummary, ...encodedRows], table = 'delivery') {
  const summary = decode(ReportSummary, encodedSummary);
  const { rows, cells } = decode(WindowAnswer, encodedRows[table === 'delivery' ? 0 : 1]);
  const columns = summary.columns[table];
  return {
    summary,
    rows: Array.from({ length: rows }, (_, row) => new Map(columns
      .map(({ key }, column) => [key, cells[row * columns.length + column]])
      .filter(([, { kind }]) => kind !== 'missing'))),
  };
}

/** Whether a cell says what JSON.parse made of the same value: nested lists are kept as JSON, others as what is in them. */
export function cellHolds({ kind, text }, value) {
  switch (kind) {
    case 'null': return value === null;
    case 'boolean': return text === String(value);
    case 'number': return typeof value === 'number' && Number(text) === value;
    case 'json': return same(JSON.parse(text), value);
    default: return text === (Array.isArray(value) ? value.map(inList).join(', ') : wellFormed(value))
      || (Array.isArray(value) && value.some((element) => typeof element === 'number'));
  }
}
const inList = (element) => (typeof element === 'string' ? wellFormed(element) : String(element));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
/** Lone surrogates, which JSON can write and UTF-8 cannot. */
const wellFormed = (text) => String(text).replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

/** The fields of a record under the names of their columns. */
export function flattened(record, prefix = '', fields = new Map()) {
  for (const [key, value] of Object.entries(record)) {
    const nested = value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 0;
    if (nested) flattened(value, `${prefix}${key}.`, fields);
    else fields.set(prefix + key, value);
  }
  return fields;
}
