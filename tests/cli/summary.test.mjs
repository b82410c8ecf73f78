// campaign-lens summary
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { folder, output, report, run, write } from './cli.mjs';

const here = folder();
const file = write(here, 'report.json', report);

test('The counts, facts and warnings are one JSON object', () => {
  const summary = JSON.parse(output(['summary', file, '--json']));
  assert.deepEqual(Object.keys(summary), ['campaign', 'counts', 'clicks', 'warnings']);
  assert.deepEqual(summary.campaign, report.campaign);
  assert.deepEqual(summary.counts, {
    total: 7, submitted_to_flow_studio: 5, success: 2, delivery_not_confirmed: 1, failed: 1,
    not_submitted_to_flow_studio: 1, unrecognised: 1,
  });
  assert.equal(summary.clicks, 3);
  assert.ok(summary.warnings.some(({ message }) => message === 'The report states 6 for Total; its rows give 7.'));
});

test('The counts are text that a person can read', () => {
  const out = output(['summary', file]);
  assert.match(out, /^Ramadan offer\n/);
  assert.match(out, /^Launched at +2026-03-01 09:00:00$/m);
  assert.match(out, /^Submitted to flow studio +5 +71\.4%$/m);
  assert.match(out, /^Unrecognised +1 +14\.3%$/m);
  assert.match(out, /^uLink clicks +3$/m);
  assert.match(out, /^ +2 +Riyadh, SA$/m);
  assert.match(out, /The report states 6 for Total/);
});

test('A report comes from standard input too', () => {
  assert.equal(output(['summary', '-', '--json'], { input: JSON.stringify(report) }), output(['summary', file, '--json']));
});

test('A file larger than one chunk is read whole', () => {
  const messages = Array.from({ length: 30_000 }, (_, i) => ({ number: `+9665${i}`, status: i % 2 ? 'Failed' : 'Success', padding: 'x'.repeat(80) }));
  const large = write(here, 'large.json', { messages });
  assert.equal(JSON.parse(output(['summary', large, '--json'])).counts.failed, 15_000);
});

test('What cannot be read is an error with its place, and status 1', () => {
  const cases = [
    ['missing.json', null, /No such file/],
    ['empty.json', '', /empty/i],
    ['text.json', 'Dear all,', /JSON/],
    ['cut.json', '{"messages":[\n{"number":', /line 2/],
    ['none.json', '{"campaign":{"name":"x"}}', /./],
  ];
  for (const [name, content, expected] of cases) {
    const path = content === null ? `${here}/${name}` : write(here, name, content);
    const { status, out, err } = run(['summary', path, '--json']);
    assert.equal(status, 1, name);
    assert.equal(out, '', name);
    assert.ok(err.startsWith(`campaign-lens: ${path}: `), err);
    assert.match(err, expected);
  }
});

test('What cannot be read of a report is a warning with its places', () => {
  const damaged = write(here, 'damaged.json', '[{"number":"1"},\n{"number":"2" "x":1},\n{"number":"3"}, {"number":');
  const { counts, warnings } = JSON.parse(output(['summary', damaged, '--json']));
  assert.equal(counts.total, 2);
  assert.equal(warnings.length, 2);
  assert.match(warnings[0].message, /skipped/);
  assert.deepEqual(warnings[0].places, [{ line: 2, byte: 31, detail: 'Expected a comma or “}”, found “"x"”.' }]);
  assert.match(warnings[1].message, /ends in the middle/);
  assert.deepEqual(warnings[1].places, [{ line: 3, byte: 65 }]);
});

test('A compressed report is read as what is in it', () => {
  const packed = `${here}/report.json.gz`;
  writeFileSync(packed, gzipSync(JSON.stringify(report)));
  assert.equal(output(['summary', packed, '--json']), output(['summary', file, '--json']));
});

test('Several files are one report', () => {
  const first = write(here, 'first.json', [{ number: '1', status: 'Success' }]);
  const second = write(here, 'second.json', [{ number: '2', status: 'Failed' }, 7]);
  const notes = write(here, 'notes.txt', 'Dear all,');
  assert.equal(output(['rows', first, second]),
    'number,status,source file\r\n1,Success,first.json\r\n2,Failed,second.json\r\n');
  const { counts, warnings } = JSON.parse(output(['summary', first, second, notes, '--json']));
  assert.equal(counts.total, 2);
  assert.deepEqual(warnings.map(({ message }) => message.slice(0, 20)), ['A value that stands ', '“notes.txt” holds no']);
  assert.deepEqual(warnings[0].places, [{ line: 1, byte: 34, file: 'second.json' }]);
  const { status, err } = run(['summary', notes, notes]);
  assert.equal(status, 1);
  assert.match(err, /“notes\.txt” holds no record/);
});

test('A folder is no report', () => {
  const { status, err } = run(['summary', here]);
  assert.equal(status, 1);
  assert.match(err, /directory/);
});
