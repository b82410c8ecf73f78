// Fills the site that is served: node web/make_site.mjs SITE. The wasm modules are already in SITE/wasm. Copies the page,
// and links two kinds of scripts that cannot be modules, because a browser loads none on a page opened as a file:
//
//     workers/….js    one script for each Worker, started from Blob URLs
//     offline.js      the whole page, with every file that it reads embedded

import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const web = path.dirname(fileURLToPath(import.meta.url));
const [site] = process.argv.slice(2);
if (!site) throw new Error('usage: node web/make_site.mjs SITE');

const inSite = (...parts) => path.join(site, ...parts);

/**
 * One classic script of a module and all that it imports: each becomes a function's scope, its exports an object. It knows
 * the forms of import and export that this project and Emscripten write, and refuses any other.
 */
async function link(entry) {
  const names = new Map();
  const scopes = [];

  async function add(file) {
    if (names.has(file)) return names.get(file);
    const name = `module_${names.size}`;
    names.set(file, name);
    let text = await readFile(file, 'utf8');
    for (const [statement, what, from] of text.matchAll(/^import\s+([^;'"]+?)\s+from\s+'(\.[^']+)';$/gm)) {
      const imported = await add(path.resolve(path.dirname(file), from));
      text = text.replace(statement, () => `const ${bound(what)} = ${imported};`);
    }
    const exported = [];
    text = text.replace(/^export (async function\*?|function\*?|class|const) (\w+)/gm, (_, kind, declared) => {
      exported.push(declared);
      return `${kind} ${declared}`;
    });
    text = text.replace(/^export default (\w+);$/m, (_, declared) => {
      exported.push(`default: ${declared}`);
      return '';
    });
    text = text.replaceAll('import.meta.url', 'self.location.href');
    if (/^\s*(import|export)\b(?!\()/m.test(text)) throw new Error(`${file}: an import or export that cannot be linked`);
    scopes.push(`const ${name} = (() => {\n${text}\nreturn { ${exported.join(', ')} };\n})();\n`);
    return name;
  }

  await add(entry);
  return `'use strict';\n(() => {\n${scopes.join('')}})();\n`;
}

/** The left side of a const for what an import names: `{ a, b as c }`, `* as a` or `a`. */
function bound(what) {
  if (what.startsWith('{')) return what.replace(/(\w+) as (\w+)/g, '$1: $2');
  if (what.startsWith('*')) return what.replace(/^\*\s+as\s+/, '');
  return `{ default: ${what} }`;
}

for (const name of await readdir(web)) {
  if (name !== path.basename(fileURLToPath(import.meta.url))) await cp(path.join(web, name), inSite(name));
}
await cp(path.join(web, '../assets/icon.svg'), inSite('icon.svg'));
await cp(path.join(web, '../assets/sample-report.json'), inSite('sample-report.json'));

await mkdir(inSite('workers'), { recursive: true });
const workers = ['engine', 'engine-scalar', 'exporter'];
for (const name of workers) {
  await writeFile(inSite(`workers/${name}.js`), await link(inSite(`${name}-worker.mjs`)));
}

const read = ['wasm/viewer.wasm', 'sample-report.json',
  ...workers.flatMap((name) => [`wasm/${name}.wasm`, `wasm/${name}.mjs`, `workers/${name}.js`])];
const embedded = await Promise.all(read.map(async (file) => [file, await readFile(inSite(file), 'base64')]));
await writeFile(inSite('offline.js'),
  `globalThis.campaignLensFiles = ${JSON.stringify(Object.fromEntries(embedded))};\n${await link(inSite('page.mjs'))}`);
