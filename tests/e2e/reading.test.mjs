// How this file was read: what the product took each column, status and time for, and what a person corrects of that.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { openPage, siteFolder, startBrowser } from './browser.mjs';
import { foreign, foreignRows, foreignStatus } from './reports.mjs';

const count = (...wanted) => Array.from({ length: foreignRows }, (_, index) => foreignStatus(index)).filter((status) => wanted.includes(status)).length;

let host, visit;
before(async () => {
  host = await startBrowser();
  visit = await openPage(host, { viewport: { width: 1280, height: 800 } });
});
after(() => host.close());
afterEach(() => assert.deepEqual(visit.problems, [], 'nothing was written to the console'));

/** A report of its own for each test: nothing of what was done to the last one is left. */
async function open({ name }, content) {
  await visit.drop({ name: `${name}.json`, content });
  await visit.opened(`${name}.json`);
  await visit.resetView();
}
const reading = () => visit.tab(/^How this file was read/);
const card = (name, value) => visit.button(new RegExp(`^${name} ${value} `)).waitFor({ state: 'attached' });
/** Opens the list of the control and presses one of its choices. */
async function choose(control, choice) {
  await visit.press(visit.button(control));
  await visit.press(visit.button(choice));
}

test('the tab says the file, its rows, its columns and how they were taken', async (t) => {
  await open(t, foreign());
  await visit.press(reading());
  await visit.settled();
  const text = await visit.page.locator('#mirror').innerText();
  for (const said of [`File: ${t.name}.json`, 'Delivery report: 1,000 rows, 4 columns', 'None stated: read as UTC', '500 times have no offset']) {
    assert.ok(text.includes(said), said);
  }
  const columns = await visit.visibleRows();
  assert.deepEqual(columns.map(([field]) => field), ['msisdn', 'status', 'timestamp', 'note']);
  assert.deepEqual(columns.map(([, role]) => role), [
    'Read msisdn as: Number', 'Read status as: Status', 'Read timestamp as: Time', 'Read note as: Just a column']);
  assert.deepEqual(columns[3].slice(2), ['Text', '250, 25.0%', 'ملاحظة']);
});

test('a column that was not taken for the status is given that role, and the counts follow at once', async (t) => {
  await open(t, foreign({ statusKey: 'ergebnis' }));
  await visit.press(reading());
  await choose(/^Read ergebnis as: Just a column/, /^Status$/);
  await visit.button(/^Read ergebnis as: Status/).waitFor({ state: 'attached' });
  await card('Failed', count('Failed'));
  await visit.press(visit.tab(/^Delivery report/));
  await visit.header(/^Status/).waitFor({ state: 'attached' });
  await visit.press(visit.button(/^Failed /));
  await visit.untilGridRows(count('Failed'));
  await visit.press(reading());
  await visit.press(visit.button('Read ergebnis as it was found'));
  await visit.button(/^Read ergebnis as: Just a column/).waitFor({ state: 'attached' });
  await card('Failed', 0);
});

test('a status that is not recognised is given a meaning, in the counts, the filter and the rows', async (t) => {
  await open(t, foreign());
  await card('Unrecognised', count('Zugestellt', 'تم التسليم'));
  await visit.press(visit.button(/^2 statuses not recognised/)); // the hint leads to the tab
  await choose(/^“Zugestellt” means: Not recognised/, /^Success$/);
  await visit.button(/^“Zugestellt” means: Success/).waitFor({ state: 'attached' });
  await card('Success', count('Success', 'Zugestellt'));
  await choose(/^“تم التسليم” means: Not recognised/, /^Success$/);
  await card('Success', count('Success', 'Zugestellt', 'تم التسليم'));
  await visit.settled();
  assert.equal(await visit.button(/not recognised – review/).count(), 0);
  assert.equal(await visit.button(/^Unrecognised /).count(), 0);

  await visit.press(visit.button(/^Success /));
  await visit.untilGridRows(count('Success', 'Zugestellt', 'تم التسليم'));
  await visit.press(reading());
  await visit.press(visit.button('Undo all corrections'));
  await card('Success', count('Success'));
  await card('Unrecognised', count('Zugestellt', 'تم التسليم'));
});

