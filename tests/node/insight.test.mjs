// What the rows of a report mean, asked of the engine's client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from '../../web/engine.mjs';
import * as byHand from './insight_by_hand.mjs';

const bytes = new TextEncoder().encode(JSON.stringify({
  campaign: { timezone: 'Asia/Riyadh' },
  stats: { total: 4, submitted_to_flow_studio: 3 },
  messages: [
    { number: '+966500000001', status: 'Success', submitted_at: '2026-03-01T09:00:00+03:00', timestamp: '2026-03-01T09:00:05+03:00', message_id: 'a' },
    { number: '0500000002', status: 'Failed', failed_reason: 'Invalid number', message_id: 'b' },
    { number: '+966500000003', status: 'Success', timestamp: '2026-03-01T09:00:05+03:00', message_id: 'c' },
    { number: '+971500000004', status: 'Not submitted', failed_reason: 'Insufficient balance', message_id: 'd' },
  ],
  ulink_clicks: [
    { number: '966500000001', timestamp: '2026-03-01T09:10:00+03:00', location: 'Riyadh', variable: 'v' },
    { number: '966500000001', timestamp: '2026-03-01T09:00:01+03:00', location: 'Riyadh', variable: 'v' },
  ],
}));

test('Insight is of the report, and of the rows that are shown', async () => {
  const report = await open(bytes);
  const insight = await report.insight();
  assert.deepEqual(insight.rows, { delivery: 4, clicks: 2 });
  assert.deepEqual(insight.counts, report.counts());
  assert.equal(insight.home, 'SA');
  assert.equal(insight.reconciliation.reading, 'stage');
  assert.deepEqual(insight.failures.reasons[0], {
    text: 'Insufficient balance', code: '', group: 'limit', permanent: false, failed: 0, notSubmitted: 1, cumulative: 1,
  });
  assert.deepEqual(insight.clicks.total, { all: { clicks: 2, recipients: 1 }, withoutAutomatic: { clicks: 1, recipients: 1 } });
  assert.deepEqual(insight.clicks.toFirstClick, { count: 1, negative: 0, medianUs: 6e8, p90Us: 6e8, p99Us: 6e8 });
  assert.deepEqual(insight.countries.map(({ iso, recipients, failed }) => [iso, recipients, failed.invalid_number]), [['SA', 3, 1], ['AE', 1, 0]]);
  assert.equal(new Date(insight.timing.first / 1000).toISOString(), '2026-03-01T09:00:00.000Z'); // the wall clock
  assert.equal(insight.timing.messagesByHour[6][9], 2);
  assert.equal(insight.rowSets.clicks_at_once, 1);

  const shown = await report.insight({ shown: { delivery: { statuses: ['Failed'] }, clicks: { search: 'nowhere' } } });
  assert.deepEqual(shown.rows, { delivery: 1, clicks: 0 });
  assert.equal(shown.failures.messages, 1);
  report.close();
});

test('The rows of a figure and of an audience can be read', async () => {
  const report = await open(bytes);
  assert.equal((await report.query({ sets: ['never_clicked'] })).rows, 1);
  assert.equal((await report.rows(0, 10))[0].number, '+966500000003');
  assert.equal((await report.query({ sets: ['failed_for_good'], statuses: ['Success'] })).rows, 0);
  assert.equal((await report.query({ table: 'clicks', sets: ['automatic_clicks'] })).rows, 1);
  assert.match((await report.rows(0, 10, { table: 'clicks' }))[0].timestamp, /09:00:01/);
  assert.equal((await report.query({ table: 'clicks', sets: [{ set: 'automatic_clicks', not: true }] })).rows, 1);
  assert.match((await report.rows(0, 10, { table: 'clicks' }))[0].timestamp, /09:10:00/);
  assert.deepEqual((await report.values('location', { table: 'clicks', sets: ['automatic_clicks'] })).values, [{ text: 'Riyadh', rows: 1 }]);
  await assert.rejects(report.query({ sets: ['everybody'] }), /everybody/);
  await assert.rejects(report.query({ sets: ['automatic_clicks'] }), /automatic_clicks/);
  report.close();
});

test('A report that has every insight means what was worked out by hand', async (context) => {
  context.mock.method(Date, 'now', () => byHand.now);
  const report = await open(new TextEncoder().encode(JSON.stringify(byHand.report)));
  const insight = await report.insight();
  for (const part of Object.keys(byHand.expected)) assert.deepEqual(insight[part], byHand.expected[part], part);
  assert.deepEqual(Object.keys(insight), Object.keys(byHand.expected));
  // Every figure opens its rows.
  for (const [set, rows] of Object.entries(insight.rowSets)) {
    const table = set.includes('clicks_') || set === 'automatic_clicks' ? 'clicks' : 'delivery';
    assert.equal((await report.query({ table, sets: [set] })).rows, rows, set);
  }
  report.close();
});
