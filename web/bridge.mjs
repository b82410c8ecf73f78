// Bytes into and out of a WebAssembly module (shell/exchange.h):
//
//     caller ─ bytes ─► input buffer of the module ─ module_function(length) ─► { address, length } of the answer ─ copy ─► caller

import { readResponse } from './wire.mjs';

export class Bridge {
  #module;
  #prefix;

  /** `create` is the factory that Emscripten writes; `imports` are what the module's own JavaScript library calls. */
  static async start(create, wasmModule, prefix, imports = {}) {
    const module = await create({
      ...imports,
      instantiateWasm(wasmImports, done) {
        WebAssembly.instantiate(wasmModule, wasmImports).then((instance) => done(instance, wasmModule));
        return {};
      },
    });
    return new Bridge(module, prefix);
  }

  constructor(module, prefix) {
    this.#module = module;
    this.#prefix = prefix;
  }

  /** Calls a function of the module; its answer as a view that the next call overwrites, or an Unfinished. Throws the Error it answers with. */
  call(name, bytes = new Uint8Array()) {
    return readResponse(this.#answer(name, bytes));
  }

  /** A copy of the answer; into `spare`, bytes that nobody needs any more, where there is room for it. */
  copy(name, bytes, spare = null) { return copyInto(spare, this.call(name, bytes)); }

  #answer(name, bytes) {
    const module = this.#module;
    try {
      const input = module[`_${this.#prefix}_allocate`](bytes.length) >>> 0; // addresses past 2 GiB come as negative numbers
      module.HEAPU8.set(bytes, input);
      const slice = module[`_${this.#prefix}_${name}`](bytes.length) >>> 0;
      const [address, length] = new Uint32Array(module.HEAPU8.buffer, slice, 2);
      return module.HEAPU8.subarray(address, address + length);
    } catch (error) {
      throw this.#explained(error);
    }
  }

  /** WebAssembly traps when it runs out of memory; whatever it was, the module cannot be used any more. */
  #explained(error) {
    const full = this.#module.HEAPU8.length > 3 * 2 ** 30 || /memory|OOM/i.test(error.message);
    return new Error(full
      ? 'The report does not fit into the memory that a browser gives a page'
      : `The report could not be processed: ${error.message}`, { cause: error });
  }
}

/** Those that are too short are replaced by some that the next, somewhat longer answer will fit into, too. */
function copyInto(spare, bytes) {
  const buffer = spare?.buffer.byteLength >= bytes.length ? spare.buffer : new ArrayBuffer(spare ? bytes.length * 1.25 : bytes.length);
  const copy = new Uint8Array(buffer, 0, bytes.length);
  copy.set(bytes);
  return copy;
}
