import { addEvent, eventFaults, type NewEvent } from '../../wiki/calendars/add-event.ts';
import {
  type ChangeFault,
  changeEvent,
  type EditedEvent,
  editableEvents,
  removeEvent,
} from '../../wiki/calendars/edit-event.ts';
import { dataKind } from '../../wiki/data-addresses.ts';
import { describeTable } from '../../wiki/data-files.ts';
import type { Column } from '../../wiki/tables/column.ts';
import { detectDialect } from '../../wiki/tables/dialect.ts';
import { editRows, type WrittenRow } from '../../wiki/tables/edit-rows.ts';
import type { TableProblem } from '../../wiki/tables/problem.ts';
import { readTable } from '../../wiki/tables/read-table.ts';
import type { Context } from '../context.ts';
import { MAX_TEXT_BYTES } from './edited-file.ts';

/** As what a file is edited: its text, the cells of a table, an event that is added to a calendar. */
export type FormKind = 'text' | 'table' | 'event';

/** A table with more cells is edited as a text. */
const MAX_CELLS = 6_000;

/** Rows that are added at a time. */
const MAX_NEW_ROWS = 200;

/** A table whose cells are fields of a form. */
export interface TableForm {
  readonly columns: readonly Column[];
  readonly rows: readonly WrittenRow[];
  readonly separator: string;
  readonly problems: readonly TableProblem[];
}

/** As what a file is edited: as what was `sent` where something was, else as what suits it and the address asks for. */
export function formKind({ query }: Pick<Context, 'query'>, path: string, sent?: URLSearchParams): FormKind {
  const kind = dataKind(path);
  const own: FormKind = kind === 'table' ? 'table' : kind === 'calendar' ? 'event' : 'text';
  const isAsked = sent ? sent.get('form') === own : query.get('as') !== 'text';
  return isAsked ? own : 'text';
}

