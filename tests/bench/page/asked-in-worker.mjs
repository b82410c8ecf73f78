// A Worker that has the engine in it, as the page's Workers have, and measures there what each question takes: without the way of
// question and answer between page and Worker. As the page does, it rehearses first. Posts the times in ms by the question's name.

import { EngineHost } from '../engine-host.mjs';
import { Report, askEverything } from '../engine.mjs';
import createEngine from '../wasm/engine.mjs';
import { ReportSummary, decode } from '../wire.mjs';
import { answersTo } from './questions.mjs';

const never = new AbortController().signal;
const inSite = (path) => fetch(new URL(`../${path}`, import.meta.url));

async function open(file, wasmModule) {
  const host = await EngineHost.create(createEngine, wasmModule);
  const engine = { inPage: true, call: (method, parameters) => host[method](...parameters, async () => {}, never), close() {} };
  const report = new Report(engine, [file]);
  report.summary = decode(ReportSummary, await engine.call('open', [[file], [file.name], 0]));
  return report;
}

onmessage = async ({ data: file }) => {
  const wasmModule = await WebAssembly.compileStreaming(inSite('wasm/engine.wasm'));
  await askEverything(await open(new File([await (await inSite('sample-report.json')).blob()], 'sample'), wasmModule));
  postMessage(await answersTo(await open(file, wasmModule)));
};
postMessage('ready');
