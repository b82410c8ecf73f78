// The reader built natively, against simdjson, reading and copying; and the workbook's writer, natively and as
// WebAssembly, against libxlsxwriter alone. Each run is a process of its own.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { median } from './statistics.mjs';

const program = 'build/native-release/tests/bench/reader_bench';
const writer = 'tests/bench/workbook_bench';
const mostWritten = 1_000_000; // messages: libxlsxwriter takes half a minute for them
const mostInMemory = 1 << 30; // simdjson wants the whole file and several times as much for its index

/** Rates in bytes a second, `peakMemory` and `columns` in bytes; null where simdjson was left out. */
export function measureNative({ path, bytes }, runs) {
  const measured = (way) => Array.from({ length: runs }, () => JSON.parse(execFileSync(program, [way, path], { encoding: 'utf8' })));
  const rate = (results) => bytes / median(results.map(({ seconds }) => seconds));
  const feed = measured('feed');
  const inMemory = bytes <= mostInMemory;
  return {
    feed: rate(feed),
    rows: feed[0].rows,
    columns: feed[0].columnBytes,
    peakMemory: median(feed.map((result) => result.peakBytes)),
    simdjson: inMemory ? Math.max(rate(measured('ondemand')), rate(measured('dom'))) : null,
    read: rate(measured('read')),
    copy: inMemory ? rate(measured('copy')) : null,
  };
}

/** CPU seconds and bytes of the workbook: { pour, library, wasm: { pour, library } }; null of a large report. */
export function measureWriter({ path, rows }) {
  if (rows > mostWritten) return null;
  const out = `${path}.xlsx`;
  const measured = (command, way) => {
    const result = JSON.parse(execFileSync(command[0], [...command.slice(1), way, path, out], { encoding: 'utf8' }));
    rmSync(out);
    return result;
  };
  const both = (command) => ({ pour: measured(command, 'pour'), library: measured(command, 'library') });
  return { ...both([`build/native-release/${writer}`]), wasm: both(['node', `build/web-release/${writer}.js`]) };
}
