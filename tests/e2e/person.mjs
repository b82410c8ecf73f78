// One person at one page, in a browser that is given by a few verbs (firefox.mjs, webkit.mjs). Controls are found in the accessibility
// mirror, by role and name, and pressed by mouse where they lie on the canvas. What is waited for is a state, never a time.
import { readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const patienceMs = 60_000;
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Gives what `what` gives as soon as that is true, or an array that is not empty. */
export async function until(said, what) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const value = await what();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`in ${patienceMs / 1000} s there was not: ${said}`);
    await pause(50);
  }
}

/**
 * What the mirror has of a role, with a name that is `name` or matches it: { name, value, checked, x, y, width, height, attributes }.
 * Runs in the page.
 */
function mirrored(role, name, pattern, root) {
  const selectors = {
    button: 'button:not([role])', searchbox: 'input[type=search]', checkbox: 'input[type=checkbox]', heading: 'h2', text: 'span',
    progressbar: 'progress',
  };
  return [...document.querySelectorAll(`#mirror ${root} ${selectors[role] ?? `[role=${role}]`}`)].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const attributes = Object.fromEntries(element.getAttributeNames().map((attribute) => [attribute, element.getAttribute(attribute)]));
    return {
      name: element.getAttribute('aria-label') ?? element.textContent, value: element.value, checked: element.checked,
      x: x + width / 2, y: y + height / 2, width, height, attributes,
    };
  }).filter((found) => (pattern ? new RegExp(pattern).test(found.name) : name === null || found.name === name));
}

