// campaign-lens export: the workbook is read back and compared with the report, cell by cell.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { folder, output, report, run, workbook, write } from './cli.mjs';

const here = folder();
const file = write(here, 'report.json', report);

function exported(...args) {
  const path = join(here, `${Math.random()}.xlsx`);
  assert.equal(output(['export', file, '-o', path, ...args]), '');
  return workbook(path);
}

/** The wall clock in Riyadh, three hours ahead all year, as openpyxl gives it. */
function inRiyadh(time) {
  const local = new Date(Date.parse(time) + 3 * 3_600_000).toISOString().replace('T', ' ').replace('Z', '');
  return local.endsWith('.000') ? local.slice(0, -4) : `${local}000`;
}

/** What a value of the report must be in its cell: [value, type]. */
function expected(key, value) {
  if (value === undefined || value === null || value === '') return [null, 'n'];
  if (key === 'timestamp') return [inRiyadh(value), 'd'];
  if (typeof value === 'boolean') return [value, 'b'];
  if (key === 'price' && value < 1e15) return [value, 'n'];
  if (key === 'price') return [String(BigInt(value)), 's'];
  if (typeof value === 'string') return [value, 's'];
  return [JSON.stringify(value), 's'];
}

function compare(sheet, keys, records) {
  assert.equal(sheet.rows.length, records.length + 1);
  records.forEach((record, i) => keys.forEach((key, column) => {
    const { v, t } = sheet.rows[i + 1][column];
    assert.deepEqual([v, t], expected(key, record[key]), `${key} of row ${i + 1}`);
  }));
}

const keys = ['number', 'status', 'timestamp', 'failed_reason', 'city', 'price', 'opted_in', 'tags'];
const clickKeys = ['number', 'location', 'timestamp', 'variable', 'url'];

test('Every row and field is in the workbook, each as what it is', () => {
  const sheets = exported();
  assert.deepEqual(Object.keys(sheets), [
    'Summary', 'Delivery report', 'uLink clicks', 'Clicks by location', 'Failure reasons', 'About this file',
  ]);
  assert.deepEqual(sheets['Delivery report'].rows[0].map(({ v }) => v),
    ['Number', 'Status', 'Time (Asia/Riyadh)', 'Failed reason', 'city', 'price', 'opted_in', 'tags']);
  compare(sheets['Delivery report'], keys, report.messages);
  compare(sheets['uLink clicks'], clickKeys, report.ulink_clicks);
});

test('Times are dates that show their seconds, numbers of recipients are texts', () => {
  const rows = exported()['Delivery report'].rows;
  assert.equal(rows[1][2].f, 'yyyy-mm-dd hh:mm:ss');
  assert.equal(rows[3][2].f, 'yyyy-mm-dd hh:mm:ss.000');
  assert.equal(rows[1][0].f, '@');
  assert.equal(rows[7][0].t, 's', 'what looks like a formula is a text');
});

test('The header is frozen and the filter covers the rows', () => {
  const sheets = exported();
  assert.equal(sheets['Delivery report'].frozen, 'A2');
  assert.equal(sheets['Delivery report'].filter, 'A1:H8');
  assert.equal(sheets['uLink clicks'].filter, 'A1:E4');
});

test('The package is in order: well-formed parts that are there, elements in the order of the schema, cells that refer to something', () => {
  const checker = fileURLToPath(new URL('package.py', import.meta.url));
  const empty = write(here, 'few.json', [{ number: '+966500000001', status: 'Success' }]);
  for (const args of [[file], [file, '--right-to-left', '--mask-numbers', '--status', 'failed'], [file, '--only', 'clicked'], [empty]]) {
    const path = join(here, 'checked.xlsx');
    output(['export', ...args, '-o', path]);
    assert.equal(execFileSync('/usr/bin/python3', [checker, path], { encoding: 'utf8' }).trim(), '', args.join(' '));
  }
});

test('Filters choose the rows of the delivery report and are told on the summary; clicks are all there', () => {
  const sheets = exported('--status', 'success', '--search', 'riyadh');
  compare(sheets['Delivery report'], keys, [report.messages[0]]);
  compare(sheets['uLink clicks'], clickKeys, report.ulink_clicks);
  const summary = sheets.Summary.rows.map((row) => row.map(({ v }) => v));
  assert.deepEqual(summary.find(([first]) => first === 'Delivery report'),
    ['Delivery report', 1, 7, null, 'status Success; text "riyadh"']);
  assert.deepEqual(summary.find(([first]) => first === 'uLink clicks'), ['uLink clicks', 3, 3, null, 'none: all rows']);
  assert.deepEqual(summary.find(([first]) => first === 'Total').slice(0, 4), ['Total', 7, 1, 1]);
});

const textsOf = (sheet) => sheet.rows.map((row) => row.map(({ v }) => v));

