// What goes onto the clipboard: a text, or rows of a table.

import { WindowAnswer, decode } from './wire.mjs';

// Writing them to the clipboard keeps the page waiting, for up to 26 ms a million characters, and so does reading many at a time.
const mostCells = 20_000;
const mostCharacters = 1_500_000;
const windowCharacters = 500_000;
const firstWindowRows = 50; // long texts are not known of yet
const mostWindowRows = 1_000;
const longestTime = 100; // what is longer is a stray text, which on screen is cut

/**
 * Rows as text with tabs, and as a table whose cells are texts: a spreadsheet then keeps a + before a telephone number, and takes
 * no value for a formula. `request(message)` asks the engine; `range` is a CopyRows of src/messages/page.h, `columnInfos` are those of
 * its table. Times are as on screen, all else as in the report, and whole. Gives how many rows were copied: the first ones, where all
 * would be too much.
 */
export async function copyRows(request, range, columnInfos) {
  const promised = promiseCopy();
  try {
    const { rows, texts } = await readTexts(request, range, columnInfos);
    if (copyByEvent(texts)) promised.leave();
    else await promised.keep(texts);
    return rows;
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

async function readTexts(request, { queryId, table, first, rows, columns }, columnInfos) {
  const plain = [];
  const html = [];
  const most = Math.min(rows, Math.max(1, Math.floor(mostCells / columns.length)));
  let characters = 0;
  while (plain.length < most && characters < mostCharacters) {
    const average = characters / plain.length;
    const fitting = plain.length === 0 ? firstWindowRows : Math.ceil(windowCharacters / average);
    const count = Math.min(fitting, mostWindowRows, most - plain.length);
    const ask = async (exact) => (
      decode(WindowAnswer, await request({ kind: 'window', queryId, table, first: first + plain.length, count, exact })));
    const [shown, exact] = [await ask(false), await ask(true)];
    if (exact.rows === 0) break;
    for (let row = 0; row < exact.rows && (plain.length === 0 || characters < mostCharacters); ++row) {
      const texts = columns.map((column) => {
        const index = row * exact.columns + column;
        const whole = exact.cells[index]?.text ?? '';
        return columnInfos[column].type === 'time' && whole.length <= longestTime ? shown.cells[index].text : whole;
      });
      plain.push(texts.map(quoted).join('\t'));
      html.push(`<tr>${texts.map((text) => `<td style="mso-number-format:'\\@'">${escaped(text)}</td>`).join('')}</tr>`);
      characters += plain.at(-1).length + html.at(-1).length;
    }
  }
  return {
    rows: plain.length,
    texts: { 'text/plain': plain.join('\r\n'), 'text/html': `<meta charset="utf-8"><table>${html.join('')}</table>` },
  };
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
