// Campaign Lens without its page: opens a campaign report, counts, filters, sorts, reads rows, writes the workbook. This is
// the client that the page itself uses; it also runs in Node 18 and later. Nothing is ever sent anywhere.
//
//     import { open } from './engine.mjs';
//     const report = await open(file, { onProgress: ({ bytes, total }) => console.log(bytes / total) });    // or several files
//     report.counts();                                                    // { total: 5, success: 2, … }
//     await report.query({ statuses: ['Failed'], search: 'riyadh', sort: 'timestamp:desc' });
//     await report.rows(0, 100);                                          // [{ number: '+966…', status: 'Failed', … }, …]
//     await report.query({ filters: [{ column: 'city', oneOf: ['Riyadh', null] }, { column: 'number', not: true, repeated: true }] });
//     await report.values('failed_reason', { statuses: ['Failed'] });     // { distinct: 12, values: [{ text: 'Expired', rows: 7 }, …] }
//     await report.insight();                                             // { failures: …, clicks: …, timing: …, rowSets: … }
//     await report.query({ sets: ['failed_for_good'] });                  // the rows of one of its figures, or of an audience
//     await report.correct({ roles: [{ table: 'delivery', column: 'whom', role: 'number' }] });
//     const workbook = await report.exportXlsx({ delivery: { statuses: ['Failed'] } });   // or exportCsv, exportNdjson
//     report.close();
//
// In a browser every report has a Worker of its own; where none can be started, and in Node, the same engine runs in
// place and yields often. Reports are independent of each other.

import { EngineHost } from './engine-host.mjs';
import { ExportedFile } from './exported-file.mjs';
import { ExporterHost } from './exporter-host.mjs';
import { columnIndex, encodableQuery } from './query.mjs';
import { InPlace, Remote } from './remote.mjs';
import { hasSimd } from './simd.mjs';
import * as store from './store.mjs';
import {
  FacetAnswer, InsightAnswer, QueryAnswer, ReportSummary, Request, TextAnswer, WindowAnswer, WorkbookEnd, WorkbookPlan, decode, encode,
} from './wire.mjs';

const windowRows = 10_000; // kMaxWindowRows of src/messages/engine.h
// Rows go to the workbook in batches of about so many cells: few messages, and none that keeps the grid waiting.
const batchCells = 1 << 17;
const leastBatchRows = 256;
const mostBatchRows = 65_536; // kRowGroupRows of src/table/column_group.h
const rowsOfBatch = (columns) => Math.min(Math.max(Math.ceil(batchCells / columns.length), leastBatchRows), mostBatchRows);
const sampleRows = 2_000;
const exportedSheets = ['delivery', 'clicks', 'locations', 'failures'];
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Opens a report: a File, a Blob or bytes, or a list of these that are one report.
 *   onProgress({ bytes, total, deliveryRows, clickRows, elapsedMs })   at most twenty times a second
 *   onRows(report)                                                    as soon as the first rows can be asked for, and whenever
 *                                                                     there are markedly more; what `open` gives is the same report
 *   signal                                                            an AbortSignal: nothing is left of the report
 *   name                                                              the file's name, if `source` has none
 *   memoryLimit                                                       bytes that the rows may take; reading stops before
 * Rejects with an Error; where the input is at fault it has `line` (from 1), `byteOffset` (from 0) and `file`, which of several.
 */
export async function open(source, { onProgress, onRows, signal, name = '', memoryLimit = 0 } = {}) {
  const sources = Array.isArray(source) ? source : [source];
  const files = sources.map((part) => (part instanceof Blob ? part : new Blob([part])));
  const names = sources.map((part) => part.name ?? name);
  return abortable(signal, async (run) => {
    const engine = run(await (takeSpare() ?? start(engineName(), EngineHost)));
    let report = null;
    const show = (summary) => {
      report ??= new Report(engine, files);
      report.summary = decode(ReportSummary, summary);
      return report;
    };
    const summary = await engine.call('open', [files, names, memoryLimit], {
      onProgress({ summary: first, ...progress }) {
        if (first) onRows?.(show(first));
        onProgress?.(progress);
      },
    });
    return show(summary);
  });
}

