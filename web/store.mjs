// Every file that the page will ever need, read once while it loads and kept: nothing is requested afterwards. The files
// come from the static host, from offline.js where the page was opened as a file, and in Node from the disk.

const inNode = typeof process === 'object' && Boolean(process.versions?.node) && typeof window === 'undefined';
const kept = new Map();
const compiled = new Map();
const scripts = new Map();

/** The bytes of a file of the site, by its path in the site. A failure is not kept: asking again reads again. */
export function bytes(path) {
  return once(kept, path, () => (globalThis.campaignLensFiles ? embedded(path) : inNode ? fromDisk(path) : fetched(path)));
}

/** The WebAssembly module of a file, compiled once. */
export function wasm(path) {
  return once(compiled, path, async () => WebAssembly.compile(await bytes(path)));
}

/** An address under which a script of the site can be started without a request. */
export function scriptUrl(path) {
  return once(scripts, path, async () => (inNode
    ? (await siteFile(path)).href
    : URL.createObjectURL(new Blob([await bytes(path)], { type: 'text/javascript' }))));
}

function once(map, path, make) {
  if (!map.has(path)) {
    const promise = make();
    map.set(path, promise);
    promise.catch(() => map.delete(path));
  }
  return map.get(path);
}

async function fetched(path) {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

async function embedded(path) {
  return Uint8Array.from(atob(globalThis.campaignLensFiles[path]), (character) => character.charCodeAt(0));
}

async function fromDisk(path) {
  const { readFile } = await import('node:fs/promises');
  return readFile(await siteFile(path));
}

/** Beside this module in the built site; from the source tree, in the site that was built last. */
async function siteFile(path) {
  const { access } = await import('node:fs/promises');
  for (const site of ['./', '../build/site/']) {
    const file = new URL(site + path, import.meta.url);
    try {
      await access(file);
      return file;
    } catch {
      continue;
    }
  }
  throw new Error(`${path} is not there: build the site first (script/server --no-serve)`);
}
