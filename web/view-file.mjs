// A view as a small file that people can read, and share: a table's part is what `query` of engine.mjs takes, and its columns.
// What comes in is not trusted: whatever is not exactly a view is refused, with where and why.

import { textOf } from './blobs.mjs';
import { conditionOf } from './query.mjs';
import { rowSets, statusFamilies } from './wire.mjs';
import { zoneTransitions } from './zones.mjs';

const format = 'campaign-lens view';
const version = 1;
const ending = '.campaign-view.json';
const mostBytes = 1_000_000;
// As many as the engine takes: kMaxFilters and kMaxSortKeys of src/schema/query.h.
const mostFilters = 256;
const mostSortKeys = 64;
const mostColumns = 2_000;
const widest = 4_000;

/** Whether a file says that it is a view, by its name or by how it begins. */
export async function isViewFile(file) {
  if (file.name.endsWith(ending)) return true;
  const begin = await textOf(file.slice(0, 200)).catch(() => ''); // whoever reads the whole of it will say why it cannot be read
  return new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${format}"`).test(begin);
}

/** { name, view }: what a file is called, and the view (SavedView of wire.mjs) in it; throws an Error that says what is wrong with it. */
export async function readViewFile(file) {
  if (file.size > mostBytes) throw new Error('A view is a small file; this one is too large to be one.');
  let value;
  try {
    value = JSON.parse(await textOf(file));
  } catch (error) {
    throw new Error(`It is not a view: ${error.message}.`, { cause: error });
  }
  return { name: file.name.replace(ending, ''), view: viewOf(value) };
}

/** The file of a view that is called `name`. */
export function viewFile(name, view) {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim().slice(0, 100) || 'Campaign';
  return new File([`${JSON.stringify(plainView(view), null, 2)}\n`], plain + ending, { type: 'application/json' });
}

/** A view as what JSON can hold; what is as usual is left out. */
export const plainView = ({ zone, delivery, clicks }) => ({
  format, version, ...unlessEmpty({ zone, delivery: plainTable(delivery), clicks: plainTable(clicks) }),
});

/** The view that plainView gave; throws an Error otherwise. */
export function viewOf(value) {
  if (value?.format !== format) throw new Error('It is JSON, but not a view that was saved here.');
  if (value.version !== version) throw new Error(`It is of version ${value.version}, which this page does not know.`);
  const { zone, delivery, clicks } = View(value, 'view');
  return { zone, delivery, clicks };
}

// ---- out

function plainTable({ columns, sort, statuses, search, filters, sets }) {
  return unlessEmpty({
    columns: columns.map(({ key, hidden, pinned, width }) => ({ key, ...unlessEmpty({ hidden, pinned, width }) })),
    sort: sort.map(({ column, descending }) => ({ key: column, ...unlessEmpty({ descending }) })),
    statuses: statusFamilies.filter((_, bit) => statuses & (1 << bit)),
    search,
    filters: filters.map(({ column, negated, condition }) => ({ column, ...unlessEmpty({ not: negated }), ...plainCondition(condition) })),
    sets: sets.map(({ set, negated }) => ({ set, ...unlessEmpty({ not: negated }) })),
  });
}

/** The members that say something. */
function unlessEmpty(members) {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => (
    typeof value === 'object' ? Object.keys(value).length > 0 : Boolean(value))));
}

const places = { anywhere: 'contains', at_start: 'beginsWith', whole: 'is' };

function plainCondition({ kind, ...asked }) {
  switch (kind) {
    case 'oneOf': return { oneOf: [...asked.values, ...(asked.blank ? [null] : [])] };
    case 'text': return { [places[asked.place]]: asked.texts };
    case 'times': return { from: isoTime(asked.from), until: isoTime(asked.until) };
    case 'period': return { period: asked.span };
    case 'numbers': return asked;
    case 'repeated': return { repeated: true };
    case 'hourOfWeek': return { hourOfWeek: asked.hour };
    case 'fromCountry': return { country: asked.name };
    default: throw new Error(`A view cannot hold a filter of kind ${kind}`);
  }
}

/** UTC, with microseconds where there are any. */
function isoTime(microseconds) {
  if (microseconds === null) return null;
  const milliseconds = Math.floor(microseconds / 1000);
  const rest = microseconds - milliseconds * 1000;
  const text = new Date(milliseconds).toISOString();
  return rest === 0 ? text : text.replace('Z', `${String(rest).padStart(3, '0')}Z`);
}

// ---- in: a check takes a value and where it stands, and gives what is encoded

function refuse(where, what) {
  throw new Error(`It is damaged: ${where} ${what}.`);
}