/** Fetches all that `open` and `exportXlsx` need, so that they make no request later, and starts the first engine. */
export async function prepare() {
  await Promise.all([engineName(), 'exporter'].flatMap((name) => [
    store.wasm(`wasm/${name}.wasm`), store.scriptUrl(`workers/${name}.js`), store.scriptUrl(`wasm/${name}.mjs`),
  ]));
  spare ??= start(engineName(), EngineHost);
  await spare;
}

/**
 * After `prepare`: has a small report, a sample, read and asked out of sight, so that the next one need not wait where code runs for
 * the first time. A browser compiles a function of WebAssembly when it is called first, for all Workers of a page together. Not where
 * the engine runs in the page. Rejects as `open` does; `signal` ends it.
 */
export async function rehearse(source, { signal } = {}) {
  if ((await spare)?.inPage) return;
  const opening = open(source, { signal });
  prepare().catch(() => {}); // for the next one; it is asked for again then
  const report = await opening;
  signal?.addEventListener('abort', () => report.close());
  try {
    await askEverything(report);
    await report.exportXlsx();
  } finally {
    report.close();
  }
}

/** Each kind of question once. */
export async function askEverything(report) {
  await report.query({ statuses: ['Failed'], search: 'a', sort: ['number', 'timestamp:desc'] });
  await report.rows(0, 50, { formatted: true });
  await report.values('number');
  await report.insight();
}

const engineName = () => (hasSimd() ? 'engine' : 'engine-scalar');

let spare = null;

function takeSpare() {
  const taken = spare;
  spare = null;
  return taken;
}

/** An open report. */
export class Report {
  /**
   * Campaign, facts, zone, counts, columns and rows of both tables, clicks by location, warnings, how it was read: as in
   * `web/wire.mjs`. While the report is being read, not `complete`, and of what is there.
   */
  summary;
  /** Whether the engine runs in the page because no Worker could be started. */
  inPage;
  #engine;
  #files;
  #hashes = null; // of the files, once they have been asked for
  #queries = { delivery: { id: 0, outdated: null }, clicks: { id: 0, outdated: null } };
  #lastExport = Promise.resolve();

  /** Made by `open`. */
  constructor(engine, files) {
    this.#engine = engine;
    this.#files = files;
    this.inPage = engine.inPage;
  }

  /** { total, submitted_to_flow_studio, success, delivery_not_confirmed, failed, not_submitted_to_flow_studio, unrecognised } */
  counts() { return { ...this.summary.counts }; }

