// The documented JavaScript client in Node, on the built WebAssembly: node --test tests/node/*.test.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { open } from '../../web/engine.mjs';

const small = {
  campaign: { id: 'c-1', name: 'Ramadan offer', timezone: 'Asia/Riyadh' },
  messages: [
    { number: '+966500000001', status: 'Success', timestamp: '2026-03-01T09:00:07+03:00', failed_reason: '', note: null },
    { number: '+966500000002', status: 'Failed', timestamp: '2026-03-01T09:00:09+03:00', failed_reason: 'Blocked — محظور', price: 0.10 },
    { number: '+966500000003', status: 'Failed', timestamp: '2026-03-01T09:00:08+03:00', failed_reason: 'Expired' },
    { number: '+966500000004', status: 'queued', timestamp: '2026-03-01T09:00:01+03:00', failed_reason: '' },
    { number: '+966500000005', status: 'Not submitted to flow studio', timestamp: '', failed_reason: 'No template' },
  ],
  ulink_clicks: [
    { number: '+966500000001', location: 'Riyadh, SA', timestamp: '2026-03-01T09:12:40+03:00', variable: 'body_variable_1', url: 'https://e.example/1' },
  ],
};
const bytesOf = (report) => new TextEncoder().encode(JSON.stringify(report));
const many = (rows) => bytesOf({
  messages: Array.from({ length: rows }, (_, row) => ({ number: `+9665${String(row).padStart(8, '0')}`, status: row % 3 ? 'Success' : 'Failed', n: row })),
});

test('A report gives its six counts under the names that the command line prints', async () => {
  const report = await open(bytesOf(small));
  assert.deepEqual(report.counts(), {
    total: 5, submitted_to_flow_studio: 4, success: 1, delivery_not_confirmed: 0, failed: 2, not_submitted_to_flow_studio: 1, unrecognised: 0,
  });
  assert.equal(report.summary.campaignName, 'Ramadan offer');
  assert.equal(report.summary.zone, 'Asia/Riyadh');
  assert.equal(report.inPage, true);
  report.close();
});

test('A File, a Blob, an ArrayBuffer and bytes open alike', async () => {
  const bytes = bytesOf(small);
  for (const source of [new Blob([bytes]), bytes.buffer, bytes]) {
    const report = await open(source, { name: 'offer.json' });
    assert.equal(report.counts().total, 5);
    assert.equal(report.summary.fileName, 'offer.json');
    report.close();
  }
});

test('Rows come back as they were written, and as the page shows them', async () => {
  const report = await open(bytesOf(small));
  const [first, second] = await report.rows(0, 2);
  assert.equal(first.timestamp, '2026-03-01T09:00:07+03:00');
  assert.equal(first.failed_reason, '');
  assert.equal(first.note, null);
  assert.equal(first.price, null);
  assert.equal(second.failed_reason, 'Blocked — محظور');
  assert.equal(second.price, '0.1');
  assert.equal((await report.rows(0, 1, { formatted: true }))[0].timestamp, '2026-03-01 09:00:07');
  assert.equal((await report.rows(0, 9, { table: 'clicks' }))[0].location, 'Riyadh, SA');
  report.close();
});

test('A query filters by status and text and sorts; rows follow it', async () => {
  const report = await open(bytesOf(small));
  const { rows, elapsedMs } = await report.query({ statuses: ['Failed'], sort: 'timestamp:desc' });
  assert.equal(rows, 2);
  assert.ok(elapsedMs >= 0);
  assert.deepEqual((await report.rows(0, 9)).map((row) => row.number), ['+966500000002', '+966500000003']);
  await report.query({ statuses: ['failed'], sort: [{ key: 'timestamp' }] });
  assert.deepEqual((await report.rows(0, 9)).map((row) => row.number), ['+966500000003', '+966500000002']);
  assert.equal((await report.query({ search: 'محظور' })).rows, 1);
  assert.equal((await report.query({ statuses: ['submitted_to_flow_studio'] })).rows, 4);
  assert.equal((await report.query({ search: 'x'.repeat(5_000) })).rows, 0);
  report.close();
});

