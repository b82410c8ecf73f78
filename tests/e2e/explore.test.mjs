// An open report: filter, search, sort, scroll, clicks; quiet when nobody does anything.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { click, countOf, message, report, wallClock } from './reports.mjs';

const rows = 20_000;
let host, visit, folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-lens-'));
  host = await startBrowser();
  visit = await openPage(host);
});
after(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});
const { campaign, ...tables } = report(rows);
beforeEach(async ({ name }) => { // a report of its own for each test: nothing of what was done to the last one is left
  const path = join(folder, 'eid.json');
  writeFileSync(path, JSON.stringify({ campaign: { ...campaign, name }, ...tables }));
  await visit.drop({ path });
  await visit.opened(name);
  await visit.resetView();
});
afterEach(() => assert.deepEqual(visit.problems, [], 'nothing was written to the console'));

const failed = countOf(rows, 'Failed');
const notSubmitted = countOf(rows, 'Not submitted to flow studio');

test('the columns are number, status, time, failed reason and then every further field', async () => {
  const headers = await visit.headers();
  assert.equal(headers.length, 7);
  for (const [index, title] of ['Number', 'Status', 'Time', 'Failed reason'].entries()) assert.ok(headers[index].startsWith(title), headers[index]);
  const [first] = await visit.visibleRows();
  const expected = message(0);
  assert.deepEqual(first.slice(0, 3), [expected.number, expected.status, wallClock(expected.timestamp)]);
  assert.ok(first.includes(expected.message_id) && first.includes(expected.name));
});

test('a count card filters the grid to its rows, and pressed again shows all', async () => {
  const card = visit.button(/^Failed /);
  await visit.press(card);
  await visit.untilGridRows(failed);
  assert.equal(await card.getAttribute('aria-pressed'), 'true');
  await visit.settled();
  for (const row of await visit.visibleRows()) assert.equal(row[1], 'Failed');
  await visit.press(card);
  await visit.untilGridRows(rows);
});

test('Submitted is cumulative: the card counts what the grid then shows', async () => {
  await visit.press(visit.button(/^Submitted to flow studio /));
  await visit.untilGridRows(rows - notSubmitted);
});

test('a count card explains itself on hover', async () => {
  await visit.hover(visit.button(/^Delivery not confirmed /));
  const tooltip = visit.page.getByRole('tooltip');
  await tooltip.waitFor({ state: 'attached' });
  assert.match(await tooltip.innerText(), /no flow execution report received yet/);
});

test('search finds text in any column, whatever its case', async () => {
  await visit.type('ABU ALI');
  await visit.untilGridRows(Math.ceil((rows - 2) / 7));
  await visit.settled();
  for (const row of await visit.visibleRows()) assert.ok(row.some((cell) => cell.includes('Abu Ali')));
  await visit.type('');
  await visit.untilGridRows(rows);
});

test('search and status work together, and nothing found offers the way back', async () => {
  await visit.press(visit.button(/^Failed /));
  await visit.untilGridRows(failed);
  await visit.type('no such text');
  await visit.untilGridRows(0);
  await visit.press(visit.button('Clear filters').first());
  await visit.untilGridRows(rows);
});

test('a header sorts up, then down, then gives the file\'s order back', async () => {
  const numbers = Array.from({ length: rows }, (_, index) => index % 4);
  const column = (await visit.headers()).findIndex((title) => title.startsWith('attempt'));
  const values = async () => { await visit.settled(); return (await visit.visibleRows()).map((row) => Number(row[column])); };
  await visit.press(visit.header(/^attempt/));
  assert.ok((await values()).every((value) => value === 0));
  assert.equal(await visit.header(/^attempt/).getAttribute('aria-sort'), 'ascending');
  await visit.press(visit.header(/^attempt/));
  assert.ok((await values()).every((value) => value === 3));
  await visit.press(visit.header(/^attempt/));
  const back = await values();
  assert.deepEqual(back, numbers.slice(0, back.length));
});

