// What is asked of a report: of the engine, and of plain arrays of objects as JSON.parse gives them, which is what a page
// without an engine has. Both give how many rows, values or figures they found, so that no work can be left out.

const words = 'switched off';
const from = new Date('2026-03-01T09:00:30+03:00');
const until = new Date('2026-03-01T09:30:00+03:00');

const time = (text) => Date.parse(text);
const sorted = (messages, compare) => [...messages].sort(compare).length;
function counted(records, key) {
  const counts = new Map();
  for (const record of records) counts.set(record[key], (counts.get(record[key]) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** In this order, each once a loaded report but where it says how many times: what an engine keeps of an answer helps none of them. */
const questions = {
  filter: {
    engine: async (report) => (await report.query({ statuses: ['Failed'], search: words })).rows,
    plain: ({ messages }) => messages.filter((message) => message.status === 'Failed'
      && Object.values(message).some((value) => String(value).toLowerCase().includes(words))).length,
  },
  sortByTime: {
    engine: async (report) => (await report.query({ sort: 'timestamp:desc' })).rows,
    plain: ({ messages }) => {
      const times = new Map(messages.map((message) => [message, time(message.timestamp)]));
      return sorted(messages, (a, b) => times.get(b) - times.get(a));
    },
  },
  sortByText: {
    engine: async (report) => (await report.query({ sort: 'message_id' })).rows,
    plain: ({ messages }) => sorted(messages, (a, b) => (a.message_id < b.message_id ? -1 : a.message_id > b.message_id ? 1 : 0)),
  },
  facet: {
    engine: async (report) => (await report.values('city')).values.length,
    plain: ({ messages }) => counted(messages, 'city').length,
  },
  range: {
    engine: async (report) => (await report.query({ filters: [{ column: 'timestamp', from, until }] })).rows,
    plain: ({ messages }) => messages.filter(({ timestamp }) => time(timestamp) >= from && time(timestamp) < until).length,
  },
  /** Of twenty places one after the other, as in scrolling through what the last question found: one of them. */
  window: {
    times: 20,
    engine: async (report, place) => (await report.rows(Math.floor(report.summary.rows.delivery * place / 400), 50, { formatted: true })).length,
  },
  /** Plain: a tenth of what the engine works out. */
  insight: {
    engine: async (report) => (await report.insight()).recipients,
    plain: ({ messages, ulink_clicks: clicks }) => {
      const statuses = counted(messages, 'status');
      const failed = messages.filter(({ status }) => status === 'Failed' || status === 'Not submitted to flow studio');
      const reasons = counted(failed, 'failed_reason');
      const recipients = new Map(messages.map((message) => [message.number, message]));
      const clicked = new Set(clicks.map(({ number }) => number).filter((number) => recipients.has(number)));
      const locations = counted(clicks, 'location');
      const hours = counted(messages.map(({ timestamp }) => ({ hour: Math.floor(time(timestamp) / 3_600_000) })), 'hour');
      return statuses.length + reasons.length + clicked.size + locations.length + hours.length;
    },
  },
};

/** Times in ms by the question's name; the median where it is asked several times, one right after the other. */
export async function answersTo(report) {
  const answers = {};
  for (const [name, { engine, times = 1 }] of Object.entries(questions)) {
    tidy();
    const taken = [];
    for (let time = 0; time < times; ++time) taken.push(await answered(name, () => engine(report, time)));
    answers[name] = taken.sort((a, b) => a - b)[Math.floor(times / 2)];
  }
  return answers;
}

/** The same of plain objects. */
export async function answersToPlain(report) {
  const answers = {};
  for (const [name, { plain }] of Object.entries(questions)) {
    tidy();
    if (plain) answers[name] = await answered(name, () => plain(report));
  }
  return answers;
}

async function answered(name, ask) {
  const { ms, result } = await timed(ask);
  if (!(result > 0)) throw new Error(`${name} found ${result}`);
  return ms;
}

/** What was left behind before is not the next one's. */
export const tidy = () => globalThis.gc?.();

export async function timed(task) {
  const start = performance.now();
  const result = await task(start);
  return { ms: performance.now() - start, result };
}