const text = (value, where) => (typeof value === 'string' ? value : refuse(where, 'is not a text'));
const flag = (value, where) => (typeof value === 'boolean' ? value : refuse(where, 'is neither true nor false'));
const number = (value, where) => (Number.isFinite(value) ? value : refuse(where, 'is not a number'));
const orNull = (check) => (value, where) => (value === null ? null : check(value, where));
const nameOf = (names) => (value, where) => (names.includes(value) ? value : refuse(where, `is none of ${names.join(', ')}`));
const listOf = (check, most = Infinity) => (value, where) => {
  if (!Array.isArray(value)) refuse(where, 'is not a list');
  if (value.length > most) refuse(where, `has more than ${most} entries`);
  return value.map((entry, index) => check(entry, `${where}[${index}]`));
};
/** Each member has a check and, unless it has to be there, what stands for it where it is not. */
const object = (members) => (value, where) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(where, 'is not an object');
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(members, name));
  if (unknown !== undefined) refuse(where, `has a member that is not known, “${unknown.slice(0, 40)}”`);
  return Object.fromEntries(Object.entries(members).map(([name, [check, absent]]) => {
    if (Object.hasOwn(value, name)) return [name, check(value[name], `${where}.${name}`)];
    return [name, absent === undefined ? refuse(where, `has no “${name}”`) : absent];
  }));
};

function width(value, where) {
  return Number.isInteger(value) && value >= 0 && value <= widest ? value : refuse(where, `is not a width from 0 to ${widest}`);
}
function hourOfWeek(value, where) {
  return Number.isInteger(value) && value >= 0 && value < 168 ? value : refuse(where, 'is not an hour of the week, from 0 to 167');
}
function zone(value, where) {
  return value === '' || zoneTransitions(text(value, where).slice(0, 100)) ? value : refuse(where, 'is not a time zone that this browser knows');
}
function time(value, where) {
  const [, seconds, fraction = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/.exec(text(value, where)) ?? [];
  const milliseconds = Date.parse(`${seconds}Z`);
  return Number.isNaN(milliseconds) ? refuse(where, 'is not a time such as 2026-03-01T06:00:00.000Z') : milliseconds * 1000 + Number(fraction.padEnd(6, '0'));
}

const texts = listOf(text);
const conditions = {
  oneOf: listOf(orNull(text)), contains: texts, beginsWith: texts, is: texts, from: orNull(time), until: orNull(time),
  period: nameOf(['first_hour', 'first_day', 'last_week']), least: orNull(number), greatest: orNull(number), repeated: flag,
  hourOfWeek, country: text,
};
const pairs = [['from', 'until'], ['least', 'greatest']];

/** What is asked of the column is one condition; both ends of a range are one. */
function filter(value, where) {
  const absent = Object.fromEntries(Object.entries(conditions).map(([name, check]) => [name, [check, null]]));
  const { column, not: negated, ...asked } = object({ column: [text], not: [flag, false], ...absent })(value, where);
  const names = Object.keys(conditions).filter((name) => Object.hasOwn(value, name));
  const range = pairs.find((pair) => names.every((name) => pair.includes(name)));
  if (names.length === 0) refuse(where, 'asks nothing of its column');
  if (names.length > 1 && !range) refuse(where, `asks for ${names.join(' and ')} at once`);
  const { from, until, least, greatest } = asked;
  const condition = range?.[0] === 'from' ? { kind: 'times', from, until }
    : range ? { kind: 'numbers', least, greatest }
      : conditionOf({ [names[0]]: asked[names[0]] });
  return { column, negated, condition };
}

const sortKey = (value, where) => {
  const { key: column, descending } = object({ key: [text], descending: [flag, false] })(value, where);
  return { column, descending };
};
const setFilter = (sets) => (value, where) => {
  const { set, not: negated } = object({ set: [nameOf(sets)], not: [flag, false] })(value, where);
  return { set, negated };
};

const noTable = { columns: [], sort: [], statuses: 0, search: '', filters: [], sets: [] };
const table = (sets) => (value, where) => {
  const { statuses, ...rest } = object({
    columns: [listOf(object({ key: [text], hidden: [flag, false], pinned: [flag, false], width: [width, 0] }), mostColumns), []],
    sort: [listOf(sortKey, mostSortKeys), []],
    statuses: [listOf(nameOf(statusFamilies)), []],
    search: [text, ''],
    filters: [listOf(filter, mostFilters), []],
    sets: [listOf(setFilter(sets), mostFilters), []],
  })(value, where);
  if (rest.filters.length + rest.sets.length > mostFilters) refuse(where, `has more than ${mostFilters} filters and sets`);
  return { ...rest, statuses: statuses.reduce((families, name) => families | (1 << statusFamilies.indexOf(name)), 0) };
};

const View = object({
  format: [text], version: [number], zone: [zone, ''],
  delivery: [table([...rowSets.delivery, ...rowSets.audiences]), noTable], clicks: [table(rowSets.clicks), noTable],
});