test('A status or a column that does not exist is refused by name', async () => {
  const report = await open(bytesOf(small));
  await assert.rejects(report.query({ statuses: ['Succes'] }), /no status "Succes"/);
  await assert.rejects(report.query({ sort: 'nummber' }), /no column "nummber"/);
  report.close();
});

test('Filters of columns select by value, text, time, number and repetition, and all have to hold', async () => {
  const report = await open(bytesOf(small));
  const found = async (...filters) => {
    await report.query({ filters });
    return (await report.rows(0, 9)).map(({ number }) => number.at(-1)).join('');
  };
  assert.equal(await found({ column: 'status', oneOf: ['Failed', 'queued'] }), '234');
  assert.equal(await found({ column: 'failed_reason', oneOf: [null] }), '14');
  assert.equal(await found({ column: 'failed_reason', oneOf: ['Expired', null], not: true }), '25');
  assert.equal(await found({ column: 'failed_reason', contains: ['محظور', 'expir'] }), '23');
  assert.equal(await found({ column: 'failed_reason', contains: 'block', not: true }), '1345');
  assert.equal(await found({ column: 'failed_reason', beginsWith: 'no' }), '5');
  assert.equal(await found({ column: 'failed_reason', is: 'EXPIRED' }), '3');
  assert.equal(await found({ column: 'number', is: '050 000 0002' }), '2');
  assert.equal(await found({ column: 'timestamp', from: new Date('2026-03-01T06:00:08Z') }), '23');
  assert.equal(await found({ column: 'timestamp', until: new Date('2026-03-01T09:00:08+03:00') }), '14');
  assert.equal(await found({ column: 'timestamp', period: 'first_hour' }), '1234');
  assert.equal(await found({ column: 'price', least: 0.1 }), '2');
  assert.equal(await found({ column: 'status', repeated: true }), '23');
  assert.equal(await found({ column: 'status', repeated: true }, { column: 'failed_reason', is: 'expired' }), '3');
  assert.equal((await report.query({ search: 'no template', searchColumns: ['number'] })).rows, 0);
  report.close();
});

test('A filter that says nothing or something unknown is refused', async () => {
  const report = await open(bytesOf(small));
  await assert.rejects(report.query({ filters: [{ column: 'cities', is: 'x' }] }), /no column "cities"/);
  await assert.rejects(report.query({ filters: [{ column: 'status', equals: 'x' }] }), /no "equals"/);
  await assert.rejects(report.query({ filters: [{ column: 'status' }] }), /asks nothing/);
  await assert.rejects(report.query({ filters: [{ column: 'price', least: NaN }] }), /damaged/);
  report.close();
});

test('The values of a column come with their counts under the filters of the others', async () => {
  const report = await open(bytesOf(small));
  assert.deepEqual(await report.values('status'), {
    rows: 5, blankRows: 0, distinct: 4,
    values: [['Failed', 2], ['Not submitted to flow studio', 1], ['queued', 1], ['Success', 1]].map(([text, rows]) => ({ text, rows })),
  });
  const filters = [{ column: 'status', oneOf: ['Failed'] }];
  assert.equal((await report.values('status', { filters })).distinct, 4);
  assert.deepEqual(await report.values('failed_reason', { filters, first: 1 }), {
    rows: 2, blankRows: 0, distinct: 2, values: [{ text: 'Expired', rows: 1 }],
  });
  assert.equal((await report.values('failed_reason', { search: 'محظور' })).distinct, 1);
  assert.deepEqual((await report.values('location', { table: 'clicks' })).values, [{ text: 'Riyadh, SA', rows: 1 }]);
  report.close();
});

test('More rows than one window holds come whole and in order', async () => {
  const report = await open(many(25_000));
  const rows = await report.rows(1_000, 23_000);
  assert.equal(rows.length, 23_000);
  assert.ok(rows.every((row, at) => row.n === String(1_000 + at)));
  assert.equal((await report.rows(24_990, 100)).length, 10);
  report.close();
});

