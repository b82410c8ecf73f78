// The journey's part with files: what is chosen for an export, views, and every form that a report comes in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { messages, shown, texts } from './journey_setting.mjs';
import { until } from './person.mjs';
import { click, countOf, report } from './reports.mjs';

const few = 1_400;

/** Opens a smaller report, and leaves the choices of the dialog as they were. */
export function exportsAreChosen(here) {
  const inDialog = { within: 'dialog' };
  const tick = (name) => here.person.press('checkbox', name, inDialog);
  const press = (name) => here.person.press('button', name, inDialog);
  const clicks = Array.from({ length: few / 4 }, (_, index) => click(index));

  test('masked numbers have a code that is the same in both sheets, and a sheet that is not wanted is left out', async () => {
    await here.open('choices.json', report(few, 'Choices'));
    const { sheets } = await here.exported(async () => {
      await tick('Mask numbers');
      await tick(/^Clicks by location/);
    });
    const masked = texts(sheets['Delivery report'])[0][0];
    assert.match(masked, new RegExp(`^…${messages[0].number.slice(-4)} [0-9a-f]{16}$`));
    assert.equal(texts(sheets['uLink clicks'])[0][0], masked);
    assert.ok(!JSON.stringify(sheets).includes(messages[0].number));
    assert.ok(!('Clicks by location' in sheets));
  });

  test('as CSV the table of the tab that is shown is exported', async () => {
    await here.person.press('tab', /^uLink clicks/);
    await here.person.untilGridRows(clicks.length);
    const { name, path } = await here.saved(() => here.export(async () => {
      await tick('Mask numbers');
      await tick(/^Clicks by location/); // as it was
      await press('CSV');
    }));
    assert.match(name, /^Choices.*\.csv$/);
    const lines = readFileSync(path, 'utf8').trim().split('\r\n').slice(1);
    assert.deepEqual(lines.map((line) => line.split(',')[0]), clicks.map(({ number }) => number));
    await here.person.press('tab', /^Delivery report/);
    await here.person.untilGridRows(few);
  });

  test('an audience is exported with a row for each recipient, whatever is filtered', async () => {
    await here.person.search('no such text');
    await here.person.untilGridRows(0);
    const { sheets } = await here.exported(async () => {
      await press('Excel workbook');
      await press('An audience');
      await press(/^Audience/);
      await here.person.press('button', /^Clicked/);
    });
    assert.deepEqual(texts(sheets['Delivery report']).map(([number]) => number), clicks.map(({ number }) => number));
    assert.ok(!('uLink clicks' in sheets));
  });

  test('an export that is cancelled leaves no file and no word of it, and the next one works', async () => {
    const { person } = here;
    await person.search(messages[few - 1].number);
    await person.untilGridRows(1);
    await here.export(async () => {
      await press('What is shown');
      await person.find('checkbox', /^Delivery report, 1 row /, inDialog);
      await person.settled();
      await person.page.evaluate(() => { // as slow as it takes to press Cancel
        const { postMessage } = Worker.prototype;
        const late = [];
        Worker.prototype.postMessage = function later(...message) { late.push(() => postMessage.apply(this, message)); };
        globalThis.goOn = () => {
          Worker.prototype.postMessage = postMessage;
          for (const send of late) send();
        };
      });
    });
    await person.press('button', 'Cancel');
    await person.gone('button', 'Cancel');
    await person.page.evaluate(() => goOn());
    await person.settled();
    assert.deepEqual([...await person.all('alert'), ...await person.all('status', /\.xlsx/)], []);
    const { sheets } = await here.exported();
    assert.deepEqual(texts(sheets['Delivery report']), [shown(messages[few - 1])]);
    await person.search('');
    await person.untilGridRows(few);
  });

  test('the keyboard alone opens the export, chooses in it, gives it up, and exports', async () => {
    const { person } = here;
    const focused = () => person.page.evaluate(() => {
      const { activeElement: element } = document;
      return element.getAttribute('aria-label') ?? element.textContent;
    });
    const walkTo = async (name, key) => {
      for (let steps = 0; await focused() !== name; ++steps) {
        assert.ok(steps < 30, `${key} leads to ${name}`);
        const before = await focused();
        await person.key(key);
        await until('another control', async () => await focused() !== before);
      }
    };
    const isMasked = async () => (await person.find('checkbox', 'Mask numbers', inDialog)).checked;
    const untilMasked = (masked) => until(`numbers masked: ${masked}`, async () => await isMasked() === masked);
    await person.press('gridcell', messages[0].number);
    await person.key('Control+e');
    await person.find('dialog', 'Export');
    await untilMasked(false);
    await walkTo('Mask numbers', 'Tab');
    await person.key(' ');
    await untilMasked(true);
    await walkTo('Cancel', 'Tab');
    await walkTo('Mask numbers', 'Shift+Tab');
    await person.key(' ');
    await untilMasked(false);
    await person.key('Escape');
    await person.gone('dialog', 'Export');
    assert.equal(await person.page.evaluate(() => document.activeElement.id), 'canvas');

    await person.key('Control+e');
    await person.find('dialog', 'Export');
    await walkTo('Export', 'Tab');
    const { name } = await here.saved(() => person.key('Enter'));
    assert.match(name, /^Choices.*\.xlsx$/);
    await person.gone('dialog', 'Export');
  });
}

