// How a report is looked at: it comes back for the next one of the same columns, and is saved into a file and opened from it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { countOf, report } from './reports.mjs';

const rows = 400;
let host, visit;
before(async () => { host = await startBrowser(); });
after(() => host.close());
beforeEach(async () => {
  visit = await openPage(host);
  await openReport('March');
});
afterEach(async () => {
  assert.deepEqual(visit.problems, [], 'nothing was written to the console');
  await visit.close();
});

async function openReport(name, content = report(rows)) {
  await visit.drop({ name: `${name}.json`, content: JSON.stringify({ ...content, campaign: { ...content.campaign, name } }) });
  await visit.opened(name);
}
const failed = countOf(rows, 'Failed');
const kept = () => visit.page.evaluate(() => JSON.stringify({ ...localStorage }));
const notice = () => visit.page.locator('#mirror [role=status]').filter({ hasText: /view/ }).innerText();
const titles = async () => (await visit.headers()).map((title) => title.replace(/,.*/, ''));
async function fromMenu(name) {
  await visit.press(visit.button(/^More:/));
  await visit.press(visit.button(name));
}

/** Columns, order, and filters of every kind: a status, a search, a value. */
async function arrange() {
  await visit.press(visit.button('Columns'));
  await visit.press(visit.page.getByRole('checkbox', { name: 'name', exact: true }));
  await visit.page.keyboard.press('Escape');
  await visit.settled();
  await visit.press(visit.header(/^attempt/));
  await visit.press(visit.button(/^Failed /));
  await visit.hover(visit.header('Failed reason'));
  await visit.press(visit.button('Menu of Failed reason'));
  await visit.press(visit.button('None'));
  await visit.press(visit.page.getByRole('checkbox', { name: /^Absent subscriber, / }));
  await visit.page.keyboard.press('Escape');
  await visit.type('Abu');
  await visit.settled();
}

test('the view of a report comes back for the next one of the same columns, without a value of it in storage', async () => {
  await arrange();
  const arranged = await titles();
  assert.ok(!arranged.includes('name'));
  const stored = await kept();
  for (const value of ['Abu', 'Absent', '+966', 'March']) assert.ok(!stored.includes(value), `${value} in ${stored}`);

  await visit.page.reload();
  await visit.button('Try a sample').waitFor({ state: 'attached' });
  await openReport('April');
  assert.match(await notice(), /Your last view/);
  assert.deepEqual(await titles(), arranged);
  assert.equal(await visit.header(/^attempt/).getAttribute('aria-sort'), 'ascending');
  await visit.untilGridRows(failed); // the status alone: what was searched for and ticked is not kept

  await visit.press(visit.button('Reset view'));
  await visit.untilGridRows(rows);
  await visit.settled();
  assert.ok((await titles()).includes('name'));
  assert.equal(await visit.button('Reset view').count(), 0);
  assert.equal(await kept(), '{}');
  await visit.page.keyboard.press('Control+z');
  await visit.untilGridRows(failed);
});

test('a report of other columns comes as it is', async () => {
  await visit.press(visit.button(/^Failed /));
  await visit.untilGridRows(failed);
  const { messages, ...rest } = report(rows);
  await openReport('Other', { ...rest, messages: messages.map((message) => ({ ...message, shop: 'A' })) });
  assert.equal(await visit.gridRows(), rows);
});

test('a view is saved into a file with all that it has; opened, chosen or dropped, it is back, and undone at once', async () => {
  await arrange();
  const [arranged, found] = [await titles(), await visit.gridRows()];
  const downloading = visit.page.waitForEvent('download');
  await fromMenu(/^Save view/);
  const download = await downloading;
  assert.equal(download.suggestedFilename(), 'March.campaign-view.json');
  const content = await readFile(await download.path(), 'utf8');
  assert.deepEqual(JSON.parse(content).delivery.filters, [{ column: 'failed_reason', oneOf: ['Absent subscriber'] }]);

  await fromMenu(/^Reset view/);
  await visit.untilGridRows(rows);
  const choosing = visit.page.waitForEvent('filechooser');
  await fromMenu(/^Open view/);
  await (await choosing).setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await visit.untilGridRows(found);
  await visit.settled();
  assert.deepEqual(await titles(), arranged);
  assert.match(await notice(), /The view “mine.json” is in place/);

  await visit.page.keyboard.press('Control+z');
  await visit.untilGridRows(rows);
  await visit.drop({ name: 'again (1).json', content });
  await visit.untilGridRows(found);
});

test('what a view lacks or is wrong about is said, and a view without a report is no report', async () => {
  await visit.drop({ name: 'a.campaign-view.json', content: JSON.stringify({
    format: 'campaign-lens view', version: 1, delivery: { columns: [{ key: 'number' }, { key: 'shop' }], sort: [{ key: 'shop' }] },
  }) });
  await visit.page.getByText(/This report lacks a column of it: “shop”/).waitFor({ state: 'attached' });
  await visit.drop({ name: 'b.campaign-view.json', content: '{"format": "campaign-lens view", "version": 1, "zone": "Mars/Base"}' });
  await visit.alert.filter({ hasText: /“b.campaign-view.json” could not be opened.*zone is not a time zone/ }).waitFor({ state: 'attached' });
  await visit.close();
  visit = await openPage(host);
  await visit.drop({ name: 'c.json', content: '{"format": "campaign-lens view", "version": 1}' });
  await visit.alert.filter({ hasText: /open a report first/ }).waitFor({ state: 'attached' });
});
