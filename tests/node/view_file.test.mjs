import assert from 'node:assert/strict';
import test from 'node:test';
import { isViewFile, plainView, readViewFile, viewFile, viewOf } from '../../web/view-file.mjs';
import { SavedView, decode, encode } from '../../web/wire.mjs';

const text = (place, ...texts) => ({ kind: 'text', place, texts });
const conditions = [
  { kind: 'oneOf', values: ['Riyadh', ''], blank: true }, { kind: 'oneOf', values: [], blank: true },
  text('anywhere', 'الرياض', '"'), text('at_start', '+966'), text('whole', 'x'),
  { kind: 'times', from: 1_772_355_600_000_001, until: null }, { kind: 'times', from: null, until: -1 },
  { kind: 'period', span: 'last_week' }, { kind: 'numbers', least: -1.5, greatest: 1e300 }, { kind: 'numbers', least: null, greatest: 0 },
  { kind: 'repeated' }, { kind: 'hourOfWeek', hour: 167 }, { kind: 'fromCountry', name: 'Saudi Arabia' },
];
const view = {
  zone: 'Asia/Riyadh',
  delivery: {
    columns: [{ key: 'msisdn', hidden: false, pinned: true, width: 180 }, { key: '__proto__', hidden: true, pinned: false, width: 0 }],
    sort: [{ column: 'timestamp', descending: true }, { column: 'msisdn', descending: false }],
    statuses: 0b101000, search: 'طلب',
    filters: conditions.map((condition, index) => ({ column: `c${index}`, negated: index % 2 === 1, condition })),
    sets: [{ set: 'never_clicked', negated: true }, { set: 'repeated_recipients', negated: false }],
  },
  clicks: { columns: [], sort: [], statuses: 0, search: '', filters: [], sets: [{ set: 'automatic_clicks', negated: false }] },
};
const nothing = { columns: [], sort: [], statuses: 0, search: '', filters: [], sets: [] };
const fileOf = (content, name = 'x.json') => new File([content], name);

test('A view comes back from its file as it was, and can be encoded', async () => {
  const file = viewFile('Eid: offer?', view);
  assert.equal(file.name, 'Eid offer.campaign-view.json');
  assert.deepEqual(await readViewFile(file), { name: 'Eid offer', view });
  assert.deepEqual(decode(SavedView, encode(SavedView, (await readViewFile(file)).view)), view);
});

test('The file of a view can be read by people', () => {
  const plain = plainView({ ...view, clicks: nothing, delivery: { ...nothing, columns: view.delivery.columns.slice(0, 1), filters: view.delivery.filters.slice(5, 6), statuses: 8 } });
  assert.deepEqual(plain, {
    format: 'campaign-lens view', version: 1, zone: 'Asia/Riyadh',
    delivery: {
      columns: [{ key: 'msisdn', pinned: true, width: 180 }], statuses: ['failed'],
      filters: [{ column: 'c5', not: true, from: '2026-03-01T09:00:00.000001Z', until: null }],
    },
  });
});

test('A view of nothing is the view of a report as it comes', () => {
  assert.deepEqual(viewOf({ format: 'campaign-lens view', version: 1 }), { zone: '', delivery: nothing, clicks: nothing });
});

test('A file is taken for a view by its name or by how it begins', async () => {
  assert.ok(await isViewFile(fileOf('{ "format":\n"campaign-lens view", …')));
  assert.ok(await isViewFile(fileOf('', 'a.campaign-view.json')));
  assert.ok(await isViewFile(fileOf(await viewFile('a', view).text(), 'a.campaign-view (1).json')));
  assert.ok(!await isViewFile(fileOf('[{"format": "campaign-lens view"}]')));
  assert.ok(!await isViewFile(fileOf('{"messages": []}')));
});

