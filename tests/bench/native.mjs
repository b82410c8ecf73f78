// The reader built natively, against simdjson, reading and copying; each run is a process of its own.
import { execFileSync } from 'node:child_process';
import { median } from './statistics.mjs';

const program = 'build/native-release/tests/bench/reader_bench';
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
