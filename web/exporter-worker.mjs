// The script of the exporter's Worker.

import { ExporterHost } from './exporter-host.mjs';
import { serve } from './remote.mjs';
import createExporter from './wasm/exporter.mjs';

serve((wasmModule) => ExporterHost.create(createExporter, wasmModule));
