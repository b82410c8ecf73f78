// What the parts of the journey share: the browser with one page, the files that it gets, what it writes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../script/serve.mjs';
import { Person } from './person.mjs';
import { message, wallClock } from './reports.mjs';

export const site = fileURLToPath(new URL('../../build/site', import.meta.url));

/** Of the report that the page has most of the time. */
export const rows = 20_000;
export const messages = Array.from({ length: rows }, (_, index) => message(index));
/** A message as its row shows it. */
export const shown = ({ number, status, timestamp, failed_reason: reason, message_id: id, name, attempt }) =>
  [number, status, wallClock(timestamp), reason, id, name, String(attempt)];
export const absent = messages.filter(({ failed_reason: reason }) => reason === 'Absent subscriber');

// Debian's own interpreter: that is where python3-openpyxl is, whatever other Python comes first on PATH.
const sheetsOf = (path) => JSON.parse(execFileSync('/usr/bin/python3', [fileURLToPath(new URL('workbook.py', import.meta.url)), path], { maxBuffer: 1 << 28 }));
/** The cells of a sheet without its titles, as texts. */
export const texts = (sheet) => sheet.rows.slice(1).map((row) => row.map(({ v }) => String(v ?? '')));

export class Setting {
  person;
  #folder = mkdtempSync(join(tmpdir(), 'campaign-lens-'));
  #browser;

  /** The page from a host which is gone when it has loaded: what is asked for later fails. */
  async begin(start) {
    const host = await serve({ folder: site, port: 0 });
    this.#browser = await start();
    await this.land(host.address);
    await host.close();
    return this.person;
  }
  async end() {
    await this.#browser?.close();
    rmSync(this.#folder, { recursive: true });
  }
  async land(url) {
    this.person = await landed(this.#browser, url);
    return this.person;
  }

  path(name) { return join(this.#folder, name); }
  /** A file with a text, with bytes, or with a report. */
  write(name, content) {
    writeFileSync(this.path(name), typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    return this.path(name);
  }
  /** Drops a report and waits until it is shown, under the name that it has inside, or else that of its file. */
  async open(file, content) {
    await this.person.drop([this.write(file, content)]);
    await this.person.opened(content.campaign?.name ?? file);
  }

  /** The file that comes of what `begin` does: { name, path }. */
  async saved(begin) {
    await begin();
    const taken = this.path('saved');
    const name = await this.person.download(taken);
    await this.person.settled(); // what is said of it moves what is below
    return { name, path: taken };
  }
  /** The workbook that comes of an export with the choices that `choose` makes in the dialog. */
  async exported(choose) {
    const { name, path } = await this.saved(() => this.export(choose));
    assert.equal(extname(name), '.xlsx');
    return { name, sheets: sheetsOf(this.write('exported.xlsx', readFileSync(path))) };
  }
  async export(choose = async () => {}) {
    await this.person.press('button', /^Export/);
    await this.person.find('dialog', 'Export');
    await choose();
    await this.person.settled(); // what is chosen makes it higher or lower
    await this.person.press('button', 'Export', { within: 'dialog' });
    await this.person.gone('dialog', 'Export');
  }

  async unrequested(doing) {
    const before = (await this.person.page.requests()).length;
    await doing();
    assert.deepEqual((await this.person.page.requests()).slice(before), [], 'nothing was asked for over the network');
  }
}

/** A person at a fresh page, once that has loaded. */
export async function landed(browser, url) {
  const person = new Person(await browser.open(url), browser.folder);
  await person.find('button', 'Try a sample');
  await person.settled();
  return person;
}
