// What tests/bench/chromium.mjs measures, in the page: globalThis.bench, on the file that was chosen. Times in ms.

import { open, prepare } from '../engine.mjs';
import { answersTo, answersToPlain, tidy, timed } from './questions.mjs';

const chosen = () => document.getElementById('file').files[0];
const tidily = (task) => { tidy(); return timed(task); };

/** Starts a module of this folder as a Worker; gives a function that sends it the file and waits for what it answers. */
async function worker(script) {
  const started = new Worker(new URL(script, import.meta.url), { type: 'module' });
  const answer = () => new Promise((resolve, reject) => {
    started.onmessage = ({ data }) => resolve(data);
    started.onerror = ({ message }) => reject(new Error(message));
  });
  await answer(); // that it is ready
  return async (file) => {
    const answered = answer();
    started.postMessage(file);
    const result = await answered;
    started.terminate();
    return result;
  };
}

let report = null;
let plain = null;

globalThis.bench = {
  async yardstick() {
    return (await tidily(async () => { JSON.parse(await chosen().text()); })).ms;
  },

  async rawRead() {
    const read = await worker('raw-reader.mjs');
    const { ms, result } = await tidily(() => read(chosen()));
    if (result !== chosen().size) throw new Error(`${result} of ${chosen().size} bytes were read`);
    return ms;
  },

  prepare,

  /** Until every row is counted and a query is answered. `readable`: until the first rows were, where the engine tells. */
  async load() {
    await prepare();
    let readable = null;
    const { ms } = await tidily(async (start) => {
      report = await open(chosen(), { onRows: () => { readable ??= performance.now() - start; } });
      report.counts();
      await report.query({ statuses: ['Failed'] });
    });
    return { ms, readable, rows: report.summary.rows };
  },
  close() { report.close(); },

  /** From the press of Cancel, with the first rows there, until loading has ended. */
  async cancel() {
    await prepare();
    const pressed = new AbortController();
    let at = null;
    const onRows = () => {
      at ??= performance.now();
      pressed.abort();
    };
    await open(chosen(), { onRows, signal: pressed.signal }).catch(() => {});
    return performance.now() - at;
  },

  /** Of the report that is open, with the way there and back: the time by the question's name. */
  ask() { return answersTo(report); },

  /** The same in the Worker that has the report, one of its own. */
  async askInWorker() { return (await worker('asked-in-worker.mjs'))(chosen()); },

  /** The same of plain objects. */
  async askPlain() {
    plain ??= JSON.parse(await chosen().text());
    return answersToPlain(plain);
  },
  async export() {
    const { ms, result } = await tidily(() => report.exportXlsx());
    return { ms, bytes: result.size };
  },
};

document.documentElement.dataset.ready = '';