  /**
   * Filters and sorts a table; `rows` reads what it selects. Gives { rows, elapsedMs }.
   *   table      'delivery' or 'clicks'
   *   statuses   names of the counts, as printed or as in `counts()`; none: all
   *   search     text found in any column, or in those of `searchColumns`, a list of keys; a telephone number in the column
   *              of recipients however either is written
   *   sort       'key', 'key:desc', or a list of these or of { column | key, descending }
   *   filters    a list of { column: key, not, … }, which all have to hold, or with `not` must not, with one of
   *                oneOf: [text, …, null]                      exactly these values; null: blank
   *                contains | beginsWith | is: text or [text, …]
   *                from, until: Date                           of a time column, each may be left out; `until` itself is outside
   *                period: 'first_hour', 'first_day' or 'last_week'    of the times in the column
   *                least, greatest: number                     of a number column, likewise; both are inside
   *                repeated: true                              the same value is in another row
   *   sets       a list of names as in `insight().rowSets`, or { set, not }: only the rows of these, or those of none; of an
   *              audience a row for each recipient
   *   onProgress({ done })     of what takes long, from 0 to 1, a few times a second
   *   signal     an AbortSignal: what `rows` reads stays as it was
   * A query that a newer one of its table overtakes is rejected with an AbortError.
   */
  async query({ table = 'delivery', onProgress, signal, ...query } = {}) {
    const message = { kind: 'query', id: this.#queries[table].id + 1, query: this.#encodable(table, query) };
    const controller = new AbortController();
    const abort = () => controller.abort(signal.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    this.#queries[table].outdated?.abort(new DOMException('A newer query has come', 'AbortError'));
    this.#queries[table] = { id: message.id, outdated: controller };
    try {
      const answer = await this.request(encode(Request, message), { onProgress, signal: controller.signal });
      const { rows, elapsedMs } = decode(QueryAnswer, answer);
      return { rows, elapsedMs };
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /**
   * The distinct values of a column among the rows that a query selects without its filters of that column, the most
   * frequent first: { rows, blankRows, distinct, values: [{ text, rows }] }, of these `count` from `first` on.
   *   search     leaves the values that have this text
   *   onProgress, signal    as of `query`
   */
  async values(key, { table = 'delivery', search = '', first = 0, count = 100, onProgress, signal, ...query } = {}) {
    const message = encode(Request, {
      kind: 'facet', id: 0, query: this.#encodable(table, query), column: this.#column(table, key), search, first, count,
    });
    const answer = await this.request(message, { onProgress, signal });
    const { rows, blankRows, distinct, values } = decode(FacetAnswer, answer);
    return { rows, blankRows, distinct, values };
  }

  /**
   * What the report means, or the rows that two queries show (as in `query`): counts, why messages failed, clicks, countries,
   * times, audiences and what does not add up, as in `web/wire.mjs` and src/schema/insight.h. `onProgress`, `signal` as of `query`.
   */
  async insight({ shown: { delivery = {}, clicks = {} } = {}, onProgress, signal } = {}) {
    const message = encode(Request, {
      kind: 'insight', id: 0, now: Date.now() * 1000,
      delivery: this.#encodable('delivery', delivery), clicks: this.#encodable('clicks', clicks),
    });
    return decode(InsightAnswer, await this.request(message, { onProgress, signal })).insight;
  }

  /**
   * Rows of the table's last query as objects keyed by column: texts exactly as written, null where there is none.
   * `formatted`: as the page shows them, times in the report's zone and long texts cut.
   */
  async rows(first, count, { table = 'delivery', formatted = false } = {}) {
    if (this.#queries[table].id === 0) await this.query({ table });
    const { id } = this.#queries[table];
    const columns = this.summary.columns[table];
    const rows = [];
    while (rows.length < count) {
      const message = encode(Request, {
        kind: 'window', queryId: id, table, first: first + rows.length, count: Math.min(count - rows.length, windowRows), exact: !formatted,
      });
      const window = decode(WindowAnswer, await this.request(message));
      if (window.rows === 0) break;
      for (let at = 0; at < window.cells.length; at += columns.length) {
        rows.push(Object.fromEntries(columns.map(({ key }, column) => {
          const { kind, text } = window.cells[at + column];
          return [key, kind === 'missing' || kind === 'null' ? null : text];
        })));
      }
    }
    return rows;
  }

  /**
   * The workbook of what two queries select, as a Blob, a File with the suggested name where the platform has File. Exports
   * of one report wait for each other.
   *   delivery, clicks    as in `query`, and `columns`, the keys of those that are exported, in this order; none: everything
   *   sheets        of 'delivery', 'clicks', 'locations' and 'failures' those that are wanted; a summary is always there
   *   maskNumbers   of recipients' numbers only the last four digits, and a code that is the same in all sheets
   *   rightToLeft   the sheets are
   *   onProgress({ rowsDone, rowsTotal })
   *   signal        an AbortSignal
   *   writeTo       (suggestedName) => a WritableStream, or a promise of one, that the file goes to as it is made, as that of
   *                 showSaveFilePicker; then what comes back is { name, size }
   */
  exportXlsx(options) { return this.#inTurn(() => this.#exportXlsx(options)); }

  /**
   * The rows of one table as CSV for spreadsheets (RFC 4180, UTF-8 with a byte order mark), as the workbook shows them. A text
   * that would be a formula there is behind an apostrophe; a number with its sign, such as +966500000001, stays as it is.
   *   table         'delivery' or 'clicks'
   * and as in `exportXlsx` delivery, clicks, maskNumbers, onProgress, signal and writeTo.
   */
  exportCsv(options) { return this.#inTurn(() => this.#exportText('csv', 'text/csv', options)); }

  /** Likewise as JSON, an object a line, values as written in the report. */
  exportNdjson(options) { return this.#inTurn(() => this.#exportText('ndjson', 'application/x-ndjson', options)); }

  /**
   * What `exportXlsx` would give: { name, bytes, rows: { delivery, clicks, locations, failures } }, the bytes by a sample, the
   * rows of each sheet also where it is not wanted. `signal` ends it.
   */
  estimateXlsx(options) { return this.#inTurn(() => this.#estimateXlsx(options)); }

  /** The same of `exportCsv` and `exportNdjson`. */
  estimateCsv(options) { return this.#inTurn(() => this.#estimateText('csv', options)); }
  estimateNdjson(options) { return this.#inTurn(() => this.#estimateText('ndjson', options)); }

  /**
   * Reads the report otherwise, at once; gives the new summary. What is left out is as the product reads it by itself.
   *   roles      [{ table, column, role }]   the column's key; a role as in `summary.columns`, 'none' to take it away
   *   statuses   [{ status, family }]        what a status means that is not recognised: 'success', 'failed', 'not_confirmed', …
   *   zone       of times without an offset: 'Asia/Riyadh', '+03:00'
   */
  async correct({ roles = [], statuses = [], zone = '' }) {
    const message = encode(Request, { kind: 'correct', corrections: { roles, statuses, zone } });
    this.summary = decode(ReportSummary, await this.request(message));
    return this.summary;
  }

  /** Ends the reading; what has been read stays, and `open` gives it. */
  stop() { return this.#engine.call('stop'); }

  /**
   * Passes an encoded request (src/messages/engine.h) on to the engine; gives the encoded answer. `onProgress`, `signal` as of `query`;
   * `spare`: bytes that the answer may be put into.
   */
  request(message, { onProgress, signal, spare = null } = {}) {
    return this.#engine.call('request', [message, spare], { onProgress, signal });
  }

  /** Frees the report; what is asked of it afterwards is rejected. */
  close() { this.#engine.close(new Error('The report was closed')); }

  #inTurn(task) {
    const run = this.#lastExport.then(task);
    this.#lastExport = run.catch(() => {});
    return run;
  }

  /** Freezes what is exported; gives the encoded WorkbookPlan. */
  async #beginExport({ delivery = {}, clicks = {}, sheets = exportedSheets, maskNumbers = false, rightToLeft = false, signal } = {}) {
    const unknown = sheets.find((sheet) => !exportedSheets.includes(sheet));
    if (unknown) throw new Error(`There is no sheet "${unknown}"; there are ${exportedSheets.join(', ')}`);
    const chosen = Object.fromEntries(exportedSheets.map((sheet) => [sheet, sheets.includes(sheet)]));
    const columns = ([table, { columns: keys = [] }]) => [table, keys.map((key) => this.#column(table, key))];
    return this.request(encode(Request, {
      kind: 'exportBegin', exportedAt: Date.now() * 1000,
      options: { ...chosen, maskNumbers, rightToLeft, columns: Object.fromEntries(Object.entries({ delivery, clicks }).map(columns)) },
      maskKey: (await randomSource()).getRandomValues(new BigUint64Array(2)),
      delivery: this.#encodable('delivery', delivery), clicks: this.#encodable('clicks', clicks),
    }), { signal });
  }

  async #exportXlsx({ onProgress, signal, writeTo, ...options } = {}) {
    return abortable(signal, async (run) => {
      const hashes = this.#hash(run);
      hashes.catch(() => {}); // thrown when it is waited for
      const exporter = run(await start('exporter', ExporterHost));
      const encodedPlan = await this.#beginExport(options);
      signal?.throwIfAborted();
      const plan = decode(WorkbookPlan, encodedPlan); // before it is transferred
      const file = await ExportedFile.create(plan.suggestedName, xlsxType, writeTo);
      try {
        await file.add(await exporter.call('begin', [encodedPlan]));
        await this.#pourRows(plan.sheets, exporter, file, onProgress);
        await file.add(await exporter.call('finish', [encode(WorkbookEnd, { sha256: await hashes })]));
        return await file.finish();
      } catch (error) {
        await file.abandon();
        throw error;
      } finally {
        exporter.close();
      }
    });
  }

  /** Of the report's files, each in a Worker of its own beside the export; of none if a file cannot be read any more. */
  async #hash(run) {
    if (this.#hashes) return this.#hashes;
    const hasher = run(await start('exporter', ExporterHost));
    try {
      const hashes = [];
      for (const file of this.#files) hashes.push(await hasher.call('hash', [file]));
      this.#hashes = hashes;
      return hashes;
    } catch {
      return [];
    } finally {
      hasher.close();
    }
  }

  /**
   * The engine makes a batch while the exporter writes the one before. Both get their buffers back and fill them again: left to
   * the garbage collectors of three threads they would be most of the memory that an export takes.
   */
  async #pourRows(sheets, exporter, file, onProgress) {
    const rowsTotal = sheets.reduce((sum, { rows }) => sum + rows, 0);
    let rowsDone = 0;
    let writing = Promise.resolve();
    let spare = new Uint8Array();
    const write = async (batch, count) => {
      const { part, spent } = await exporter.call('batch', [batch, file.takeSpare()]);
      spare = spent;
      await file.add(part);
      rowsDone += count;
      onProgress?.({ rowsDone, rowsTotal });
    };
    for (const { table, rows, columns } of sheets) {
      const batchRows = rowsOfBatch(columns);
      for (let first = 0; first < rows; first += batchRows) {
        const count = Math.min(batchRows, rows - first);
        const message = encode(Request, { kind: 'exportBatch', table, first, count });
        const into = spare;
        spare = new Uint8Array();
        const batch = await this.request(message, { spare: into });
        await writing;
        writing = write(batch, count);
        writing.catch(() => {}); // thrown when it is waited for
      }
    }
    await writing;
  }

  async #exportText(format, type, { table = 'delivery', onProgress, signal, writeTo, ...options } = {}) {
    return abortable(signal, async () => {
      const plan = decode(WorkbookPlan, await this.#beginExport({ ...options, sheets: [table] }));
      signal?.throwIfAborted();
      const [{ rows: rowsTotal, columns }] = plan.sheets;
      const file = await ExportedFile.create(textName(plan, format), type, writeTo);
      try {
        for (let rowsDone = 0, rows = 1; rows > 0; rowsDone += rows) {
          const message = encode(Request, { kind: 'exportText', format, table, first: rowsDone, count: rowsOfBatch(columns) });
          const part = decode(TextAnswer, await this.request(message));
          signal?.throwIfAborted();
          await file.add(part.text);
          rows = part.rows;
          onProgress?.({ rowsDone: rowsDone + rows, rowsTotal });
        }
        return await file.finish();
      } catch (error) {
        await file.abandon();
        throw error;
      }
    });
  }

  /** The first rows of each sheet tell how many bytes a row takes, a workbook without rows what all else does. */
  async #estimateXlsx({ signal, ...options } = {}) {
    return abortable(signal, async (run) => {
      const plan = decode(WorkbookPlan, await this.#beginExport({ ...options, signal }));
      const [none, sample] = await Promise.all([0, sampleRows].map((mostRows) => this.#sample(plan, mostRows, run)));
      const rows = plan.sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
      const aRow = sample.rows > 0 ? (sample.bytes - none.bytes) / sample.rows : 0;
      return { name: plan.suggestedName, bytes: Math.round(none.bytes + aRow * rows), rows: rowsOfSheets(plan) };
    });
  }

  async #sample(plan, mostRows, run) {
    const exporter = run(await start('exporter', ExporterHost));
    const file = await ExportedFile.create('', xlsxType);
    try {
      const sheets = plan.sheets.map((sheet) => ({ ...sheet, rows: Math.min(sheet.rows, mostRows) }));
      await file.add(await exporter.call('begin', [encode(WorkbookPlan, { ...plan, sheets })]));
      await this.#pourRows(sheets, exporter, file);
      await file.add(await exporter.call('finish', [encode(WorkbookEnd, { sha256: [] })]));
      return { bytes: file.size, rows: sheets.reduce((sum, { rows }) => sum + rows, 0) };
    } finally {
      exporter.close();
    }
  }

  async #estimateText(format, { table = 'delivery', signal, ...options } = {}) {
    return abortable(signal, async () => {
      const plan = decode(WorkbookPlan, await this.#beginExport({ ...options, sheets: [table], signal }));
      const message = encode(Request, { kind: 'exportText', format, table, first: 0, count: sampleRows });
      const { rows, text } = decode(TextAnswer, await this.request(message));
      const bytes = rows > 0 ? text.length / rows * plan.sheets[0].rows : text.length;
      return { name: textName(plan, format), bytes: Math.round(bytes), rows: rowsOfSheets(plan) };
    });
  }

  #encodable(table, query) { return encodableQuery(table, this.summary.columns[table], query); }
  #column(table, key) { return columnIndex(this.summary.columns[table], key); }
}

const textName = ({ suggestedName }, format) => suggestedName.replace(/xlsx$/, format);

/** How many rows each sheet of a WorkbookPlan has, or would have. */
const rowsOfSheets = ({ insight: { rows, clicks, failures } }) => ({
  ...rows, locations: clicks.locations.values.length, failures: failures.reasons.length,
});

/** Node 18 has it as a module only. */
const randomSource = async () => globalThis.crypto ?? (await import('node:crypto')).webcrypto;

/**
 * Runs `task`; an abort rejects at once, and closes all that the task handed to `run`, which ends them whatever they do. What
 * the task waits for otherwise may come later; then it must not go on.
 */
async function abortable(signal, task) {
  signal?.throwIfAborted();
  const running = [];
  const close = (reason) => { for (const host of running) host.close(reason); };
  let abort;
  const aborted = new Promise((_, reject) => {
    abort = () => {
      close(signal.reason);
      reject(signal.reason);
    };
    signal?.addEventListener('abort', abort);
  });
  try {
    return await Promise.race([aborted, task((host) => {
      running.push(host);
      if (signal?.aborted) close(signal.reason);
      return host;
    })]);
  } catch (error) {
    close(error);
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** The engine or the exporter: in a Worker if there are any, else in place. */
async function start(name, Host) {
  const wasmModule = await store.wasm(`wasm/${name}.wasm`);
  if (typeof Worker === 'function') {
    try {
      return await Remote.start(await store.scriptUrl(`workers/${name}.js`), wasmModule);
    } catch (error) {
      console.info(`Campaign Lens: the ${name} runs in the page, as no Worker could be started (${error.message})`);
    }
  }
  const { default: create } = await import(await store.scriptUrl(`wasm/${name}.mjs`));
  return new InPlace(await Host.create(create, wasmModule));
}
