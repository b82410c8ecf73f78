// What the page finds around it: no host, no Workers, a clipboard, a graphics card that goes away, a browser's own keys.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { openPage, siteFolder, startBrowser } from './browser.mjs';
import { countOf, message, report } from './reports.mjs';

const rows = 1_400;
let host, visit;
before(async () => { host = await startBrowser(); });
after(() => host.close());
afterEach(async () => {
  assert.deepEqual(visit.problems, [], 'nothing was written to the console');
  await visit.close();
});

const content = JSON.stringify(report(rows));
async function open() {
  await visit.drop({ name: 'eid.json', content });
  await visit.grid.waitFor({ state: 'attached' });
  await visit.settled();
}
async function exportedBytes() {
  const coming = visit.page.waitForEvent('download');
  await visit.export();
  const chunks = [];
  for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
/** Filters, and exports what is then shown. */
async function use() {
  await visit.press(visit.button(/^Failed /));
  await visit.untilGridRows(countOf(rows, 'Failed'));
  assert.equal((await exportedBytes()).subarray(0, 2).toString(), 'PK');
}
const within = (ms, promise) => Promise.race([promise, new Promise((_, reject) => {
  setTimeout(() => reject(new Error(`nothing within ${ms} ms`)), ms).unref();
})]);
const statusLine = () => visit.page.locator('#mirror [role=status]').allInnerTexts();

test('opened from disk the page does all that it does from a host', async () => {
  visit = await openPage(host, { url: `file://${siteFolder}/index.html`, motion: true });
  await visit.settled();
  visit.requests.length = 0;
  await open();
  await use();
  assert.doesNotMatch((await statusLine()).join(), /runs in the page/);
  assert.deepEqual(visit.requests, []);
});

for (const [what, init] of [
  ['has no Workers', () => { delete globalThis.Worker; }],
  ['refuses to start a Worker', () => { globalThis.Worker = class { constructor() { throw new Error('refused'); } }; }],
  ['starts no Worker', () => {
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real { constructor() { super('blob:nothing'); } };
  }],
]) {
  test(`a browser that ${what} runs the engine in the page, which says so`, async () => {
    visit = await openPage(host, { init });
    await open();
    assert.match((await statusLine()).join(), /The engine runs in the page/);
    await use();
    visit.problems = visit.problems.filter((problem) => !/blob:nothing/.test(problem)); // the browser's own word on it
  });
}

test('what a slow disk has given when Stop is pressed is a report that says how much it is, and can be used', async () => {
  visit = await openPage(host, {
    init: () => {
      const slow = `
        const { read } = ReadableStreamBYOBReader.prototype;
        let pieces = 0;
        ReadableStreamBYOBReader.prototype.read = async function late(view) {
          if (++pieces > 2) await new Promise((resolve) => { setTimeout(resolve, 1000); });
          return read.call(this, view);
        };`;
      const Real = globalThis.Worker;
      globalThis.Worker = class extends Real {
        constructor(script) { super(URL.createObjectURL(new Blob([`${slow}importScripts('${script}')`]))); }
      };
    },
  });
  await visit.drop({ name: 'large.json', content: JSON.stringify(report(30_000)) });
  await visit.grid.waitFor({ state: 'attached' });
  await visit.press(visit.button('Stop'));
  await visit.button('Stop').waitFor({ state: 'detached' });
  await visit.settled();
  assert.match((await statusLine()).join(), /Not read to its end/);
  const read = await visit.gridRows();
  assert.ok(read > 1_000 && read < 30_000, `${read} rows`);
  assert.equal(await visit.button(new RegExp(`^Total ${read.toLocaleString('en')}$`)).count(), 1);
  const failed = countOf(read, 'Failed');
  await visit.press(visit.button(/^Failed /));
  await visit.untilGridRows(failed);
  assert.equal((await exportedBytes()).subarray(0, 2).toString(), 'PK');
  await visit.press(visit.button(/^1 warning$/));
  const said = new RegExp(`Reading was stopped: ${read.toLocaleString('en')} rows were read, from .* of .*; there are about [\\d,]+ in all`);
  await visit.page.getByText(said).waitFor({ state: 'attached' });
});

test('a file is read to its end also where the browser collects garbage while its bytes are waited for', async () => {
  const collecting = await startBrowser({ flags: ['--js-flags=--expose-gc'] });
  try {
    visit = await openPage(collecting, {
      init: () => {
        delete globalThis.Worker;
        const { read } = ReadableStreamBYOBReader.prototype;
        ReadableStreamBYOBReader.prototype.read = function collected(view) {
          setTimeout(gc); // when nobody but the wait is left
          return read.call(this, view);
        };
      },
    });
    const rowsRead = visit.page.evaluate(async (text) => {
      const { open } = await import('./engine.mjs');
      const counts = [];
      for (let i = 0; i < 20; ++i) {
        const opened = await open(new Blob([text]));
        counts.push(opened.summary.rows.delivery);
        opened.close();
      }
      return counts;
    }, content);
    assert.deepEqual(await within(20_000, rowsRead), Array.from({ length: 20 }, () => rows));
  } finally {
    await collecting.close();
  }
});

test('a pasted file opens', async () => {
  visit = await openPage(host);
  await visit.page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([text], 'pasted.json'));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, content);
  await visit.grid.waitFor({ state: 'attached' });
  await visit.untilGridRows(rows);
});

