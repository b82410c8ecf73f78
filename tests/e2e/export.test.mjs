// EXPORT: the workbook holds what is on screen, cell for cell.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { click, countOf, message, report, wallClock } from './reports.mjs';

const rows = 1_400;
// Debian's own interpreter: that is where python3-openpyxl is, whatever other Python comes first on PATH.
const reader = fileURLToPath(new URL('workbook.py', import.meta.url));
let host, visit, folder;
before(async () => {
  host = await startBrowser();
  visit = await openPage(host);
  folder = mkdtempSync(join(tmpdir(), 'campaign-lens-'));
});
after(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => assert.deepEqual(visit.problems, [], 'nothing was written to the console'));

/** A report of its own for each test: nothing of what was done to the last one is left. */
async function open({ name }) {
  const { campaign, ...tables } = report(rows);
  await visit.drop({ name: 'eid.json', content: JSON.stringify({ campaign: { ...campaign, name }, ...tables }) });
  await visit.opened(name);
  await visit.resetView();
}
/** The file that comes of what `begin` does. */
async function downloaded(begin) {
  const coming = visit.page.waitForEvent('download');
  await begin();
  const download = await coming;
  const path = join(folder, `${Math.random()}${extname(download.suggestedFilename())}`);
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}
const sheetsOf = (path) => JSON.parse(execFileSync('/usr/bin/python3', [reader, path], { maxBuffer: 1 << 28 }));
/** What comes of an export, with the choices that `change` makes in the dialog. */
async function exported(change) {
  const { name, path } = await downloaded(() => visit.export(change));
  return { name, sheets: sheetsOf(path) };
}
const within = (role, name) => visit.dialog.getByRole(role, { name });
const tick = (name) => visit.press(within('checkbox', name));
/** Changes choices, which last as long as the page, and exports nothing. */
async function choose(change) {
  await visit.press(visit.button(/^Export/));
  await change();
  await visit.page.keyboard.press('Escape');
  await visit.dialog.waitFor({ state: 'detached' });
}
const titles = (sheet) => sheet.rows[0].map(({ v }) => v);
const texts = (sheet) => sheet.rows.slice(1).map((row) => row.map(({ v }) => v));

/** A message as the workbook must show it, by column title. */
const expectedMessage = ({ number, status, timestamp, failed_reason, message_id, name, attempt }) =>
  [number, status, wallClock(timestamp), failed_reason || null, message_id, name, attempt];

/** Puts a sheet's cells into the order of `expectedMessage`. */
function byTitle(sheet) {
  const order = [/^Number$/, /^Status$/, /^Time/, /^Failed reason$/, /^Message id/i, /^name$/, /^attempt$/]
    .map((pattern) => titles(sheet).findIndex((title) => pattern.test(title)));
  assert.ok(!order.includes(-1), titles(sheet).join(', '));
  return texts(sheet).map((row) => order.map((index) => row[index]));
}

test('the workbook of a whole report equals the report, cell for cell', async () => {
  await open({ name: 'Eid offer / عرض العيد' });
  const { name, sheets } = await exported();
  assert.match(name, /^Eid offer.*عرض العيد\.xlsx$/);
  assert.deepEqual(Object.keys(sheets).slice(0, 3), ['Summary', 'Delivery report', 'uLink clicks']);
  assert.equal(Object.keys(sheets).at(-1), 'About this file');
  assert.deepEqual(byTitle(sheets['Delivery report']), Array.from({ length: rows }, (_, index) => expectedMessage(message(index))));
  assert.deepEqual(texts(sheets['uLink clicks']), Array.from({ length: rows / 4 }, (_, index) => {
    const { number, location, timestamp, variable, url } = click(index);
    return [number, location, wallClock(timestamp), variable, url];
  }));
  for (const sheet of ['Delivery report', 'uLink clicks']) {
    assert.equal(sheets[sheet].frozen, 'A2');
    assert.match(sheets[sheet].filter, /^A1:/);
  }
  const [first] = sheets['Delivery report'].rows.slice(1);
  assert.deepEqual([first[0].t, first[2].t], ['s', 'd'], 'a number is text and a time is a date');
  const told = JSON.stringify([sheets.Summary, sheets['About this file']]);
  for (const said of ['Submitted to flow studio', 'no flow execution report received yet', 'Asia/Riyadh', 'eid.json']) assert.ok(told.includes(said), said);
  assert.match(told, /"[0-9a-f]{64}"/, 'the hash of the file');
});

