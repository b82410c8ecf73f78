// A small report that has every insight, and what it means, worked out by hand.

export const now = Date.parse('2026-04-01T00:00:00Z');

const on1March = (clock) => `2026-03-01T${clock}+03:00`; // a Sunday, in Riyadh
const nine = on1March('09:00:00');
const message = (number, status, timestamp, message_id, rest = {}) => ({ number, status, timestamp, message_id, submitted_at: nine, ...rest });
const click = (number, clock, location, link = 'x', rest = {}) =>
  ({ number, timestamp: clock, location, variable: link === 'x' ? 'v1' : 'v2', url: link, ...rest });

export const report = {
  campaign: { timezone: 'Asia/Riyadh' },
  stats: {
    total: 12, submitted_to_flow_studio: 10, success: 5, delivery_not_confirmed: 1, failed: 4, not_submitted_to_flow_studio: 1,
  },
  messages: [
    /* 0 */ message('+966500000001', 'Success', on1March('09:00:10'), 'm1'), // clicks twice
    /* 1 */ message('+966500000002', 'Success', on1March('09:00:20'), 'm2'), // never clicks
    /* 2 */ message('0500000003', 'Failed', on1March('09:00:30'), 'm3', { failed_reason: 'Network error', error_code: '7' }),
    /* 3 */ message('00966500000003', 'Success', on1March('10:00:40'), 'm4', { submitted_at: on1March('10:00:00') }), // the same recipient
    /* 4 */ message('+966 50 000 0004', 'Failed', on1March('09:00:30'), 'm5', { failed_reason: 'Invalid number' }), // clicks all the same
    /* 5 */ message('+966500000005', 'Not submitted to flow studio', '', 'm6', { failed_reason: 'Insufficient balance' }),
    /* 6 */ message('', 'Failed', '2026-05-01T09:00:00+03:00', 'm7', { submitted_at: '' }), // a Friday that is to come
    /* 7 */ message('966500000002', 'Submitted to flow studio', on1March('09:00:01'), 'm2'), // an earlier event of 1
    /* 8 */ message('+971500000001', 'Delivery not confirmed', on1March('08:59:59'), 'm8'), // before it was submitted
    /* 9 */ message('+966500000006', 'Success', on1March('09:00:50'), 'm9'), // clicks at once
    /* 10 */ message('12', 'Failed', on1March('09:00:30'), 'm10', { failed_reason: 'Invalid number' }), // cannot exist
    /* 11 */ message('+966500000007', 'Zugestellt', on1March('09:05:00'), 'm11', { submitted_at: '' }), // what this means is unknown
  ],
  ulink_clicks: [
    /* 0 */ click('+966500000001', on1March('09:10:00'), 'Riyadh', 'x', { user_agent: 'Mozilla' }),
    /* 1 */ click('+966500000001', on1March('09:20:00'), 'Riyadh', 'y', { user_agent: 'Mozilla' }),
    /* 2 */ click('966500000003', on1March('11:00:00'), 'Jeddah', 'x', { user_agent: 'WhatsApp/2.23' }), // a crawler
    /* 3 */ click('+966500000004', on1March('08:00:00'), 'Riyadh'), // before the message, which failed
    /* 4 */ click('', '', ''),
    /* 5 */ click('+966500000009', on1March('12:00:00'), 'Dubai'), // has no message
    /* 6 */ click('+966500000009', on1March('12:00:01'), 'Dubai', 'y'), // another link, a second later
    /* 7 */ click('+966500000006', on1March('09:00:01'), 'Riyadh'), // a second after the message
    /* 8 */ click('+966500000006', '2026-05-02T09:00:00+03:00', 'Riyadh'), // a Saturday that is to come, 62 days later
  ],
};

const counts = (all, without) => ({
  all: { clicks: all[0], recipients: all[1] }, withoutAutomatic: { clicks: without[0], recipients: without[1] },
});
const byGroup = (given, nothing) => ({
  invalid_number: nothing, blocked: nothing, content: nothing, limit: nothing, duplicate: nothing, network: nothing,
  configuration: nothing, unknown: nothing, ...given,
});
const failures = (failed, notSubmitted, permanent) => ({ failed, notSubmitted, permanent });
const at = (length, given) => Array.from({ length }, (_, index) => given[index] ?? 0);
const week = (given) => Array.from({ length: 7 }, (_, day) => at(24, given[day] ?? {}));
const seconds = 1e6;
const days = 86_400 * seconds;

