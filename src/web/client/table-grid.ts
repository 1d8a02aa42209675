type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const CONTROLS = 'input, textarea, select';

/**
 * Goes through the cells of a table by keys: up and down (in a list, which has these for its own, by Enter), left and right at
 * the ends of a text, Enter to the next row, where there is none to a new one. Escape puts back what a cell had. Tab goes on as
 * in any form, so that nobody is held in it.
 */
export function walkByKeys(table: HTMLTableElement): void {
  const body = table.tBodies[0];
  if (!body) return;
  const button = document.querySelector<HTMLButtonElement>('[data-grid-add]');
  const help = document.querySelector<HTMLElement>('[data-grid-help]');
  if (help) {
    help.hidden = false;
    table.setAttribute('aria-describedby', help.id);
  }
  if (button) {
    button.hidden = false;
    button.addEventListener('click', () => controlsOf(addRow(body))[0]?.focus());
  }
  let before = '';
  table.addEventListener('focusin', ({ target }) => {
    if (isControl(target)) before = target.value;
  });
  table.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!isControl(target) || event.isComposing || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') {
      if (!(target instanceof HTMLInputElement && target.type === 'checkbox')) target.value = before;
      return;
    }
    const to = neighbour(body, target, event);
    if (to === undefined) return;
    event.preventDefault();
    to?.focus();
    if (to instanceof HTMLInputElement) to.select();
  });
}

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof Element && target.matches(CONTROLS);

const controlsOf = (row: HTMLTableRowElement | undefined): Control[] =>
  row ? [...row.querySelectorAll<Control>(CONTROLS)] : [];

/** Where a key leads from a cell: null for nowhere, undefined where it is the cell's own. */
function neighbour(
  body: HTMLTableSectionElement,
  from: Control,
  event: KeyboardEvent,
): Control | null | undefined {
  const { key, shiftKey, ctrlKey } = event;
  const row = from.closest('tr') as HTMLTableRowElement;
  const column = controlsOf(row).indexOf(from);
  const vertical = (step: -1 | 1): Control | null => {
    const next = [...body.rows][[...body.rows].indexOf(row) + step];
    const controls = controlsOf(next);
    return controls[Math.min(column, controls.length - 1)] ?? null;
  };
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown': {
      const isUp = key === 'ArrowUp';
      if (from instanceof HTMLSelectElement && !ctrlKey) return undefined;
      if (from instanceof HTMLTextAreaElement && !isAtEdge(from, isUp)) return undefined;
      return shiftKey ? undefined : vertical(isUp ? -1 : 1);
    }
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (shiftKey || ctrlKey || !isAtEnd(from, key === 'ArrowLeft')) return undefined;
      return controlsOf(row)[column + (key === 'ArrowLeft' ? -1 : 1)] ?? null;
    }
    case 'Enter': {
      // A line of its own, in a text of several; the form is sent by its buttons.
      if (from instanceof HTMLTextAreaElement && !ctrlKey) return undefined;
      if (shiftKey) return vertical(-1);
      return vertical(1) ?? (isEmpty(row) ? null : (controlsOf(addRow(body))[column] ?? null));
    }
    default:
      return undefined;
  }
}

/** Whether the caret is where there is nothing more on this side. */
function isAtEnd(control: Control, isLeft: boolean): boolean {
  if (control instanceof HTMLSelectElement || control.type === 'checkbox') return true;
  const { selectionStart, selectionEnd, value } = control;
  const isAll = selectionStart === 0 && selectionEnd === value.length;
  if (isAll) return true;
  return selectionStart === selectionEnd && selectionStart === (isLeft ? 0 : value.length);
}

/** Whether the caret is in the first, or the last, line of a text. */
function isAtEdge({ selectionStart, value }: HTMLTextAreaElement, isUp: boolean): boolean {
  return !(isUp ? value.slice(0, selectionStart) : value.slice(selectionStart)).includes('\n');
}

const isEmpty = (row: HTMLTableRowElement) =>
  controlsOf(row).every((control) => control.value === '' || control.type === 'checkbox');

/** One more row to fill in, at the end, told to who does not see it. */
function addRow(body: HTMLTableSectionElement): HTMLTableRowElement {
  const rows = [...body.rows].filter((row) => row.dataset.new !== undefined);
  const last = rows.at(-1) as HTMLTableRowElement;
  const row = last.cloneNode(true) as HTMLTableRowElement;
  const name = `${row.dataset.new} ${rows.length + 1}`;
  const header = row.querySelector('th');
  if (header) header.textContent = name;
  for (const control of controlsOf(row)) {
    control.value = '';
    control.setAttribute('aria-label', `${control.closest('td')?.dataset.label}, ${name}`);
  }
  last.after(row);
  const said = document.querySelector<HTMLElement>('[data-grid-said]');
  if (said) said.textContent = `${said.dataset.gridSaid} ${name}`;
  return row;
}
