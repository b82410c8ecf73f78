// A Worker that has the engine in it, as the page's Workers have, and measures there what each question takes: without the way of question
// and answer between page and Worker. Posts the times in ms by the question's name.

import { EngineHost } from '../engine-host.mjs';
import { Report } from '../engine.mjs';
import createEngine from '../wasm/engine.mjs';
import { ReportSummary, decode } from '../wire.mjs';
import { answersTo } from './questions.mjs';

const never = new AbortController().signal;

onmessage = async ({ data: file }) => {
  const wasmModule = await WebAssembly.compileStreaming(fetch(new URL('../wasm/engine.wasm', import.meta.url)));
  const host = await EngineHost.create(createEngine, wasmModule);
  const engine = { inPage: true, call: (method, parameters) => host[method](...parameters, async () => {}, never) };
  const report = new Report(engine, [file]);
  report.summary = decode(ReportSummary, await engine.call('open', [[file], [file.name], 0]));
  postMessage(await answersTo(report));
};
postMessage('ready');
