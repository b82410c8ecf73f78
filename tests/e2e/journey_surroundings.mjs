// The journey's part in what a page finds around it: a narrow window, a finger, a graphics card that goes away, a dark system.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { messages, site, landed } from './journey_setting.mjs';
import { countOf, report } from './reports.mjs';

const few = 1_400;

/** Opens a smaller report. `start` and `cannot` are the browser's. */
export function surroundingsChange(here, { start, cannot = {} }) {
  test('? opens the help, which says what counts mean and which keys there are, and Escape closes it', async () => {
    const { person } = here;
    await here.open('small.json', report(few, 'Surroundings'));
    await person.press('gridcell', messages[0].number);
    await person.type('?');
    const help = await person.find('group', 'Help');
    await person.find('heading', 'What the counts mean');
    await person.wheelTo('text', 'Ctrl + E: Export', help);
    await person.key('Escape');
    await person.gone('group', 'Help');
  });

  test('a narrow window has the counts, the grid and the search', async () => {
    const { person } = here;
    await person.page.resize(390, 844);
    await person.settled();
    const width = await person.page.evaluate(() => innerWidth);
    assert.equal(width, 390);
    const controls = [await person.find('grid'), await person.find('searchbox', 'Search all columns')];
    for (const name of ['Total', 'Submitted to flow studio', 'Success', 'Delivery not confirmed', 'Failed', 'Not submitted to flow studio']) {
      controls.push(await person.find('button', new RegExp(`^${name} \\d`)));
    }
    for (const { name, x, width: wide } of controls) assert.ok(x - wide / 2 >= 0 && x + wide / 2 <= width, name);
    await person.search('العتيبي');
    await person.untilGridRows(few / 7);
    await person.search('');
    await person.press('button', /^Failed /);
    await person.untilGridRows(countOf(few, 'Failed'));
    await person.press('button', /^Failed /);
    await person.untilGridRows(few);
  });

  test('a finger moves the rows under it', { skip: cannot.touch ?? false }, async () => {
    const { person } = here;
    const { x, y } = await person.find('grid');
    await person.page.touch(Array.from({ length: 11 }, (_, step) => ({ x, y: y + 100 - 20 * step })));
    const [[top]] = await person.rows();
    const index = messages.findIndex(({ number }) => number === top);
    assert.ok(index >= 6, `200 pixels, and what goes on when it leaves, moved ${index} rows`);
    assert.deepEqual(await person.selection(), []);
  });

  test('after the graphics card has lost everything the page draws the same again', async () => {
    const { person } = here;
    await person.page.resize(1280, 540);
    await person.page.move(5, 5);
    await person.settled();
    const before = await person.page.screenshot();
    await person.page.evaluate(async () => {
      const canvas = document.getElementById('canvas');
      const graphics = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
      const told = (type) => new Promise((resolve) => { canvas.addEventListener(type, resolve, { once: true }); });
      const [lost, restored] = [told('webglcontextlost'), told('webglcontextrestored')];
      graphics.loseContext();
      await lost;
      setTimeout(() => graphics.restoreContext()); // not while it is told
      await restored;
    });
    await person.settled();
    assert.ok(before.equals(await person.page.screenshot()), 'not a pixel differs');
    await person.press('button', /^Failed /);
    await person.untilGridRows(countOf(few, 'Failed'));
  });

  test('where the system is dark the page is, too', async () => {
    const dark = await start({ dark: true });
    try {
      const person = await landed(dark, pathToFileURL(`${site}/index.html`).href);
      assert.equal((await person.pixels({ x: 4, y: 4, width: 2, height: 2 }))[0], '12,14,18');
      await person.find('button', 'Light theme');
      assert.deepEqual(await person.page.problems(), []);
    } finally {
      await dark.close();
    }
  });
}
