// The page: carries what the viewer asks to the engine, the files and the browser, and what they answer to the viewer.

import { asksWhere, chosenPlace, download } from './download.mjs';
import { open, prepare, rehearse } from './engine.mjs';
import { acceptFiles } from './files.mjs';
import { keepViews, keptViews, onKeptViews } from './kept-views.mjs';
import { keepMirror } from './mirror.mjs';
import * as store from './store.mjs';
import * as theme from './theme.mjs';
import { copyRows, copyText } from './clipboard.mjs';
import { isViewFile, readViewFile, viewFile } from './view-file.mjs';
import { passKeys, startViewer } from './viewer.mjs';
import { MirrorNodes, Request, decode, encode, requestKinds } from './wire.mjs';
import { zoneNames } from './zones.mjs';

const sample = 'sample-report.json';
/** The client's functions for each format of an export. */
const exportMethods = {
  xlsx: ['exportXlsx', 'estimateXlsx'], csv: ['exportCsv', 'estimateCsv'], ndjson: ['exportNdjson', 'estimateNdjson'],
};

class Page {
  #viewer;
  #choose;
  #theme = theme.keptTheme();
  #report = null;
  #readMs = 0; // how long it took to read
  #rehearsal = new AbortController();
  #opening = null; // { controller, report }: what is being read, and the report when its first rows are there
  #exporting = null; // an AbortController
  #estimatedName = undefined; // of the file of the export that was estimated last
  #asked = new Map(); // by what was asked last: an AbortController

