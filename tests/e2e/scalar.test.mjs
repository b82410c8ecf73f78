// The page where WebAssembly has no SIMD: an x86 processor without SSE 4.1, which V8 can be told that this one is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openPage, siteFolder, startBrowser } from './browser.mjs';

let host;
before(async () => { host = await startBrowser({ flags: ['--js-flags=--no-enable-sse4-1'] }); });
after(() => host.close());

for (const [how, url] of [['served', undefined], ['opened from disk', pathToFileURL(`${siteFolder}/index.html`).href]]) {
  test(`the page ${how} takes the scalar engine, and no other`, { skip: process.arch !== 'x64' }, async () => {
    const visit = await openPage(host, url && { url });
    await visit.press(visit.button('Try a sample'));
    await visit.grid.waitFor({ state: 'attached' });
    assert.equal(await visit.gridRows(), 400);
    const engines = visit.requests.filter((request) => /engine[^/]*\.wasm$/.test(request)).map((request) => request.replace(/.*\//, ''));
    assert.deepEqual(engines, url ? [] : ['engine-scalar.wasm']);
    assert.deepEqual(visit.problems, []);
    await visit.close();
  });
}
