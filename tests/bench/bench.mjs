// Measures the built site, the native reader and the workbook's writer on reports of several sizes: script/bench. Prints a table, writes
// build/bench.json.
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { startChromium } from './chromium.mjs';
import { measureFrames } from './frames.mjs';
import { measureNative, measureWriter } from './native.mjs';
import { printTable } from './table.mjs';

const folder = 'build/bench';
const large = 5_000_000; // rows; measured once

/** Made once and kept; made anew when the generator was changed. */
function reportOf(rows) {
  const generator = 'tests/bench/make_report.mjs';
  const path = `${folder}/${rows}.json`;
  if (!existsSync(path) || statSync(path).mtimeMs < statSync(generator).mtimeMs) {
    const file = openSync(`${path}.part`, 'w');
    execFileSync('node', [generator, String(rows)], { stdio: ['ignore', file, 'inherit'] });
    closeSync(file);
    renameSync(`${path}.part`, path);
  }
  return { rows, path, bytes: statSync(path).size };
}

/** Where a file is too long for JSON.parse, what it would take by the rate of the largest that is not. */
function extrapolateYardsticks(results) {
  let perByte = null;
  for (const { report, chromium } of results) {
    chromium.yardstickExtrapolated = chromium.yardstick === null;
    if (chromium.yardstick === null && perByte !== null) chromium.yardstick = report.bytes * perByte;
    perByte = chromium.yardstick === null ? perByte : chromium.yardstick / report.bytes;
  }
}

const sizes = process.argv.slice(2).map(Number).sort((a, b) => a - b);
mkdirSync(folder, { recursive: true });
const chromium = await startChromium();
const results = [];
for (const rows of sizes) {
  const report = reportOf(rows);
  const runs = rows >= large ? 1 : 3;
  console.error(`measuring ${rows.toLocaleString('en')} rows`);
  const frames = await measureFrames(report);
  results.push({ report, chromium: await chromium.measure(report, runs), frames, native: measureNative(report, runs), writer: measureWriter(report) });
}
await chromium.close();
extrapolateYardsticks(results);

const machine = { processor: os.cpus()[0].model.trim(), processors: os.cpus().length, memory: os.totalmem() };
writeFileSync('build/bench.json', `${JSON.stringify({ machine, results }, null, 2)}\n`);
printTable(machine, results);