test('the text of a report opens when it is pasted, another text is said to be none', async () => {
  visit = await openPage(host);
  const paste = (text) => visit.page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.getElementById('canvas').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await paste('lunch at one');
  await visit.page.getByText(/text that was pasted is not a report/).waitFor({ state: 'attached' });
  await paste(`\n${content}`);
  await visit.untilGridRows(rows);
});

test('text pasted into the search field is searched for', async () => {
  visit = await openPage(host);
  await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open();
  await visit.page.evaluate(() => navigator.clipboard.writeText('العتيبي'));
  await visit.press(visit.search);
  await visit.page.keyboard.press('Control+V');
  await visit.untilGridRows(rows / 7);
  assert.equal(await visit.search.inputValue(), 'العتيبي');
});

test('on a telephone a tap into a field brings its keyboard, and a finger moves the rows', async () => {
  visit = await openPage(host, { viewport: { width: 390, height: 844 }, touch: true });
  await open();
  const { x, y } = await visit.place(visit.search);
  await visit.page.touchscreen.tap(x, y);
  await visit.page.waitForFunction(() => document.activeElement.type === 'search');
  await visit.page.keyboard.insertText('العتيبي');
  await visit.untilGridRows(rows / 7);
  await visit.page.keyboard.press('Escape');
  await visit.untilGridRows(rows);

  const finger = await fingerOf(visit);
  const before = await scrolledPx();
  await finger.down(80, 300);
  for (let step = 1; step <= 10; ++step) await finger.move(80, 300 - 20 * step);
  await visit.page.waitForTimeout(200); // it rests, so that nothing goes on moving
  await finger.up();
  await visit.settled();
  const moved = await scrolledPx() - before;
  assert.ok(Math.abs(moved - 200) <= 1, `${moved} px`); // a finger's place is rounded on its way
});

test('a finger that leaves while it moves lets the rows go on, and a tooltip goes with the finger', async () => {
  visit = await openPage(host, { viewport: { width: 390, height: 844 }, touch: true, motion: true });
  await open();
  const finger = await fingerOf(visit);
  await finger.down(80, 300);
  for (let step = 1; step <= 5; ++step) await finger.move(80, 300 - 30 * step);
  await finger.up();
  await visit.settled();
  const coasted = await scrolledPx();
  assert.ok(coasted > 150, `${coasted} px`);
  assert.equal(await visit.grid.locator('[aria-selected=true]').count(), 0);

  const card = await visit.button(/^Failed /).boundingBox();
  const grid = await visit.grid.boundingBox();
  await finger.down(card.x + card.width / 2 - grid.x, card.y + card.height / 2 - grid.y);
  await visit.page.getByRole('tooltip').waitFor({ state: 'attached' });
  await visit.page.waitForTimeout(500); // it stays to read
  await finger.up();
  await visit.page.getByRole('tooltip').waitFor({ state: 'detached' });
  await visit.settled();
  assert.equal(await visit.gridRows(), rows);
});

test('on a telephone a text is found, and a row gone to, without a key for it', async () => {
  visit = await openPage(host, { viewport: { width: 390, height: 844 }, touch: true });
  await open();
  const tap = async (locator) => {
    const { x, y } = await visit.place(locator);
    await visit.page.touchscreen.tap(x, y);
  };
  await tap(visit.button(/^More:/));
  await tap(visit.button(/^Find in these rows/));
  await visit.page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'Find in these rows');
  await visit.page.keyboard.insertText('العتيبي');
  await visit.page.getByRole('status').filter({ hasText: `1 of ${(rows / 7).toLocaleString('en')} rows` }).waitFor({ state: 'attached' });
  await tap(visit.button('Close'));
  await tap(visit.button(/^More:/));
  await tap(visit.button(/^Go to row/));
  await visit.page.waitForFunction(() => document.activeElement.getAttribute('aria-label')?.startsWith('Row, 1 to'));
  await visit.page.keyboard.insertText(String(rows));
  await tap(visit.page.getByRole('button', { name: 'Go', exact: true }));
  await visit.grid.locator(`[role=row][aria-rowindex="${rows + 1}"]`).waitFor({ state: 'attached' });
});

