// The journey's part in what the rows mean: the clicks tab, insight, and how a file was read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absent, messages, rows } from './journey_setting.mjs';
import { click, foreign, foreignRows, foreignStatus, message, wallClock } from './reports.mjs';

const middle = { x: 640, y: 400 }; // of what is below the tabs

/** Begins and ends with all rows of the large report. */
export function rowsMean(here) {
  test('a location that is pressed filters the clicks, and pressed again does not', async () => {
    const { person } = here;
    const fromRiyadh = Array.from({ length: rows / 4 }, (_, index) => click(index)).filter(({ location }) => location === 'Riyadh').length;
    const riyadh = new RegExp(`^Riyadh ${fromRiyadh.toLocaleString('en')} clicks`);
    await person.press('tab', /^uLink clicks/);
    await person.press('button', riyadh);
    await person.untilGridRows(fromRiyadh);
    assert.equal((await person.find('button', riyadh)).attributes['aria-pressed'], 'true');
    for (const row of await person.rows()) assert.equal(row[1], 'Riyadh');
    await person.press('button', riyadh);
    await person.untilGridRows(rows / 4);
    await person.press('tab', /^Delivery report/);
    await person.untilGridRows(rows);
  });

  test('a reason for failures leads to its rows, as a chip', async () => {
    const { person } = here;
    await person.press('tab', 'Insight');
    await person.find('heading', 'Why messages did not get through');
    await person.press('button', new RegExp(`^Absent subscriber ${absent.length.toLocaleString('en')}, `));
    await person.untilGridRows(absent.length);
    for (const row of await person.rows()) assert.equal(row[3], 'Absent subscriber');
    await person.find('button', 'Remove filter: Failed reason is "Absent subscriber"');
    await person.press('button', 'Clear all');
    await person.untilGridRows(rows);
  });

  test('a drag over messages in time opens those rows, and the chip takes the filter away', async () => {
    const { person } = here;
    await person.press('tab', 'Insight');
    const column = /^\d{4}-.* – .*: [\d,]+ messages$/;
    await person.find('heading', 'Why messages did not get through');
    await person.wheelTo('button', column, middle);
    const columns = await person.all('button', column);
    const [from, to] = [columns[1], columns[3]];
    const [date] = from.name.split(' ');
    const begin = from.name.split(' – ')[0], end = `${date} ${/ – (.*): /.exec(to.name)[1]}`;
    const wanted = messages.map(({ timestamp }) => wallClock(timestamp)).filter((time) => time >= begin && time < end).length;
    assert.ok(wanted > 0 && wanted < rows / 2, `${wanted} rows from ${begin} to ${end}`);
    await person.drag(from, to);
    await person.untilGridRows(wanted);
    assert.equal((await person.rows())[0][2].slice(0, begin.length), begin);
    await person.press('button', new RegExp(`^Remove filter: Time is from ${begin}.* before ${end}`));
    await person.untilGridRows(rows);
  });

  test('an hour of the week opens the rows that it counts, and the chip takes the filter away', async () => {
    const { person } = here;
    const wanted = messages.filter(({ timestamp }) => / 09:/.test(wallClock(timestamp))).length;
    await person.press('tab', 'Insight');
    const hour = `Sunday 9:00–10:00: ${wanted.toLocaleString('en')} messages`;
    await person.wheelTo('button', hour, middle);
    await person.press('button', hour);
    await person.untilGridRows(wanted);
    await person.press('button', 'Remove filter: Time is on Sunday 9:00–10:00');
    await person.untilGridRows(rows);
  });
}