test('the wheel moves by whole rows and the keyboard reaches the last row', async () => {
  const { x, y } = await visit.place(visit.grid);
  await visit.page.mouse.move(x, y);
  await visit.page.mouse.wheel(0, 1000);
  await visit.settled();
  const [top] = await visit.visibleRows();
  const index = Array.from({ length: 200 }, (_, row) => message(row).number).indexOf(top[0]);
  assert.ok(index > 3, `scrolled to row ${index}`);
  await visit.page.mouse.click(x, y);
  await visit.page.keyboard.press('Control+End');
  await visit.settled();
  assert.equal((await visit.visibleRows()).at(-1)[0], message(rows - 1).number);
  await visit.page.keyboard.press('Control+Home');
  await visit.settled();
  assert.equal((await visit.visibleRows())[0][0], message(0).number);
});

test('an hour of the week opens the rows that it counts, as a chip', async () => {
  await visit.press(visit.tab('Insight'));
  const hour = visit.button(/^Sunday 9:00–10:00: [\d,]+ messages$/);
  await visit.wheelTo(hour);
  await visit.press(hour);
  const chip = visit.button(/^Remove filter: Time is on Sunday 9:00–10:00$/);
  await chip.waitFor({ state: 'attached' });
  const counted = Array.from({ length: rows }, (_, index) => message(index)).filter(({ timestamp }) => / 09:/.test(wallClock(timestamp))).length;
  await visit.untilGridRows(counted);
  await visit.press(chip);
  await visit.untilGridRows(rows);
});

test('the click table shows each click, and clicks by location their counts', async () => {
  await visit.press(visit.tab(/^uLink clicks/));
  await visit.untilGridRows(rows / 4);
  await visit.settled();
  const [first] = await visit.visibleRows();
  const expected = click(0);
  assert.deepEqual(first, [expected.number, expected.location, wallClock(expected.timestamp), expected.variable, expected.url]);
  const locations = await visit.page.locator('#mirror').innerText();
  for (const city of ['Riyadh', 'جدة', 'Doha']) assert.ok(locations.includes(city), city);
  assert.equal(await visit.button(/^Riyadh 1,000 /).count(), 1);
});

test('a column\'s menu lists its values with their counts; ticks become a chip, undo takes them back, redo gives them again', async () => {
  await visit.hover(visit.header('Failed reason'));
  await visit.press(visit.button('Menu of Failed reason'));
  const absent = visit.page.getByRole('checkbox', { name: /^Absent subscriber, / });
  await absent.waitFor({ state: 'attached' });
  await visit.press(visit.button('None'));
  await visit.press(absent);
  const wanted = Array.from({ length: rows }, (_, index) => message(index)).filter(({ failed_reason: reason }) => reason === 'Absent subscriber').length;
  await visit.untilGridRows(wanted);
  assert.equal(await absent.getAttribute('aria-label'), `Absent subscriber, ${wanted.toLocaleString('en')}`);
  const arabic = visit.page.getByRole('checkbox', { name: /^المشترك غير متاح, / });
  assert.equal(await arabic.count(), 1);
  await visit.press(visit.field('Search in this column'));
  await visit.page.keyboard.type('absent');
  await arabic.waitFor({ state: 'detached' });
  assert.equal(await absent.count(), 1);
  await visit.page.keyboard.press('Escape');
  await visit.field('Search in this column').waitFor({ state: 'detached' }); // until then the keys are its own
  await visit.page.keyboard.press('Control+z');
  await visit.untilGridRows(rows);
  await visit.page.keyboard.press('Control+Shift+z');
  await visit.untilGridRows(wanted);
  await visit.press(visit.button(/^Remove filter: Failed reason is "Absent subscriber"/));
  await visit.untilGridRows(rows);
});

test('a field is edited as in any page: words by a double click, what an input method composes, Escape for its text and then for itself', async () => {
  await visit.type('absent switched');
  const { x, y, height } = await visit.search.boundingBox();
  await visit.page.mouse.dblclick(x + 12, y + height / 2);
  await visit.page.keyboard.type('no');
  assert.equal(await visit.search.inputValue(), 'no switched');
  await visit.page.keyboard.press('Control+z'); // the browser's: of letters, not of filters
  assert.notEqual(await visit.search.inputValue(), 'no switched');

  await visit.page.keyboard.press('Control+A');
  const session = await visit.page.context().newCDPSession(visit.page);
  await session.send('Input.imeSetComposition', { text: 'مر', selectionStart: 2, selectionEnd: 2 });
  await visit.settled();
  assert.equal(await visit.search.inputValue(), 'مر', 'a frame does not disturb what is being composed');
  await session.send('Input.insertText', { text: 'المشترك' });
  assert.equal(await visit.search.inputValue(), 'المشترك');
  await visit.untilGridRows(Array.from({ length: rows }, (_, index) => message(index))
    .filter(({ failed_reason: reason }) => reason.includes('المشترك')).length);

  await visit.page.keyboard.press('Escape');
  await visit.untilGridRows(rows);
  assert.equal(await visit.search.inputValue(), '');
  const edited = () => visit.page.evaluate(() => document.activeElement.type === 'search');
  assert.ok(await edited());
  await visit.page.keyboard.press('Escape');
  assert.ok(!await edited());
});

