// campaign-lens insight and audience
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folder, output, report, run, write } from './cli.mjs';

const file = write(folder(), 'report.json', report);

test('Insight is one JSON object', () => {
  const insight = JSON.parse(output(['insight', file, '--json']));
  assert.deepEqual(insight.rows, { delivery: 7, clicks: 3 });
  assert.deepEqual(insight.counts, JSON.parse(output(['summary', file, '--json'])).counts);
  assert.equal(insight.recipients, 7);
  assert.equal(insight.row_sets.impossible_numbers, 1);
  assert.deepEqual(insight.reconciliation.stated, [
    { count: 'total', stated: 6, counted: 7 }, { count: 'success', stated: 2, counted: 2 },
  ]);
  assert.deepEqual(insight.failures.reasons.map(({ text, group, permanent, cumulative }) => [text, group, permanent, cumulative]), [
    ['', 'unknown', false, 1], ['Blocked, "for good"', 'blocked', true, 2],
  ]);
  assert.equal(insight.clicks.delivered_clicked, 2);
  assert.equal(insight.timing.first, '2026-03-01 09:00:00');
  assert.equal(insight.timing.clicks.reduce((sum, clicks) => sum + clicks), 3);
});

test('Insight is text that a person can read, of the rows that match', () => {
  const out = output(['insight', file, '--status', 'Failed']);
  assert.match(out, /^Failed +1 +100\.0% of total, 100\.0% of submitted$/m);
  assert.match(out, /^ +Blocked or opted out +1 +100\.0%, 0 worth a retry$/m);
  assert.match(out, /^Failed for good +1$/m);
});

test('An audience is a message of each of its recipients, as written', () => {
  assert.equal(output(['audience', 'failed_for_good', file, '--format', 'json']).match(/"number":"([^"]+)"/)[1], '+966500000001');
  const clicked = output(['audience', 'clicked', file, '--sort', 'number']).trim().split('\n');
  assert.equal(clicked.length, 1 + 2 + 1); // a header, two messages, one with a line break
  assert.match(clicked[1], /^\+966500000002/);
});

test('An audience that there is not is named with those that there are', () => {
  for (const args of [['audience'], ['audience', 'cliked', file], ['audience', 'automatic_clicks', file]]) {
    const { status, err } = run(args);
    assert.equal(status, 2);
    assert.match(err, /no audience.*clicked, never_clicked, not_confirmed, failed_for_now, failed_for_good/);
  }
});
