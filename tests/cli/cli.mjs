// Runs the command line as a person would, on reports of a few lines.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after } from 'node:test';

export const program =
  process.env.CAMPAIGN_LENS_CLI ?? fileURLToPath(new URL('../../build/campaign-lens', import.meta.url));

/** {status, out, err}; `input` goes to standard input. */
export function run(args, { input = '' } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(error, undefined);
  return { status, out: stdout, err: stderr };
}

/** What a command that must succeed prints. */
export function output(args, options) {
  const { status, out, err } = run(args, options);
  assert.equal(err, '');
  assert.equal(status, 0);
  return out;
}

/** A folder of the test file's own, gone when its tests are done. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'campaign-lens-cli-'));
  after(() => rmSync(path, { recursive: true }));
  return path;
}

/** The path of a new report in the folder. */
export function write(into, name, content) {
  const path = join(into, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const reader = fileURLToPath(new URL('../e2e/workbook.py', import.meta.url));
/** The sheets of a workbook as openpyxl reads them; see workbook.py. */
export function workbook(path) {
  // Debian's own interpreter: that is where python3-openpyxl is, whatever other Python comes first on PATH.
  return JSON.parse(execFileSync('/usr/bin/python3', [reader, path], { encoding: 'utf8', maxBuffer: 1 << 28 }));
}

/** A report with something of everything. */
export const report = {
  campaign: {
    id: 'c-1042', name: 'Ramadan offer', type: 'flow', flow: 'Coupon v3',
    launched_at: '2026-03-01T09:00:00+03:00', timezone: 'Asia/Riyadh',
  },
  stats: { total: 6, success: 2 },
  messages: [
    { number: '+966500000003', status: 'Success', timestamp: '2026-03-01T09:00:09+03:00', city: 'Riyadh', price: 1.5, opted_in: true },
    { number: '+966500000001', status: 'Failed', timestamp: '2026-03-01T06:00:07Z', failed_reason: 'Blocked, "for good"', city: 'الرياض', price: 10, opted_in: false },
    { number: '+966500000002', status: 'delivered', timestamp: '2026-03-01T09:00:08.250+03:00', city: 'Jeddah\nSouth', price: null },
    { number: '+966500000004', status: 'queued', timestamp: '', tags: [{ a: 1 }] },
    { number: '+966500000005', status: 'Delivery not confirmed' },
    { number: '+966500000006', status: 'not_submitted' },
    { number: '=1+1', status: 'whatever', city: '_x000D_ & <b>', price: 12345678901234567 },
  ],
  ulink_clicks: [
    { number: '+966500000003', location: 'Riyadh, SA', timestamp: '2026-03-01T09:12:40+03:00', variable: 'body_variable_1', url: 'https://a.example/?b=1&c=2' },
    { number: '+966500000003', location: 'Riyadh, SA', timestamp: '2026-03-01T09:13:00+03:00', variable: 'body_variable_1', url: 'https://a.example/' },
    { number: '+966500000002', location: 'Jeddah, SA', timestamp: '2026-03-01T09:14:00+03:00', variable: 'button_url_1', url: 'https://a.example/' },
  ],
};
