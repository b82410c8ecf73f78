// WebKit behind the few verbs that a person has (person.mjs).
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { By, Builder, Key } from 'selenium-webdriver';
import { startDisplay } from './display.mjs';

const barHeight = 38; // of its window
// Its window may be narrow, and what it tells of downloads takes nothing from the page.
const style = `
  button, entry { min-width: 0; padding: 0; margin: 0 }
  infobar, infobar box { margin: -100px 0; padding: 0; border: 0 }`;

/** What it cannot do, and why. */
export const cannot = { touch: 'its driver makes a mouse of a finger' };

/** Starts it, on a system that prefers `dark` or not; `open(url)` gives a page. `folder` is where downloads go. */
export async function start({ dark = false } = {}) {
  const display = await startDisplay();
  const home = mkdtempSync(join(tmpdir(), 'campaign-lens-')); // downloads go there
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0', 'gtk.css'), style);
  const port = await freePort();
  const server = spawn('WebKitWebDriver', [`--port=${port}`], {
    env: {
      ...display.environment, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: join(home, '.cache'), XDG_DATA_HOME: join(home, '.data'),
      GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita',
    },
    stdio: 'ignore',
  });
  await answers(port);
  const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).forBrowser('MiniBrowser').build();
  await driver.manage().setTimeouts({ script: 120_000 });
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 540 + barHeight });
  const wheel = { turned: 0 };
  return {
    folder: home,
    open: (url) => WebKitPage.open(driver, wheel, url),
    async close() {
      await driver.quit();
      server.kill();
      await display.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address();
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

async function answers(port) {
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  }
}

// Its driver tells nothing of the console and of requests: from when it has loaded, the page says itself.
function listen() {
  globalThis.heard = [];
  for (const level of ['error', 'warn']) console[level] = (...said) => heard.push(said.join(' '));
  addEventListener('error', ({ message }) => heard.push(message));
  addEventListener('unhandledrejection', ({ reason }) => heard.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => heard.push(`${violatedDirective} ${blockedURI}`));
}

class WebKitPage {
  #driver;
  #wheel; // the driver's, which outlasts a page

  static async open(driver, wheel, url) {
    await driver.get(url);
    await driver.executeScript(listen);
    return new WebKitPage(driver, wheel);
  }
  constructor(driver, wheel) {
    this.#driver = driver;
    this.#wheel = wheel;
  }

  evaluate(task, ...parameters) { return this.#driver.executeScript(task, ...parameters); }
  problems() { return this.evaluate(() => heard); }
  requests() {
    return this.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((url) => !/^(blob|data):/.test(url)));
  }

  move(x, y) { return this.#act().move({ x: Math.round(x), y: Math.round(y), duration: 0 }).perform(); }
  down() { return this.#act().press().perform(); }
  up() { return this.#act().release().perform(); }
  /** The driver turns it by as much as it is told more than the last time. */
  wheel(x, y, deltaY) {
    this.#wheel.turned += deltaY;
    return this.#act().scroll(Math.round(x), Math.round(y), 0, this.#wheel.turned).perform();
  }
  hold(key) { return this.#act().keyDown(named[key] ?? key).perform(); }
  release(key) { return this.#act().keyUp(named[key] ?? key).perform(); }
  /** A key with those that are held meanwhile, as in 'Control+End'. */
  key(combination) {
    const keys = combination.split('+').map((key) => named[key] ?? key);
    const actions = this.#act();
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.reverse()) actions.keyUp(key);
    return actions.perform();
  }
  type(text) { return this.#act().sendKeys(text).perform(); }
  #act() { return this.#driver.actions({ async: true }); }

  /** What `press` makes the page ask for a file is answered with none by the browser; then the page's input gets `path`. */
  async choose(press, path) {
    await this.evaluate(() => {
      globalThis.asked = false;
      document.getElementById('files').addEventListener('cancel', () => { asked = true; }, { once: true });
    });
    await press();
    await this.#driver.wait(() => this.evaluate(() => asked), 60_000);
    await this.setFiles('#files', [path]);
  }
  /** Gives an <input type=file> of the page its files. */
  setFiles(selector, paths) { return this.#driver.findElement(By.css(selector)).sendKeys(paths.join('\n')); }
  resize(width, height) { return this.#driver.manage().window().setRect({ width, height: height + barHeight }); }
  screenshot() { return this.#driver.takeScreenshot().then((base64) => Buffer.from(base64, 'base64')); }
}

const named = {
  Control: Key.CONTROL, Shift: Key.SHIFT, Enter: Key.ENTER, Escape: Key.ESCAPE, Delete: Key.DELETE, Tab: Key.TAB,
  Home: Key.HOME, End: Key.END, PageDown: Key.PAGE_DOWN, ArrowDown: Key.ARROW_DOWN, ArrowRight: Key.ARROW_RIGHT, F3: Key.F3,
};