/** Opens a report in other words, and corrects how it was read. */
export function readingIsCorrected(here) {
  const statuses = Array.from({ length: foreignRows }, (_, index) => foreignStatus(index));
  const count = (...wanted) => statuses.filter((status) => wanted.includes(status)).length;
  const card = (name, value) => here.person.find('button', new RegExp(`^${name} ${value.toLocaleString('en')}\\b`));
  const reading = () => here.person.press('tab', /^How this file was read/);
  test('a column is given the role of the status, and the counts follow', async () => {
    const { person } = here;
    await here.open('foreign.json', foreign({ statusKey: 'ergebnis' }));
    await reading();
    await person.wheelTo('button', /^Read ergebnis as: Just a column/, middle);
    await person.pick(/^Read ergebnis as: Just a column/, 'Status');
    await card('Failed', count('Failed'));
    await person.press('tab', /^Delivery report/);
    await person.find('columnheader', 'Status');
    await person.press('button', /^Failed /);
    await person.untilGridRows(count('Failed'));
    await person.press('button', /^Failed /);
    await person.untilGridRows(foreignRows);
  });

  test('a status that is not recognised is given a meaning', async () => {
    const { person } = here;
    await card('Unrecognised', count('Zugestellt', 'تم التسليم'));
    await person.press('button', /^2 statuses not recognised/); // leads to the tab
    await person.wheelTo('button', /^“Zugestellt” means: Not recognised/, middle);
    await person.pick(/^“Zugestellt” means: Not recognised/, 'Success');
    await card('Success', count('Success', 'Zugestellt'));
    await card('Unrecognised', count('تم التسليم'));
  });

  test('times without an offset are read in the zone that is chosen, and all corrections are undone together', async () => {
    const { person } = here;
    const times = async () => {
      await person.press('tab', /^Delivery report/);
      await person.find('grid', 'Delivery report');
      const at = (await person.headers()).indexOf('Time');
      return (await person.rows()).slice(0, 2).map((row) => row[at]);
    };
    assert.deepEqual(await times(), ['2026-03-01 09:00:00', '2026-03-01 09:00:01']);
    await reading();
    await person.wheelTo('button', /^Zone of times without an offset: UTC/, middle);
    await person.pick(/^Zone of times without an offset: UTC/, /^Asia\/Dubai/);
    await person.find('text', /^Time zone: Chosen by you/);
    assert.deepEqual(await times(), ['2026-03-01 09:00:00', '2026-03-01 13:00:01']); // the second one says that it is UTC, four hours behind
    await reading();
    await person.press('button', 'Undo all corrections');
    await person.gone('button', 'Undo all corrections');
    await card('Success', 0);
    assert.deepEqual(await times(), ['2026-03-01 09:00:00', '2026-03-01 09:00:01']);
  });
}

/** Another report is open from here on. */
export function placesAreSpelled(here) {
  test('a place that is written in several ways is several locations, which a suggestion chooses together', async () => {
    const { person } = here;
    const written = ['Riyadh, SA', 'RIYADH (SA)', 'Riyadh, SA', 'السعودية | الرياض', 'riyadh,sa', 'الرياض، السعودية'];
    await here.open('places.json', JSON.stringify({
      ulink_clicks: written.map((location, index) => ({ number: message(index).number, location, timestamp: message(index).timestamp })),
    }));
    await person.press('tab', /^uLink clicks/);
    await person.untilGridRows(written.length);
    await person.find('button', /^Riyadh, SA 2 clicks, 33.3%, by 2 recipients/);
    await person.find('button', /^All 2 spellings of .*الرياض.*, 2 clicks$/);
    const all = 'All 3 spellings of Riyadh, SA, 4 clicks';
    await person.press('button', all);
    await person.untilGridRows(4);
    assert.deepEqual((await person.rows()).map((row) => row[1]), written.filter((location) => /riyadh/i.test(location)));
    for (const location of ['Riyadh, SA 2', 'RIYADH .SA. 1', 'riyadh,sa 1']) {
      assert.equal((await person.find('button', new RegExp(`^${location} clicks`))).attributes['aria-pressed'], 'true');
    }
    await person.press('button', /^RIYADH .SA. 1 clicks/);
    await person.untilGridRows(1);
    await person.press('button', all);
    await person.untilGridRows(4);
    await person.press('button', all);
    await person.untilGridRows(written.length);
  });
}