test('The workbook holds what the query selects, under a name made of the campaign', async () => {
  const report = await open(bytesOf(small));
  const progress = [];
  const workbook = await report.exportXlsx({ delivery: { statuses: ['Failed'] }, onProgress: (now) => progress.push(now) });
  const bytes = Buffer.from(await workbook.arrayBuffer());
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  assert.match(workbook.name ?? 'Ramadan offer.xlsx', /^Ramadan offer\.xlsx$/);
  assert.deepEqual(progress.at(-1), { rowsDone: 3, rowsTotal: 3 });
  report.close();
});

test('The rows of a table come as CSV and as JSON lines, masked if that is wanted', async () => {
  const report = await open(bytesOf(small));
  const csv = await report.exportCsv({ delivery: { statuses: ['Failed'], sort: 'number' } });
  const lines = (await csv.text()).split('\r\n');
  assert.equal(lines.length, 1 + 2 + 1);
  assert.match(lines[1], /^\+966500000002,Failed,2026-03-01 09:00:09,/);
  const masked = await (await report.exportNdjson({ table: 'clicks', maskNumbers: true })).text();
  assert.match(JSON.parse(masked).number, /^…0001 [0-9a-f]{16}$/);
  if (globalThis.File) assert.equal(csv.name, 'Ramadan offer.csv');
  report.close();
});

test('An export has the columns that are named, in their order; of the others nothing', async () => {
  const report = await open(bytesOf(small));
  const delivery = { statuses: ['Failed'], columns: ['status', 'number'] };
  const csv = await (await report.exportCsv({ delivery })).text();
  assert.equal(csv, 'Status,Number\r\nFailed,+966500000002\r\nFailed,+966500000003\r\n');
  const lines = (await (await report.exportNdjson({ delivery })).text()).trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(Object.keys), [['status', 'number'], ['status', 'number']]);
  const [fewer, all] = [await report.exportXlsx({ delivery }), await report.exportXlsx({ delivery: { statuses: ['Failed'] } })];
  assert.ok(fewer.size < all.size);
  await assert.rejects(report.exportCsv({ delivery: { columns: ['colour'] } }), /There is no column "colour"/);
  report.close();
});

test('What an export will take is told before, by a sample', async () => {
  const report = await open(many(60_000));
  for (const format of ['Xlsx', 'Csv', 'Ndjson']) {
    const { name, rows, bytes } = await report[`estimate${format}`]();
    assert.ok(name.endsWith(`.${format.toLowerCase()}`), name);
    assert.deepEqual(rows, { delivery: 60_000, clicks: 0, locations: 0, failures: 1 });
    const { size } = await report[`export${format}`]();
    assert.ok(Math.abs(bytes / size - 1) < 0.15, `${format}: ${bytes} of ${size}`);
  }
  report.close();
});

test('An estimate counts the rows of all sheets, also of those that are left out', async () => {
  const report = await open(bytesOf(small));
  const { rows } = await report.estimateXlsx({ sheets: ['delivery'], delivery: { statuses: ['Failed'] } });
  assert.deepEqual({ ...rows, failures: rows.failures > 0 }, { delivery: 2, clicks: 1, locations: 1, failures: true });
  report.close();
});

test('An estimate that is not wanted any more does not keep the export waiting', async () => {
  const report = await open(many(60_000));
  const controller = new AbortController();
  const estimate = report.estimateXlsx({ signal: controller.signal });
  const workbook = report.exportXlsx();
  controller.abort();
  await assert.rejects(estimate, { name: 'AbortError' });
  assert.ok((await workbook).size > 0);
  report.close();
});

test('A workbook goes to a stream as it is made; one that fails is told and abandoned', async () => {
  const report = await open(many(60_000));
  const parts = [];
  const told = await report.exportXlsx({
    writeTo: (name) => {
      assert.match(name, /\.xlsx$/);
      return new WritableStream({ write: (part) => { parts.push(part); } });
    },
  });
  assert.ok(parts.length > 3);
  assert.equal(told.size, parts.reduce((sum, { length }) => sum + length, 0));
  const full = () => new WritableStream({
    write() { throw Object.assign(new Error('quota'), { name: 'QuotaExceededError' }); },
  });
  await assert.rejects(report.exportXlsx({ writeTo: full }), /The disk is full/);
  await assert.rejects(report.exportXlsx({ writeTo: async () => { throw new Error('no permission'); } }), /no permission/);
  assert.ok((await report.exportXlsx()).size > 0, 'the next one works');
  report.close();
});

