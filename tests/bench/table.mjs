// What was measured, a column a size.

const number = (value, digits = 0) => value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const ms = (value) => number(value, value < 100 ? 1 : 0);
const megabytes = (value) => number(value / 1e6, value < 1e7 ? 1 : 0);
const gigabytes = (value) => number(value / 1e9, 2);
const percent = (value) => `${number(100 * value)} %`;

// What, its value in a result, how it is written, and the figure to reach.
const lines = [
  ['report, MB', ({ report }) => report.bytes, megabytes],
  ['Chromium'],
  ['JSON.parse(await file.text()), ms', ({ chromium }) => chromium.yardstick, ms],
  ['  its runs apart', ({ chromium }) => chromium.yardstickSpread, percent],
  ['reading the file, ms', ({ chromium }) => chromium.rawRead, ms],
  ['loading it, ms', ({ chromium }) => chromium.load, ms],
  ['  its runs apart', ({ chromium }) => chromium.loadSpread, percent],
  ['  ÷ JSON.parse', ({ chromium }) => ratio(chromium.load, chromium.yardstick), (value) => number(value, 3), '≤ 0.25'],
  ['  rate ÷ reading', ({ chromium }) => ratio(chromium.rawRead, chromium.load), (value) => number(value, 2), '≥ 0.8'],
  ['first rows, ms', ({ chromium }) => chromium.readable, ms, '≤ 150'],
  ['peak memory of the page, MB more', ({ chromium }) => chromium.peakMemory, megabytes, '≤ 120 at 1,000,000'],
  ['filter by status and text, ms', ({ chromium }) => chromium.filter, ms, '≤ 10'],
  ['sort by time, ms', ({ chromium }) => chromium.sort, ms, '≤ 100'],
  ['50 rows, ms', ({ chromium }) => chromium.window, ms],
  ['workbook of all rows, ms', ({ chromium }) => chromium.export, ms],
  ['  ÷ JSON.parse', ({ chromium }) => ratio(chromium.export, chromium.yardstick), (value) => number(value, 2), '≤ 1.0'],
  ['  peak memory of the page, MB more', ({ chromium }) => chromium.exportMemory, megabytes, '≤ 150'],
  ['  its size, MB', ({ chromium }) => chromium.exportBytes, megabytes],
  ['Workbook, CPU'],
  ['rows poured, in wasm, s', ({ writer }) => writer?.wasm.pour.seconds, (value) => number(value, 2)],
  ['  ÷ libxlsxwriter', ({ writer }) => writer && ratio(writer.wasm.pour.seconds, writer.wasm.library.seconds), (value) => number(value, 3), '≤ 0.125'],
  ['rows poured, natively, s', ({ writer }) => writer?.pour.seconds, (value) => number(value, 2)],
  ['  ÷ libxlsxwriter', ({ writer }) => writer && ratio(writer.pour.seconds, writer.library.seconds), (value) => number(value, 3), '≤ 0.25'],
  ['size ÷ libxlsxwriter', ({ writer }) => writer && ratio(writer.pour.bytes, writer.library.bytes), (value) => number(value, 3), '≤ 1.05'],
  ['Native'],
  ['reader, GB/s', ({ native }) => native.feed, gigabytes],
  ['simdjson, GB/s', ({ native }) => native.simdjson, gigabytes],
  ['reading the file, GB/s', ({ native }) => native.read, gigabytes],
  ['copying it, GB/s', ({ native }) => native.copy, gigabytes],
  ['  ÷ simdjson', ({ native }) => ratio(native.feed, native.simdjson), (value) => number(value, 2), '≥ 0.6'],
  ['columns, bytes a row', ({ native }) => native.columns / native.rows, (value) => number(value, 1), '≤ 60'],
  ['peak memory, MB', ({ native }) => native.peakMemory, megabytes],
];
const ratio = (one, other) => (one === null || other === null ? null : one / other);

export function printTable(machine, results) {
  const table = [['messages', ...results.map(({ report }) => number(report.rows)), 'at 1,000,000']];
  for (const [title, value, format, goal = ''] of lines) {
    if (!value) {
      table.push([], [title]);
      continue;
    }
    table.push([title, ...results.map((result) => {
      const known = value(result);
      return known === null || known === undefined ? '–' : format(known);
    }), goal]);
  }
  const width = (column) => Math.max(...table.map((row) => row[column]?.length ?? 0));
  console.log(`\n${machine.processor}, ${machine.processors} processors\n`);
  for (const row of table) {
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column)))).join('  ').trimEnd());
  }
  if (results.some(({ chromium }) => chromium.yardstickExtrapolated)) {
    console.log('\nJSON.parse cannot read a file of more than 512 MB: its time there is that of the size before, by the byte.');
  }
}
