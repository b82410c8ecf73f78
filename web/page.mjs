// The page: carries what the viewer asks to the engine, the files and the browser, and what they answer to the viewer.

import { download } from './download.mjs';
import { open, prepare } from './engine.mjs';
import { acceptFiles } from './files.mjs';
import { keepMirror } from './mirror.mjs';
import * as store from './store.mjs';
import * as theme from './theme.mjs';
import { copyText, startViewer } from './viewer.mjs';
import { MirrorNodes, decode, requestKinds } from './wire.mjs';

const sample = 'sample-report.json';

class Page {
  #viewer;
  #choose;
  #theme = theme.keptTheme();
  #report = null;
  #opening = null; // an AbortController: of the file that is being read
  #exporting = null; // likewise

  async start() {
    theme.show(this.#theme);
    const showMirror = keepMirror(document.getElementById('mirror'),
      (node, text) => this.#viewer.send({ kind: 'activated', node, text }));
    this.#viewer = await startViewer(document.getElementById('canvas'), {
      asked: (message, bytes) => this.#carryOut(message, bytes),
      mirrored: (nodes) => showMirror(decode(MirrorNodes, nodes)),
      drawn: () => { document.documentElement.dataset.drawn = ''; },
    });
    this.#tellEnvironment();
    theme.onPreferences(() => this.#tellEnvironment());
    this.#choose = acceptFiles({
      opened: (file) => this.#open(file),
      refused: (fileName, message) => this.#viewer.send({ kind: 'openFailed', fileName, error: { message }, cancelled: false }),
      hovering: (over) => this.#viewer.send({ kind: 'dragHover', over }),
    });
    await Promise.all([prepare(), store.bytes(sample)]);
  }

  #carryOut(message, bytes) {
    switch (message.kind) {
      case 'chooseFiles': this.#choose(); break;
      case 'openSample': this.#openSample(); break;
      case 'cancelOpen': this.#opening?.abort(); break;
      case 'query': this.#ask(bytes, requestKinds.query, 'queried'); break;
      case 'window': this.#ask(bytes, requestKinds.window, 'windowed'); break;
      case 'startExport': this.#export(message); break;
      case 'cancelExport': this.#exporting?.abort(); break;
      case 'keepTheme': this.#keepTheme(message.theme); break;
      case 'copyText': copyText(message.text); break;
    }
  }

  async #openSample() {
    this.#open(new File([await store.bytes(sample)], sample));
  }

  /** A file replaces the one that is being read; what was open stays until the new one is. */
  async #open(file) {
    this.#opening?.abort('replaced');
    const opening = this.#opening = new AbortController();
    const { signal } = opening;
    const start = performance.now();
    this.#viewer.send({ kind: 'openStarted', fileName: file.name, fileBytes: file.size });
    try {
      const report = await open(file, {
        signal,
        onProgress: ({ bytes, deliveryRows, clickRows, elapsedMs }) => {
          if (!signal.aborted) this.#viewer.send({ kind: 'openProgress', bytesRead: bytes, deliveryRows, clickRows, elapsedMs });
        },
      });
      this.#exporting?.abort();
      this.#report?.close();
      this.#report = report;
      this.#tellEnvironment();
      this.#viewer.send({ kind: 'opened', summary: report.summary, elapsedMs: performance.now() - start });
    } catch (error) {
      if (signal.reason !== 'replaced') {
        this.#viewer.send({ kind: 'openFailed', fileName: file.name, error: described(error), cancelled: signal.aborted });
      }
    } finally {
      if (this.#opening === opening) this.#opening = null;
    }
  }

  /** The viewer's request as it is, but for the kind before it; an answer of a report that is not open any more is dropped. */
  async #ask(bytes, requestKind, kind) {
    const report = this.#report;
    const request = bytes.slice();
    request[0] = requestKind;
    try {
      const answer = await report.request(request);
      if (report === this.#report) this.#viewer.send({ kind, answer });
    } catch (error) {
      if (report === this.#report) this.#viewer.send({ kind: 'engineFailed', message: error.message });
    }
  }

  async #export({ delivery, clicks }) {
    const exporting = this.#exporting = new AbortController();
    const { signal } = exporting;
    try {
      const workbook = await this.#report.exportXlsx({
        delivery, clicks, signal,
        onProgress: ({ rowsDone, rowsTotal }) => this.#viewer.send({ kind: 'exportProgress', rowsDone, rowsTotal }),
      });
      download(workbook);
      this.#viewer.send({ kind: 'exported', fileName: workbook.name, fileBytes: workbook.size });
    } catch (error) {
      this.#viewer.send({ kind: 'exportFailed', error: described(error), cancelled: signal.aborted });
    } finally {
      if (this.#exporting === exporting) this.#exporting = null;
    }
  }

  #keepTheme(choice) {
    this.#theme = choice;
    theme.keepTheme(choice);
    this.#tellEnvironment();
  }

  #tellEnvironment() {
    this.#viewer.ink = theme.isDark(this.#theme) ? '#eceef2' : '#13171d';
    this.#viewer.send({
      kind: 'environment', ...theme.preferences(), engineInPage: this.#report?.inPage ?? false, theme: this.#theme,
    });
  }
}

const described = ({ message, line, byteOffset }) => ({ message, place: line === undefined ? null : { line, byteOffset } });

new Page().start().catch((error) => {
  console.error(error);
  document.getElementById('trouble').textContent = typeof WebAssembly === 'object'
    ? `Campaign Lens could not start: ${error.message}`
    : 'This browser has no WebAssembly, which Campaign Lens reads reports with.';
});