/** The table of a text, to edit its cells; undefined where it has none, or too many. */
export async function tableForm(
  { ask, wiki }: Pick<Context, 'ask' | 'wiki'>,
  path: string,
  text: string,
): Promise<TableForm | undefined> {
  const bytes = Buffer.from(text);
  const { schema, dialect } = await describeTable(ask, wiki.objects, path);
  const table = await readTable(inOnePiece(bytes), {
    path,
    maxBytes: MAX_TEXT_BYTES,
    ...(schema && { schema }),
    ...(dialect && { dialect }),
  });
  const { columns, rowCount, problems } = table;
  if (columns.length === 0 || (rowCount + 1) * columns.length > MAX_CELLS) return undefined;
  const separator = dialect?.separator ?? detectDialect(bytes, path).separator;
  return { columns, rows: [...table.rows()], separator, problems };
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The text of a table with what was typed in its cells: `c.LINE.COLUMN`, `n.COLUMN` of each new row, `x.LINE` of one that goes. */
export function readTableForm(form: TableForm, text: string, sent: URLSearchParams): string {
  const clean = (text: string) => text.replace(/\r\n?/g, '\n').trim().toWellFormed();
  const typed = (name: string) => (sent.has(name) ? clean(sent.get(name) ?? '') : undefined);
  const changed = new Map<number, string[]>();
  const removed = new Set<number>();
  for (const { line, cells } of form.rows) {
    const now = cells.map((cell, index) => typed(`c.${line}.${index}`) ?? cell);
    if (sent.has(`x.${line}`)) removed.add(line);
    else if (now.some((cell, index) => cell !== cells[index])) changed.set(line, now);
  }
  const fresh = Array.from({ length: Math.min(sent.getAll('n.0').length, MAX_NEW_ROWS) }, (_, at) =>
    form.columns.map((_, index) => clean(sent.getAll(`n.${index}`)[at] ?? '')),
  );
  const added = fresh.filter((cells) => cells.some((cell) => cell !== ''));
  return editRows(text, form.separator, form.rows, { changed, removed, added });
}

/** What is wrong in a table by its schema that was not before. */
export function newProblems(before: TableForm | undefined, now: TableForm): TableProblem[] {
  const known = new Map<string, number>();
  const key = ({ rule, column, values }: TableProblem) => JSON.stringify([rule, column, values]);
  for (const problem of before?.problems ?? []) known.set(key(problem), (known.get(key(problem)) ?? 0) + 1);
  return now.problems.filter((problem) => {
    const left = known.get(key(problem)) ?? 0;
    known.set(key(problem), left - 1);
    return left <= 0;
  });
}

/** An event that is typed, and what keeps it from being added, or changed. */
export interface EventForm {
  readonly event: EditedEvent;
  readonly faults: readonly ChangeFault[];
  /** Of the event of the calendar that is changed; undefined where one is added. */
  readonly uid?: string;
}

const MAX_LINE = 500;
const MAX_DESCRIPTION = 5_000;

export const NO_EVENT: NewEvent = {
  ...{ summary: '', date: '', from: '', to: '', lastDate: '', location: '', description: '', url: '' },
  repeats: 'no',
};

export const NO_EVENT_FORM: EventForm = { event: NO_EVENT, faults: [] };

/** The form that changes an event of a text; one that adds another where there is no such event. */
export function eventFormOf(text: string, uid: string, zone: string): EventForm {
  const found = editableEvents(text, zone).find((one) => one.uid === uid);
  return found ? { event: found.event, faults: [], uid } : NO_EVENT_FORM;
}

interface EventPlace {
  readonly zone: string;
  /** Of an event that is new. */
  readonly uid: string;
  readonly stamp: number;
}

/**
 * Does what was sent to the text of a calendar: adds an event, changes or removes one, and shows another one in the form where a
 * button asks for it. Where it cannot, says why; where nothing was typed, does nothing.
 */
export function readEventForm(
  text: string,
  sent: URLSearchParams,
  place: EventPlace,
): { readonly text: string; readonly form: EventForm } {
  const removed = sent.get('event-remove');
  const uid = sent.get('event-uid') ?? '';
  const given =
    removed === uid && uid !== '' ? { text, form: NO_EVENT_FORM } : typedEvent(text, sent, uid, place);
  if (given.form.faults.length > 0) return given;
  if (removed) return { text: removeEvent(given.text, removed), form: NO_EVENT_FORM };
  const asked = sent.get('event-edit');
  return asked ? { text: given.text, form: eventFormOf(given.text, asked, place.zone) } : given;
}

/** The text with the event that was typed in it. */
function typedEvent(
  text: string,
  sent: URLSearchParams,
  uid: string,
  place: EventPlace,
): { readonly text: string; readonly form: EventForm } {
  const event = readEvent(sent);
  if (uid !== '') {
    const changed = changeEvent(text, uid, event, place);
    return 'text' in changed
      ? { text: changed.text, form: NO_EVENT_FORM }
      : { text, form: { event, faults: changed.faults, uid } };
  }
  const isEmpty = Object.entries(event).every(([name, value]) => name === 'repeats' || value === '');
  if (isEmpty) return { text, form: NO_EVENT_FORM };
  const fresh: NewEvent = { ...event, repeats: event.repeats === 'other' ? 'no' : event.repeats };
  const faults = eventFaults(fresh);
  const made = faults.length > 0 ? undefined : addEvent(text, fresh, place);
  return made === undefined
    ? { text, form: { event, faults: faults.length > 0 ? faults : ['date'] } }
    : { text: made, form: NO_EVENT_FORM };
}

const REPEATS = ['no', 'weekly', 'monthly', 'other'] as const;

function readEvent(sent: URLSearchParams): EditedEvent {
  const line = (name: string) =>
    (sent.get(`event-${name}`) ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .toWellFormed()
      .slice(0, MAX_LINE);
  return {
    summary: line('summary'),
    date: line('date'),
    from: line('from'),
    to: line('to'),
    lastDate: line('lastDate'),
    location: line('location'),
    description: (sent.get('event-description') ?? '')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n]/gu, ' ')
      .trim()
      .toWellFormed()
      .slice(0, MAX_DESCRIPTION),
    url: line('url'),
    repeats: REPEATS.find((one) => one === line('repeats')) ?? 'no',
  };
}
