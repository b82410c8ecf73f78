// A Worker with an engine whose memory can be looked at.

import { EngineHost } from '../engine-host.mjs';
import createEngine from '../wasm/engine.mjs';

let module;
const wasmModule = await WebAssembly.compileStreaming(fetch(new URL('../wasm/engine.wasm', import.meta.url)));
const host = await EngineHost.create(async (imports) => { module = await createEngine(imports); return module; }, wasmModule);

onmessage = async ({ data: file }) => {
  await host.open(file, file.name, () => {});
  postMessage(module.HEAPU8.length);
};
postMessage('ready');