test('Every row is in the workbook, whether its batch is longer or shorter than those before it, in a Blob and in a stream', async (t) => {
  const here = mkdtempSync(join(tmpdir(), 'campaign-lens-'));
  t.after(() => rmSync(here, { recursive: true }));
  const notes = Array.from({ length: 300_000 }, (_, row) => `${row}-${'long '.repeat(Math.floor(row / 60_000) % 2 * 10)}`);
  const report = await open(bytesOf({ messages: notes.map((note) => ({ number: '+966500000001', status: 'Success', note })) }));
  const notesIn = (bytes) => {
    const path = join(here, 'notes.xlsx');
    writeFileSync(path, bytes);
    const script = 'import re, sys, zipfile; xml = zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet2.xml").decode(); '
      + 'print("\\n".join(re.findall(r"<t[^>]*>(\\d+-[^<]*)<", xml)))';
    return execFileSync('/usr/bin/python3', ['-c', script, path], { encoding: 'utf8', maxBuffer: 1 << 28 }).trimEnd().split('\n');
  };
  const trimmed = notes.map((note) => note.trimEnd());
  const same = (told) => assert.ok(told.length === trimmed.length && told.every((note, row) => note.trimEnd() === trimmed[row]));
  same(notesIn(Buffer.from(await (await report.exportXlsx()).arrayBuffer())));
  const parts = [];
  await report.exportXlsx({ writeTo: () => new WritableStream({ write: (part) => { parts.push(part); } }) });
  same(notesIn(Buffer.concat(parts)));
  report.close();
});

test('An abort ends an export within a tenth of a second, whenever it comes, and the next one works', async () => {
  const report = await open(many(100_000));
  for (const after of [0, 3, 10, 30, 100]) {
    const controller = new AbortController();
    let aborted = 0;
    setTimeout(() => {
      aborted = performance.now();
      controller.abort();
    }, after);
    await assert.rejects(report.exportXlsx({ signal: controller.signal }), { name: 'AbortError' });
    assert.ok(performance.now() - aborted < 100, `${performance.now() - aborted} ms`);
  }
  assert.ok((await report.exportXlsx({ delivery: { statuses: ['Failed'] } })).size > 0);
  report.close();
});

test('Two exports at once do not mix', async () => {
  const report = await open(many(9_000));
  const sizes = await Promise.all([{ statuses: ['Failed'] }, {}].map(async (delivery) => (await report.exportXlsx({ delivery })).size));
  assert.ok(sizes[0] < sizes[1]);
  const again = (await report.exportXlsx({ delivery: { statuses: ['Failed'] } })).size;
  // The moment of the export is in the workbook: a second later it packs into a few bytes more or fewer.
  assert.ok(Math.abs(again - sizes[0]) < 100, `${again} and ${sizes[0]} bytes`);
  report.close();
});

test('An error says where', async () => {
  await assert.rejects(open(new Blob(['{"messages":[\n{"number":"1","status":}]}'])), (error) => {
    assert.equal(error.line, 2);
    assert.equal(error.byteOffset, 37);
    return true;
  });
  for (const text of ['', 'number,status\n1,Success', '{"messages":[{"number":"1"', '{}']) {
    await assert.rejects(open(new Blob([text])), (error) => error.message.length > 10);
  }
});

test('An abort ends an opening within a tenth of a second', async () => {
  const controller = new AbortController();
  let aborted = 0;
  await assert.rejects(open(many(300_000), {
    signal: controller.signal,
    onProgress() {
      if (aborted === 0) aborted = performance.now();
      controller.abort();
    },
  }), { name: 'AbortError' });
  assert.ok(performance.now() - aborted < 100);
  await assert.rejects(open(bytesOf(small), { signal: AbortSignal.abort() }), { name: 'AbortError' });
});

test('Progress counts bytes and rows up to what there is', async () => {
  const bytes = many(300_000);
  const seen = [];
  const report = await open(bytes, { onProgress: (progress) => seen.push(progress) });
  assert.ok(seen.length > 0);
  assert.ok(seen.every(({ total, bytes: read, deliveryRows }) => total === bytes.length && read <= total && deliveryRows <= 300_000));
  assert.ok(seen.every((progress, at) => at === 0 || progress.bytes > seen[at - 1].bytes));
  report.close();
});

