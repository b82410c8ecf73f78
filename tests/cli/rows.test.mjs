// campaign-lens rows
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { folder, output, program, report, run, write } from './cli.mjs';

const file = write(folder(), 'report.json', report);
const json = (...args) => JSON.parse(output(['rows', file, '--format', 'json', ...args]));
const numbers = (...args) => json(...args).map(({ number }) => number.slice(-1));

/** RFC 4180, strictly: every line ends in CRLF, a quote only within quotes. */
function parseCsv(text) {
  const rows = [];
  let row = [];
  for (let rest = text; rest;) {
    const [whole, quoted, plain, end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    rest = rest.slice(whole.length);
    if (end === '\r\n') row = void rows.push(row) ?? [];
  }
  return rows;
}

test('JSON has every field as the report has it, by its key', () => {
  const rows = json();
  assert.equal(rows.length, report.messages.length);
  rows.forEach((row, i) => assert.deepEqual(row, report.messages[i]));
});

test('The digits of a number are those of the report', () => {
  const input = '[{"number":"1","price":1.50,"big":123456789012345678901234567890,"e":1E5}]';
  assert.equal(output(['rows', '-', '--format=json'], { input }),
    '[\n{"number":"1","price":1.50,"big":123456789012345678901234567890,"e":1E5}\n]\n');
});

test('CSV has a header of keys and the values as written', () => {
  const [header, ...rows] = parseCsv(output(['rows', file]));
  assert.deepEqual(header.slice(0, 4), ['number', 'status', 'timestamp', 'failed_reason']);
  assert.equal(rows.length, report.messages.length);
  rows.forEach((row, i) => header.forEach((key, column) => {
    const value = report.messages[i][key] ?? '';
    assert.equal(row[column], typeof value === 'object' ? JSON.stringify(value) : String(value), `${key} of row ${i}`);
  }));
});

test('A blank row of one column is still a row of CSV', () => {
  assert.equal(output(['rows', '-'], { input: '[{"number":"1"},{"number":""}]' }), 'number\r\n1\r\n""\r\n');
});

test('A status keeps the rows of its family, by printed name or JSON key, in any case', () => {
  assert.deepEqual(numbers('--status', 'success'), ['3', '2']);
  assert.deepEqual(numbers('--status', 'FAILED', '--status=unrecognised'), ['1', '1']);
  assert.deepEqual(numbers('--status', 'Submitted to flow studio'), ['3', '1', '2', '4', '5']);
  assert.deepEqual(numbers('--status', 'not_submitted_to_flow_studio'), ['6']);
  assert.equal(json('--status', 'Total').length, 7);
});

test('A search finds a text in any column, also in a time as it is shown', () => {
  assert.deepEqual(numbers('--search', 'riyadh'), ['3']);
  assert.deepEqual(numbers('--search', 'رياض'), ['1']);
  assert.deepEqual(numbers('--search', '2026-03-01 09:00:07'), ['1']);
  assert.deepEqual(numbers('--search', 'nothing like it'), []);
});

test('Rows sort by key or role, in either direction, by several keys', () => {
  assert.deepEqual(numbers('--sort', 'timestamp', '--limit', '3'), ['1', '2', '3']);
  assert.deepEqual(numbers('--sort', 'time:desc', '--limit=3'), ['3', '2', '1']);
  assert.deepEqual(json('--sort', 'price:desc').map(({ price }) => price).slice(0, 3), [12345678901234567, 10, 1.5]);
  assert.deepEqual(numbers('--sort', 'opted_in:desc', '--sort', 'number'), ['3', '1', '2', '4', '5', '6', '1']);
});

test('A limit of no rows is no rows', () => {
  assert.deepEqual(json('--limit', '0'), []);
  assert.equal(output(['rows', file, '--limit', '0']).split('\r\n').length, 2);
});

test('The clicks are a table of their own', () => {
  assert.deepEqual(json('--table', 'clicks'), report.ulink_clicks);
  assert.equal(json('--table=clicks', '--search', 'jeddah').length, 1);
});

test('Options may stand before the file, and "--" ends them', () => {
  assert.equal(output(['rows', '--limit', '1', '--', file]), output(['rows', file, '--limit', '1']));
});

test('A reader that has seen enough is no failure', () => {
  const messages = Array.from({ length: 50_000 }, (_, i) => ({ number: String(i), status: 'Success' }));
  const input = JSON.stringify(messages);
  const { stdout, stderr } = spawnSync('bash', ['-c', 'set -o pipefail; "$0" rows - | head -n 1', program], { input, encoding: 'utf8' });
  assert.equal(stdout, 'number,status\r\n');
  assert.equal(stderr, '');
});

test('Output that cannot be written is said', () => {
  const { status, stderr } = spawnSync('bash', ['-c', '"$0" rows "$1" > /dev/full', program, file], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /could not be written/);
});

test('A column that is not there is a wrong command line, with the nearest that is', () => {
  const { status, err } = run(['rows', file, '--sort', 'citty']);
  assert.equal(status, 2);
  assert.match(err, /no column "citty".*"city"/);
});
