// The script of the engine's Worker where WebAssembly has no SIMD.

import { EngineHost } from './engine-host.mjs';
import { serve } from './remote.mjs';
import createEngine from './wasm/engine-scalar.mjs';

serve((wasmModule) => EngineHost.create(createEngine, wasmModule));
