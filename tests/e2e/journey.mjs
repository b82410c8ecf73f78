// What a person does with a report from its first sight to the workbook, in whatever browser it is: firefox.test.mjs, webkit.test.mjs.
// The same in Chromium, and all else, is in the other tests. Parts of it that can be left out are in journey_*.mjs.
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { exportsAreChosen, reportsComeInManyForms, viewsAreKept } from './journey_files.mjs';
import { placesAreSpelled, readingIsCorrected, rowsMean } from './journey_meaning.mjs';
import { rowsAreLookedAt } from './journey_rows.mjs';
import { Setting, absent, messages, rows, shown, site, texts } from './journey_setting.mjs';
import { surroundingsChange } from './journey_surroundings.mjs';
import { until } from './person.mjs';
import { click, countOf, report, wallClock } from './reports.mjs';

/** `browser` has start() and what it cannot do: firefox.mjs or webkit.mjs. */
export function journey(browser) {
  const here = new Setting();
  let person;
  before(async () => { person = await here.begin(browser.start); });
  after(() => here.end());
  afterEach(async () => assert.deepEqual(await person.page.problems(), [], 'nothing was written to the console'));

  test('the sample opens and shows its six counts', async () => {
    await person.press('button', 'Try a sample');
    const sample = JSON.parse(readFileSync(`${site}/sample-report.json`, 'utf8'));
    await person.opened(sample.campaign.name);
    assert.equal(await person.gridRows(), sample.messages.length);
    for (const name of ['Total', 'Submitted to flow studio', 'Success', 'Delivery not confirmed', 'Failed', 'Not submitted to flow studio']) {
      await person.find('button', new RegExp(`^${name} \\d`));
    }
  });

  test('a dropped report opens in a Worker, and is shown as it was written', async () => {
    await here.open('small.json', report(7, 'Small'));
    await here.open('eid.json', report(rows));
    assert.equal(await person.gridRows(), rows);
    assert.equal((await person.all('status', /runs in the page/)).length, 0);
    const seen = await person.rows();
    assert.ok(seen.length > 3);
    assert.deepEqual(seen, messages.slice(0, seen.length).map(shown));
  });

  test('Arabic, Chinese and emoji are drawn', async () => {
    for (const { name } of messages.slice(1, 7)) {
      const cell = await person.find('gridcell', name);
      const colours = await person.pixels({ ...cell, height: 20 });
      const ground = colours[0];
      const ink = colours.filter((colour) => colour !== ground).length;
      assert.ok(ink > 40, `${ink} pixels of ${name}`);
    }
  });

  test('a count card filters the grid to its rows, and pressed again shows all', async () => {
    await person.press('button', /^Failed /);
    await person.untilGridRows(countOf(rows, 'Failed'));
    for (const row of await person.rows()) assert.equal(row[1], 'Failed');
    await person.press('button', /^Failed /);
    await person.untilGridRows(rows);
  });

  test('what is typed is searched for, in Latin and in Arabic', async () => {
    await person.search('ABU ALI');
    await person.untilGridRows(Math.ceil((rows - 2) / 7));
    await person.search('العتيبي');
    await person.untilGridRows(Math.ceil((rows - 1) / 7));
    for (const row of await person.rows()) assert.ok(row.includes('محمد العتيبي'));
    await person.search('');
    await person.untilGridRows(rows);
  });

  test('a header sorts up, then down, then gives the file\'s order back', async () => {
    const attempts = async () => (await person.rows()).slice(0, 4).map((row) => row[6]).join();
    for (const [sort, first] of [['ascending', '0,0,0,0'], ['descending', '3,3,3,3'], ['none', '0,1,2,3']]) {
      await person.press('columnheader', 'attempt');
      await until(first, async () => await attempts() === first);
      assert.equal((await person.find('columnheader', 'attempt')).attributes['aria-sort'], sort);
    }
  });

  test('the wheel moves by whole rows and the keyboard reaches the last row', async () => {
    const { x, y } = await person.find('grid');
    await person.page.move(x, y);
    await person.page.wheel(x, y, 600);
    const [[top]] = await person.rows();
    const index = messages.findIndex(({ number }) => number === top);
    assert.ok(index > 3 && index < 100, `scrolled to row ${index}`);
    await person.page.down();
    await person.page.up();
    await person.key('Control+End');
    assert.equal((await person.rows()).at(-1)[0], messages.at(-1).number);
    await person.key('Control+Home');
    assert.equal((await person.rows())[0][0], messages[0].number);
  });

  test('copying cells does not fail: what is copied is pasted into the search field', async () => {
    await person.press('gridcell', messages[2].number);
    await person.key('Control+c');
    await person.find('status', /1 row copied/);
    await person.goToSearch();
    await person.key('Control+v');
    await person.untilGridRows(1);
    assert.equal((await person.rows())[0][0], messages[2].number);
    await person.search('');
    await person.untilGridRows(rows);
  });

  rowsAreLookedAt(here);

  test('the tabs show clicks, insight and how the file was read', async () => {
    await person.press('tab', /^uLink clicks/);
    await person.untilGridRows(rows / 4);
    const { number, location, timestamp, variable, url } = click(0);
    assert.deepEqual((await person.rows())[0], [number, location, wallClock(timestamp), variable, url]);
    await person.press('tab', 'Insight');
    await person.find('heading', 'Why messages did not get through');
    await person.press('tab', /^How this file was read/);
    await person.find('button', /^Zone of times without an offset/);
    await person.press('tab', /^Delivery report/);
    await person.untilGridRows(rows);
  });

  rowsMean(here);

  test('a value that is ticked in a column\'s menu is a filter, which undo takes back and redo gives again', async () => {
    const wanted = absent.length;
    await person.hover('columnheader', 'Failed reason');
    await person.press('button', 'Menu of Failed reason');
    await person.find('checkbox', /^Absent subscriber, /);
    await person.press('button', 'None');
    await person.press('checkbox', /^Absent subscriber, /);
    await person.untilGridRows(wanted);
    await person.key('Escape');
    await person.gone('button', 'None');
    await person.key('Control+z');
    await person.untilGridRows(rows);
    await person.key('Control+Shift+z');
    await person.untilGridRows(wanted);
    await person.key('Control+z');
    await person.untilGridRows(rows);
  });

  test('the workbook has the rows that the grid shows, and nothing is asked for over the network', async () => {
    await here.unrequested(async () => {
      const expected = absent.map(shown).reverse();
      await person.search('absent');
      await person.untilGridRows(expected.length);
      await person.settled(); // what lies where changes with the search
      for (const sort of ['ascending', 'descending']) {
        await person.press('columnheader', 'Time');
        await until(sort, async () => (await person.find('columnheader', 'Time')).attributes['aria-sort'] === sort);
      }
      await person.find('gridcell', expected[0][0]);
      const seen = await person.rows();
      assert.deepEqual(seen, expected.slice(0, seen.length));
      const { name, sheets } = await here.exported(() => person.find('text', /^about \d+ KB$/, { within: 'dialog' }));
      assert.match(name, /^Eid offer.*عرض العيد\.xlsx$/);
      assert.deepEqual(texts(sheets['Delivery report']), expected);
      assert.deepEqual(sheets['Delivery report'].rows[1].map(({ t }) => t), ['s', 's', 'd', 's', 's', 's', 'n']);
      assert.match(JSON.stringify(sheets['About this file']), /"[0-9a-f]{64}"/, 'the hash of the file');
      await person.find('status', /\.xlsx/);
    });
    await person.fromMenu(/^Reset view/); // or the next report begins with this one
    await person.untilGridRows(rows);
  });

  test('an idle page draws no frame', async () => {
    await person.page.move(5, 5);
    await person.settled();
    const frames = await person.frames();
    await new Promise((resolve) => { setTimeout(resolve, 1000); });
    assert.equal(await person.frames(), frames);
  });

  test('the page is dark when it is told to be, and light again', async () => {
    const ground = async () => { await person.settled(); return (await person.pixels({ x: 4, y: 4, width: 2, height: 2 }))[0]; };
    await person.press('button', 'Dark theme');
    assert.equal(await ground(), '12,14,18');
    await person.press('button', 'Light theme');
    assert.equal(await ground(), '246,247,249');
  });

  exportsAreChosen(here);
  viewsAreKept(here);
  reportsComeInManyForms(here);
  readingIsCorrected(here);
  placesAreSpelled(here);

  test('what is no report is refused with what is wrong and where, and the open report stays', async () => {
    await person.drop([here.write('comma.json', '[{"number":"1",\n"status" "Failed"}]')]);
    await person.find('alert', /comma\.json.*line 2/s);
    assert.ok(await person.gridRows() > 0);
    await person.drop([here.write('cut.json', JSON.stringify(report(20, 'Cut')).slice(0, 1500))]);
    await person.opened('Cut');
    await person.find('button', /1 warning/);
  });

  test('an error of the browser itself is shown: a file that is gone when it is dropped is said to be', async () => {
    const gone = here.write('gone.json', report(20, 'Gone'));
    await person.drop([gone], () => rmSync(gone));
    await person.find('alert', /gone\.json.*could not be read/s);
    assert.equal((await person.all('button', 'Cancel')).length, 0);
  });

  surroundingsChange(here, browser);

  test('opened from disk the page loads a report: Choose a file asks for one, and a Worker opens it', async () => {
    person = await here.land(pathToFileURL(`${site}/index.html`).href);
    await here.unrequested(async () => {
      await person.choose(here.write('disk.json', report(1_400, 'From disk')));
      await person.opened('From disk');
    });
    assert.equal((await person.all('status', /runs in the page/)).length, 0);
  });

  test('opened from disk the page filters and exports', async () => {
    await here.unrequested(async () => {
      await person.press('button', /^Failed /);
      await person.untilGridRows(countOf(1_400, 'Failed'));
      const { sheets } = await here.exported();
      assert.deepEqual(texts(sheets['Delivery report']), messages.slice(0, 1_400).filter(({ status }) => status === 'Failed').map(shown));
      assert.match(JSON.stringify(sheets['About this file']), /"[0-9a-f]{64}"/, 'the hash of the file');
    });
  });
}
