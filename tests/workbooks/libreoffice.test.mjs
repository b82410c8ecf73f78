// LibreOffice reads what Campaign Lens writes: script/check-workbooks.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, output, report, write } from '../cli/cli.mjs';

// Each sheet to a file: commas, quotes, UTF-8, cells as they are shown.
const csvOfEachSheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

test('What LibreOffice makes of each sheet of rows is our own CSV', () => {
  const here = folder();
  const file = write(here, 'report.json', report);
  const workbook = join(here, 'book.xlsx');
  output(['export', file, '-o', workbook]);
  execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${here}/profile`, '--convert-to', csvOfEachSheet, '--outdir', here, workbook],
    { stdio: 'ignore' });
  for (const [table, sheet] of [['delivery', 'Delivery report'], ['clicks', 'uLink clicks']]) {
    const csv = join(here, 'rows.csv');
    output(['export', file, '-o', csv, '--table', table]);
    // A workbook's cell is no formula; in CSV it would be, so ours has an apostrophe before it.
    const ours = readFileSync(csv, 'utf8').replace('\uFEFF', '').replaceAll('\r\n', '\n').replace("'=1+1", '=1+1');
    assert.equal(ours, readFileSync(join(here, `book-${sheet}.csv`), 'utf8'));
  }
});
