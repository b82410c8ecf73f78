// A report of a million messages, as large as most will ever be: all that people do, with no task that keeps the page from answering.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';

const rows = 1_000_000;
const clicks = rows / 4;
const longest = 50; // ms of CPU, as what else the machine does, such as drawing without a graphics card, is not the page's

let folder, file, host, visit;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-lens-'));
  file = join(folder, 'million.json');
  const written = openSync(file, 'w');
  execFileSync('node', [fileURLToPath(new URL('../bench/make_report.mjs', import.meta.url)), String(rows)], { stdio: ['ignore', written, 'inherit'] });
  closeSync(written);
  host = await startBrowser();
  visit = await openPage(host, {
    viewport: { width: 720, height: 600 }, motion: true,
  });
  visit.page.setDefaultTimeout(60_000);
  await visit.settled();
});
after(async () => {
  await host?.close();
  rmSync(folder, { recursive: true });
});
let traced = false;
beforeEach(async () => {
  await host.browser.startTracing(visit.page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  traced = true;
});
/** Ends the trace, so that what a test itself does in the page is not in it. */
async function noLongTask() {
  traced = false;
  const tasks = tasksOfPage(JSON.parse(await host.browser.stopTracing()).traceEvents);
  assert.ok(tasks.length > 10, `${tasks.length} tasks`);
  assert.ok(Math.max(...tasks) <= longest, `tasks of ${tasks.filter((ms) => ms > longest).join(', ')} ms`);
}
afterEach(async () => {
  if (traced) await noLongTask();
  assert.deepEqual(visit.problems, [], 'nothing was written to the console');
});

/** What each task of the page's own thread took, in ms of CPU. */
function tasksOfPage(events) {
  const threadOf = ({ pid, tid }) => `${pid}/${tid}`;
  const drawing = new Set(events.filter(({ name }) => name === 'FireAnimationFrame').map(threadOf));
  const tasks = events.filter((event) => event.name.endsWith('RunTask') && event.tdur > 0 && drawing.has(threadOf(event)));
  return tasks.map(({ tdur }) => tdur / 1000);
}

const rowsShown = async () => {
  const [, shown, all] = /([\d,]+) of ([\d,]+) rows/.exec(await visit.page.getByRole('status').filter({ hasText: / of [\d,]+ rows/ }).textContent());
  return [shown, all].map((figure) => Number(figure.replaceAll(',', '')));
};
const topRow = async () => Number(await visit.grid.evaluate((grid) => (
  [...grid.querySelectorAll('[role=row]')].find((row) => row.querySelector('[role=gridcell]')).getAttribute('aria-rowindex')))) - 2;
const column = async (name) => (await visit.headers()).indexOf(name);

test('while it loads its first rows are there, and can be scrolled, filtered and sorted', async () => {
  await visit.drop({ path: file });
  await visit.grid.waitFor({ state: 'attached' });
  await visit.page.mouse.move(400, 380);
  await visit.page.mouse.wheel(0, 500);
  await visit.press(visit.button(/^Failed /));
  await visit.untilGridRows(await failed());
  await visit.press(visit.button(/^Failed /));
  await visit.untilGridRows(rows);
});

/** How many the card counts, once all is read. */
async function failed() {
  await visit.page.getByRole('progressbar').waitFor({ state: 'detached' });
  await visit.settled();
  const card = await visit.button(/^Failed /).textContent();
  return Number(/^Failed ([\d,]+)/.exec(card)[1].replaceAll(',', ''));
}

test('the last row is reached by key, wheel, thumb and number, and the first again', async () => {
  const { x, y } = await visit.place(visit.grid);
  await visit.page.mouse.click(x, y);
  await visit.page.keyboard.press('Control+End');
  await visit.settled();
  const last = await topRow();
  const seen = (await visit.visibleRows()).length;
  assert.ok(last + seen >= rows && last < rows, `top row ${last}, ${seen} seen`);
  await visit.page.mouse.wheel(0, -1200);
  await visit.settled();
  const above = await topRow();
  assert.ok(above < last && above > last - 100, `${above} from ${last}`);
  await visit.page.mouse.wheel(0, 5000);
  await visit.settled();
  assert.equal(await topRow(), last);
  await visit.page.keyboard.press('Control+G');
  await visit.field(/^Row, 1 to 1,000,000/).waitFor({ state: 'attached' });
  await visit.settled();
  await visit.page.keyboard.type('500000');
  await visit.page.keyboard.press('Enter');
  await visit.settled();
  const middle = await topRow();
  assert.ok(middle < 500_000 && middle > 499_950, `${middle}`);
  await visit.page.keyboard.press('Control+Home');
  await visit.settled();
  assert.equal(await topRow(), 0);
});

test('a touchpad scrolls by pixels, a wheel glides to whole rows', async () => {
  const { x, y } = await visit.place(visit.grid);
  await visit.page.mouse.move(x, y);
  const top = () => visit.grid.evaluate((grid) => {
    const cell = grid.querySelectorAll('[role=row]')[2].getBoundingClientRect();
    return { y: cell.y };
  });
  await visit.settled();
  const whole = await top();
  for (let step = 0; step < 5; ++step) await visit.page.mouse.wheel(0, 4);
  await visit.settled();
  assert.equal(Math.round(whole.y - (await top()).y), 20);
  await visit.page.waitForTimeout(400); // a notch at once would be the touchpad's
  await visit.page.mouse.wheel(0, -100);
  await visit.settled();
  assert.deepEqual(await top(), whole);
});

test('it is searched while one types, sorted by several columns, and the values of a column are counted', async () => {
  await visit.type('switched off');
  await visit.settled();
  const [shown, all] = await rowsShown();
  assert.equal(all, rows);
  const reason = await column('Failed reason');
  assert.ok(shown > 1000 && shown < rows / 5, `${shown}`);
  for (const row of await visit.visibleRows()) assert.match(row[reason], /switched off/);
  await visit.type('');
  await visit.untilGridRows(rows);
  await visit.press(visit.header('Time'));
  await visit.settled();
  const time = await column('Time');
  const times = (await visit.visibleRows()).map((row) => row[time]);
  assert.deepEqual(times, [...times].sort());
  await visit.hover(visit.header('Status'));
  await visit.press(visit.button('Menu of Status'));
  await visit.page.getByRole('checkbox', { name: /^Success, [\d,]+$/ }).waitFor({ state: 'attached' });
  await visit.page.keyboard.press('Escape');
  await visit.settled();
});

test('a text is found from one row to the next', async () => {
  await visit.page.keyboard.press('Control+F');
  await visit.field('Find in these rows').waitFor({ state: 'attached' });
  await visit.settled();
  await visit.page.keyboard.type('User limit reached');
  await visit.page.getByRole('status').filter({ hasText: /^1 of [\d,]+ rows$/ }).waitFor({ state: 'attached' });
  await visit.page.keyboard.press('Enter');
  await visit.page.getByRole('status').filter({ hasText: /^2 of [\d,]+ rows$/ }).waitFor({ state: 'attached' });
  await visit.page.keyboard.press('Escape');
  await visit.page.keyboard.press('Escape');
  await visit.settled();
});

test('of all rows that are selected as many are copied as a clipboard takes, and it is said', async () => {
  await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const { x, y } = await visit.place(visit.grid);
  await visit.page.mouse.click(x, y);
  await visit.page.keyboard.press('Control+A');
  await visit.page.keyboard.press('Control+C');
  await visit.page.locator('#mirror').getByText(/^Only the first [\d,]+ rows were copied/).waitFor({ state: 'attached' });
  await visit.page.getByRole('status').filter({ hasText: /rows copied/ }).waitFor({ state: 'attached' });
  await noLongTask();
  const copied = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.split('\n').length >= 2_000);
  await visit.press(visit.button('Dismiss'));
  await visit.page.keyboard.press('Escape');
});

