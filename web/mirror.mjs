// What is on the canvas as a DOM of the same shape over it (src/view/mirror.h): for screen readers, for the keyboard, for
// tests. Unseen and not in the way of the mouse, but for the field that is edited: there the browser does everything.

const elements = {
  heading: 'h2', text: 'span', button: 'button', tab: 'button', search: 'input', checkbox: 'input', progress: 'progress', link: 'button',
};
const roles = {
  group: 'group', tab: 'tab', status: 'status', alert: 'alert', grid: 'grid', row: 'row', column_header: 'columnheader', cell: 'gridcell',
  link: 'link', tooltip: 'tooltip', dialog: 'dialog',
};
const named = new Set(['group', 'search', 'checkbox', 'progress', 'grid', 'column_header', 'dialog']); // have no text of their own
const containers = new Set(['group', 'grid', 'row', 'dialog']);
const sorts = { ascending: 'ascending', descending: 'descending', '': 'none' };

const longestText = 256; // of a field; as src/view/text_field.cpp has it

/**
 * Keeps `root` like the nodes given to the function that it returns. used(id, text or null): a control was used; focused(id or 0): a
 * field has the keyboard now. A dialog takes the keyboard from the other controls, and gives it back, at the latest to `canvas`;
 * while that has it, keys are its own.
 */
export function keepMirror(root, canvas, { used, focused: fieldFocused }) {
  let kept = new Map();
  let dialog = null;
  let hadFocus = null; // before the dialog

  const follow = (opened, focused, wasInside) => {
    const before = dialog;
    dialog = opened;
    if (dialog || before) for (const child of root.children) child.inert = dialog !== null && child !== dialog;
    if (dialog && !before) {
      hadFocus = focused;
      if (focused !== canvas) [...dialog.querySelectorAll('button')].at(-1)?.focus();
    } else if (before && !dialog && wasInside) {
      hadFocus.focus();
      if (document.activeElement !== hadFocus) canvas.focus(); // it is gone, or disabled
    }
  };

  root.addEventListener('click', ({ target }) => {
    const control = target.closest('button, input[type=checkbox]');
    if (control) used(Number(control.dataset.node), null);
  });
  root.addEventListener('input', ({ target }) => {
    if (isField(target)) used(idOf(target), target.value);
  });
  root.addEventListener('keydown', ({ target, key, isComposing }) => {
    if (isField(target) && key === 'Escape' && target.value === '' && !isComposing) canvas.focus();
  });
  const tellFocus = () => fieldFocused(isField(document.activeElement) ? idOf(document.activeElement) : 0);
  for (const type of ['focusin', 'focusout']) root.addEventListener(type, () => queueMicrotask(tellFocus)); // a frame may be at work
  shareMouse(root, canvas);

  return (nodes) => {
    const focused = document.activeElement;
    const wasInside = dialog?.contains(focused);
    // What is gone goes first, so that nothing else has to move: an element that is moved loses the keyboard.
    const coming = new Map(nodes.map(({ id, role }) => [id, role]));
    for (const [id, { element, node }] of kept) {
      if (coming.get(id) !== node.role) element.remove();
    }
    const next = new Map();
    const ends = new Map(); // the last child placed so far, by parent
    for (const node of nodes) {
      const before = kept.get(node.id);
      const element = before?.node.role === node.role ? before.element : create(node);
      const { element: parent, corner } = next.get(node.parent) ?? { element: root, corner: { x: 0, y: 0 } };
      const { x, y } = node;
      node.x -= corner.x; // so that what moves with its parent, as cells do with their rows, stays where it is
      node.y -= corner.y;
      describe(element, node, element === before?.element ? before.node : {});
      const place = ends.has(parent) ? ends.get(parent).nextSibling : parent.firstElementChild;
      if (element !== place) parent.insertBefore(element, place);
      if (node.role === 'tab') parent.setAttribute('role', 'tablist');
      ends.set(parent, element);
      next.set(node.id, { element, node, corner: { x, y } });
    }
    kept = next;
    if (isField(focused) && focused !== document.activeElement) {
      (focused.isConnected ? focused : canvas).focus();
      queueMicrotask(tellFocus); // what is taken away loses the keyboard without a word
    }
    follow(kept.get(nodes.find(({ role }) => role === 'dialog')?.id)?.element ?? null, focused, wasInside);
    const wanted = nodes.find((node) => node.focused);
    if (wanted?.role === 'search') give(kept.get(wanted.id).element);
    else if (wanted && isField(document.activeElement)) canvas.focus({ preventScroll: true });
  };
}

