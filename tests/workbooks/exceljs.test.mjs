// ExcelJS reads what Campaign Lens writes: script/check-workbooks.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { folder, output, report, workbook as byOpenpyxl, write } from '../cli/cli.mjs';

/** A cell of openpyxl's, as ExcelJS has it: a date in UTC, nothing as null. */
const expected = ({ v, t }) => (t === 'd' ? Date.parse(`${v}Z`) : v);
const given = (value) => {
  if (value instanceof Date) return value.getTime();
  return value?.richText?.map(({ text }) => text).join('') ?? value?.text ?? value;
};

test('Every cell of every sheet is to ExcelJS what it is to openpyxl', async () => {
  const here = folder();
  const path = join(here, 'book.xlsx');
  output(['export', write(here, 'report.json', report), '-o', path]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheets = byOpenpyxl(path);
  assert.deepEqual(book.worksheets.map(({ name }) => name), Object.keys(sheets));
  for (const [name, { rows }] of Object.entries(sheets)) {
    const sheet = book.getWorksheet(name);
    rows.forEach((row, y) => row.forEach((cell, x) => {
      assert.deepEqual(given(sheet.getCell(y + 1, x + 1).value), expected(cell), `row ${y + 1}, column ${x + 1} of ${name}`);
    }));
  }
});
