// The built site measured in headless Chromium, on a real File.
import { cp, readFile, rm } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { serve } from '../../script/serve.mjs';
import { median, spread } from './statistics.mjs';

const folder = 'build/bench/site';
const longestText = 512 << 20; // of a longer file Chromium's text() gives an empty string

/** The site with the benchmark's page beside it, served; `measure(report, runs)` as below. */
export async function startChromium() {
  await rm(folder, { recursive: true, force: true });
  await cp('build/site', folder, { recursive: true });
  await cp('tests/bench/page', `${folder}/bench`, { recursive: true });
  const server = await serve({ folder, port: 0 });
  const address = `${server.address}bench/`;
  return {
    measure: (report, runs) => measure(address, report, runs),
    close: () => server.close(),
  };
}

/** Times in ms, sizes in bytes; `yardstick` is null where the file is too long for a text. */
async function measure(address, report, runs) {
  const times = await inFreshPage(address, report.path, (page) => measureTimes(page, report, runs));
  const peaks = [];
  for (let run = 0; run < runs; ++run) peaks.push(await inFreshPage(address, report.path, measurePeaks));
  return {
    ...times,
    peakMemory: median(peaks.map(({ load }) => load)),
    exportMemory: median(peaks.map(({ workbook }) => workbook)),
  };
}

async function inFreshPage(address, file, task) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--js-flags=--expose-gc'],
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(address);
    await page.locator('html[data-ready]').waitFor();
    await page.setInputFiles('#file', file);
    return await task(page, browser);
  } finally {
    await browser.close();
  }
}

/** Yardstick, raw read and load take turns, so that what else the machine does meets all of them. */
async function measureTimes(page, { bytes }, runs) {
  const [yardsticks, reads, loads, answers, answersInWorker, cancels, exports, plainAnswers] = Array.from({ length: 8 }, () => []);
  for (let run = -1; run < runs; ++run) {
    if (run < 0 && runs === 1) continue; // the first run, which warms up, would take as long as all that is measured
    const into = (list, value) => { if (run >= 0) list.push(value); };
    if (bytes < longestText) into(yardsticks, await page.evaluate(() => bench.yardstick()));
    for (let turn = 0; turn < runs; ++turn) { // reading is the most uneven of all
      if (turn > 0) await page.evaluate(() => bench.close());
      into(reads, await page.evaluate(() => bench.rawRead()));
      into(loads, await page.evaluate(() => bench.load()));
    }
    into(answers, await page.evaluate(() => bench.ask()));
    into(exports, await page.evaluate(() => bench.export()));
    await page.evaluate(() => bench.close());
    into(cancels, await page.evaluate(() => bench.cancel()));
    into(answersInWorker, await page.evaluate(() => bench.askInWorker()));
  }
  if (bytes < longestText) {
    for (let run = 0; run < runs; ++run) plainAnswers.push(await page.evaluate(() => bench.askPlain()));
  }
  return {
    yardstick: median(yardsticks), yardstickSpread: spread(yardsticks),
    rawRead: median(reads),
    load: median(loads.map(({ ms }) => ms)), loadSpread: spread(loads.map(({ ms }) => ms)),
    readable: loads[0].readable === null ? null : median(loads.map(({ readable }) => readable)),
    rows: loads[0].rows,
    cancel: median(cancels),
    answers: medians(answers), answersInWorker: medians(answersInWorker), plainAnswers: medians(plainAnswers),
    export: median(exports.map(({ ms }) => ms)), exportBytes: exports[0].bytes,
  };
}

/** Of objects of times. */
const medians = (runs) => Object.fromEntries(Object.keys(runs[0] ?? {}).map((name) => [name, median(runs.map((run) => run[name]))]));

/** The most that loading adds to what the page's process takes when nothing is open, and then exporting to that. */
async function measurePeaks(page, browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const peakOf = async (task) => {
    await page.waitForTimeout(1000);
    const before = await privateMemory(renderers);
    let peak = 0;
    let running = true;
    const sampling = (async () => {
      while (running) {
        peak = Math.max(peak, await privateMemory(renderers));
        await new Promise((resolve) => { setTimeout(resolve, 5); });
      }
    })();
    await page.evaluate(task);
    running = false;
    await sampling;
    return peak - before;
  };
  await page.evaluate(() => bench.prepare());
  return { load: await peakOf(() => bench.load()), workbook: await peakOf(() => bench.export()) };
}

/** Bytes that processes have for themselves, workers' heaps included; pages of files are not counted. */
async function privateMemory(processes) {
  const statuses = await Promise.all(processes.map((id) => readFile(`/proc/${id}/status`, 'utf8').catch(() => '')));
  return statuses.reduce((sum, status) => sum + kilobytes(status, 'RssAnon') + kilobytes(status, 'RssShmem'), 0) * 1024;
}
const kilobytes = (status, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
