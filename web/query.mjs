// What `query` of engine.mjs takes, as it is encoded. What the viewer asks for is in that form already, and passes.

import { familiesOf } from './statuses.mjs';
import { rowSets } from './wire.mjs';

/** A query of a table that has these columns. */
export function encodableQuery(table, columns, { statuses = [], search = '', searchColumns = [], sort = [], filters = [], sets = [] }) {
  return {
    table,
    statuses: typeof statuses === 'number' ? statuses : familiesOf(statuses),
    search,
    sort: [sort].flat().map((key) => sortKey(columns, key)),
    searchColumns: searchColumns.map((key) => columnIndex(columns, key)),
    filters: filters.map((filter) => columnFilter(columns, filter)),
    sets: sets.map((set) => setFilter(table, set)),
  };
}

/** Of a column that is given by its key, or is an index. */
export function columnIndex(columns, key) {
  if (typeof key === 'number') return key;
  const column = columns.findIndex((candidate) => candidate.key === key);
  if (column < 0) throw new Error(`There is no column "${key}"; there are ${columns.map((candidate) => candidate.key).join(', ')}`);
  return column;
}

function columnFilter(columns, { column, not = false, negated = not, condition, ...filter }) {
  return { column: columnIndex(columns, column), negated, condition: condition ?? conditionOf(filter) };
}

function sortKey(columns, wanted) {
  if (wanted.column !== undefined) return { column: wanted.column, descending: Boolean(wanted.descending) };
  const [, key, order] = typeof wanted === 'string' ? /^(.*?)(?::(asc|desc))?$/s.exec(wanted) : [null, wanted.key, null];
  return { column: columnIndex(columns, key), descending: order === 'desc' || Boolean(wanted.descending) };
}

function setFilter(table, wanted) {
  const { set, not = false, negated = not } = typeof wanted === 'string' ? { set: wanted } : wanted;
  const sets = table === 'clicks' ? rowSets.clicks : [...rowSets.delivery, ...rowSets.audiences];
  if (!sets.includes(set)) throw new Error(`There is no set "${set}" of the ${table} table; there are ${sets.join(', ')}`);
  return { set, negated };
}

/** A condition as it is encoded, of what a filter asks of its column. */
export function conditionOf({ oneOf, contains, beginsWith, is, from, until, period, least, greatest, repeated, hourOfWeek, country, ...unknown }) {
  const [name] = Object.keys(unknown);
  if (name !== undefined) throw new Error(`A filter has no "${name}"`);
  const microseconds = (date) => (date == null ? null : date.getTime() * 1000);
  const text = (place, texts) => ({ kind: 'text', place, texts: [texts].flat() });
  if (oneOf) return { kind: 'oneOf', values: oneOf.filter((value) => value !== null).map(String), blank: oneOf.includes(null) };
  if (contains !== undefined) return text('anywhere', contains);
  if (beginsWith !== undefined) return text('at_start', beginsWith);
  if (is !== undefined) return text('whole', is);
  if (from || until) return { kind: 'times', from: microseconds(from), until: microseconds(until) };
  if (period) return { kind: 'period', span: period };
  if (least !== undefined || greatest !== undefined) return { kind: 'numbers', least, greatest };
  if (repeated) return { kind: 'repeated' };
  if (hourOfWeek !== undefined) return { kind: 'hourOfWeek', hour: hourOfWeek };
  if (country !== undefined) return { kind: 'fromCountry', name: country };
  throw new Error('A filter asks nothing of its column');
}