test('times without an offset belong to the zone that is chosen, and all are shown in it', async (t) => {
  await open(t, foreign());
  const times = async () => {
    await visit.settled();
    const at = (await visit.headers()).findIndex((title) => title.startsWith('Time'));
    return (await visit.visibleRows()).slice(0, 2).map((row) => row[at]);
  };
  assert.deepEqual(await times(), ['2026-03-01 09:00:00', '2026-03-01 09:00:01']);
  await visit.press(reading());
  await choose(/^Zone of times without an offset: UTC/, /^Asia\/Dubai/);
  await visit.page.getByText(/^Time zone: Chosen by you/).waitFor({ state: 'attached' });
  await visit.press(visit.tab(/^Delivery report/));
  await visit.page.getByRole('status').filter({ hasText: 'Times in Asia/Dubai' }).waitFor({ state: 'attached' });
  assert.deepEqual(await times(), ['2026-03-01 09:00:00', '2026-03-01 13:00:01']);
});

test('the times are shown in any zone that the browser knows, which is found by its name', async (t) => {
  await open(t, foreign());
  const column = (await visit.headers()).indexOf('Time');
  await visit.press(visit.button(/^Time zone: /));
  await visit.field('Search time zones').waitFor({ state: 'attached' });
  await visit.settled();
  await visit.page.keyboard.type('auckl');
  await visit.press(visit.button('Pacific/Auckland'));
  await visit.button('Time zone: Pacific/Auckland').waitFor({ state: 'attached' });
  await visit.settled();
  const [first, second] = await visit.visibleRows();
  assert.equal(second[column], '2026-03-01 22:00:01', 'with an offset: thirteen hours before UTC');
  assert.equal(first[column], '2026-03-01 09:00:00', 'without one: as written');
});

test('a warning says in which file, where and what is wrong just there, and that can be copied', async () => {
  await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const content = foreign();
  await visit.drop({ name: 'foreign.json', content }, { name: 'damaged.json', content: '[{"msisdn":"1"},\n{"msisdn":"2" "note":1}]' });
  await visit.opened('foreign.json and 1 more');
  await visit.press(visit.button(/^\d+ warnings?$/)); // of the status line
  await visit.page.getByRole('heading', { name: 'Warnings' }).waitFor({ state: 'attached' });
  const byte = Buffer.byteLength(content.slice(0, content.indexOf('\n17,') + 1));
  for (const [place, copied] of [
    [`Copy: Line 3, byte ${byte}, foreign.json`, `foreign.json, line 3, byte ${byte}`],
    ['Copy: Line 2, byte 31, damaged.json: Expected', 'damaged.json, line 2, byte 31: Expected a comma or “}”, found “"note"”.'],
  ]) {
    await visit.press(visit.button(place));
    await visit.settled();
    assert.equal(await visit.page.evaluate(() => navigator.clipboard.readText()), copied);
  }
});

test('what does not fit is scrolled to', async () => {
  await visit.drop({ path: `${siteFolder}/sample-report.json` });
  await visit.opened('Ramadan offer · عرض رمضان');
  await visit.press(reading());
  const { x, y } = await visit.place(visit.page.getByRole('grid', { name: 'Columns of the delivery report' }));
  const clicks = visit.page.getByRole('grid', { name: 'Columns of the uLink clicks' });
  await visit.page.mouse.move(x, y);
  await visit.page.mouse.wheel(0, 3000);
  await clicks.waitFor({ state: 'attached' });
  await visit.page.mouse.wheel(0, -3000);
  await visit.page.getByText(/^File: /).waitFor({ state: 'attached' });
});

test('a browser that tells the changes of a zone tells those that its wall clock shows', async () => {
  const zones = ['Asia/Riyadh', 'Asia/Kolkata', 'Europe/Berlin', 'Africa/Casablanca', 'America/Argentina/Tucuman', 'Australia/Lord_Howe', 'Nowhere/At_All'];
  const found = await visit.page.evaluate(async (names) => {
    const { transitionsByWallClock, zoneTransitions } = await import(new URL('zones.mjs', document.baseURI));
    const none = (error) => (error instanceof RangeError ? null : Promise.reject(error));
    return Promise.all(names.map(async (name) => {
      const seen = await Promise.resolve(name).then((zone) => [...transitionsByWallClock(zone)]).catch(none);
      return { name, temporal: typeof Temporal, told: zoneTransitions(name) && [...zoneTransitions(name)], seen };
    }));
  }, zones);
  for (const { name, temporal, told, seen } of found) {
    assert.equal(temporal, 'object');
    assert.deepEqual(told, seen, name);
  }
});
