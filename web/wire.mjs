// The JavaScript half of the messages' layout: src/messages/layouts.h says what follows what, src/base/wire.h how it
// is written. A type here is { write(writer, value), read(reader) }; a struct is a plain object with its fields.

class Writer {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** Where the next so many bytes go; may replace #bytes and #view. */
  #room(bytes) {
    const at = this.#length;
    this.#length += bytes;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length, 2 * this.#bytes.length));
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }
  u8(value) {
    const at = this.#room(1);
    this.#view.setUint8(at, value);
  }
  u32(value) {
    const at = this.#room(4);
    this.#view.setUint32(at, value, true);
  }
  u64(value) {
    const at = this.#room(8);
    this.#view.setBigUint64(at, BigInt(value), true);
  }
  i64(value) {
    const at = this.#room(8);
    this.#view.setBigInt64(at, BigInt(value), true);
  }
  f64(value) {
    const at = this.#room(8);
    this.#view.setFloat64(at, value, true);
  }
  string(value) {
    const text = new TextEncoder().encode(value);
    this.u32(text.length);
    this.raw(text);
  }
  raw(bytes) {
    const at = this.#room(bytes.length);
    this.#bytes.set(bytes, at);
  }
  take() { return this.#bytes.slice(0, this.#length); }
}

class Reader {
  #bytes;
  #view;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  #step(bytes) {
    const at = this.#at;
    this.#at += bytes;
    return at;
  }
  u8() { return this.#view.getUint8(this.#step(1)); }
  u32() { return this.#view.getUint32(this.#step(4), true); }
  u64() { return Number(this.#view.getBigUint64(this.#step(8), true)); }
  i64() { return this.#view.getBigInt64(this.#step(8), true); }
  f64() { return this.#view.getFloat64(this.#step(8), true); }
  bytes() {
    const length = this.u32();
    const at = this.#step(length);
    if (this.#at > this.#bytes.length) throw new RangeError('a message ends within a text');
    return this.#bytes.subarray(at, this.#at);
  }
  string() { return decoder.decode(this.bytes()); }
  atEnd() { return this.#at === this.#bytes.length; }
}
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A value of `type` as bytes. */
export function encode(type, value) {
  const writer = new Writer();
  type.write(writer, value);
  return writer.take();
}

/** The value that `bytes` hold; throws where they are not exactly one `type`. */
export function decode(type, bytes) {
  const reader = new Reader(bytes);
  const value = type.read(reader);
  if (!reader.atEnd()) throw new RangeError('a message has bytes left over');
  return value;
}

const plain = (name) => ({ write: (writer, value) => writer[name](value), read: (reader) => reader[name]() });
const u8 = plain('u8');
const u32 = plain('u32');
const u64 = plain('u64'); // a Number: counts and file sizes stay far below 2^53
const f64 = plain('f64');
const string = plain('string');
const utf8 = { read: (reader) => reader.bytes() }; // a string that is passed on: a view into the message
const bool = { write: (writer, value) => writer.u8(value ? 1 : 0), read: (reader) => reader.u8() !== 0 };

const noTime = -(2n ** 63n);
/** Microseconds since 1970 as a Number, exact until the year 2255; null where there is no time. */
const time = {
  write: (writer, value) => writer.i64(value ?? noTime),
  read(reader) {
    const value = reader.i64();
    return value === noTime ? null : Number(value);
  },
};

const enumeration = (...names) => ({
  write(writer, value) {
    const position = names.indexOf(value);
    if (position < 0) throw new RangeError(`"${value}" is none of ${names.join(', ')}`);
    writer.u8(position);
  },
  read: (reader) => names[reader.u8()],
});
const optional = (type) => ({
  write(writer, value) {
    bool.write(writer, value != null);
    if (value != null) type.write(writer, value);
  },
  read: (reader) => (bool.read(reader) ? type.read(reader) : null),
});
const repeated = (type, count) => ({
  write(writer, values) { for (const value of values) type.write(writer, value); },
  read: (reader) => Array.from({ length: count }, () => type.read(reader)),
});
const list = (type) => ({
  write(writer, values) {
    writer.u32(values.length);
    for (const value of values) type.write(writer, value);
  },
  read(reader) {
    const values = [];
    for (let left = reader.u32(); left > 0; --left) values.push(type.read(reader));
    return values;
  },
});
const struct = (fields) => ({
  write(writer, value) { for (const name in fields) fields[name].write(writer, value[name]); },
  read(reader) {
    const value = {};
    for (const name in fields) value[name] = fields[name].read(reader);
    return value;
  },
});
/** Objects told apart by their `kind`, which is counted from `first` in the order of `structs`. */
const variant = (first, structs) => {
  const kinds = Object.keys(structs);
  return {
    write(writer, value) {
      writer.u8(first + kinds.indexOf(value.kind));
      structs[value.kind].write(writer, value);
    },
    read(reader) {
      const kind = kinds[reader.u8() - first];
      if (kind === undefined) throw new RangeError('a message of an unknown kind');
      return { kind, ...structs[kind].read(reader) };
    },
  };
};

const nothing = struct({});
const TableId = enumeration('delivery', 'clicks');
const Role = enumeration('none', 'number', 'message_id', 'status', 'status_time', 'submitted_time', 'reason', 'reason_code',
  'url', 'short_url', 'variable', 'location', 'ip', 'device');
const Type = enumeration('text', 'integer', 'decimal', 'time', 'boolean');
const Kind = enumeration('missing', 'null', 'text', 'number', 'boolean', 'json');
const ThemeChoice = enumeration('system', 'light', 'dark');

const Place = struct({ line: u64, byteOffset: u64, file: u32 });
const Failure = struct({ message: string, place: optional(Place) });
const ColumnInfo = struct({ key: string, title: string, role: Role, type: Type });
const SortKey = struct({ column: u32, descending: bool });
const optionalNumber = optional(f64);
const Condition = variant(0, {
  oneOf: struct({ values: list(string), blank: bool }),
  text: struct({ place: enumeration('anywhere', 'at_start', 'whole'), texts: list(string) }),
  times: struct({ from: time, until: time }),
  period: struct({ span: enumeration('first_hour', 'first_day', 'last_week') }),
  numbers: struct({ least: optionalNumber, greatest: optionalNumber }),
  repeated: nothing,
  hourOfWeek: struct({ hour: u32 }),
  fromCountry: struct({ name: string }),
});
// src/schema/row_set.h
/** Sets of rows of the delivery table, of the click table, and audiences, which are of the delivery table again. */
export const rowSets = {
  delivery: ['repeated_message_ids', 'superseded_events', 'repeated_recipients', 'without_number', 'impossible_numbers',
    'messages_in_future'],
  clicks: ['clicks_without_number', 'clicks_without_message', 'clicks_on_failed', 'clicks_before_message', 'clicks_in_future',
    'automatic_clicks', 'clicks_of_many_links', 'clicks_at_once', 'clicks_by_crawlers'],
  audiences: ['clicked', 'never_clicked', 'not_confirmed', 'failed_for_now', 'failed_for_good'],
};
const rowSetNames = [...rowSets.delivery, ...rowSets.clicks, ...rowSets.audiences];
const RowSet = enumeration(...rowSetNames);
const ColumnFilter = struct({ column: u32, negated: bool, condition: Condition });
const Query = struct({
  table: TableId, statuses: u8, search: string, sort: list(SortKey), searchColumns: list(u32), filters: list(ColumnFilter),
  sets: list(struct({ set: RowSet, negated: bool })),
});

// src/schema/saved_view.h; columns are given by their keys
const SavedTable = struct({
  columns: list(struct({ key: string, hidden: bool, pinned: bool, width: u32 })),
  sort: list(struct({ column: string, descending: bool })),
  statuses: u8, search: string,
  filters: list(struct({ column: string, negated: bool, condition: Condition })),
  sets: list(struct({ set: RowSet, negated: bool })),
});
export const SavedView = struct({ zone: string, delivery: SavedTable, clicks: SavedTable });
const KeptViews = struct({ views: list(struct({ shape: string, view: SavedView })) });

export const statusFamilies = ['queued', 'success', 'not_confirmed', 'failed', 'not_submitted', 'unrecognised'];
const StatusFamily = enumeration(...statusFamilies);
export const Corrections = struct({
  roles: list(struct({ table: TableId, column: string, role: Role })),
  statuses: list(struct({ status: string, family: StatusFamily })),
  zone: string,
});

const ExportOptions = struct({
  delivery: bool, clicks: bool, locations: bool, failures: bool, maskNumbers: bool, rightToLeft: bool,
  columns: struct({ delivery: list(u32), clicks: list(u32) }),
});
const ExportFormat = enumeration('xlsx', 'csv', 'ndjson');
const ExportRequest = struct({ format: ExportFormat, delivery: Query, clicks: Query, options: ExportOptions });

const Counts = struct({
  total: u64,
  submitted_to_flow_studio: u64,
  success: u64,
  delivery_not_confirmed: u64,
  failed: u64,
  not_submitted_to_flow_studio: u64,
  unrecognised: u64,
});

const ColumnContent = struct({ filled: u64, example: string });
export const ReportSummary = struct({
  complete: bool,
  readToEnd: bool,
  fileName: string,
  fileBytes: u64,
  files: list(string),
  campaignName: string,
  facts: list(struct({ title: string, value: string })),
  zone: string,
  counts: Counts,
  columns: struct({ delivery: list(ColumnInfo), clicks: list(ColumnInfo) }),
  rows: struct({ delivery: u64, clicks: u64 }),
  locations: list(struct({
    location: string, clicks: u64, recipients: u64, first: time, last: time, firstText: string, lastText: string,
    alsoWritten: list(string), clicksOfAll: u64,
  })),
  locationsLeftOff: u64,
  warnings: list(struct({ message: string, count: u64, places: list(struct({ place: Place, detail: string })) })),
  contents: struct({ delivery: list(ColumnContent), clicks: list(ColumnContent) }),
  unknownStatuses: list(struct({ status: string, rows: u64, family: StatusFamily })),
  naiveTimes: u64,
  statedZone: string,
  corrections: Corrections,
});

// src/schema/insight.h
const reasonGroups = ['invalid_number', 'blocked', 'content', 'limit', 'duplicate', 'network', 'configuration', 'unknown'];
const byReasonGroup = (type) => struct(Object.fromEntries(reasonGroups.map((group) => [group, type])));
const CountId = enumeration(
  'total', 'submitted_to_flow_studio', 'success', 'delivery_not_confirmed', 'failed', 'not_submitted_to_flow_studio', 'unrecognised',
);
const duration = { write: (writer, value) => writer.i64(value), read: (reader) => Number(reader.i64()) };
const Delays = struct({ count: u64, negative: u64, medianUs: duration, p90Us: duration, p99Us: duration });
const ClickCount = struct({ clicks: u64, recipients: u64 });
const ClickCounts = struct({ all: ClickCount, withoutAutomatic: ClickCount });
const Breakdown = struct({ values: list(struct({ text: string, counts: ClickCounts })), leftOff: u64 });
const week = repeated(repeated(u64, 24), 7);
export const Insight = struct({
  rows: struct({ delivery: u64, clicks: u64 }),
  counts: Counts,
  recipients: u64,
  home: string,
  rowSets: struct(Object.fromEntries(rowSetNames.map((name) => [name, u64]))),
  reconciliation: struct({
    reading: enumeration('not_stated', 'stage', 'partition', 'neither'),
    stated: list(struct({ count: CountId, stated: u64, counted: u64 })),
    current: Counts,
  }),
  failures: struct({
    messages: u64,
    groups: byReasonGroup(struct({ failed: u64, notSubmitted: u64, permanent: u64 })),
    reasons: list(struct({
      text: string, code: string, group: enumeration(...reasonGroups), permanent: bool, failed: u64, notSubmitted: u64, cumulative: u64,
    })),
    leftOff: u64,
  }),
  clicks: struct({
    total: ClickCounts,
    deliveredRecipients: u64, deliveredClicked: u64, deliveredClickedWithoutAutomatic: u64,
    recipients: u64, clicked: u64, clickedWithoutAutomatic: u64,
    repeatClickers: u64, repeatClickersWithoutAutomatic: u64,
    variables: Breakdown, locations: Breakdown, links: Breakdown,
    toFirstClick: Delays,
  }),
  countries: list(struct({
    iso: string, name: string, callingCode: u32, messages: u64, recipients: u64, delivered: u64, failed: byReasonGroup(u64),
    clicks: ClickCounts,
  })),
  timing: struct({
    first: time, stepUs: duration, messages: list(u64), clicks: list(u64), firstClicks: list(u64),
    messagesByHour: week, clicksByHour: week, messagesWithoutTime: u64, clicksWithoutTime: u64, toStatus: Delays,
  }),
});
export const InsightAnswer = struct({ id: u32, insight: Insight, elapsedMs: f64 });

const QueryRequest = struct({ id: u32, query: Query });
const InsightRequest = struct({ id: u32, delivery: Query, clicks: Query, now: time });
const FacetRequest = struct({ id: u32, query: Query, column: u32, search: string, first: u64, count: u32 });
const FindRequest = struct({ id: u32, table: TableId, text: string, columns: list(u32), from: u64, backwards: bool });
const WindowRequest = struct({ queryId: u32, table: TableId, first: u64, count: u32, exact: bool });
export const Request = variant(1, {
  begin: struct({ fileNames: list(string), fileBytes: u64, memoryLimit: u64 }),
  finish: struct({ reason: enumeration('end_of_file', 'stopped', 'out_of_memory') }),
  describe: nothing,
  query: QueryRequest,
  window: WindowRequest,
  exportBegin: struct({
    delivery: Query, clicks: Query, options: ExportOptions, maskKey: repeated(u64, 2), exportedAt: time,
  }),
  exportBatch: struct({ table: TableId, first: u64, count: u32 }),
  correct: struct({ corrections: Corrections }),
  nextFile: nothing,
  facet: FacetRequest,
  insight: InsightRequest,
  exportText: struct({ format: ExportFormat, table: TableId, first: u64, count: u32 }),
  find: FindRequest,
});

/** The first bytes of the requests whose fields the viewer encodes as the engine reads them. */
export const requestKinds = { query: 4, window: 5, correct: 8, facet: 10, insight: 11, find: 13 };
/** Requests that are answered at once, whatever else goes on: windows, batches of rows and rows as text. */
export const isQuick = (request) => [5, 7, 12].includes(request[0]);

export const QueryAnswer = struct({ id: u32, table: TableId, rows: u64, elapsedMs: f64 });
export const FacetAnswer = struct({
  id: u32, table: TableId, column: u32, rows: u64, blankRows: u64, distinct: u64, first: u64,
  values: list(struct({ text: string, rows: u64 })), elapsedMs: f64,
});
export const WindowAnswer = struct({
  queryId: u32, table: TableId, first: u64, rows: u32, columns: u32, families: list(u8),
  cells: list(struct({ kind: Kind, text: string })),
});
/** What the engine answers to a chunk of the file: rows read, whether they can be asked for, whether memory runs out. */
export const FeedAnswer = struct({ deliveryRows: u64, clickRows: u64, readable: bool, full: bool });

export const WorkbookPlan = struct({
  options: ExportOptions,
  summary: ReportSummary,
  insight: Insight,
  deliveryFilters: string,
  clickFilters: string,
  statuses: list(struct({ text: string, family: StatusFamily })),
  skippedRecords: u64,
  exportedAt: time,
  exportedAtText: string,
  sheets: list(struct({ table: TableId, name: string, columns: list(ColumnInfo), widths: list(u32), rows: u64 })),
  suggestedName: string,
});
export const WorkbookEnd = struct({ sha256: list(string) });
export const TextAnswer = struct({ rows: u32, text: utf8 });

/** An answer of the engine, passed on as the bytes that it came as. */
const answer = { write: (writer, value) => writer.raw(value.answer) };
export const ToViewer = variant(0, {
  openStarted: struct({ fileName: string, fileBytes: u64 }),
  openProgress: struct({ bytesRead: u64, deliveryRows: u64, clickRows: u64, elapsedMs: f64 }),
  opened: struct({ summary: ReportSummary, elapsedMs: f64 }),
  openFailed: struct({ fileName: string, error: Failure, cancelled: bool }),
  queried: answer,
  windowed: answer,
  engineFailed: struct({ message: string }),
  exportProgress: struct({ rowsDone: u64, rowsTotal: u64, elapsedMs: f64 }),
  exported: struct({ fileName: string, fileBytes: u64 }),
  exportFailed: struct({ error: Failure, cancelled: bool }),
  environment: struct({ dark: bool, reducedMotion: bool, moreContrast: bool, engineInPage: bool, asksWhere: bool, theme: ThemeChoice }),
  dragHover: struct({ over: bool }),
  activated: struct({ node: u32, text: optional(string) }),
  updated: struct({ summary: ReportSummary, elapsedMs: f64 }),
  faceted: answer,
  explained: answer,
  copied: struct({ rows: u64, selectedRows: u64, problem: string }),
  queryProgress: struct({ table: TableId, id: u32, done: f64 }),
  estimated: struct({ id: u32, bytes: u64, rows: struct({ delivery: u64, clicks: u64, locations: u64, failures: u64 }) }),
  viewOpened: struct({ name: string, view: SavedView }),
  keptViews: KeptViews,
  found: answer,
  focused: struct({ node: u32 }),
  zoneNames: struct({ names: list(string) }),
});
export const ToPage = variant(0, {
  chooseFiles: nothing,
  openSample: nothing,
  cancelOpen: nothing,
  query: QueryRequest,
  window: WindowRequest,
  startExport: struct({ request: ExportRequest, askWhere: bool }),
  cancelExport: nothing,
  keepTheme: struct({ theme: ThemeChoice }),
  copyText: struct({ text: string }),
  correct: struct({ corrections: Corrections }),
  stopOpen: nothing,
  facet: FacetRequest,
  copyRows: struct({ queryId: u32, table: TableId, first: u64, rows: u64, columns: list(u32) }),
  insight: InsightRequest,
  estimateExport: struct({ id: u32, request: ExportRequest }),
  saveView: struct({ view: SavedView }),
  openView: nothing,
  keepViews: KeptViews,
  find: FindRequest,
});

/** The nodes of the accessibility mirror: src/view/mirror.h. */
export const MirrorNodes = list(struct({
  id: u32,
  parent: u32,
  role: enumeration('group', 'heading', 'text', 'button', 'tab', 'search', 'checkbox', 'progress', 'status', 'alert', 'grid',
    'row', 'column_header', 'cell', 'link', 'tooltip', 'dialog'),
  name: string,
  value: string,
  x: f64, y: f64, width: f64, height: f64,
  pressed: bool, selected: bool, disabled: bool, hovered: bool, focused: bool,
  row: u64, rows: u64,
  column: u32, columns: u32,
}));

/** The response to a request whose work goes on: how much of it is done, from 0 to 1. */
export class Unfinished {
  constructor(done) { this.done = done; }
}

/** The answer in a response, or that there is none yet; or an Error with `line`, `byteOffset` and `file` thrown. */
export function readResponse(bytes) {
  if (bytes[0] === 0) return bytes.subarray(1);
  if (bytes[0] === 2) return new Unfinished(decode(f64, bytes.subarray(1)));
  const { message, place } = decode(Failure, bytes.subarray(1));
  throw Object.assign(new Error(message), place);
}
