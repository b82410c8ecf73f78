// Writes an invented campaign report of any size to standard output, the same one every time:
//
//     node tests/bench/make_report.mjs ROWS > report.json
//
// A message takes about 260 bytes. A quarter as many clicks follow. Text is made in pieces of about 1 MB and waits for
// the reader of the pipe, so that ten million rows need no memory.

const rows = Number(process.argv[2]);
if (!Number.isSafeInteger(rows) || rows < 1) {
  console.error("usage: node tests/bench/make_report.mjs ROWS");
  process.exit(2);
}

// mulberry32
let state = 0x5eed;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (sides) => Math.floor(random() * sides);
const pick = (choices) => choices[below(choices.length)];

const firstNames = ["نورة", "محمد", "فاطمة", "عبدالله", "سارة", "خالد", "ريم", "يوسف", "Layla", "Omar", "Aisha", "Yousef", "Maha", "Faisal"];
const lastNames = ["القحطاني", "العتيبي", "الحربي", "الغامدي", "Al-Otaibi", "Al Harbi", "Haddad", "O'Neil", 'Bin \\"Abu\\" Saad'];
const cities = ["Riyadh, SA", "Jeddah, SA", "Dammam, SA", "مكة المكرمة", "Dubai, AE", "Abu Dhabi, AE", "Doha, QA", "Kuwait City, KW",
  "Manama, BH", "Muscat, OM", "Cairo, EG", "Amman, JO"];
const reasons = ["Number is not on WhatsApp", "Recipient blocked the sender", "Template was rejected", "User limit reached",
  "Handset is switched off", "Network error", "Invalid number", "Opted out of marketing", "Message expired", "Spam rate limit",
  "Media could not be loaded", "Flow step timed out", "Variable \\\"body_1\\\" is missing", "Country is not allowed", "Unsupported message type"];
const details = ["", " (retried 3 times)"];  // thirty reasons with the above
const statuses = ["Success", "Success", "Success", "Success", "Success", "Success", "Delivery not confirmed", "Failed", "Failed",
  "Submitted to flow studio", "Not submitted to flow studio"];

const hex = (digits) => Math.floor(random() * 16 ** digits).toString(16).padStart(digits, "0");
const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(6)}${hex(6)}`;
const number = (row) => `+9665${String((row * 7919) % 100_000_000).padStart(8, "0")}`;
const launch = Date.UTC(2026, 2, 1, 9);
const riyadh = (ms) => `${new Date(ms).toISOString().slice(0, 19)}+03:00`;

function message(row) {
  const status = pick(statuses);
  const failed = status === "Failed" || status.startsWith("Not");
  const submitted = launch + row * 3;
  return `{"number": "${number(row)}", "status": "${status}", "timestamp": "${riyadh(submitted + below(90_000))}", ` +
    `"submitted_at": "${riyadh(submitted)}", "failed_reason": "${failed ? pick(reasons) + pick(details) : ""}", ` +
    `"message_id": "${uuid()}", "name": "${pick(firstNames)} ${pick(lastNames)}"}`;
}

function click() {
  const row = below(rows);
  return `{"number": "${number(row)}", "location": "${pick(cities)}", "timestamp": "${riyadh(launch + row * 3 + below(86_400_000))}", ` +
    `"variable": "body_variable_${1 + below(2)}", "url": "https:\\/\\/example.com\\/offers?c=${below(40)}"}`;
}

async function writeList(count, element) {
  let text = "";
  for (let i = 0; i < count; ++i) {
    text += (i === 0 ? "\n" : ",\n") + element(i);
    if (text.length > 1 << 20) {
      await write(text);
      text = "";
    }
  }
  await write(text);
}

function write(text) {
  if (process.stdout.write(text)) return undefined;
  return new Promise((resolve) => process.stdout.once("drain", resolve));
}

await write(`{"campaign": {"id": "c-1042", "name": "Ramadan offer", "type": "flow", "flow": "Coupon v3", ` +
  `"launched_at": "2026-03-01T09:00:00+03:00", "timezone": "Asia/Riyadh"},\n"messages": [`);
await writeList(rows, message);
await write(`],\n"ulink_clicks": [`);
await writeList(Math.floor(rows / 4), click);
await write(`]}\n`);