test('The summary has the campaign, the counts with shares and definitions, reasons, clicks and what does not add up', () => {
  const summary = textsOf(exported().Summary);
  const row = (first) => summary.find(([cell]) => cell === first);
  assert.equal(summary[0][0], 'Ramadan offer');
  assert.equal(row('Launched at')[1], '2026-03-01 09:00:00');
  assert.deepEqual(row('Total').slice(0, 3), ['Total', 7, 1]);
  assert.equal(row('Submitted to flow studio')[1], 5);
  assert.ok(Math.abs(row('Failed')[2] - 1 / 7) < 1e-12);
  assert.match(row('Success')[4], /successfully executed/);
  assert.deepEqual(row('Blocked, "for good"').slice(1, 4), [1, 0.5, 1]);
  assert.deepEqual(row('Riyadh, SA').slice(1, 3), [2, 1]);
  assert.equal(row('The report states 6 for Total; its rows give 7.')[1], 1);
});

test('About this file says where it comes from and how it was read', () => {
  const about = textsOf(exported()['About this file']);
  const row = (first) => about.find(([cell]) => cell === first);
  assert.equal(row('File')[1], 'report.json');
  assert.equal(row('SHA-256')[1], createHash('sha256').update(readFileSync(file)).digest('hex'));
  assert.equal(row('Bytes')[1], readFileSync(file).length);
  assert.match(row('Exported at')[1], /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  assert.equal(row('Times are in')[1], 'Asia/Riyadh');
  assert.equal(row('Messages read')[1], 7);
  assert.equal(row('Exported to uLink clicks')[1], 3);
  assert.deepEqual(row('timestamp'), ['timestamp', 'Time', 'time', 'time', 3]);
});

test('Sheets, an audience, masked numbers and the direction are chosen', () => {
  const sheets = exported('--sheets', 'delivery,failures', '--only', 'failed_for_now', '--mask-numbers', '--right-to-left');
  assert.deepEqual(Object.keys(sheets), ['Summary', 'Delivery report', 'Failure reasons', 'About this file']);
  assert.match(sheets['Delivery report'].rows[1][0].v, /^…0006 [0-9a-f]{16}$/);
  const { err } = run(['export', file, '-o', 'x.xlsx', '--sheets', 'delivery,graphs']);
  assert.match(err, /There is no sheet "graphs"/);
  assert.match(run(['export', file, '-o', 'x.xlsx', '--only', 'failed']).err, /There is no set/);
});

test('Columns are chosen, and stand in the order in which they are named', () => {
  const rows = exported('--columns', 'status,number')['Delivery report'].rows;
  assert.deepEqual(rows[0].map(({ v }) => v), ['Status', 'Number']);
  assert.deepEqual(rows.slice(1).map((row) => row.map(({ v }) => v)), report.messages.map(({ status, number }) => [status, number]));
  const path = join(here, 'columns.csv');
  output(['export', file, '-o', path, '--table', 'clicks', '--columns', 'location']);
  assert.match(readFileSync(path, 'utf8'), /^\uFEFFLocation\r\n/);
  assert.match(run(['export', file, '-o', path, '--columns', 'stattus']).err, /There is no column "stattus"\. Did you mean "status"/);
});

test('As CSV a sheet is what a spreadsheet program makes of the workbook, and no field is a formula', () => {
  const path = join(here, 'rows.csv');
  output(['export', file, '-o', path, '--sort', 'number']);
  const lines = readFileSync(path, 'utf8').split('\r\n');
  assert.equal(lines[0], '\uFEFFNumber,Status,Time (Asia/Riyadh),Failed reason,city,price,opted_in,tags');
  assert.equal(lines[1], '+966500000001,Failed,2026-03-01 09:00:07,"Blocked, ""for good""",الرياض,10,FALSE,');
  assert.equal(lines[2], '+966500000002,delivered,2026-03-01 09:00:08.250,,"Jeddah\nSouth",,,');
  assert.ok(lines.some((line) => line.startsWith("'=1+1,")));
  output(['export', file, '-o', path, '--table', 'clicks']);
  assert.match(readFileSync(path, 'utf8'), /^\uFEFFNumber,Location,/);
});

test('As JSON lines each row is what was written', () => {
  const path = join(here, 'rows.ndjson');
  output(['export', file, '-o', path]);
  const rows = readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(rows, report.messages);
});

test('A failed export leaves what was there, and nothing half done', () => {
  const kept = write(here, 'kept.xlsx', 'precious');
  const bad = write(here, 'bad.json', '{"messages":[');
  const { status, err } = run(['export', bad, '-o', kept]);
  assert.equal(status, 1);
  assert.match(err, /bad\.json/);
  assert.equal(readFileSync(kept, 'utf8'), 'precious');
  const { status: nowhere } = run(['export', file, '-o', join(here, 'no folder', 'x.xlsx')]);
  assert.equal(nowhere, 1);
  assert.ok(!existsSync(join(here, 'no folder')));
  assert.ok(readdirSync(here).every((name) => !name.endsWith('.part')));
});

test('A report without clicks still has their sheet, which says so', () => {
  const path = join(here, 'no clicks.xlsx');
  output(['export', write(here, 'plain.json', [{ number: '1', status: 'Success' }]), '-o', path]);
  assert.deepEqual(workbook(path)['uLink clicks'].rows, [[{ v: 'The report has no rows of this kind.', t: 's', f: 'General' }]]);
});
