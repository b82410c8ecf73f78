// Reports at random and damaged at random: the engine with SIMD and the scalar one say the same of each, byte for byte, and
// where JSON.parse reads the report, too, every field has the value that it gives.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { cellHolds, decoded, flattened, startEngine } from './engines.mjs';

const [simd, scalar] = await Promise.all(['engine', 'engine-scalar'].map(startEngine));

function dice(seed) {
  let state = seed; // mulberry32
  const word = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (sides) => word() % sides;
  return { below, pick: (choices) => choices[below(choices.length)] };
}

const texts = ['""', '"Success"', '"نورة"', '"a\\n\\"b\\\\"', '"\\u0646\\ud83d\\ude00\\/"', '"}] , {:"', '"\\\\\\\\"', '"\\\\\\""',
  '"2026-03-01T09:00:07+03:00"', '"long enough to pass a block of sixty-four bytes, whatever stands before it"', '"\\ud800"', '"🌙 é"'];
const numbers = ['0', '-1', '12.50', '1e3', '-0.0e-2', '966500000001', '9223372036854775807', '1E400'];

function randomObject({ below, pick }, keys, value) {
  const left = [...keys];
  const members = [];
  for (let count = below(keys.length + 1); count > 0; --count) {
    const [key] = left.splice(below(left.length), 1);
    members.push(`${key}${pick([':', ': ', ' :'])}${value()}`);
  }
  return `{${members.join(pick([',', ', ', ',\n']))}}`;
}

function randomValue(die, depth) {
  const kind = die.below(depth === 0 ? 6 : 9);
  if (kind < 3) return die.pick(texts);
  if (kind === 3) return die.pick(numbers);
  if (kind < 6) return die.pick(['true', 'false', 'null']);
  if (kind < 8) return randomObject(die, ['"x"', '"y"', '"\\u007a"'], () => randomValue(die, depth - 1));
  return `[${Array.from({ length: die.below(4) }, () => randomValue(die, depth - 1)).join(die.pick([',', ', ']))}]`;
}

function randomReport(die) {
  const records = Array.from({ length: 1 + die.below(6) }, () => {
    const fields = randomObject(die, ['"status"', '"a"', '"b"', '"c.d"', '"na\\u006de"', '""'], () => randomValue(die, 2));
    return `{"number": "1"${fields === '{}' ? '' : ', '}${fields.slice(1)}`;
  });
  return `[${records.join(die.pick([',', ' ,\n', '\n,\t']))}]`;
}

function damaged({ below, pick }, bytes) {
  const at = below(bytes.length);
  const put = (from, to, ...middle) => Buffer.concat([bytes.subarray(0, from), ...middle.map((part) => Buffer.from(part)), bytes.subarray(to)]);
  switch (below(6)) {
    case 0: return put(at, at + 1, [below(256)]);
    case 1: return put(at, at + 1 + below(3));
    case 2: return put(at, at, pick(['"', '\\', '{', '}', '[', ']', ',', ':', '0', ' ', '\n', '\x01', 'e', '\f', 'é', '\\u12', 'null']));
    case 3: return bytes.subarray(0, at + 1);
    case 4: return put(at, at, bytes.subarray(at, at + below(40)));
    default: {
      const from = below(bytes.length);
      return put(at, at + 1, bytes.subarray(from, from + 1));
    }
  }
}

/** What JSON.parse makes of a list of records, or null where it refuses, or keeps only the last of two fields of a name. */
function parsed(bytes) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    let fields = 0;
    const value = JSON.parse(text, (_, inner) => {
      if (inner !== null && typeof inner === 'object' && !Array.isArray(inner)) fields += Object.keys(inner).length;
      return inner;
    });
    const written = text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
    return Array.isArray(value) && value.every((record) => record?.number !== undefined) && fields === written ? value : null;
  } catch {
    return null;
  }
}

function said({ refused, answers }) {
  return refused ? `${refused.message} ${refused.line} ${refused.byteOffset}` : Buffer.concat(answers).toString('latin1');
}

const shown = (bytes, sizes) => `${JSON.stringify(bytes.toString())} in chunks of ${sizes}`;

/** What both engines say, whole and in chunks. */
function readAlike(bytes, sizes) {
  const whole = simd.read(bytes);
  for (const other of [scalar.read(bytes), simd.read(bytes, sizes), scalar.read(bytes, sizes)]) {
    if (said(other) !== said(whole)) assert.equal(said(other), said(whole), shown(bytes, sizes));
  }
  return whole;
}

/** The same, and compared with JSON.parse where that reads it; tells whether it was. */
function compare(bytes, sizes) {
  const whole = readAlike(bytes, sizes);
  const expected = parsed(bytes);
  if (!expected || whole.refused) return false;
  const show = () => shown(bytes, sizes);
  const { summary, rows } = decoded(whole.answers);
  assert.equal(rows.length, expected.length, show());
  assert.deepEqual(summary.warnings.filter(({ message }) => !/time zone/.test(message)), [], show());
  expected.forEach((record, row) => {
    const fields = flattened(record);
    assert.deepEqual([...rows[row].keys()].sort(), [...fields.keys()].sort(), show());
    for (const [key, value] of fields) {
      if (!cellHolds(rows[row].get(key), value)) assert.fail(`${key}: ${JSON.stringify([rows[row].get(key), value])} in ${show()}`);
    }
  });
  return true;
}

const sizesOf = ({ below }) => Array.from({ length: 1 + below(3) }, () => 1 + below(90));

test('Random reports have the values that JSON.parse gives', () => {
  const die = dice(1);
  for (let i = 0; i < 10_000; ++i) assert.ok(compare(Buffer.from(randomReport(die)), sizesOf(die)));
});

test('Damaged reports are read or refused alike with SIMD and without', () => {
  const die = dice(2);
  let compared = 0;
  for (let i = 0; i < 35_000; ++i) {
    let bytes = Buffer.from(randomReport(die));
    for (let times = 1 + die.below(3); times > 0; --times) bytes = damaged(die, bytes);
    if (compare(bytes, sizesOf(die))) ++compared;
  }
  assert.ok(compared > 2_000, `${compared} were read by JSON.parse, too`);
});

test('So are the golden reports, damaged', () => {
  const die = dice(3);
  const folder = new URL('../golden/', import.meta.url);
  const reports = readdirSync(folder).filter((name) => !/expected|README/.test(name)).map((name) => readFileSync(new URL(name, folder)));
  for (let i = 0; i < 8_000; ++i) {
    let bytes = die.pick(reports);
    for (let times = die.below(4); times > 0 && bytes.length > 0; --times) bytes = damaged(die, bytes);
    readAlike(bytes, sizesOf(die));
  }
});