test('A report can be used while it is read, and grows', async () => {
  const bytes = many(300_000);
  const seen = [];
  let asked = null;
  const report = await open(bytes, {
    onRows(growing) {
      const { complete, rows, counts } = growing.summary;
      seen.push({ complete, rows: rows.delivery, total: counts.total });
      asked ??= growing.query({ statuses: ['Failed'], sort: 'n:desc' }).then(async (answer) => ({ answer, row: (await growing.rows(0, 1))[0] }));
    },
  });
  assert.ok(seen.length >= 1 && seen[0].rows >= 1_000 && seen[0].rows < 300_000, JSON.stringify(seen));
  assert.ok(seen.every(({ complete, rows, total }, at) => !complete && rows === total && (at === 0 || rows > seen[at - 1].rows)));
  const { answer, row } = await asked;
  assert.ok(answer.rows >= Math.floor(seen[0].rows / 3) && row.status === 'Failed');
  assert.ok(report.summary.complete);
  assert.equal((await report.query({ statuses: ['Failed'] })).rows, 100_000);
  report.close();
});

test('A report that is stopped keeps what has been read, and says so', async () => {
  const report = await open(many(600_000), { onRows: (growing) => growing.stop() });
  assert.ok(report.summary.complete && !report.summary.readToEnd);
  assert.ok(report.summary.rows.delivery >= 1_000 && report.summary.rows.delivery < 600_000);
  assert.equal((await report.query()).rows, report.summary.rows.delivery);
  assert.match(report.summary.warnings[0].message, /^Reading was stopped: [\d,]+ rows were read, from .* of .*; there are about [\d,]+ in all\.$/);
  report.close();
});

test('Reading stops before memory runs out, with what is there', async () => {
  const report = await open(many(600_000), { memoryLimit: 2_000_000 });
  assert.ok(report.summary.rows.delivery >= 65_536 && report.summary.rows.delivery < 600_000);
  assert.match(report.summary.warnings[0].message, /^Reading stopped before memory ran out/);
  report.close();
});

test('What was read wrongly is corrected at once, and taken back', async () => {
  const report = await open(bytesOf({
    messages: [
      { whom: '+966500000001', status: 'Success', at: '2026-03-01 09:00:07' },
      { whom: '+966500000002', status: 'parked', at: '2026-03-01 09:00:09' },
    ],
  }));
  assert.equal(report.counts().unrecognised, 1);
  assert.deepEqual(report.summary.unknownStatuses, [{ status: 'parked', rows: 1, family: 'unrecognised' }]);
  assert.equal(report.summary.naiveTimes, 2);
  const corrected = await report.correct({
    roles: [{ table: 'delivery', column: 'whom', role: 'number' }],
    statuses: [{ status: 'parked', family: 'failed' }],
    zone: 'Asia/Riyadh',
  });
  assert.deepEqual([report.counts().failed, report.counts().unrecognised], [1, 0]);
  assert.equal(corrected.zone, 'Asia/Riyadh');
  assert.equal(corrected.columns.delivery.find(({ key }) => key === 'whom').title, 'Number');
  assert.equal((await report.query({ statuses: ['Failed'] })).rows, 1);
  assert.equal((await report.rows(0, 1, { formatted: true }))[0].at, '2026-03-01 09:00:09');
  assert.deepEqual(corrected.contents.delivery.map(({ filled }) => filled), [2, 2, 2]);
  await assert.rejects(report.correct({ zone: 'Mars/Olympus' }), /Mars\/Olympus/);
  await report.correct({});
  assert.equal(report.counts().unrecognised, 1);
  report.close();
});

test('Several files are one report that says which row came from which', async () => {
  const part = (name, rows) => Object.assign(new Blob([many(rows)]), { name });
  const report = await open([part('first.json', 3), part('second.json', 4)]);
  assert.equal(report.counts().total, 7);
  assert.equal(report.summary.fileName, 'first.json and 1 more');
  assert.deepEqual((await report.rows(0, 9)).map((row) => row['source file']), [...Array(3).fill('first.json'), ...Array(4).fill('second.json')]);
  report.close();
});

