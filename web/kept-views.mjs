// The last view of each kind of report, so that it comes back: how columns are arranged and sorted, never a value of a report
// (src/app/saved_view.h). One entry of the browser's storage.

import { plainView, viewOf } from './view-file.mjs';

const key = 'campaign-lens.views';
const mostCharacters = 200_000;

/** [{ shape, view }], the one that was used last at the end; what is damaged is passed over. */
export function keptViews() {
  try {
    const text = localStorage.getItem(key) ?? '[]';
    return text.length > mostCharacters ? [] : JSON.parse(text).flatMap(keptView);
  } catch {
    return []; // storage is forbidden here, or holds something else
  }
}

function keptView({ shape, view }) {
  try {
    return [{ shape: String(shape).slice(0, 100), view: viewOf(view) }];
  } catch {
    return [];
  }
}

export function keepViews(views) {
  try {
    const plain = views.map(({ shape, view }) => ({ shape, view: plainView(view) }));
    while (JSON.stringify(plain).length > mostCharacters) plain.shift();
    if (plain.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(plain));
  } catch {
    // the views then last as long as the page
  }
}

/** Another tab has kept a view. */
export function onKeptViews(changed) {
  addEventListener('storage', (event) => {
    if (event.key === key) changed();
  });
}
