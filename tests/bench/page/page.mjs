// What tests/bench/chromium.mjs measures, in the page: globalThis.bench, on the file that was chosen. Times in ms.

import { open, prepare } from '../engine.mjs';
import { questions } from './questions.mjs';

const chosen = () => document.getElementById('file').files[0];

async function timed(task) {
  globalThis.gc?.(); // what the run before left behind is not this one's
  return timedUntidied(task);
}

async function timedUntidied(task) {
  const start = performance.now();
  const result = await task(start);
  return { ms: performance.now() - start, result };
}

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
    return (await timed(async () => { JSON.parse(await chosen().text()); })).ms;
  },

  async rawRead() {
    const read = await worker('raw-reader.mjs');
    const { ms, result } = await timed(() => read(chosen()));
    if (result !== chosen().size) throw new Error(`${result} of ${chosen().size} bytes were read`);
    return ms;
  },

  prepare,

  /** Until every row is counted and a query is answered. `readable`: until the first rows were, where the engine tells. */
  async load() {
    await prepare();
    let readable = null;
    const { ms } = await timed(async (start) => {
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

  /** Of the report that is open: the time by the question's name, the median where it is asked several times. */
  async ask() {
    const answers = {};
    for (const [name, { engine, times = 1 }] of Object.entries(questions)) {
      const taken = [];
      for (let time = 0; time < times; ++time) taken.push(await answered(name, () => engine(report, time)));
      answers[name] = taken.sort((a, b) => a - b)[Math.floor(times / 2)];
    }
    return answers;
  },

  /** The same of plain objects. */
  async askPlain() {
    plain ??= JSON.parse(await chosen().text());
    const times = {};
    for (const [name, question] of Object.entries(questions)) {
      if (question.plain) times[name] = await answered(name, () => question.plain(plain));
    }
    return times;
  },
  async export() {
    const { ms, result } = await timed(() => report.exportXlsx());
    return { ms, bytes: result.size };
  },
};

async function answered(name, ask, timing = timed) {
  const { ms, result } = await timing(ask);
  if (!(result > 0)) throw new Error(`${name} found ${result}`);
  return ms;
}
document.documentElement.dataset.ready = '';