/** How far the grid is scrolled: its rows are all of one height. */
const scrolledPx = () => visit.grid.evaluate((grid) => {
  const row = [...grid.querySelectorAll('[role=row]')].filter((element) => element.querySelector('[role=gridcell]'))[1];
  const { y, height } = row.getBoundingClientRect();
  const header = grid.querySelector('[role=columnheader]').getBoundingClientRect();
  return Math.round((Number(row.getAttribute('aria-rowindex')) - 2) * height - (y - header.bottom));
});

/** A finger on the screen; places are in the grid. */
async function fingerOf({ page, grid }) {
  const corner = await grid.boundingBox();
  const session = await page.context().newCDPSession(page);
  const touch = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  const at = (x, y) => [{ x: corner.x + x, y: corner.y + y }];
  return {
    down: (x, y) => touch('touchStart', at(x, y)),
    move: (x, y) => touch('touchMove', at(x, y)),
    up: () => touch('touchEnd', []),
  };
}

test('after the graphics card has lost everything the page draws the same again', async () => {
  visit = await openPage(host);
  await open();
  await visit.page.mouse.move(5, 5);
  await visit.settled();
  const before = await visit.page.screenshot();
  await visit.page.evaluate(async () => {
    const canvas = document.getElementById('canvas');
    const graphics = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
    const restored = new Promise((resolve) => { canvas.addEventListener('webglcontextrestored', resolve, { once: true }); });
    graphics.loseContext();
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    graphics.restoreContext();
    await restored;
  });
  await visit.settled();
  assert.ok(before.equals(await visit.page.screenshot()), 'not a pixel differs');
  await use();
});

test('the browser keeps its own keys, the page takes those that it uses', async () => {
  visit = await openPage(host, {
    init: () => {
      globalThis.taken = {};
      // Heard before the page hears it, looked at when everybody has.
      addEventListener('keydown', (event) => { setTimeout(() => { globalThis.taken[event.key] = event.defaultPrevented; }); }, { capture: true });
    },
  });
  await open();
  await visit.press(visit.grid);
  for (const key of ['F5', 'F12', 'Control+t', 'Control+w', 'Control+l', 'PageDown']) await visit.page.keyboard.press(key);
  const taken = await visit.page.evaluate(() => globalThis.taken);
  for (const key of ['F5', 'F12', 't', 'w', 'l']) assert.equal(taken[key], false, key);
  await visit.settled();
  assert.notEqual((await visit.visibleRows())[0][0], message(0).number, 'Page Down moved the grid');
});

test('in its Worker a question that takes long is overtaken by a newer one, ended, and told about', async () => {
  visit = await openPage(host);
  const outcome = await visit.page.evaluate(async () => {
    const { open } = await import('./engine.mjs');
    const record = (i) => ({ number: `+9665${10_000_000 + i}`, status: i % 3 ? 'Success' : 'Failed', note: `Note ${(i * 31) % 600_000} for ${i}` });
    const opened = await open(new Blob([JSON.stringify(Array.from({ length: 600_000 }, (_, i) => record(i)))]));
    const named = (promise) => promise.then(({ rows }) => rows, ({ name, message }) => `${name}: ${message}`);
    const long = ['note', 'number', 'note', 'status', 'note'];
    const overtaken = [named(opened.query({ sort: long })), named(opened.query({ statuses: ['Failed'] }))];
    const shown = await Promise.all(overtaken);
    const controller = new AbortController();
    const ended = named(opened.query({ sort: long, signal: controller.signal }));
    const meanwhile = (await opened.rows(0, 1))[0].number;
    controller.abort();
    const shares = [];
    await opened.query({ sort: long, onProgress: ({ done }) => shares.push(done) });
    opened.close();
    return { inPage: opened.inPage, shown, ended: await ended, meanwhile, shares };
  });
  assert.equal(outcome.inPage, false);
  assert.deepEqual(outcome.shown, ['AbortError: A newer query has come', 200_000]);
  assert.match(outcome.ended, /^AbortError/);
  assert.equal(outcome.meanwhile, '+966510000000');
  assert.ok(outcome.shares.length > 0 && outcome.shares.every((done) => done > 0 && done <= 1));
});