/** Begins and ends with all rows of a report with `few`. */
export function viewsAreKept(here) {
  test('a view is saved into a file, and is back when that is dropped', async () => {
    const { person } = here;
    await person.press('button', 'Columns');
    await person.press('checkbox', 'name');
    await person.key('Escape');
    await person.gone('checkbox', 'name');
    await person.press('button', /^Failed /);
    await person.search('absent');
    const wanted = messages.slice(0, few).filter(({ failed_reason: reason }) => reason === 'Absent subscriber').length;
    await person.untilGridRows(wanted);
    await person.settled();
    const arranged = await person.headers();
    assert.ok(!arranged.includes('name'));
    const { name, path } = await here.saved(() => person.fromMenu(/^Save view/));
    assert.equal(name, 'Choices.campaign-view.json');

    await person.fromMenu(/^Reset view/);
    await person.untilGridRows(few);
    await person.settled();
    assert.ok((await person.headers()).includes('name'));
    await person.drop([here.write('mine.json', readFileSync(path))]);
    await person.untilGridRows(wanted);
    await person.find('status', /The view “mine.json” is in place/);
    await person.settled();
    assert.deepEqual(await person.headers(), arranged);
    await person.press('button', 'Reset view'); // beside what is said of it
    await person.untilGridRows(few);
  });
}

/** Leaves a report open that was pasted. */
export function reportsComeInManyForms(here) {
  test('a compressed report opens', async () => {
    await here.person.drop([here.write('eid.json.gz', gzipSync(JSON.stringify(report(70, 'Compressed'))))]);
    await here.person.opened('Compressed');
    assert.equal(await here.person.gridRows(), 70);
    await here.person.find('button', new RegExp(`^Failed ${countOf(70, 'Failed')}\\b`));
  });

  test('two files that are dropped together open as one report, which says which row came from which', async () => {
    await here.person.drop([here.write('first.json', report(7, 'Together')), here.write('second.json', report(14, 'Together'))]);
    await here.person.opened('Together');
    assert.equal(await here.person.gridRows(), 21);
    assert.ok((await here.person.headers()).includes('source file'));
  });

  test('the text of a report opens when it is pasted, another text is said to be none', async () => {
    const { person } = here;
    await person.cut('lunch at one');
    await person.untilGridRows(21);
    await person.key('Control+v');
    await person.find('alert', /text that was pasted is not a report/);
    const pasted = messages.slice(3, 6).map(({ number, status }) => ({ number, status }));
    await person.cut(JSON.stringify(pasted));
    await person.key('Control+v');
    await person.opened('Pasted report.json');
    assert.deepEqual(await person.rows(), pasted.map(({ number, status }) => [number, status]));
  });
}