  async start() {
    theme.show(this.#theme);
    const canvas = document.getElementById('canvas');
    const showMirror = keepMirror(document.getElementById('mirror'), canvas, {
      used: (node, text) => this.#viewer.send({ kind: 'activated', node, text }),
      focused: (node) => this.#viewer.send({ kind: 'focused', node }),
    });
    passKeys(document.getElementById('mirror'), canvas);
    this.#viewer = await startViewer(canvas, {
      asked: (message, bytes) => this.#carryOut(message, bytes),
      mirrored: (nodes) => showMirror(decode(MirrorNodes, nodes)),
      drawn: () => { document.documentElement.dataset.drawn = ''; },
    });
    this.#tellEnvironment();
    theme.onPreferences(() => this.#tellEnvironment());
    this.#viewer.send({ kind: 'zoneNames', names: zoneNames() });
    this.#tellKeptViews();
    onKeptViews(() => this.#tellKeptViews());
    this.#choose = acceptFiles({
      opened: (files) => this.#take(files),
      viewChosen: (file) => this.#openView(file),
      refused: (fileName, message) => this.#viewer.send({ kind: 'openFailed', fileName, error: { message }, cancelled: false }),
      hovering: (over) => this.#viewer.send({ kind: 'dragHover', over }),
    });
    const [small] = await Promise.all([store.bytes(sample), prepare()]);
    const { signal } = this.#rehearsal;
    rehearse(small, { signal }).catch(({ message }) => {
      if (!signal.aborted) console.info(`Campaign Lens: the first answers may take longer (${message})`);
    });
  }

  #carryOut(message, bytes) {
    switch (message.kind) {
      case 'chooseFiles': this.#choose.chooseReport(); break;
      case 'openSample': this.#openSample(); break;
      case 'cancelOpen': this.#opening?.controller.abort(); break;
      case 'stopOpen': this.#opening?.report?.stop(); break;
      case 'query': this.#ask(bytes, requestKinds.query, 'queried', message); break;
      case 'window': this.#ask(bytes, requestKinds.window, 'windowed'); break;
      case 'facet': this.#ask(bytes, requestKinds.facet, 'faceted', message); break;
      case 'insight': this.#ask(encode(Request, { ...message, now: Date.now() * 1000 }), requestKinds.insight, 'explained', message); break;
      case 'find': this.#ask(bytes, requestKinds.find, 'found', message); break;
      case 'copyRows': this.#copyRows(message); break;
      case 'correct': this.#correct(message.corrections); break;
      case 'estimateExport': this.#estimate(message); break;
      case 'startExport': this.#export(message); break;
      case 'cancelExport': this.#exporting?.abort(); break;
      case 'keepTheme': this.#keepTheme(message.theme); break;
      case 'copyText': copyText(message.text); break;
      case 'saveView': download(viewFile(this.#report.summary.campaignName, message.view)); break;
      case 'openView': this.#choose.chooseView(); break;
      case 'keepViews': keepViews(message.views); break;
    }
  }

  /** Files that arrived: a report, or a view of the one that is open. */
  async #take(files) {
    if (files.length === 1 && await isViewFile(files[0])) this.#openView(files[0]);
    else this.#open(files);
  }

  async #openView(file) {
    try {
      if (!this.#report) throw new Error('It is a view, and there is no report to show yet: open a report first.');
      this.#viewer.send({ kind: 'viewOpened', ...await readViewFile(file) });
    } catch (error) {
      this.#viewer.send({ kind: 'openFailed', fileName: file.name, error: described(error), cancelled: false });
    }
  }

  async #openSample() {
    this.#open([new File([await store.bytes(sample)], sample)]);
  }

  /** Files, which are one report, replace what is being read; what was open stays until the first new rows are there. */
  async #open(files) {
    this.#rehearsal.abort();
    this.#leave(this.#opening);
    const opening = this.#opening = { controller: new AbortController(), report: null };
    const { signal } = opening.controller;
    const fileName = files.length === 1 ? files[0].name : `${files.length} files`;
    const start = performance.now();
    const show = (report) => {
      const first = opening.report === null;
      if (first && this.#opening !== opening) return;
      opening.report = report;
      if (first) this.#adopt(report);
      if (report !== this.#report) return;
      this.#readMs = performance.now() - start;
      this.#viewer.send({ kind: first ? 'opened' : 'updated', summary: report.summary, elapsedMs: this.#readMs });
    };
    this.#viewer.send({ kind: 'openStarted', fileName, fileBytes: files.reduce((sum, { size }) => sum + size, 0) });
    try {
      show(await open(files, {
        signal,
        onRows: show,
        onProgress: ({ bytes, deliveryRows, clickRows, elapsedMs }) => {
          if (this.#opening === opening) this.#viewer.send({ kind: 'openProgress', bytesRead: bytes, deliveryRows, clickRows, elapsedMs });
        },
      }));
    } catch (error) {
      if (this.#opening === opening) {
        this.#viewer.send({ kind: 'openFailed', fileName, error: described(error), cancelled: signal.aborted });
      }
    } finally {
      if (this.#opening === opening) this.#opening = null;
    }
  }

  /** Another report is read now. What of this one is shown already stays as it is. */
  #leave(opening) {
    if (opening?.report) opening.report.stop();
    else opening?.controller.abort();
  }

  #adopt(report) {
    this.#exporting?.abort();
    this.#report?.close();
    this.#report = report;
    this.#tellEnvironment();
  }

  async #correct(corrections) {
    const report = this.#report;
    for (const what of this.#asked.keys()) this.#outdate(what); // all is asked anew of what the report is then
    try {
      const summary = await report.correct(corrections);
      if (report === this.#report) this.#viewer.send({ kind: 'updated', summary, elapsedMs: this.#readMs });
    } catch (error) {
      if (report === this.#report) this.#viewer.send({ kind: 'engineFailed', message: error.message });
    }
  }

  /**
   * The viewer's request as it is, but for the kind before it; an answer of a report that is not open any more is dropped.
   * What asks of a table's rows, by a message with a query, takes the place of what was asked of the same before.
   */
  async #ask(bytes, requestKind, kind, { kind: asked, id, query } = {}) {
    const report = this.#report;
    const request = bytes.slice();
    request[0] = requestKind;
    const signal = asked && this.#outdate(query ? `${asked} ${query.table}` : asked);
    const onProgress = ({ done }) => {
      if (asked === 'query' && report === this.#report) this.#viewer.send({ kind: 'queryProgress', table: query.table, id, done });
    };
    try {
      const answer = await report.request(request, { signal, onProgress });
      if (report === this.#report) this.#viewer.send({ kind, answer });
    } catch (error) {
      if (report === this.#report && !signal?.aborted) this.#viewer.send({ kind: 'engineFailed', message: error.message });
    }
  }

  async #copyRows(range) {
    const report = this.#report;
    let rows = 0, problem = '';
    try {
      rows = await copyRows((request) => report.request(encode(Request, request)), range, report.summary.columns[range.table]);
    } catch (error) {
      problem = error.message;
    }
    if (report === this.#report) this.#viewer.send({ kind: 'copied', rows, selectedRows: range.rows, problem });
  }

  /** Ends what was asked; gives the signal of what is asked next. */
  #outdate(what) {
    this.#asked.get(what)?.abort();
    const controller = new AbortController();
    this.#asked.set(what, controller);
    return controller.signal;
  }

  async #estimate({ id, request }) {
    const report = this.#report;
    const signal = this.#outdate('estimate');
    this.#estimatedName = undefined;
    try {
      const { name, bytes, rows } = await report[exportMethods[request.format][1]]({ ...exportOptions(request), signal });
      if (report !== this.#report || signal.aborted) return;
      this.#estimatedName = name;
      this.#viewer.send({ kind: 'estimated', id, bytes, rows });
    } catch {
      // the export itself will say what is wrong
    }
  }

  async #export({ request, askWhere }) {
    const exporting = this.#exporting = new AbortController();
    const { signal } = exporting;
    const report = this.#report;
    this.#outdate('estimate');
    try {
      // At once: a browser asks only as long as the person's press is not long past.
      const place = askWhere ? await chosenPlace(this.#estimatedName) : null;
      const start = performance.now();
      const file = await report[exportMethods[request.format][0]]({
        ...exportOptions(request), signal, writeTo: place && (() => place.createWritable()),
        onProgress: ({ rowsDone, rowsTotal }) => this.#viewer.send({
          kind: 'exportProgress', rowsDone, rowsTotal, elapsedMs: performance.now() - start,
        }),
      });
      if (!place) download(file);
      this.#viewer.send({ kind: 'exported', fileName: place?.name ?? file.name, fileBytes: file.size });
    } catch (error) {
      // An AbortError is also what the person's "no" to the question where is.
      this.#viewer.send({ kind: 'exportFailed', error: described(error), cancelled: signal.aborted || error.name === 'AbortError' });
    } finally {
      if (this.#exporting === exporting) this.#exporting = null;
    }
  }

  #keepTheme(choice) {
    this.#theme = choice;
    theme.keepTheme(choice);
    this.#tellEnvironment();
  }

  #tellKeptViews() {
    this.#viewer.send({ kind: 'keptViews', views: keptViews() });
  }

  #tellEnvironment() {
    this.#viewer.ink = theme.isDark(this.#theme) ? '#eceef2' : '#13171d';
    this.#viewer.send({
      kind: 'environment', ...theme.preferences(), engineInPage: this.#report?.inPage ?? false, asksWhere, theme: this.#theme,
    });
  }
}

/** An export as the viewer asks for it, as the client takes it. */
function exportOptions({ delivery, clicks, options: { columns, maskNumbers, rightToLeft, ...sheets } }) {
  const wanted = Object.keys(sheets).filter((sheet) => sheets[sheet]);
  return {
    delivery: { ...delivery, columns: columns.delivery }, clicks: { ...clicks, columns: columns.clicks },
    maskNumbers, rightToLeft, sheets: wanted, table: wanted[0],
  };
}

// Safari's own errors have a line, too: that of the script.
const described = ({ message, line, byteOffset, file }) => ({
  message, place: byteOffset === undefined ? null : { line, byteOffset, file },
});

new Page().start().catch((error) => {
  console.error(error);
  document.getElementById('trouble').textContent = typeof WebAssembly === 'object'
    ? `Campaign Lens could not start: ${error.message}`
    : 'This browser has no WebAssembly, which Campaign Lens reads reports with.';
});
