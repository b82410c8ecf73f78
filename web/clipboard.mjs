// What goes onto the clipboard: a text, or rows of a table.

import { WindowAnswer, decode } from './wire.mjs';

const windowRows = 10_000; // kMaxWindowRows

/**
 * Rows as text with tabs, and as a table whose cells are texts: a spreadsheet then keeps a + before a telephone number, and takes
 * no value for a formula. `request(message)` asks the engine; `range` is a CopyRows of src/messages/page.h. Times are as on screen,
 * all else as in the report, and whole.
 */
export async function copyRows(request, range) {
  const rows = readRows(request, range);
  const made = (type, write) => rows.then((read) => new Blob([write(read)], { type }));
  try {
    // Promises: what the person did may be over before the rows are there, and some browsers forbid it then.
    await navigator.clipboard.write([new ClipboardItem({
      'text/plain': made('text/plain', tabbed), 'text/html': made('text/html', table),
    })]);
  } catch {
    await copyText(tabbed(await rows));
  }
}

async function readRows(request, { queryId, table: tableId, first, rows, columns }) {
  const read = [];
  for (let at = first; at < first + rows; at += windowRows) {
    const count = Math.min(windowRows, first + rows - at);
    const ask = async (exact) => decode(WindowAnswer, await request({ kind: 'window', queryId, table: tableId, first: at, count, exact }));
    const [shown, exact] = [await ask(false), await ask(true)];
    for (let row = 0; row < exact.rows; ++row) {
      read.push(columns.map((column) => {
        const index = row * exact.columns + column;
        const whole = exact.cells[index]?.text ?? '';
        const seen = shown.cells[index]?.text ?? '';
        return whole.startsWith(seen) ? whole : seen; // a text is cut where it is long; a time is written otherwise
      }));
    }
  }
  return read;
}

const quoted = (text) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const tabbed = (rows) => rows.map((row) => row.map(quoted).join('\t')).join('\r\n');

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (character) => entities[character]).replace(/\r\n?|\n/g, '<br>');
const table = (rows) => `<meta charset="utf-8"><table>${rows.map((row) => (
  `<tr>${row.map((text) => `<td style="mso-number-format:'\\@'">${escaped(text)}</td>`).join('')}</tr>`)).join('')}</table>`;

/** Puts text on the clipboard. Must follow something that the person did. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Not a secure context, or forbidden: the older way.
    const onCopy = (event) => {
      event.preventDefault();
      event.clipboardData.setData('text/plain', text);
    };
    addEventListener('copy', onCopy, { once: true, capture: true });
    document.execCommand('copy');
    removeEventListener('copy', onCopy, { capture: true });
  }
}