export const expected = {
  rows: { delivery: 12, clicks: 9 },
  counts: {
    total: 12, submitted_to_flow_studio: 10, success: 4, delivery_not_confirmed: 1, failed: 4, not_submitted_to_flow_studio: 1,
    unrecognised: 1,
  },
  recipients: 9, // 1 to 7, the one in the Emirates, and "12"
  home: 'SA',
  rowSets: {
    repeated_message_ids: 2, // 1 and 7
    superseded_events: 1, // 7
    repeated_recipients: 2, // 2 and 3
    without_number: 1,
    impossible_numbers: 1,
    messages_in_future: 1,
    clicks_without_number: 1,
    clicks_without_message: 2, // 5 and 6
    clicks_on_failed: 1,
    clicks_before_message: 1,
    clicks_in_future: 1,
    automatic_clicks: 4, // 2, 5, 6 and 7
    clicks_of_many_links: 2, // 5 and 6
    clicks_at_once: 1,
    clicks_by_crawlers: 1,
    clicked: 4, // recipients 1, 3, 4 and 6
    never_clicked: 1,
    not_confirmed: 1,
    failed_for_now: 1,
    failed_for_good: 1, // "12"; recipient 7 is in none, as nothing is known of its message
  },
  reconciliation: {
    reading: 'stage',
    stated: [
      { count: 'total', stated: 12, counted: 12 }, { count: 'submitted_to_flow_studio', stated: 10, counted: 10 },
      { count: 'success', stated: 5, counted: 4 }, { count: 'delivery_not_confirmed', stated: 1, counted: 1 },
      { count: 'failed', stated: 4, counted: 4 }, { count: 'not_submitted_to_flow_studio', stated: 1, counted: 1 },
    ],
    current: { // without 7
      total: 11, submitted_to_flow_studio: 9, success: 4, delivery_not_confirmed: 1, failed: 4, not_submitted_to_flow_studio: 1,
      unrecognised: 1,
    },
  },
  failures: {
    messages: 5,
    groups: byGroup({
      invalid_number: failures(2, 0, 2), limit: failures(0, 1, 0), network: failures(1, 0, 0), unknown: failures(1, 0, 0),
    }, failures(0, 0, 0)),
    reasons: [
      { text: 'Invalid number', code: '', group: 'invalid_number', permanent: true, failed: 2, notSubmitted: 0, cumulative: 2 },
      { text: '', code: '', group: 'unknown', permanent: false, failed: 1, notSubmitted: 0, cumulative: 3 },
      { text: 'Insufficient balance', code: '', group: 'limit', permanent: false, failed: 0, notSubmitted: 1, cumulative: 4 },
      { text: 'Network error', code: '7', group: 'network', permanent: false, failed: 1, notSubmitted: 0, cumulative: 5 },
    ],
    leftOff: 0,
  },
  clicks: {
    total: counts([9, 5], [5, 3]),
    deliveredRecipients: 4, deliveredClicked: 3, deliveredClickedWithoutAutomatic: 2, // 1, 2, 3, 6; but 2; and but 3
    recipients: 9, clicked: 4, clickedWithoutAutomatic: 3,
    repeatClickers: 3, repeatClickersWithoutAutomatic: 1, // recipients 1, 6 and 9
    variables: {
      values: [{ text: 'v1', counts: counts([7, 5], [4, 3]) }, { text: 'v2', counts: counts([2, 2], [1, 1]) }], leftOff: 0,
    },
    locations: {
      values: [
        { text: 'Riyadh', counts: counts([5, 3], [4, 3]) }, { text: 'Dubai', counts: counts([2, 1], [0, 0]) },
        { text: 'Jeddah', counts: counts([1, 1], [0, 0]) }, { text: '', counts: counts([1, 0], [1, 0]) },
      ],
      leftOff: 0,
    },
    links: {
      values: [{ text: 'x', counts: counts([7, 5], [4, 3]) }, { text: 'y', counts: counts([2, 2], [1, 1]) }], leftOff: 0,
    },
    // Recipient 1 after ten minutes, 6 after 62 days; 4 an hour before its message.
    toFirstClick: { count: 2, negative: 1, medianUs: 600 * seconds, p90Us: 62 * days, p99Us: 62 * days },
  },
  countries: [
    {
      iso: 'SA', name: 'Saudi Arabia', callingCode: 966, messages: 9, recipients: 7, delivered: 4,
      failed: byGroup({ invalid_number: 1, limit: 1, network: 1 }, 0), clicks: counts([8, 5], [4, 3]),
    },
    {
      iso: '', name: 'Unknown', callingCode: 0, messages: 2, recipients: 1, delivered: 0,
      failed: byGroup({ invalid_number: 1, unknown: 1 }, 0), clicks: counts([1, 0], [1, 0]),
    },
    {
      iso: 'AE', name: 'United Arab Emirates', callingCode: 971, messages: 1, recipients: 1, delivered: 0,
      failed: byGroup({}, 0), clicks: counts([0, 0], [0, 0]),
    },
  ],
  timing: {
    first: Date.parse('2026-03-01T00:00:00Z') * 1000, // the wall clock
    stepUs: 1 * days, // 63 of them until 2 May; six hours would be 249
    messages: at(63, { 0: 11, 61: 1 }),
    clicks: at(63, { 0: 7, 62: 1 }),
    firstClicks: at(63, { 0: 5 }),
    messagesByHour: week({ 6: { 9: 10, 10: 1 }, 4: { 9: 1 } }),
    clicksByHour: week({ 6: { 8: 1, 9: 3, 11: 1, 12: 2 }, 5: { 9: 1 } }),
    messagesWithoutTime: 0,
    clicksWithoutTime: 1,
    // 1, 10, 20, 30, 30, 30, 40 and 50 seconds; 8 has its status before its submission.
    toStatus: { count: 8, negative: 1, medianUs: 30 * seconds, p90Us: 50 * seconds, p99Us: 50 * seconds },
  },
};