test('what is filtered and sorted on screen is what is exported, and the summary says so', async (t) => {
  await open(t);
  await visit.press(visit.button(/^Failed /));
  await visit.type('absent');
  await visit.press(visit.header(/^Time/));
  await visit.press(visit.header(/^Time/));
  const expected = Array.from({ length: rows }, (_, index) => message(index))
    .filter(({ failed_reason }) => failed_reason === 'Absent subscriber').reverse().map(expectedMessage);
  await visit.untilGridRows(expected.length);
  await visit.settled();
  const { sheets } = await exported();
  assert.deepEqual(byTitle(sheets['Delivery report']), expected);
  const summary = JSON.stringify(sheets.Summary);
  assert.match(summary, /Failed/);
  assert.match(summary, /absent/);
});

test('a finished export is said, and the export button is there again', async (t) => {
  await open(t);
  await exported();
  await visit.page.getByRole('status').filter({ hasText: /\.xlsx/ }).first().waitFor({ state: 'attached' });
  assert.equal(await visit.button(/^Export/).count(), 1);
});

test('the dialog says what will be in the file, and about how large it will be', async (t) => {
  await open(t);
  await visit.press(visit.button(/^Failed /));
  await visit.untilGridRows(countOf(rows, 'Failed'));
  await visit.press(visit.button(/^Export/));
  await within('checkbox', `Delivery report, ${countOf(rows, 'Failed')} rows  ·  7 columns`).waitFor({ state: 'attached' });
  await within('checkbox', `uLink clicks, ${rows / 4} rows  ·  5 columns`).waitFor({ state: 'attached' });
  await within('checkbox', 'Clicks by location, 5 rows').waitFor({ state: 'attached' });
  await visit.dialog.getByText('Status is Failed').waitFor({ state: 'attached' });
  const size = visit.dialog.getByText(/^about \d+ KB$/);
  await size.waitFor({ state: 'attached' });
  const before = Number.parseInt((await size.textContent()).slice('about '.length), 10);
  const { path } = await downloaded(() => visit.press(within('button', 'Export')));
  const kilobytes = statSync(path).size / 1000;
  assert.ok(Math.abs(before / kilobytes - 1) < 0.3, `about ${before} KB, and it is ${kilobytes}`);
});