test('cells are selected by mouse and keyboard, and copied as they are, numbers as texts', async () => {
  await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit.press(visit.page.getByRole('gridcell', { name: message(1).number, exact: true }));
  await visit.page.keyboard.press('Shift+ArrowDown');
  await visit.page.keyboard.press('Shift+ArrowRight');
  await visit.settled();
  assert.equal(await visit.page.locator('#mirror [role=gridcell][aria-selected=true]').count(), 4);
  await visit.page.keyboard.press('Control+c');
  await visit.page.getByText(/2 rows copied/).waitFor({ state: 'attached' });
  const copied = await visit.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(['text/plain', 'text/html'].map(async (type) => (await item.getType(type)).text()));
  });
  const [one, two] = [message(1), message(2)];
  assert.equal(copied[0].replaceAll('\r\n', '\n'), `${one.number}\t${one.status}\n${two.number}\t${two.status}`);
  assert.match(copied[1], /<td style="mso-number-format:[^>]*>\+9665/);
  await visit.page.keyboard.press('Control+a');
  await visit.page.getByText(new RegExp(`${rows.toLocaleString('en')} rows × 7 columns selected`)).waitFor({ state: 'attached' });
  await visit.page.keyboard.press('Control+g');
  await visit.field(/^Row, 1 to /).waitFor({ state: 'attached' });
  await visit.settled();
  await visit.page.keyboard.type('12,345');
  await visit.page.keyboard.press('Enter');
  await visit.page.getByRole('gridcell', { name: message(12_344).number, exact: true }).waitFor({ state: 'attached' });
});

test('Ctrl+F finds a text in the rows that are shown, from one to the next and back, in their order', async () => {
  await visit.press(visit.button(/^Failed /));
  await visit.untilGridRows(failed);
  await visit.settled();
  const shown = Array.from({ length: rows }, (_, index) => message(index)).filter(({ status }) => status === 'Failed');
  const needle = shown.at(-2).number.slice(-7);
  const found = shown.filter((one) => Object.values(one).some((value) => String(value).includes(needle)));
  assert.ok(found.length > 0);
  const told = (place) => visit.page.getByText(`${place} of ${found.length} row${found.length === 1 ? '' : 's'}`, { exact: true }).waitFor({ state: 'attached' });
  const selected = () => visit.page.locator('[role=gridcell][aria-selected=true]');
  const { x, y } = await visit.place(visit.grid);
  await visit.page.mouse.click(x, y);
  await visit.page.keyboard.press('Control+Home');
  await visit.page.keyboard.press('Control+f');
  await visit.field('Find in these rows').waitFor({ state: 'attached' });
  await visit.settled();
  await visit.page.keyboard.type(needle);
  await told(1);
  await visit.settled();
  assert.equal(await selected().count(), 1);
  assert.ok((await selected().innerText()).includes(needle));

  await visit.page.keyboard.press('Control+a');
  await visit.page.keyboard.type('absent SUB');
  const absent = shown.map(({ failed_reason: reason }, index) => (reason === 'Absent subscriber' ? index : -1)).filter((index) => index >= 0);
  const at = async (number) => {
    await visit.page.getByText(`${number.toLocaleString('en')} of ${absent.length.toLocaleString('en')} rows`, { exact: true }).waitFor({ state: 'attached' });
    await visit.settled();
    assert.equal(await selected().innerText(), 'Absent subscriber');
    const row = visit.page.locator('#mirror [role=row]', { has: selected() });
    assert.equal(Number(await row.getAttribute('aria-rowindex')), absent[number - 1] + 2);
  };
  const from = absent.findIndex((index) => index >= shown.indexOf(found[0])); // it goes on from the row that was found before
  let number = from < 0 ? 1 : from + 1;
  await at(number);
  const keys = [['Enter', 1], ['Enter', 1], ['Enter', 1], ['F3', 1], ['Shift+Enter', -1], ['Shift+F3', -1], ['Shift+Enter', -1], ['Shift+Enter', -1]];
  for (const [key, step] of keys) {
    await visit.page.keyboard.press(key);
    number = (number - 1 + step + absent.length) % absent.length + 1; // behind the last one comes the first
    await at(number);
  }
  await visit.page.keyboard.press('Escape');
  await visit.field('Find in these rows').waitFor({ state: 'detached' });
  await visit.page.keyboard.press('F3');
  await visit.page.keyboard.press('F3');
  await visit.settled();
  assert.equal(await selected().innerText(), 'Absent subscriber');
  await visit.page.keyboard.press('Control+f');
  await at((number + 1) % absent.length + 1);
  await visit.page.keyboard.press('Control+a');
  await visit.page.keyboard.type('no such text');
  await visit.page.getByText('Not found', { exact: true }).waitFor({ state: 'attached' });
  await visit.page.keyboard.press('Escape');
});