test('A warning says in which file, where, and what is wrong just there', async () => {
  const part = (name, text) => Object.assign(new Blob([text]), { name });
  const report = await open([part('good.json', '[{"number":"1"}]'), part('bad.json', '[{"number":"2"},\n{"number":"3" "x":1}]')]);
  assert.deepEqual(report.summary.files, ['good.json', 'bad.json']);
  assert.deepEqual(report.summary.warnings, [{
    message: 'A record could not be read and was skipped.',
    count: 1,
    places: [{ place: { line: 2, byteOffset: 31, file: 1 }, detail: 'Expected a comma or “}”, found “"x"”.' }],
  }]);
  report.close();
});

test('Two reports at once are independent, and a closed one answers no more', async () => {
  const [one, other] = await Promise.all([open(bytesOf(small)), open(many(7))]);
  await one.query({ statuses: ['Failed'] });
  assert.equal((await other.query()).rows, 7);
  one.close();
  await assert.rejects(one.rows(0, 1), /closed/);
  assert.equal((await other.rows(0, 9)).length, 7);
  other.close();
});

test('The sample report opens without a warning', async () => {
  const report = await open(readFileSync(new URL('../../assets/sample-report.json', import.meta.url)), { name: 'sample-report.json' });
  assert.deepEqual(report.summary.warnings, []);
  assert.ok(report.counts().unrecognised === 0 && report.summary.locations.length >= 12);
  report.close();
});

const reportOf = (rows) => new TextEncoder().encode(JSON.stringify(Array.from({ length: rows }, (_, i) => (
  { number: `+9665${String(i * 7919 % 100_000_000).padStart(8, '0')}`, status: i % 3 ? 'Success' : 'Failed', note: `Note ${i * 31 % rows} for ${i}` }))));
/** One that is large enough for questions to take several slices. */
const large = reportOf(150_000);

test('A newer query overtakes one that takes long, which is rejected', async () => {
  const report = await open(large);
  const older = report.query({ sort: 'note' });
  const newer = report.query({ statuses: ['Failed'], sort: 'note:desc' });
  await assert.rejects(older, { name: 'AbortError' });
  assert.equal((await newer).rows, 50_000);
  assert.equal((await report.rows(0, 1))[0].status, 'Failed');
  // One of the other table, values and insight overtake nothing.
  const [found, values, insight] = await Promise.all([report.query({ search: 'note 7' }), report.values('note', { count: 1 }), report.insight()]);
  assert.ok(found.rows > 0);
  assert.equal(values.distinct, 150_000);
  assert.equal(insight.rows.delivery, 150_000);
  report.close();
});

test('What takes long says how far it is, can be ended, and lets rows be read meanwhile', async () => {
  const report = await open(reportOf(600_000)); // a quarter of it is sorted before there is progress to tell
  await report.query({ search: 'note 7' });
  const before = await report.rows(0, 3);
  const controller = new AbortController();
  const onProgress = () => controller.abort(new Error('enough'));
  await assert.rejects(report.query({ sort: ['note', 'number', 'note', 'note'], signal: controller.signal, onProgress }), /enough/);
  // What was shown still is.
  assert.deepEqual(await report.rows(0, 3), before);
  await assert.rejects(report.values('note', { signal: AbortSignal.abort(new Error('never')) }), /never/);

  const shares = [];
  await report.query({ sort: ['note', 'number', 'status', 'note', 'note'], onProgress: ({ done }) => shares.push(done) });
  assert.ok(shares.length > 0);
  assert.deepEqual(shares, [...shares].sort((a, b) => a - b));
  assert.ok(shares.every((done) => done > 0 && done <= 1));
  report.close();
});

test('While a report is read its questions are answered, one after the other', async () => {
  const answers = [];
  const report = await open(large, {
    onRows: (growing) => answers.push(growing.query({ sort: 'note' }).then(({ rows }) => rows, ({ name }) => name)),
  });
  assert.equal((await report.query({})).rows, 150_000);
  assert.ok((await Promise.all(answers)).every((answer) => answer === 'AbortError' || answer > 0));
  report.close();
});
