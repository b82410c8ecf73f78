// The script of the engine's Worker.

import { EngineHost } from './engine-host.mjs';
import { serve } from './remote.mjs';
import createEngine from './wasm/engine.mjs';

serve((wasmModule) => EngineHost.create(createEngine, wasmModule));
