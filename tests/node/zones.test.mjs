import assert from 'node:assert/strict';
import test from 'node:test';
import { zoneTransitions } from '../../web/zones.mjs';

test('A zone without changes has its one offset', () => {
  assert.deepEqual([...zoneTransitions('Asia/Riyadh')], [0, 10_800]);
});

test('Every change of a zone is found to the second', () => {
  const pairs = [...zoneTransitions('Europe/Berlin')];
  const at = pairs.indexOf(Date.UTC(2026, 2, 29, 1) / 1000);
  assert.ok(at >= 0);
  assert.equal(pairs[at + 1], 7_200);
  assert.equal(pairs.length / 2, 1 + 116); // 1980 to 2037, two a year
});

test('Changes a month apart are not passed over', () => {
  const pairs = [...zoneTransitions('Africa/Casablanca')];
  const of2025 = pairs.filter((value, index) => index % 2 === 0 && new Date(value * 1000).getUTCFullYear() === 2025);
  assert.equal(of2025.length, 2); // off for Ramadan, and on again
});

test('Changes twelve days apart are not passed over', () => {
  const days = [...zoneTransitions('America/Argentina/Tucuman')].filter((_, index) => index % 2 === 0)
    .map((s) => new Date(s * 1000).toISOString().slice(0, 10)).filter((day) => day.startsWith('2004'));
  assert.deepEqual(days, ['2004-06-01', '2004-06-13']);
});

test('A name that no zone has is unknown', () => {
  assert.equal(zoneTransitions('Not/AZone'), null);
  assert.equal(zoneTransitions(''), null);
});