test('columns are hidden, given back, and carried to another place', async () => {
  await visit.press(visit.button('Columns'));
  await visit.press(visit.page.getByRole('checkbox', { name: 'name', exact: true }));
  await visit.page.keyboard.press('Escape');
  await visit.settled();
  assert.ok(!(await visit.headers()).includes('name'));
  await visit.page.keyboard.press('Control+z');
  await visit.settled();
  assert.ok((await visit.headers()).includes('name'));
  const from = await visit.place(visit.header('Time'));
  const to = await visit.place(visit.header('Number'));
  await visit.page.mouse.move(from.x, from.y);
  await visit.page.mouse.down();
  await visit.page.mouse.move(to.x, to.y, { steps: 4 });
  await visit.page.mouse.move(to.x - 40, to.y);
  await visit.page.mouse.up();
  await visit.settled();
  assert.deepEqual((await visit.headers()).slice(0, 3), ['Time', 'Number', 'Status']);
  assert.equal((await visit.visibleRows())[0][1], message(0).number);
});

test('a column is made wider by its edge, fits its values again, and stays in sight where it is pinned', async () => {
  const { mouse, keyboard } = visit.page;
  const first = () => visit.page.getByRole('gridcell').first().boundingBox();
  const arrange = async (choice) => {
    await visit.hover(visit.header('Number'));
    await visit.press(visit.button('Menu of Number'));
    await visit.press(visit.button(choice));
    await keyboard.press('Escape');
    await visit.settled();
  };
  const before = await first();
  await mouse.move(before.x + before.width, before.y - 20);
  await mouse.down();
  await mouse.move(before.x + before.width + 150, before.y - 20, { steps: 3 });
  await visit.settled();
  await mouse.up();
  await visit.settled();
  assert.ok(Math.abs((await first()).width - before.width - 150) <= 2);
  await arrange('Fit width');
  const fitting = (await first()).width;
  assert.ok(fitting < before.width + 100, `${fitting} after ${before.width}`);
  await arrange('Pin');
  await visit.page.setViewportSize({ width: 700, height: 540 });
  await visit.settled();
  const pinned = await first();
  await visit.hover(visit.page.getByRole('gridcell').nth(1));
  await mouse.wheel(400, 0);
  await visit.settled();
  assert.equal((await first()).x, pinned.x);
  assert.equal((await visit.visibleRows())[0][0], message(0).number);
  await visit.page.setViewportSize({ width: 1280, height: 540 });
});