test('its clicks and its insight are looked at', async () => {
  await visit.press(visit.tab(/^uLink clicks/));
  await visit.untilGridRows(clicks);
  await visit.press(visit.tab('Insight'));
  await visit.wheelTo(visit.page.getByRole('heading', { name: 'Why messages did not get through' }));
  await visit.press(visit.tab(/^How this file was read/));
  await visit.settled();
  await visit.press(visit.tab(/^Delivery report/));
  await visit.untilGridRows(rows);
});

test('what is filtered becomes a workbook while the page goes on', async () => {
  await visit.press(visit.button(/^Failed /));
  await visit.untilGridRows(await failed());
  const download = visit.page.waitForEvent('download');
  await visit.export();
  await visit.page.mouse.move(400, 380);
  for (let turn = 0; turn < 20; ++turn) await visit.page.mouse.wheel(0, 300);
  assert.match((await download).suggestedFilename(), /\.xlsx$/);
  await visit.settled();
});

test('of rows with long texts fewer are copied', async () => {
  const note = 'تجربة '.repeat(5_000);
  const messages = Array.from({ length: 500 }, (_, index) => ({ number: `+9665${10_000_000 + index}`, status: 'Failed', note: `${index} ${note}` }));
  const path = join(folder, 'long.json');
  writeFileSync(path, JSON.stringify({ campaign: { name: 'Long notes' }, messages }));
  await visit.drop({ path });
  await visit.opened('Long notes');
  await visit.resetView();
  const { x, y } = await visit.place(visit.page.getByRole('gridcell', { name: messages[0].number, exact: true }));
  await visit.page.mouse.click(x, y);
  await visit.page.keyboard.press('Control+A');
  await visit.page.keyboard.press('Control+C');
  const said = visit.page.locator('#mirror').getByText(/^Only the first [\d,]+ rows were copied/);
  await said.waitFor({ state: 'attached' });
  await noLongTask();
  const [, count] = /first ([\d,]+) rows/.exec(await said.textContent());
  const lines = (await visit.page.evaluate(() => navigator.clipboard.readText())).split('\n');
  assert.equal(lines.length, Number(count));
  assert.ok(lines.length >= 10 && lines.length < 100, `${count} rows`);
  assert.equal(lines.at(-1).trimEnd(), [messages[lines.length - 1].number, 'Failed', messages[lines.length - 1].note.trimEnd()].join('\t'));
});

test('a report of nearly as many columns as are kept is opened and scrolled both ways', async () => {
  const fields = (row) => Array.from({ length: 990 }, (_, column) => [`field_${column}`, `value ${row % 50} ${column}`]);
  const messages = Array.from({ length: 1_000 }, (_, row) => ({ number: `+9665${10_000_000 + row}`, status: 'Failed', ...Object.fromEntries(fields(row)) }));
  const path = join(folder, 'wide.json');
  writeFileSync(path, JSON.stringify({ campaign: { name: 'Wide' }, messages }));
  await visit.drop({ path });
  await visit.opened('Wide');
  const { x, y } = await visit.place(visit.grid);
  await visit.page.mouse.move(x, y);
  for (let turn = 0; turn < 10; ++turn) await visit.page.mouse.wheel(0, 600);
  for (let turn = 0; turn < 10; ++turn) await visit.page.mouse.wheel(600, 0);
  await visit.settled();
  assert.ok((await visit.headers()).some((title) => /^field_[1-9]\d/.test(title)));
  assert.notEqual((await visit.visibleRows())[0][0], messages[0].number);
});
