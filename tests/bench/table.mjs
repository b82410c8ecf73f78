// What was measured, a column a size.

const number = (value, digits = 0) => value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const ms = (value) => number(value, value < 100 ? 1 : 0);
const megabytes = (value) => number(value / 1e6, value < 1e7 ? 1 : 0);
const gigabytes = (value) => number(value / 1e9, 2);
const ratio = (one, other) => ((one ?? null) === null || (other ?? null) === null ? null : one / other);
const percent = (value) => `${number(100 * value)} %`;

const times = (value) => `× ${number(value, 1)}`;
/**
 * How long one takes in the Worker, and from the page; how many times as long with plain objects; how it grows with the rows. At most
 * `most` ms of a million, twelve times that of ten.
 */
function question(title, name, most) {
  return [
    [`${title}, ms`, ({ chromium }) => chromium.answersInWorker[name], ms, `≤ ${most}, at 10,000,000 ≤ ${number(12 * most)}`],
    ['  with the way to the Worker and back', ({ chromium }) => chromium.answers[name], ms],
    ['  plain objects ÷ this', ({ chromium }) => ratio(chromium.plainAnswers[name], chromium.answers[name]), times],
    ['  ÷ at a tenth of the rows', ({ chromium, tenth }) => ratio(chromium.answersInWorker[name], tenth?.chromium.answersInWorker[name]), times],
  ];
}

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
  ['cancelling it, ms', ({ chromium }) => chromium.cancel, ms, '≤ 100'],
  ['peak memory of the page, MB more', ({ chromium }) => chromium.peakMemory, megabytes, '≤ 120 at 1,000,000'],
  ['a frame of scrolling, CPU of the page, ms', ({ frames }) => frames.scrollFrame, (value) => number(value, 1), '≤ 4'],
  ['Questions, the first time'],
  ...question('filter by status and text', 'filter', 10),
  ...question('sort by time', 'sortByTime', 100),
  ...question('sort by a text that is in no other row', 'sortByText', 400),
  ...question('values of a column, with counts', 'facet', 5),
  ...question('a range of times', 'range', 10),
  ...question('50 rows', 'window', 1),
  ...question('all insight', 'insight', 150),
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

export function printTable(machine, measured) {
  const results = measured.map((result) => ({ ...result, tenth: measured.find(({ report }) => report.rows * 10 === result.report.rows) }));
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