const at = (members) => ({ format: 'campaign-lens view', version: 1, ...members });
const filterAt = (filter) => at({ delivery: { filters: [filter] } });
const hostile = [
  [null, /not a view/], [[], /not a view/], ['x', /not a view/], [{ messages: [] }, /not a view/],
  [{ format: 'campaign-lens view' }, /version undefined/], [{ format: 'campaign-lens view', version: 2 }, /version 2/],
  [at({ zone: 'Mars/Base' }), /view\.zone is not a time zone/], [at({ zone: 5 }), /view\.zone is not a text/],
  [at({ delivery: [] }), /view\.delivery is not an object/], [at({ other: 1 }), /not known, “other”/],
  [JSON.parse('{"format": "campaign-lens view", "version": 1, "__proto__": {}}'), /not known, “__proto__”/],
  [at({ delivery: { columns: {} } }), /view\.delivery\.columns is not a list/],
  [at({ delivery: { columns: [{}] } }), /view\.delivery\.columns\[0\] has no “key”/],
  [at({ delivery: { columns: [{ key: 'a', width: -1 }] } }), /columns\[0\]\.width is not a width/],
  [at({ delivery: { columns: [{ key: 'a', width: 1e9 }] } }), /columns\[0\]\.width is not a width/],
  [at({ delivery: { columns: [{ key: 'a', hidden: 1 }] } }), /columns\[0\]\.hidden is neither true nor false/],
  [at({ delivery: { columns: Array(2_001).fill({ key: 'a' }) } }), /more than 2000 entries/],
  [at({ clicks: { sort: [{ key: null }] } }), /view\.clicks\.sort\[0\]\.key is not a text/],
  [at({ delivery: { sort: Array(65).fill({ key: 'a' }) } }), /more than 64 entries/],
  [at({ delivery: { statuses: ['lost'] } }), /statuses\[0\] is none of queued/],
  [at({ delivery: { sets: [{ set: 'automatic_clicks' }] } }), /sets\[0\]\.set is none of/],
  [at({ delivery: { filters: Array(200).fill({ column: 'a', repeated: true }), sets: Array(57).fill({ set: 'clicked' }) } }), /more than 256 filters/],
  [filterAt({ column: 'a' }), /filters\[0\] asks nothing/], [filterAt({ contains: ['x'] }), /filters\[0\] has no “column”/],
  [filterAt({ column: 'a', contains: ['x'], is: ['x'] }), /asks for contains and is at once/],
  [filterAt({ column: 'a', from: null, least: 1 }), /asks for from and least at once/],
  [filterAt({ column: 'a', contains: 'x' }), /contains is not a list/], [filterAt({ column: 'a', oneOf: [1] }), /oneOf\[0\] is not a text/],
  [filterAt({ column: 'a', from: '2026-02-30T99:00:00Z' }), /from is not a time/], [filterAt({ column: 'a', until: 'now' }), /until is not a time/],
  [filterAt({ column: 'a', period: 'first_year' }), /period is none of first_hour/], [filterAt({ column: 'a', least: '5' }), /least is not a number/],
  [filterAt({ column: 'a', hourOfWeek: 168 }), /hourOfWeek is not an hour/], [filterAt({ column: 'a', country: 5 }), /country is not a text/],
];

test('What is not exactly a view is refused, with where and why', async () => {
  for (const [value, why] of hostile) {
    await assert.rejects(readViewFile(fileOf(JSON.stringify(value) ?? '')), why, JSON.stringify(value));
  }
  await assert.rejects(readViewFile(fileOf('{"format": "campaign-lens view", ')), /not a view: .*JSON/);
  await assert.rejects(readViewFile(fileOf(`{"a": "${'x'.repeat(1_000_000)}"}`)), /too large/);
});

test('Whatever is damaged in a view, it is refused or still one', async () => {
  const good = await viewFile('x', view).text();
  let refused = 0;
  for (let at = 0; at < good.length; ++at) {
    for (const instead of ['', '}', '"', '0', ',']) {
      try {
        encode(SavedView, (await readViewFile(fileOf(good.slice(0, at) + instead + good.slice(at + 1)))).view);
      } catch (error) {
        assert.match(error.message, /^(It is (not a view: |damaged: view|of version|JSON, but not a view))/);
        ++refused;
      }
    }
  }
  assert.ok(refused > good.length);
});
