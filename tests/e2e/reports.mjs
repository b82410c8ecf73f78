// Reports invented for the tests. Everything is made from the row's index, so that a test can say what a cell must hold.

const statuses = ['Success', 'Success', 'Success', 'Delivery not confirmed', 'Failed', 'Not submitted to flow studio', 'Submitted'];
const names = ['Huda', 'محمد العتيبي', 'Omar "Abu Ali" Saleh', 'فاطمة الزهراء', 'Zoë', '李明', 'Noor 🌙'];
const cities = ['Riyadh', 'جدة', 'Dammam', 'Doha', 'Dubai'];

const two = (value) => String(value).padStart(2, '0');
const time = (index) => `2026-03-01T${two(9 + Math.floor(index / 3600) % 12)}:${two(Math.floor(index / 60) % 60)}:${two(index % 60)}+03:00`;

export function message(index) {
  const status = statuses[index % statuses.length];
  return {
    number: `+9665${String(10000000 + index * 37).padStart(8, '0')}`,
    status,
    timestamp: time(index),
    failed_reason: status === 'Failed' ? ['Absent subscriber', 'المشترك غير متاح', '=1+1'][index % 3] : '',
    message_id: String(1760000000000 + index),
    name: names[index % names.length],
    attempt: index % 4,
  };
}

export function click(index) {
  return {
    number: message(index * 4).number, location: cities[index % cities.length], timestamp: time(index * 4 + 90),
    variable: `body_variable_${1 + index % 2}`, url: `https://example.com/?offer=${index}&x=<1>`,
  };
}

/** A report of the product's own schema with `rows` messages and a click for every fourth. */
export function report(rows, name = 'Eid offer / عرض العيد') {
  return {
    campaign: { id: 'c-7', name, type: 'flow', flow: 'Coupon v3', launched_at: '2026-03-01T09:00:00+03:00', timezone: 'Asia/Riyadh' },
    messages: Array.from({ length: rows }, (_, index) => message(index)),
    ulink_clicks: Array.from({ length: Math.floor(rows / 4) }, (_, index) => click(index)),
  };
}

/** How many of the first `rows` messages have one of these statuses. */
export const countOf = (rows, ...wanted) =>
  Array.from({ length: rows }, (_, index) => message(index)).filter(({ status }) => wanted.includes(status)).length;

/** The wall clock that a report's time shows in the campaign's zone. */
export const wallClock = (iso) => iso.slice(0, 19).replace('T', ' ');

export const foreignRows = 1000;
const foreignStatuses = ['Success', 'Zugestellt', 'Zugestellt', 'Failed', 'تم التسليم'];
export const foreignStatus = (index) => foreignStatuses[index % foreignStatuses.length];

/** A vendor's own words: no status is called so, no zone is stated, every second time has no offset, line 3 is no record. */
export function foreign({ statusKey = 'status' } = {}) {
  const lines = Array.from({ length: foreignRows }, (_, index) => JSON.stringify({
    msisdn: `+9665${String(10000000 + index)}`,
    [statusKey]: foreignStatus(index),
    timestamp: `2026-03-01T09:00:${two(index % 60)}${index % 2 === 0 ? '' : 'Z'}`,
    note: index % 4 === 0 ? 'ملاحظة' : null,
  }));
  lines.splice(1, 0, '17');
  return `[\n${lines.join(',\n')}\n]`;
}