test('columns are in the workbook as they are on screen: without those that are hidden, in the order of the grid', async (t) => {
  await open(t);
  await visit.press(visit.button('Columns'));
  for (const name of ['name', 'attempt']) await visit.press(visit.page.getByRole('checkbox', { name }));
  await visit.page.keyboard.press('Escape');
  await visit.press(visit.button('Menu of Status'));
  await visit.press(visit.button('Pin'));
  await visit.page.keyboard.press('Escape');
  await visit.settled();
  const order = (await visit.headers()).map((name) => name.replace(/,.*$/, ''));
  assert.equal(order[0], 'Status');
  const { sheets } = await exported(() => within('checkbox', /5 of 7 columns/).waitFor({ state: 'attached' }));
  const sheet = sheets['Delivery report'];
  assert.deepEqual(titles(sheet).map((title) => title.replace(/ \(.*/, '')), order);
  const { number, status, timestamp } = message(4);
  const row = Object.fromEntries(titles(sheet).map((title, index) => [title.replace(/ \(.*/, ''), sheet.rows[5][index]]));
  assert.deepEqual([row.Status.v, row.Number.v, row.Number.t, row.Time.v, row.Time.t], [status, number, 's', wallClock(timestamp), 'd']);
  assert.equal(sheet.filter, `A1:E${rows + 1}`);
  assert.equal(titles(sheets['uLink clicks']).length, 5);
  const whole = await exported(() => visit.press(within('button', 'Everything')));
  assert.deepEqual(byTitle(whole.sheets['Delivery report']), Array.from({ length: rows }, (_, index) => expectedMessage(message(index))));
  assert.equal(titles(whole.sheets['Delivery report'])[0], 'Number');
});

test('masked numbers have a code that is the same in both sheets, and a sheet that is not wanted is left out', async (t) => {
  await open(t);
  const { sheets } = await exported(async () => {
    await tick('Mask numbers');
    await tick(/^Clicks by location/);
  });
  const masked = texts(sheets['Delivery report'])[0][0];
  assert.match(masked, /^…0000 [0-9a-f]{16}$/);
  assert.equal(texts(sheets['uLink clicks'])[0][0], masked);
  assert.ok(!JSON.stringify(sheets).includes(message(0).number));
  assert.ok(!('Clicks by location' in sheets));
  const again = await exported(() => tick('Mask numbers')); // what was chosen is chosen still
  assert.ok(!('Clicks by location' in again.sheets));
  assert.equal(texts(again.sheets['Delivery report'])[0][0], message(0).number);
  await choose(() => tick(/^Clicks by location/));
});

test('as CSV the table on the tab that is shown is exported, or the one that is picked', async (t) => {
  await open(t);
  await visit.press(visit.tab(/^uLink clicks/));
  const clicks = await downloaded(() => visit.export(() => visit.press(within('button', 'CSV'))));
  assert.match(clicks.name, /\.csv$/);
  const lines = readFileSync(clicks.path, 'utf8').trim().split('\r\n');
  assert.equal(lines.length, 1 + rows / 4);
  assert.ok(lines[1].startsWith(click(0).number));
  const messages = await downloaded(() => visit.export(async () => {
    await visit.press(within('button', 'JSON lines'));
    await visit.press(within('button', 'Delivery report'));
  }));
  assert.match(messages.name, /\.ndjson$/);
  assert.deepEqual(JSON.parse(readFileSync(messages.path, 'utf8').split('\n')[3]), message(3));
  await choose(() => visit.press(within('button', 'Excel workbook')));
});

test('an audience is exported with a row for each recipient, whatever is filtered', async (t) => {
  await open(t);
  await visit.type('no such text');
  await visit.untilGridRows(0);
  const { sheets } = await exported(async () => {
    await visit.press(within('button', 'An audience'));
    await visit.press(within('button', /^Audience/));
    await visit.press(within('button', /^Clicked/));
    await within('checkbox', `Delivery report, ${rows / 4} rows  ·  7 columns`).waitFor({ state: 'attached' });
  });
  const numbers = texts(sheets['Delivery report']).map(([number]) => number);
  assert.deepEqual(numbers, Array.from({ length: rows / 4 }, (_, index) => click(index).number));
  assert.ok(!('uLink clicks' in sheets));
  assert.match(JSON.stringify(sheets.Summary), /only \\"Clicked\\"/);
});

test('Enter exports what is shown at once, and Escape gives it up', async (t) => {
  await open(t);
  await visit.press(visit.button(/^Export/));
  await visit.dialog.waitFor({ state: 'attached' });
  await visit.page.keyboard.press('Escape');
  await visit.dialog.waitFor({ state: 'detached' });
  await visit.page.keyboard.press('Control+E');
  await visit.dialog.waitFor({ state: 'attached' });
  const { path } = await downloaded(() => visit.page.keyboard.press('Enter'));
  assert.equal(texts(sheetsOf(path)['Delivery report']).length, rows);
});

test('from the keyboard alone the dialog has the focus, keeps it, and gives it back', async (t) => {
  await open(t);
  const focused = () => visit.page.evaluate(() => document.activeElement.textContent);
  const button = visit.button(/^Export/).first();
  await button.focus();
  await visit.page.keyboard.press('Enter');
  await visit.dialog.waitFor({ state: 'attached' });
  assert.equal(await visit.dialog.evaluate((dialog) => dialog.contains(document.activeElement)), true);
  assert.equal(await focused(), 'Export');
  await visit.page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), 'Cancel');
  await visit.page.keyboard.press('Escape');
  await visit.dialog.waitFor({ state: 'detached' });
  assert.equal(await button.evaluate((element) => element === document.activeElement), true);
  await visit.page.keyboard.press('Enter');
  await visit.dialog.waitFor({ state: 'attached' });
  const { name } = await downloaded(() => visit.page.keyboard.press('Enter'));
  assert.match(name, /\.xlsx$/);
});

/** Stands in for the browser's question where a file is to be; `written` is what has come there. */
const answerWhere = (answer) => visit.page.evaluate((what) => {
  globalThis.written = { asked: 0, bytes: 0, closed: false };
  globalThis.showSaveFilePicker = async ({ suggestedName }) => {
    written.asked += 1;
    written.name = suggestedName;
    if (what === 'cancel') throw new DOMException('no', 'AbortError');
    return {
      name: 'chosen.xlsx',
      createWritable: async () => {
        if (what === 'forbid') throw new DOMException('It is not allowed', 'NotAllowedError');
        return new WritableStream({
          async write(part) {
            if (what === 'full') throw new DOMException('full', 'QuotaExceededError');
            if (what === 'slow') await new Promise((resolve) => { written.goOn = resolve; });
            written.bytes += part.length;
          },
          close() { written.closed = true; },
          abort() { written.givenUp = true; },
        });
      },
    };
  };
}, answer);

