// The journey's part in the grid: order, selection, details, find, columns. It begins and ends with all rows of the large report.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absent, messages, rows, shown } from './journey_setting.mjs';
import { until } from './person.mjs';
import { click, wallClock } from './reports.mjs';

export function rowsAreLookedAt(here) {
  const sorted = async (title, how) => {
    await until(`${title} ${how}`, async () => (await here.person.find('columnheader', title)).attributes['aria-sort'] === how);
  };
  const tabbed = (...wanted) => wanted.map((index) => shown(messages[index]).slice(0, 2).join('\t')).join('\n');

  test('Shift and a press on further headers sort by several keys, which undo takes back one by one', async () => {
    const { person } = here;
    await person.press('columnheader', 'attempt');
    await sorted('attempt', 'ascending');
    await person.holding('Shift', async () => {
      await person.press('columnheader', 'Time');
      await sorted('Time, sort key 2', 'ascending');
      await person.press('columnheader', 'Time, sort key 2');
      await sorted('Time, sort key 2', 'descending');
    });
    const expected = [...messages].reverse().sort((one, other) => one.attempt - other.attempt).map(shown); // times rise with the rows
    await person.find('gridcell', expected[0][0]);
    const seen = await person.rows();
    assert.deepEqual(seen, expected.slice(0, seen.length));
    await person.key('Control+z');
    await sorted('Time, sort key 2', 'ascending');
    await person.key('Control+z');
    await sorted('attempt', 'ascending');
    await person.key('Control+z');
    await sorted('attempt', 'none');
  });

  test('cells are selected by a drag and by Shift with arrows, and copied as a table of texts', async () => {
    const { person } = here;
    const statusOf = async ({ number }) => ({ ...await person.find('columnheader', 'Status'), y: (await person.find('gridcell', number)).y });
    const copied = async (count) => {
      await person.key('Control+c');
      await person.find('status', new RegExp(`\\b${count} rows copied`));
      return person.clipboard();
    };
    await person.find('gridcell', messages[0].number);
    await person.drag(await person.find('gridcell', messages[1].number), await statusOf(messages[3]));
    assert.equal((await person.selection()).length, 6);
    const { text, html } = await copied(3);
    assert.equal(text, tabbed(1, 2, 3));
    assert.match(html, new RegExp(`<td[^>]*>\\${messages[2].number}</td>`));

    await person.press('gridcell', messages[4].number);
    await person.key('Shift+ArrowDown');
    await person.key('Shift+ArrowRight');
    assert.deepEqual((await person.selection()).map((cell) => cell.row), [4, 4, 5, 5]);
    assert.equal((await copied(2)).text, tabbed(4, 5));
  });

  test('Enter shows all fields of a row and its clicks, Escape closes them, and the clicks are a press away', async () => {
    const { person } = here;
    const titles = await person.headers();
    await person.press('gridcell', messages[4].number);
    await person.key('Enter');
    const details = await person.find('group', 'Details of row 5');
    for (const [index, value] of shown(messages[4]).entries()) await person.wheelTo('text', `${titles[index]}: ${value}`, details);
    await person.wheelTo('text', `uLink clicks (1): ${wallClock(click(1).timestamp)}`, details);
    await person.key('Escape');
    await person.gone('group', 'Details of row 5');
    await person.key('Enter');
    await person.press('button', 'Show 1 click');
    await person.untilGridRows(1);
    assert.equal((await person.rows())[0][0], click(1).number);
    await person.key('Control+z');
    await person.untilGridRows(rows / 4);
    await person.press('tab', /^Delivery report/);
    await person.untilGridRows(rows);
    await person.press('button', 'Close details');
    await person.gone('group', 'Details of row 5');
  });

  test('Ctrl+F finds a text in the rows, Enter and F3 lead to the next one, with Shift to the one before', async () => {
    const { person } = here;
    const at = async (number) => {
      await person.find('status', `${number.toLocaleString('en')} of ${absent.length.toLocaleString('en')} rows`);
      assert.deepEqual(await person.selection(), [{ row: messages.indexOf(absent[number - 1]), text: 'Absent subscriber' }]);
    };
    await person.press('gridcell', messages[0].number);
    await person.key('Control+f');
    await person.find('searchbox', 'Find in these rows');
    await person.settled();
    await person.type('absent SUB');
    await at(1);
    for (const [key, number] of [['Enter', 2], ['F3', 3], ['Shift+Enter', 2], ['Shift+F3', 1], ['Shift+Enter', absent.length], ['Enter', 1]]) {
      await person.key(key);
      await at(number);
    }
    await person.key('Escape');
    await person.gone('searchbox', 'Find in these rows');
    await person.key('Control+Home');
    await person.find('gridcell', messages[0].number);
  });

  test('a column is hidden and given back, a header is carried to another place, and undo carries it back', async () => {
    const { person } = here;
    const titles = await person.headers();
    const untilTitles = (wanted) => until(wanted.join(), async () => (await person.headers()).join() === wanted.join());
    for (const wanted of [titles.filter((title) => title !== 'name'), titles]) {
      await person.press('button', 'Columns');
      await person.press('checkbox', 'name');
      await person.key('Escape');
      await untilTitles(wanted);
    }
    await person.gone('checkbox', 'name');
    await person.settled();
    const { x, y } = await person.find('columnheader', 'Number');
    await person.drag(await person.find('columnheader', 'Time'), { x: x - 40, y });
    await untilTitles(['Time', 'Number', 'Status', ...titles.slice(3)]);
    assert.equal((await person.rows())[0][1], messages[0].number);
    await person.key('Control+z');
    await untilTitles(titles);
  });
}
