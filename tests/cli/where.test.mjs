// Filters, zones and orders of the command line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folder, output, report, run, write } from './cli.mjs';

const here = folder();
const file = write(here, 'report.json', report);
const json = (...args) => JSON.parse(output(['rows', file, '--format', 'json', ...args]));
const numbers = (...args) => json(...args).map(({ number }) => number.slice(-1));
const where = (...conditions) => numbers(...conditions.flatMap((condition) => ['--where', condition]));

test('Values are exactly as written; several are joined by "or"', () => {
  assert.deepEqual(where('city is Riyadh'), ['3']);
  assert.deepEqual(where('city=Riyadh'), ['3']);
  assert.deepEqual(where('city is riyadh'), []);
  assert.deepEqual(where('city is Riyadh or الرياض'), ['3', '1']);
  assert.deepEqual(where('city is not Riyadh or الرياض or blank'), ['2', '1']);
  assert.deepEqual(where('city is blank'), ['4', '5', '6']);
  assert.deepEqual(where('city != blank'), ['3', '1', '2', '1']);
  assert.deepEqual(where('opted_in = true'), ['3']);
});

test('Texts are compared case aside, anywhere, at the beginning or whole', () => {
  assert.deepEqual(where('city contains YADH or jeddah'), ['3', '2']);
  assert.deepEqual(where('city ~ yadh'), ['3']);
  assert.deepEqual(where('city does not contain riyadh', 'city is not blank'), ['1', '2', '1']);
  assert.deepEqual(where('city !~ riyadh', 'city != blank'), ['1', '2', '1']);
  assert.deepEqual(where('city begins with jed'), ['2']);
  assert.deepEqual(where('city equals riyadh'), ['3']);
  assert.deepEqual(where('number contains 0500000002'), ['2']);
});

test('Columns go by key or by what they are; columns and values may be quoted', () => {
  assert.deepEqual(where('failed reason contains "for good"'), ['1']);
  assert.deepEqual(where('"failed_reason" is "Blocked, \\"for good\\""'), ['1']);
  assert.deepEqual(where('status is "blank"'), []);
  const input = JSON.stringify([{ number: '1', 'this is': 'a or b' }, { number: '2', 'this is': 'a' }]);
  assert.equal(output(['rows', '-', '--where', '"this is" is "a or b"'], { input }), 'number,this is\r\n1,a or b\r\n');
});

test('Times and numbers are in ranges', () => {
  assert.deepEqual(where('time >= 2026-03-01T09:00:08+03:00'), ['3', '2']);
  assert.deepEqual(where('time > 2026-03-01 09:00:09'), []); // in the campaign's zone
  assert.deepEqual(where('time <= 2026-03-01T06:00:07Z'), ['1']);
  assert.deepEqual(where('time < 2026-03-01T06:00:07Z'), []);
  assert.deepEqual(where('time is in first hour'), ['3', '1', '2']);
  assert.deepEqual(where('time is not in first day'), ['4', '5', '6', '1']);
  assert.deepEqual(where('time is in Sunday 9:00'), ['3', '1', '2']); // of the campaign's zone
  assert.deepEqual(where('time is in Sunday 6:00'), []);
  assert.deepEqual(where('price > 1.5'), ['1', '1']);
  assert.deepEqual(where('price >= 1.5', 'price < 10'), ['3']);
  assert.deepEqual(where('price <= 10'), ['3', '1']);
});

test('Numbers of recipients are in a country', () => {
  const all = numbers();
  const saudi = where('number is in Saudi Arabia');
  assert.ok(saudi.length > 0 && saudi.length < all.length);
  assert.equal(where('number is not in Saudi Arabia').length, all.length - saudi.length);
});

test('Repeated values and sets keep rows, too', () => {
  const clicks = (...args) => JSON.parse(output(['rows', file, '--table', 'clicks', '--format', 'json', ...args])).map(({ url }) => url);
  assert.deepEqual(clicks('--where', 'url is repeated'), ['https://a.example/', 'https://a.example/']);
  assert.deepEqual(clicks('--where', 'url is not repeated'), ['https://a.example/?b=1&c=2']);
  assert.deepEqual(numbers('--only', 'clicked'), ['3', '2']);
  assert.deepEqual(numbers('--without', 'clicked', '--without', 'impossible_numbers'), ['1', '4', '5', '6']);
  assert.equal(clicks('--without', 'automatic_clicks').length, 3);
});

test('Insight and the audiences are of the rows that match', () => {
  const insight = JSON.parse(output(['insight', file, '--json', '--where', 'city is not blank', '--where-clicks', 'location begins with riyadh']));
  assert.deepEqual(insight.rows, { delivery: 4, clicks: 2 });
  assert.match(output(['audience', 'clicked', file, '--where', 'city is Riyadh']), /\r\n\+966500000003.*\r\n$/);
});

test('A zone reads naive times and shows all', () => {
  const naive = write(here, 'naive.json', [{ number: '1', timestamp: '2026-03-01T09:00:00' }]);
  const first = (...args) => JSON.parse(output(['insight', naive, '--json', ...args])).timing.first;
  assert.equal(first(), '2026-03-01 09:00:00');
  assert.equal(output(['rows', naive, '--zone', 'Asia/Riyadh', '--where', 'timestamp = 2026-03-01T09:00:00']).split('\r\n').length, 3);
  assert.equal(output(['rows', naive, '--zone', 'Asia/Riyadh', '--where', 'timestamp <= 2026-03-01T06:00:00Z']).split('\r\n').length, 3);
  assert.equal(output(['rows', naive, '--where', 'timestamp <= 2026-03-01T06:00:00Z']).split('\r\n').length, 2);
  assert.match(output(['summary', file, '--zone', '+05:30']), /Time zone +\S*\+05:30/);
  assert.deepEqual(numbers('--zone', 'Asia/Dubai', '--search', '10:00:07'), ['1']);
});

test('What is wrong with a condition is named', () => {
  const cases = [
    ['citty is Riyadh', /no column "citty".*"city"/],
    ['city Riyadh', /"city Riyadh" has no operator; there are .*contains/],
    ['city is', /"is" needs a value.*blank/],
    ['city contains', /"contains" needs a value/],
    ['city > 5', /"city" has neither times nor numbers.*">"/],
    ['city is in first hour', /"city" has neither times nor numbers of recipients/],
    ['number is in Saudi Arabi', /No country is called "Saudi Arabi".*Saudi Arabia/],
    ['time is in first minute', /first hour.*not in "first minute"/],
    ['time > yesterday', /"yesterday" is no time/],
    ['price > ten', /"ten" is no number/],
    ['price > 1e999', /"1e999" is no number/],
    ['city is repeated twice', /"is repeated" takes no value.*"twice"/],
  ];
  for (const [condition, expected] of cases) {
    const { status, out, err } = run(['rows', file, '--where', condition]);
    assert.equal(status, 2, condition);
    assert.equal(out, '', condition);
    assert.match(err, expected);
  }
  assert.match(run(['rows', file, '--zone', 'Asia/Riyad']).err, /Asia\/Riyad.*unknown/);
  assert.match(run(['rows', file, '--only', 'cliked']).err, /no set "cliked".*"clicked"/);
  assert.match(run(['rows', file, '--only', 'automatic_clicks']).err, /"automatic_clicks" is a set of the other table/);
  assert.match(run(['summary', file, '--where', 'a is b']).err, /--where does not go with "summary"/);
  assert.match(run(['insight', file, '--where-clicks', 'citty is x']).err, /no column "citty"/);
});
