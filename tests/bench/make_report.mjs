// Writes an invented campaign report of any size to standard output, the same one every time:
//
//     node tests/bench/make_report.mjs ROWS > report.json
//
// A message takes about 300 bytes. A quarter as many clicks follow. Text is made in pieces of about 1 MB and waits for
// the reader of the pipe, so that ten million rows need no memory.

const rows = Number(process.argv[2]);
if (!Number.isSafeInteger(rows) || rows < 1) {
  console.error('usage: node tests/bench/make_report.mjs ROWS');
  process.exit(2);
}

// mulberry32
let state = 0x5eed;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return (t ^ (t >>> 14)) >>> 0;
}
const below = (sides) => random() % sides;
const pick = (choices) => choices[below(choices.length)];

const firstNames = ['نورة', 'محمد', 'فاطمة', 'عبدالله', 'سارة', 'خالد', 'ريم', 'يوسف', 'Layla', 'Omar', 'Aisha', 'Yousef', 'Maha', 'Faisal'];
const lastNames = ['القحطاني', 'العتيبي', 'الحربي', 'الغامدي', 'Al-Otaibi', 'Al Harbi', 'Haddad', "O'Neil", 'Bin \\"Abu\\" Saad'];
const names = firstNames.flatMap((first) => lastNames.map((last) => `${first} ${last}`));
const cities = ['Riyadh', 'Jeddah', 'Dammam', 'مكة المكرمة', 'Dubai', 'Abu Dhabi', 'Doha', 'Kuwait City', 'Manama', 'Muscat', 'Cairo', 'Amman'];
const reasons = ['Number is not on WhatsApp', 'Recipient blocked the sender', 'Template was rejected', 'User limit reached',
  'Handset is switched off', 'Network error', 'Invalid number', 'Opted out of marketing', 'Message expired', 'Spam rate limit',
  'Media could not be loaded', 'Flow step timed out', 'Variable \\"body_1\\" is missing', 'Country is not allowed', 'Unsupported message type'];
const outcomes = reasons.flatMap((reason, index) => ['', ' (retried 3 times)'].map((detail, retried) =>
  `"failed_reason": "${reason}${detail}", "error_code": "${1001 + 2 * index + retried}"`));
const noReason = '"failed_reason": "", "error_code": "0"';
const statuses = ['Success', 'Success', 'Success', 'Success', 'Success', 'Success', 'Delivery not confirmed', 'Failed', 'Failed',
  'Submitted to flow studio', 'Not submitted to flow studio'];

const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex = (word) => bytes[word >>> 24] + bytes[(word >>> 16) & 255] + bytes[(word >>> 8) & 255] + bytes[word & 255];
function uuid() {
  const [a, b, c, d] = [hex(random()), hex(random()), hex(random()), hex(random())];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
}
const number = (row) => `+9665${String((row * 7919) % 100_000_000).padStart(8, '0')}`;

const launch = Date.UTC(2026, 2, 1, 9);
const secondTexts = [];
/** `ms` after the launch, in Riyadh. */
function riyadh(ms) {
  const second = Math.floor(ms / 1000);
  return secondTexts[second] ??= `${new Date(launch + second * 1000).toISOString().slice(0, 19)}+03:00`;
}

function message(row) {
  const status = pick(statuses);
  const failed = status === 'Failed' || status === 'Not submitted to flow studio';
  return `{"number": "${number(row)}", "status": "${status}", "timestamp": "${riyadh(row * 3 + below(90_000))}", ` +
    `${failed ? pick(outcomes) : noReason}, "message_id": "${uuid()}", "submitted_at": "${riyadh(row * 3)}", ` +
    `"name": "${pick(names)}", "city": "${pick(cities)}"}`;
}

function click() {
  const row = below(rows);
  return `{"number": "${number(row)}", "location": "${pick(cities)}, GCC", "timestamp": "${riyadh(row * 3 + below(86_400_000))}", ` +
    `"variable": "body_variable_${1 + below(2)}", "url": "https:\\/\\/example.com\\/offers?c=${below(40)}"}`;
}

async function writeList(count, element) {
  let text = '';
  for (let i = 0; i < count; ++i) {
    text += (i === 0 ? '\n' : ',\n') + element(i);
    if (text.length > 1 << 20) {
      await write(text);
      text = '';
    }
  }
  await write(text);
}

function write(text) {
  if (process.stdout.write(text)) return undefined;
  return new Promise((resolve) => process.stdout.once('drain', resolve));
}

await write('{"campaign": {"id": "c-1042", "name": "Ramadan offer", "type": "flow", "flow": "Coupon v3", ' +
  '"launched_at": "2026-03-01T09:00:00+03:00", "timezone": "Asia/Riyadh"},\n"messages": [');
await writeList(rows, message);
await write('],\n"ulink_clicks": [');
await writeList(Math.floor(rows / 4), click);
await write(']}\n');