test('a copied text is whole, with its lines; a copied time is as on screen', async () => {
  await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const note = `a "first" line\n${'and a long second one '.repeat(30)}`;
  const rows = [{ number: '+966510000001', status: 'Failed', timestamp: '2026-03-01T09:00:05+03:00', note }];
  await visit.drop({ name: 'notes.json', content: JSON.stringify({ campaign: { ...campaign, name: 'Notes' }, messages: rows }) });
  await visit.opened('Notes');
  await visit.press(visit.page.getByRole('gridcell', { name: rows[0].number, exact: true }));
  await visit.page.keyboard.press('Control+a');
  await visit.page.keyboard.press('Control+c');
  await visit.page.getByText(/1 row copied/).waitFor({ state: 'attached' });
  const [text, html] = await visit.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(['text/plain', 'text/html'].map(async (type) => (await item.getType(type)).text()));
  });
  assert.equal(text.replaceAll('\r\n', '\n'), [rows[0].number, 'Failed', '2026-03-01 09:00:05', `"${note.replaceAll('"', '""')}"`].join('\t'));
  assert.equal([...html.matchAll(/second one/g)].length, 30);
});

test('Enter shows all fields of a row and its clicks, which are a press away', async () => {
  await visit.press(visit.page.getByRole('gridcell', { name: message(4).number, exact: true }));
  await visit.page.keyboard.press('Enter');
  await visit.page.getByText(`Number: ${message(4).number}`).waitFor({ state: 'attached' });
  await visit.press(visit.button('Show 1 click'));
  await visit.untilGridRows(1);
  await visit.settled();
  assert.equal((await visit.visibleRows())[0][0], click(1).number);
});

test('what is pressed and typed while a frame takes long is acted upon in the next one, in order', async () => {
  const { mouse, keyboard } = visit.page;
  const cell = (index) => visit.place(visit.page.getByRole('gridcell', { name: message(index).number, exact: true }));
  const [first, other, field] = [await cell(4), await cell(7), await visit.place(visit.search)];
  const frames = await visit.frames();
  let draw = await visit.holdFrames();
  await mouse.click(first.x, first.y);
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowDown']) await keyboard.press(key);
  await draw();
  assert.equal(await visit.page.locator('#mirror [role=gridcell][aria-selected=true]').count(), 6);
  assert.ok(await visit.frames() - frames < 5, 'not a frame for each');
  await visit.settled();

  draw = await visit.holdFrames();
  await mouse.click(field.x, field.y);
  await keyboard.press('Escape');
  await mouse.click(other.x, other.y);
  await keyboard.press('Enter');
  await draw();
  await visit.page.getByText(`Number: ${message(7).number}`).waitFor({ state: 'attached' });
  await keyboard.press('ArrowDown'); // not in the field
  await visit.page.getByText(`Number: ${message(8).number}`).waitFor({ state: 'attached' });
});

test('insight says what the rows mean, and a reason leads to its rows', async () => {
  await visit.press(visit.tab('Insight'));
  await visit.page.getByRole('heading', { name: 'Why messages did not get through' }).waitFor({ state: 'attached' });
  const pressed = async (name) => { // gives the number that it says
    const bar = visit.button(name);
    await bar.waitFor({ state: 'attached' });
    const [number] = (await bar.innerText()).match(/[\d,]+(?=, )/);
    await visit.press(bar);
    return Number(number.replaceAll(',', ''));
  };
  await visit.untilGridRows(await pressed(/^Clicks by recipients whose messages failed /));
  await visit.button('Remove filter: Only Clicks by recipients whose messages failed').waitFor({ state: 'attached' });
  await visit.press(visit.tab('Insight'));
  await visit.untilGridRows(await pressed(/^Absent subscriber /));
  await visit.settled();
  for (const row of await visit.visibleRows()) assert.equal(row[3], 'Absent subscriber');
});

test('an idle page draws no frame and asks for nothing', async () => {
  await visit.page.mouse.move(5, 5);
  await visit.settled();
  const frames = await visit.frames();
  visit.requests.length = 0;
  await visit.page.waitForTimeout(1000);
  assert.equal(await visit.frames(), frames);
  await visit.press(visit.button(/^Failed /));
  await visit.press(visit.tab(/^uLink clicks/));
  await visit.type('riyadh');
  await visit.settled();
  assert.deepEqual(visit.requests, []);
});

test('the canvas has a pixel for every pixel of the screen', async () => {
  for (const scale of [1.5, 2]) {
    const other = await openPage(host, { viewport: { width: 640, height: 400 }, scale });
    assert.deepEqual(await other.page.locator('#canvas').evaluate(({ width, height }) => [width, height]), [640 * scale, 400 * scale]);
    await other.close();
  }
});