export class Person {
  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
  }

  all(role, name = null, { within = '' } = {}) {
    return this.page.evaluate(mirrored, role, name?.source ? null : name, name?.source ?? null, within && `[role=${within}]`);
  }
  /** The first control of that role and name, once there is one. */
  find(role, name, options) {
    return until(`a ${role} ${name ?? ''}`, async () => (await this.all(role, name, options))[0]);
  }
  gone(role, name, options) {
    return until(`no ${role} ${name ?? ''}`, async () => (await this.all(role, name, options)).length === 0);
  }

  async press(role, name, options) {
    await this.hover(role, name, options);
    await this.page.down();
    await this.page.up();
  }
  async hover(role, name, options) {
    const { x, y } = await this.find(role, name, options);
    await this.page.move(x, y);
  }
  /** Opens the list of a control and presses one of its choices. */
  async pick(control, choice) {
    await this.press('button', control);
    await this.press('button', choice);
  }
  fromMenu(choice) { return this.pick(/^More:/, choice); }
  async drag(from, to) {
    await this.page.move(from.x, from.y);
    await this.page.down();
    await this.page.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await this.settled();
    await this.page.move(to.x, to.y);
    await this.settled(); // a hand is slower than a frame
    await this.page.up();
  }
  async holding(key, doing) {
    await this.page.hold(key);
    await doing();
    await this.page.release(key);
  }
  /** Turns the wheel over a place, from its top to its end, until there is a control; gives that. */
  async wheelTo(role, name, { x, y }) {
    await this.page.move(x, y);
    for (let turn = 0; turn < 40; ++turn) {
      await this.settled();
      const [found] = await this.all(role, name);
      if (found) return found;
      await this.page.wheel(x, y, turn === 0 ? -10_000 : 150);
    }
    throw new Error(`the wheel does not lead to a ${role} ${name}`);
  }
  key(combination) { return this.page.key(combination); }
  type(text) { return this.page.type(text); }
  /** Presses the search field and waits until it has the keyboard. Keys before that are to be done with: a frame takes one at a time. */
  async goToSearch() {
    await this.settled();
    await this.press('searchbox', 'Search all columns');
    await until('the keyboard in the field', () => this.page.evaluate(() => document.activeElement.ariaLabel === 'Search all columns'));
  }
  async search(text) {
    await this.goToSearch();
    await this.key('Control+a');
    await this.key('Delete');
    await this.type(text);
  }

  /** What a paste into the search field brings: { text, html }. The field does not take it. */
  async clipboard() {
    await this.goToSearch();
    await this.page.evaluate(() => {
      globalThis.pasted = null;
      addEventListener('paste', (event) => {
        event.preventDefault();
        pasted = { text: event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n'), html: event.clipboardData.getData('text/html') };
      }, { capture: true, once: true });
    });
    await this.key('Control+v');
    const pasted = await until('a paste', () => this.page.evaluate(() => globalThis.pasted));
    await this.key('Escape');
    return pasted;
  }
  /** Puts a text that is shorter than a field's longest onto the clipboard, with the search field to write it in. */
  async cut(text) {
    const holds = (value) => until(`a field with ${value}`, async () => (await this.find('searchbox', 'Search all columns')).value === value);
    await this.search(text);
    await holds(text);
    await this.key('Control+a');
    await this.key('Control+x');
    await holds('');
    await this.key('Escape');
  }

  choose(path) { return this.page.choose(() => this.press('button', 'Choose a file'), path); }
  /** Drops files as a file manager does. They get into the page by an input of the test's own; `meanwhile` runs before they are dropped. */
  async drop(paths, meanwhile = () => {}) {
    await this.page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'carried' }));
    });
    await this.page.setFiles('#carried', paths);
    meanwhile();
    await this.page.evaluate(() => {
      const input = document.getElementById('carried');
      const dataTransfer = new DataTransfer();
      for (const file of input.files) dataTransfer.items.add(file);
      input.remove();
      for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    });
  }
  /** The file that the browser has downloaded since, taken to where `path` says. */
  async download(path) {
    const name = await until('a download', () => {
      const names = readdirSync(this.folder, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
      const [found] = names.map((entry) => entry.name);
      return names.length === 1 && !/\.(part|wkdownload)$/.test(found) && statSync(join(this.folder, found)).size > 0 && found;
    });
    renameSync(join(this.folder, name), path);
    return name;
  }

  /** The number of rows that the grid says it holds, header not counted. */
  async gridRows() { return Number((await this.find('grid')).attributes['aria-rowcount']) - 1; }
  untilGridRows(rows) { return until(`a grid of ${rows} rows`, async () => await this.gridRows() === rows); }
  /** The visible rows as arrays of texts, once they stand still. */
  async rows() {
    await this.settled();
    return this.page.evaluate(() => [...document.querySelector('#mirror [role=grid]').querySelectorAll('[role=row]')]
      .map((row) => [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent)).filter(({ length }) => length > 0));
  }
  /** What is selected in the grid: { row, text } for each cell, rows counted from 0. */
  async selection() {
    await this.settled();
    return this.page.evaluate(() => [...document.querySelectorAll('#mirror [role=gridcell][aria-selected=true]')].map((cell) => (
      { row: Number(cell.closest('[role=row]').getAttribute('aria-rowindex')) - 2, text: cell.textContent })));
  }
  headers() { return this.all('columnheader').then((headers) => headers.map(({ name }) => name)); }

  /** Until the report that is called so is the one that is shown. */
  async opened(name) {
    await this.find('heading', name);
    await this.find('grid');
    await this.settled();
  }

  frames() { return this.page.evaluate(() => globalThis.campaignLens.frames); }
  /** Until no frame is due, and none has been drawn for a while. */
  async settled() {
    let before = -1;
    await until('a page that stands still', async () => {
      const { now, due } = await this.page.evaluate(() => ({ now: globalThis.campaignLens.frames, due: globalThis.campaignLens.due() }));
      const still = now === before && !due;
      before = now;
      if (!still) await pause(200);
      return still;
    });
  }

  /** The colours of the pixels of a rectangle as it is seen: ['12,14,18', …]. */
  async pixels({ x, y, width, height }) {
    const screen = (await this.page.screenshot()).toString('base64');
    return this.page.evaluate(async (png, left, top, wide, high) => {
      const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(left, top, wide, high);
      return Array.from({ length: data.length / 4 }, (_, at) => data.slice(4 * at, 4 * at + 3).join());
    }, screen, Math.floor(x - width / 2), Math.floor(y - height / 2), Math.ceil(width), Math.ceil(height));
  }
}
