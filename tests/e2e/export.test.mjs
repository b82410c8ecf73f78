// EXPORT: the workbook holds what is on screen, cell for cell.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { click, message, report, wallClock } from './reports.mjs';

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
async function open({ name }, messages = rows) {
  const { campaign, ...tables } = report(messages);
  if (messages > rows) tables.ulink_clicks = [];
  await visit.drop({ name: 'eid.json', content: JSON.stringify({ campaign: { ...campaign, name }, ...tables }) });
  await visit.opened(name);
}
async function exported() {
  const coming = visit.page.waitForEvent('download');
  await visit.press(visit.button(/^Export/));
  const download = await coming;
  const path = join(folder, `${Math.random()}.xlsx`);
  await download.saveAs(path);
  const sheets = JSON.parse(execFileSync('/usr/bin/python3', [reader, path], { maxBuffer: 1 << 28 }));
  return { name: download.suggestedFilename(), sheets };
}
const texts = (sheet) => sheet.rows.slice(1).map((row) => row.map(({ v }) => v));

/** A message as the workbook must show it, by column title. */
const expectedMessage = ({ number, status, timestamp, failed_reason, message_id, name, attempt }) =>
  [number, status, wallClock(timestamp), failed_reason || null, message_id, name, attempt];

/** Puts a sheet's cells into the order of `expectedMessage`. */
function byTitle(sheet) {
  const titles = sheet.rows[0].map(({ v }) => v);
  const order = [/^Number$/, /^Status$/, /^Time/, /^Failed reason$/, /^Message id/i, /^name$/, /^attempt$/]
    .map((pattern) => titles.findIndex((title) => pattern.test(title)));
  assert.ok(!order.includes(-1), titles.join(', '));
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

test('an export can be cancelled, and the next one works', async (t) => {
  await open(t, 100_000);
  await visit.press(visit.button(/^Export/));
  await visit.press(visit.button('Cancel'));
  await visit.button(/^Export/).waitFor({ state: 'attached' });
  const last = message(99_999);
  await visit.type(last.number);
  await visit.untilGridRows(1);
  const { sheets } = await exported();
  assert.deepEqual(byTitle(sheets['Delivery report']), [expectedMessage(last)]);
});

test('export asks for nothing over the network', async (t) => {
  await open(t);
  visit.requests.length = 0;
  await exported();
  assert.deepEqual(visit.requests, []);
});
