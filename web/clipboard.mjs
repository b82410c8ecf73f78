// What goes onto the clipboard: a text, or rows of a table.

import { WindowAnswer, decode } from './wire.mjs';

const windowRows = 1_000; // at a time: the page is not kept waiting

/**
 * Rows as text with tabs, and as a table whose cells are texts: a spreadsheet then keeps a + before a telephone number, and takes
 * no value for a formula. `request(message)` asks the engine; `range` is a CopyRows of src/messages/page.h. Times are as on screen,
 * all else as in the report, and whole.
 */
export async function copyRows(request, range) {
  const promised = promiseCopy();
  try {
    const texts = await readTexts(request, range);
    if (copyByEvent(texts)) promised.leave();
    else await promised.keep(texts);
  } catch (error) {
    promised.leave();
    throw error;
  }
}

/**
 * Safari lets a page copy only at once when a person wants it, so what is to be read first is promised to it. Others keep the styles of an
 * HTML text only in the older way, which they allow also later: then the promise is left.
 */
function promiseCopy() {
  let keep, leave;
  const coming = new Promise((resolve, reject) => { [keep, leave] = [resolve, reject]; });
  const parts = ['text/plain', 'text/html'].map((type) => [type, coming.then((texts) => new Blob([texts[type]], { type }))]);
  for (const [, part] of parts) part.catch(() => {}); // left
  const written = (async () => navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]))();
  written.catch(() => {}); // thrown when it is waited for
  return {
    leave,
    keep(texts) {
      keep(texts);
      return written;
    },
  };
}

async function readTexts(request, { queryId, table, first, rows, columns }) {
  const plain = [];
  const html = [];
  for (let at = first; at < first + rows; at += windowRows) {
    const count = Math.min(windowRows, first + rows - at);
    const ask = async (exact) => decode(WindowAnswer, await request({ kind: 'window', queryId, table, first: at, count, exact }));
    const [shown, exact] = [await ask(false), await ask(true)];
    for (let row = 0; row < exact.rows; ++row) {
      const texts = columns.map((column) => {
        const index = row * exact.columns + column;
        const whole = exact.cells[index]?.text ?? '';
        const seen = shown.cells[index]?.text ?? '';
        return whole.startsWith(seen) ? whole : seen; // a text is cut where it is long; a time is written otherwise
      });
      plain.push(texts.map(quoted).join('\t'));
      html.push(`<tr>${texts.map((text) => `<td style="mso-number-format:'\\@'">${escaped(text)}</td>`).join('')}</tr>`);
    }
  }
  return { 'text/plain': plain.join('\r\n'), 'text/html': `<meta charset="utf-8"><table>${html.join('')}</table>` };
}

const quoted = (text) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (character) => entities[character]).replace(/\r\n?|\n/g, '<br>');

/** Puts text on the clipboard. Must follow something that the person did. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyByEvent({ 'text/plain': text }); // not a secure context, or forbidden
  }
}

/**
 * The older way, which takes every type as it is: of an HTML text the newer one drops the styles where the page allows none.
 * Gives whether it was possible.
 */
function copyByEvent(texts) {
  let done = false;
  const onCopy = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const [type, text] of Object.entries(texts)) event.clipboardData.setData(type, text);
    done = true;
  };
  const focused = document.activeElement;
  const field = document.body.appendChild(document.createElement('textarea')); // a browser copies only where something is selected
  field.className = 'unseen';
  field.value = ' ';
  field.select();
  addEventListener('copy', onCopy, { capture: true });
  document.execCommand('copy');
  removeEventListener('copy', onCopy, { capture: true });
  field.remove();
  focused?.focus({ preventScroll: true });
  return done;
}