test('an export goes straight to the place that is chosen; a "no" to the question is no export', async (t) => {
  await open(t);
  let downloads = 0;
  const count = () => { ++downloads; };
  visit.page.on('download', count);
  await answerWhere('cancel');
  await visit.export(async () => {
    await visit.dialog.getByText(/^about/).waitFor({ state: 'attached' });
    await tick('Choose where to save it');
  });
  await visit.page.waitForFunction(() => written.asked === 1);
  assert.match(await visit.page.evaluate(() => written.name), /^an export goes straight.*\.xlsx$/);
  await visit.settled();
  assert.equal(await visit.alert.count(), 0);

  await answerWhere('yes');
  await visit.export();
  await visit.page.getByRole('status').filter({ hasText: 'Exported “chosen.xlsx”' }).waitFor({ state: 'attached' });
  const { bytes, closed } = await visit.page.evaluate(() => written);
  assert.ok(bytes > 10_000 && closed, `${bytes} bytes`);

  await answerWhere('full');
  await visit.export();
  await visit.alert.filter({ hasText: 'The disk is full' }).waitFor({ state: 'attached' });
  await answerWhere('forbid');
  await visit.export();
  await visit.alert.filter({ hasText: 'It is not allowed' }).waitFor({ state: 'attached' });
  visit.page.off('download', count);
  assert.equal(downloads, 0);
  await choose(() => tick('Choose where to save it'));
});

test('an export can be cancelled, and the next one works', async (t) => {
  await open(t);
  await answerWhere('slow');
  await visit.export(() => tick('Choose where to save it'));
  await visit.page.waitForFunction(() => written.goOn);
  await visit.press(visit.button('Cancel'));
  await visit.page.getByRole('progressbar').waitFor({ state: 'detached' });
  await visit.page.evaluate(() => written.goOn());
  await visit.page.waitForFunction(() => written.givenUp);
  assert.equal(await visit.alert.count(), 0);

  await choose(() => tick('Choose where to save it'));
  const last = message(rows - 1);
  await visit.type(last.number);
  await visit.untilGridRows(1);
  const { sheets } = await exported();
  assert.deepEqual(byTitle(sheets['Delivery report']), [expectedMessage(last)]);
});

test('exports that are ended at any moment leave no Worker and no memory behind', async () => {
  const { page } = visit;
  const tools = await host.browser.newBrowserCDPSession();
  const memory = async () => {
    await page.requestGC();
    const { processInfo } = await tools.send('SystemInfo.getProcessInfo');
    const kilobytes = processInfo.filter(({ type }) => type === 'renderer')
      .map(({ id }) => Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]));
    return kilobytes.reduce((sum, one) => sum + one) / 1024;
  };
  const endedExports = (count) => page.evaluate(async ([text, times]) => {
    const { open: openReport } = await import('./engine.mjs');
    const opened = await openReport(new Blob([text]));
    await opened.exportXlsx(); // the first works out insight, too
    const start = performance.now();
    await opened.exportXlsx();
    const whole = performance.now() - start;
    const outcomes = [];
    for (let i = 0; i < times; ++i) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), whole * Math.random());
      outcomes.push(await opened.exportXlsx({ signal: controller.signal }).then(() => 'done', ({ name }) => name));
    }
    opened.close();
    return outcomes;
  }, [JSON.stringify(report(20_000)), count]);

  await endedExports(5);
  await visit.settled();
  const before = { memory: await memory(), workers: page.workers().length };
  const outcomes = await endedExports(40);
  assert.ok(outcomes.filter((outcome) => outcome === 'AbortError').length > 20, outcomes.join());
  const more = await memory() - before.memory;
  assert.ok(more < 40, `${more} MB more`); // a Worker of the exporter takes 5 to 10
  for (const until = Date.now() + 10_000; page.workers().length > before.workers && Date.now() < until;) await page.waitForTimeout(50);
  assert.ok(page.workers().length <= before.workers, `${page.workers().length} Workers`); // the last may have been about to start
});

test('export asks for nothing over the network', async (t) => {
  await open(t);
  visit.requests.length = 0;
  await exported();
  assert.deepEqual(visit.requests, []);
});
