// A real Chromium on the built page, and a person's hands: every press is a mouse event on the canvas at the place where the
// accessibility mirror says that a control is, never a call into the page.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../script/serve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const siteFolder = `${root}build/site`;

// Without a graphics card WebGL is drawn by SwiftShader; to compose the page that way, too, costs a third more a frame.
const chromiumFlags = [
  '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** Starts the server and one browser, with further `flags`; `close()` ends both. */
export async function startBrowser({ flags = [] } = {}) {
  const server = await serve({ folder: siteFolder, port: 0 });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...chromiumFlags, ...flags],
  });
  return {
    address: server.address,
    browser,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * A fresh page on the landing, with what went wrong in it collected; low, as a frame costs by the pixel, and as if the person
 * wanted no motion, as that takes many. `init` runs in it before anything of ours does.
 */
export async function openPage(host, {
  viewport = { width: 1280, height: 540 }, scale = 1, dark = false, motion = false, contrast = false, touch = false, url = host.address, init,
} = {}) {
  const context = await host.browser.newContext({
    viewport, deviceScaleFactor: scale, colorScheme: dark ? 'dark' : 'light',
    reducedMotion: motion ? 'no-preference' : 'reduce', contrast: contrast ? 'more' : 'no-preference', acceptDownloads: true,
    hasTouch: touch, isMobile: touch,
  });
  if (init) await context.addInitScript(init);
  const page = await context.newPage();
  const visit = new Visit(page);
  await page.goto(url);
  await visit.button('Try a sample').waitFor({ state: 'attached' });
  return visit;
}

/** One person at one page. */
export class Visit {
  constructor(page) {
    this.page = page;
    this.problems = [];
    this.requests = [];
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      const said = message.text();
      if (/GPU stall due to ReadPixels/.test(said)) return; // of the browser itself, which composes without a graphics card
      if (message.type() === 'error' || message.type() === 'warning') this.problems.push(said);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith('blob:') && !request.url().startsWith('data:')) this.requests.push(request.url());
    });
  }

  button(name) { return this.page.getByRole('button', { name }); }
  tab(name) { return this.page.getByRole('tab', { name }); }
  header(name) { return this.page.getByRole('columnheader', { name }); }
  get search() { return this.field('Search all columns'); }
  field(name) { return this.page.getByRole('searchbox', { name }); }
  get dialog() { return this.page.getByRole('dialog', { name: 'Export' }); }
  get grid() { return this.page.getByRole('grid').first(); }
  get alert() { return this.page.locator('#mirror [role=alert]'); }

  /** Where a mirrored control lies on the canvas. */
  async place(locator) {
    for (;;) {
      await locator.waitFor({ state: 'attached' });
      const box = await locator.boundingBox();
      if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    } // without a box it went with a frame that was drawn meanwhile
  }
  async press(locator, options) {
    const { x, y } = await this.place(locator);
    await this.page.mouse.move(x, y);
    await this.page.mouse.click(x, y, options);
  }
  async hover(locator) {
    const { x, y } = await this.place(locator);
    await this.page.mouse.move(x, y);
  }
  async type(text) {
    await this.press(this.search);
    await this.page.keyboard.press('Control+A');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.type(text);
  }

  /** Presses EXPORT and, once the dialog is there, does what `choose` does, and presses Export in it. */
  async export(choose = async () => {}) {
    await this.press(this.button(/^Export/));
    await choose(this.dialog);
    await this.press(this.dialog.getByRole('button', { name: 'Export' }));
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Drops files as a file manager does: dragenter, dragover, drop on the page. Each is { name, content } or { path } on disk. */
  async drop(...files) {
    const input = await this.page.evaluateHandle(() => Object.assign(document.createElement('input'), { type: 'file', multiple: true }));
    await input.setInputFiles(files[0].path ? files.map(({ path }) => path) : files.map(({ name, content }) => (
      { name, mimeType: 'application/json', buffer: Buffer.from(content) })));
    const transfer = await this.page.evaluateHandle(({ files: chosen }) => {
      const data = new DataTransfer();
      for (const file of chosen) data.items.add(file);
      return data;
    }, input);
    for (const type of ['dragenter', 'dragover', 'drop']) await this.page.dispatchEvent('body', type, { dataTransfer: transfer });
  }
  async choose(name, content) {
    const chooser = this.page.waitForEvent('filechooser');
    await this.press(this.button('Choose a file'));
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  }

  /** The number of rows that the grid says it holds, header not counted. */
  async gridRows() { return Number(await this.grid.getAttribute('aria-rowcount')) - 1; }
  async untilGridRows(rows) {
    await this.page.waitForFunction(
      (count) => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) - 1 === count, rows);
  }
  /** The visible rows as arrays of texts. */
  visibleRows() {
    return this.grid.evaluate((grid) => [...grid.querySelectorAll('[role=row]')]
      .filter((row) => row.querySelector('[role=gridcell]'))
      .map((row) => [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent)));
  }
  headers() {
    return this.grid.evaluate((grid) => [...grid.querySelectorAll('[role=columnheader]')].map((cell) => cell.getAttribute('aria-label')));
  }

  /** Until the report that is called so is the one that is shown. */
  async opened(name) {
    await this.page.getByRole('heading', { name, exact: true }).waitFor({ state: 'attached' });
    await this.grid.waitFor({ state: 'attached' });
    await this.settled();
  }

  /** As the report comes, where it began with the view that one of the same columns was left with. */
  async resetView() {
    const reset = this.button('Reset view');
    if (await reset.count() === 0) return;
    await this.press(reset);
    await reset.waitFor({ state: 'detached' });
    await this.settled();
  }

  /** Turns the wheel in the middle of the page until a control is on it. */
  async wheelTo(locator) {
    const { width, height } = this.page.viewportSize();
    await this.page.mouse.move(width / 2, height / 2);
    for (let turn = 0; turn < 40 && await locator.count() === 0; ++turn) {
      await this.page.mouse.wheel(0, height / 4);
      await this.settled();
    }
  }

  /** Holds frames back, as where they take long, until the function that it gives is called. */
  async holdFrames() {
    await this.page.evaluate(() => {
      const { requestAnimationFrame: request, cancelAnimationFrame: cancel } = globalThis;
      const held = new Map();
      let number = 0;
      globalThis.requestAnimationFrame = (draw) => { held.set(++number, draw); return number; };
      globalThis.cancelAnimationFrame = (which) => held.delete(which);
      globalThis.drawHeld = () => {
        Object.assign(globalThis, { requestAnimationFrame: request, cancelAnimationFrame: cancel });
        for (const draw of held.values()) draw(performance.now());
      };
    });
    return () => this.page.evaluate(() => globalThis.drawHeld());
  }
  frames() { return this.page.evaluate(() => globalThis.campaignLens.frames); }
  /** Waits until no frame is due, and none has been drawn for a while. */
  async settled() {
    let before = -1;
    for (;;) {
      const { now, due } = await this.page.evaluate(() => ({ now: globalThis.campaignLens.frames, due: globalThis.campaignLens.due() }));
      if (now === before && !due) return;
      before = now;
      await this.page.waitForTimeout(250);
    }
  }
  async close() { await this.page.context().close(); }
}
