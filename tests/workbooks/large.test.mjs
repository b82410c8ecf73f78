// Workbooks at the limits of Excel and of ZIP, read back by other programs: script/check-workbooks.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const build = join(root, 'build/native-release');
const here = mkdtempSync(join(tmpdir(), 'campaign-lens-workbooks-'));
after(() => rmSync(here, { recursive: true }));

const number = (row) => `+9665${String(row).padStart(8, '0')}`;

function writeReport(rows) {
  const path = join(here, 'report.json');
  const file = openSync(path, 'w');
  const step = 20_000;
  for (let first = 0; first < rows; first += step) {
    const records = Array.from({ length: Math.min(step, rows - first) }, (_, i) => `{"number":"${number(first + i)}","status":"Success"}`);
    writeSync(file, (first === 0 ? '[' : ',') + records.join(','));
  }
  writeSync(file, ']');
  closeSync(file);
  return path;
}

/** [rows, the last one's number] of each sheet of rows, read through Python's zipfile, which checks the sums. */
function readSheets(path, sheets) {
  const script = `
import json, re, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as package:
    told = []
    for sheet in range(2, 2 + int(sys.argv[2])):
        rows, tail = 0, b""
        with package.open(f"xl/worksheets/sheet{sheet}.xml") as xml:
            while part := xml.read(1 << 22):
                rows += (tail[-6:] + part).count(b"<row r=")
                tail = (tail + part)[-2000:]
        told.append([rows, re.findall(rb"\\+9665\\d{8}", tail)[-1].decode()])
    print(json.dumps(told))
`;
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', script, path, String(sheets)], { encoding: 'utf8' }));
}

for (const [rows, sheets] of [[1_048_575, [1_048_576]], [1_048_576, [1_048_576, 2]], [3_000_000, [1_048_576, 1_048_576, 902_851]]]) {
  test(`${rows} rows fill ${sheets.length} sheets`, () => {
    const path = join(here, 'rows.xlsx');
    execFileSync(join(build, 'shell/cli/campaign-lens'), ['export', writeReport(rows), '-o', path]);
    execFileSync('unzip', ['-tq', path]);
    let last = -1;
    assert.deepEqual(readSheets(path, sheets.length), sheets.map((count) => {
      last += count - 1;
      return [count, number(last)];
    }));
  });
}

test('A member of more than 4 GB, and what is behind it, are read by unzip and by Python', () => {
  const path = join(here, 'large.zip');
  execFileSync(join(build, 'tests/unit/xlsx/xlsx_tests'), ['[.zip64]'], { env: { ...process.env, CAMPAIGN_LENS_ZIP64: path } });
  execFileSync('unzip', ['-tq', path]);
  const script = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), [i.file_size for i in z.infolist()])';
  const told = execFileSync('/usr/bin/python3', ['-c', script, path], { encoding: 'utf8' });
  assert.equal(told.trim(), `None [${4_100 * 2 ** 20}, 5]`);
});
