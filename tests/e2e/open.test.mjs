// Landing, opening, refusing: every way in, and every way in which a file can be wrong.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { openPage, siteFolder, startBrowser } from './browser.mjs';
import { countOf, report } from './reports.mjs';

// Most tests share a page, each with reports of its own. Those that begin on the landing open another.
let host, shared, visit;
before(async () => {
  host = await startBrowser();
  shared = await openPage(host);
});
after(() => host.close());
beforeEach(() => { visit = shared; });
afterEach(async () => {
  assert.deepEqual(visit.problems, [], 'nothing was written to the console');
  if (visit !== shared) await visit.close();
});

test('the landing says what it is, how to begin, and that nothing leaves the page', async () => {
  visit = await openPage(host);
  const text = await visit.page.locator('#mirror').innerText();
  assert.match(text, /nothing leaves this page/i);
  for (const name of ['Choose a file', 'Try a sample']) assert.equal(await visit.button(name).count(), 1);
});

test('the sample opens and shows its six counts', async () => {
  visit = await openPage(host);
  await visit.press(visit.button('Try a sample'));
  await visit.grid.waitFor({ state: 'attached' });
  const sample = JSON.parse(readFileSync(`${siteFolder}/sample-report.json`, 'utf8'));
  for (const name of ['Total', 'Submitted to flow studio', 'Success', 'Delivery not confirmed', 'Failed', 'Not submitted to flow studio']) {
    assert.equal(await visit.button(new RegExp(`^${name} `)).count(), 1, name);
  }
  assert.equal(await visit.gridRows(), sample.messages.length);
});

test('a dropped file opens', async () => {
  await visit.drop({ name: 'eid.json', content: JSON.stringify(report(700)) });
  await visit.opened('Eid offer / عرض العيد');
  assert.equal(await visit.gridRows(), 700);
  assert.equal(await visit.button(new RegExp(`^Failed ${countOf(700, 'Failed')} `)).count(), 1);
});

test('a chosen file opens', async () => {
  visit = await openPage(host);
  await visit.choose('eid.json', JSON.stringify(report(70)));
  await visit.opened('Eid offer / عرض العيد');
  assert.equal(await visit.gridRows(), 70);
});

test('a file dropped on an open report replaces it', async () => {
  await visit.drop({ name: 'first.json', content: JSON.stringify(report(7, 'First')) });
  await visit.opened('First');
  await visit.drop({ name: 'second.json', content: JSON.stringify(report(14, 'Second')) });
  await visit.opened('Second');
  assert.equal(await visit.gridRows(), 14);
});

test('of two files dropped one after the other the second is the one that opens', async () => {
  await visit.drop({ name: 'large.json', content: JSON.stringify(report(60_000, 'Large')) });
  await visit.drop({ name: 'small.json', content: JSON.stringify(report(15, 'Small')) });
  await visit.opened('Small');
  await visit.settled();
  assert.equal(await visit.gridRows(), 15);
  assert.equal(await visit.page.getByRole('heading', { name: 'Large' }).count(), 0);
});

test('of a file that is cut off in the middle everything before the cut opens, and it is said', async () => {
  const whole = JSON.stringify(report(20, 'Cut'));
  await visit.drop({ name: 'cut.json', content: whole.slice(0, 1500) });
  await visit.opened('Cut');
  assert.equal(await visit.gridRows(), whole.slice(0, 1500).match(/"attempt":\d}/g).length);
  await visit.press(visit.page.getByRole('button', { name: /1 warning/ }));
  await visit.settled();
  const said = await visit.page.locator('#mirror').innerText();
  assert.match(said, /ends in the middle/);
  assert.match(said, /Line 1\b/);
  assert.ok(said.includes(`byte ${Buffer.byteLength(whole.slice(0, 1500)).toLocaleString('en')}`), said);
});

test('two files dropped together open as one report that says which row came from which', async () => {
  await visit.drop({ name: 'first.json', content: JSON.stringify(report(7, 'Together')) }, { name: 'second.json', content: JSON.stringify(report(14, 'Together')) });
  await visit.opened('Together');
  assert.equal(await visit.gridRows(), 21);
  assert.ok((await visit.headers()).some((title) => title.startsWith('source file')));
});

test('a compressed report opens', async () => {
  await visit.drop({ name: 'eid.json.gz', content: gzipSync(JSON.stringify(report(70, 'Compressed'))) });
  await visit.opened('Compressed');
  assert.equal(await visit.gridRows(), 70);
});

const refused = [
  ['notes.txt', 'Dear all,\nplease find the report attached.', /not a JSON report/i, /line 1/],
  ['cut.json', JSON.stringify(report(20)).slice(0, 200), /ends in the middle/i, /line 1.*byte 208/],
  ['none.json', '{"campaign":{"name":"Empty"},"messages":[]}', /no .*record/i, null],
  ['empty.json', '', /empty/i, null],
  ['comma.json', '[{"number":"1",\n"status" "Failed"}]', /./, /line 2/],
];
test('what is no report is refused with what is wrong and where, and the open report stays', async () => {
  await visit.drop({ name: 'open.json', content: JSON.stringify(report(21, 'Open')) });
  await visit.opened('Open');
  for (const [name, content, message, place] of refused) {
    await visit.drop({ name, content });
    await visit.alert.filter({ hasText: name }).waitFor({ state: 'attached' });
    const said = await visit.alert.innerText();
    assert.match(said, message);
    if (place) assert.match(said, place, name);
    assert.equal(await visit.gridRows(), 21, name);
  }
});

test('a refused first file leaves the landing with the message', async () => {
  visit = await openPage(host);
  await visit.drop({ name: 'notes.txt', content: 'hello' });
  await visit.alert.waitFor({ state: 'attached' });
  assert.equal(await visit.button('Choose a file').count(), 1);
});

test('a dropped folder is refused in words', async () => {
  visit = await openPage(host);
  // A synthetic drop cannot carry a real directory: its entry is the one thing that is replaced here.
  await visit.page.evaluate(() => {
    DataTransferItem.prototype.webkitGetAsEntry = () => ({ isDirectory: true, isFile: false, name: 'reports' });
  });
  await visit.drop({ name: 'reports', content: '' });
  await visit.alert.waitFor({ state: 'attached' });
  assert.match(await visit.alert.innerText(), /folder/i);
});

test('loading shows its progress, and Cancel gives the landing back', async () => {
  visit = await openPage(host);
  // A stream that a test holds open: the load cannot end before Cancel is pressed.
  const content = JSON.stringify(report(100_000));
  await visit.page.evaluate(() => {
    const { postMessage } = Worker.prototype; // of every Worker: the first engine was started with the page
    Worker.prototype.postMessage = function later(...message) {
      setTimeout(() => postMessage.apply(this, message), 1500);
    };
  });
  await visit.drop({ name: 'large.json', content });
  const cancel = visit.button('Cancel');
  await cancel.waitFor({ state: 'attached' });
  const bar = visit.page.getByRole('progressbar');
  await bar.waitFor({ state: 'attached' });
  assert.equal(await bar.evaluate((element) => getComputedStyle(element).opacity), '0', 'what is seen is the canvas');
  await visit.press(cancel);
  await visit.button('Try a sample').waitFor({ state: 'attached' });
  assert.equal(await visit.alert.count(), 0);
});