const isField = (element) => element?.type === 'search';
const idOf = (element) => Number(element.dataset.node);

/** Whoever is sent to a field with a text in it mostly wants another one. */
function give(field) {
  if (field === document.activeElement) return;
  field.focus({ preventScroll: true });
  field.select();
}

/** Over a field the mouse is the browser's; the canvas hears of it, too, as if the field was not there. */
function shareMouse(root, canvas) {
  const tell = (event) => canvas.dispatchEvent(new MouseEvent(event.type, event));
  for (const type of ['mousemove', 'mousedown']) {
    root.addEventListener(type, (event) => { if (isField(event.target)) tell(event); });
  }
  root.addEventListener('mouseout', (event) => {
    if (isField(event.target) && event.relatedTarget !== canvas) canvas.dispatchEvent(new MouseEvent('mouseleave', event));
  });
  addEventListener('mouseleave', (event) => {
    if (event.target === canvas && isField(event.relatedTarget)) event.stopImmediatePropagation();
  }, { capture: true });
}

function create({ id, role }) {
  const element = document.createElement(elements[role] ?? 'div');
  element.dataset.node = id;
  if (roles[role]) element.setAttribute('role', roles[role]);
  if (role === 'search' || role === 'checkbox') element.type = role;
  if (role === 'search') {
    Object.assign(element, { autocomplete: 'off', autocapitalize: 'off', spellcheck: false, dir: 'auto', maxLength: longestText });
  }
  if (role === 'progress') element.max = 100;
  if (role === 'dialog') element.setAttribute('aria-modal', 'true');
  return element;
}

/** Writes what differs between two nodes of one role. */
function describe(element, node, before) {
  const changed = (...fields) => fields.some((field) => node[field] !== before[field]);

  if (changed('x', 'y', 'width', 'height')) {
    element.style.left = `${node.x}px`;
    element.style.top = `${node.y}px`;
    element.style.width = `${node.width}px`;
    element.style.height = `${node.height}px`;
  }
  if (changed('name')) {
    if (named.has(node.role)) element.setAttribute('aria-label', node.name);
    else if (!containers.has(node.role)) element.textContent = node.name;
  }
  if (changed('value')) {
    if (node.role === 'search' && element.value !== node.value) element.value = node.value;
    if (node.role === 'progress') element.value = Number.parseFloat(node.value) || 0;
    if (node.role === 'column_header') element.setAttribute('aria-sort', sorts[node.value]);
  }
  if (node.role === 'search' && changed('hovered')) element.classList.toggle('hovered', node.hovered);
  if (changed('selected', 'pressed', 'disabled')) {
    if (node.role === 'tab') element.setAttribute('aria-selected', node.selected);
    if ((node.role === 'row' || node.role === 'cell') && (node.selected || before.selected)) {
      element.setAttribute('aria-selected', node.selected);
    }
    if (node.role === 'checkbox') element.checked = node.selected || node.pressed;
    if (node.role === 'button' && (node.pressed || before.pressed)) element.setAttribute('aria-pressed', node.pressed);
    if ('disabled' in element) element.disabled = node.disabled;
  }
  if (node.role === 'grid' && changed('rows', 'columns')) {
    element.setAttribute('aria-rowcount', node.rows + 1); // the header is a row too
    element.setAttribute('aria-colcount', node.columns);
  }
  if (node.role === 'row' && changed('row')) element.setAttribute('aria-rowindex', node.row + 1);
  if ((node.role === 'cell' || node.role === 'column_header') && changed('column')) {
    element.setAttribute('aria-colindex', node.column);
  }
}
