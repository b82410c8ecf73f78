// Firefox behind the few verbs that a person has (person.mjs).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { startDisplay } from './display.mjs';

/** Starts it, on a system that prefers `dark` or not; `open(url)` gives a page. `folder` is where downloads go. */
export async function start({ dark = false } = {}) {
  const display = await startDisplay();
  const home = mkdtempSync(join(tmpdir(), 'campaign-lens-'));
  const folder = join(home, 'downloads');
  mkdirSync(folder);
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', headless: false,
    env: { ...display.environment, HOME: home }, protocolTimeout: 120_000,
    extraPrefsFirefox: {
      'webgl.force-enabled': true,
      'webgl.out-of-process': false, // nor is there a process with a graphics card
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
      'browser.download.alwaysOpenPanel': false,
      'dom.w3c_touch_events.enabled': 1, // without a screen that is touched, too
      'ui.systemUsesDarkTheme': dark ? 1 : 0,
    },
  });
  return {
    folder,
    open: (url) => FirefoxPage.open(browser, url),
    async close() {
      await browser.close();
      await display.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

class FirefoxPage {
  #page;
  #problems = [];
  #requests = [];

  static async open(browser, url) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 540 });
    const opened = new FirefoxPage(page);
    await page.goto(url);
    return opened;
  }
  constructor(page) {
    this.#page = page;
    page.on('pageerror', (error) => this.#problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warn') this.#problems.push(message.text());
    });
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url())) this.#requests.push(request.url());
    });
  }

  evaluate(task, ...parameters) { return this.#page.evaluate(task, ...parameters); }
  problems() { return this.#problems; }
  requests() { return this.#requests; }

  move(x, y) { return this.#page.mouse.move(x, y); }
  down() { return this.#page.mouse.down(); }
  up() { return this.#page.mouse.up(); }
  wheel(x, y, deltaY) { return this.#page.mouse.wheel({ deltaY }); }
  /** A finger that comes down at the first place, goes to the others, and leaves. */
  async touch([from, ...places]) {
    const finger = await this.#page.touchscreen.touchStart(from.x, from.y);
    for (const { x, y } of places) await finger.move(x, y);
    await finger.end();
  }
  hold(key) { return this.#page.keyboard.down(key); }
  release(key) { return this.#page.keyboard.up(key); }
  /** A key with those that are held meanwhile, as in 'Control+End'. */
  async key(combination) {
    const keys = combination.split('+');
    for (const key of keys) await this.hold(key);
    for (const key of keys.reverse()) await this.release(key);
  }
  type(text) { return this.#page.keyboard.type(text); }

  /** What `press` makes the page ask for a file is answered with `path`. */
  async choose(press, path) {
    const [chooser] = await Promise.all([this.#page.waitForFileChooser({ timeout: 60_000 }), press()]);
    await chooser.accept([path]);
  }
  /** Gives an <input type=file> of the page its files. */
  async setFiles(selector, paths) {
    const input = await this.#page.$(selector);
    await input.uploadFile(...paths);
  }
  resize(width, height) { return this.#page.setViewport({ width, height }); }
  screenshot() { return this.#page.screenshot(); }
  close() { return this.#page.close(); }
}
