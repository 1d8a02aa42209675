import type { Messages } from '../messages/messages.ts';
import type { CellValue, TableColumn } from './table-column.ts';

/** In a table, the end of a longer text is left to the row's own page. */
const LONGEST_IN_TABLE = 140;

/** From so many characters on, a cell needs a wide column. */
const LONG = 60;

/** What decides of the form of a value. */
export type CellColumn = Pick<TableColumn, 'type' | 'numeric'>;

interface CellProps {
  readonly messages: Messages;
  readonly column: CellColumn;
  readonly value: CellValue;
  /** Language of the table (BCP 47), which may not be the interface's. */
  readonly language: string;
  /** Show a long text to its end. */
  readonly whole?: boolean;
}

/** What a cell holds, written for the reader. */
export function Cell({ messages, column, value, language, whole = false }: CellProps) {
  const ours = language.split('-')[0] === messages.locale ? undefined : messages.locale;
  if (value === null || value === '') {
    return (
      <span class="empty-cell">
        <span class="visually-hidden" lang={ours}>
          {messages.table.emptyCell}
        </span>
      </span>
    );
  }
  const text = cellText(messages, column, value);
  if (isWebAddress(value)) return <a href={value}>{whole ? value : clip(addressText(value))}</a>;
  if (typeof value === 'string' && text !== value) {
    return (
      <time datetime={value} lang={ours}>
        {text}
      </time>
    );
  }
  if (typeof value === 'boolean' && ours) return <span lang={ours}>{text}</span>;
  return <>{whole ? text : clip(text)}</>;
}

/** The value as text, in the reader's own forms of numbers, dates and truth. */
export function cellText(
  { table: words }: Messages,
  { type, numeric }: CellColumn,
  value: CellValue,
): string {
  if (value === null || value === '') return words.emptyValue;
  if (typeof value === 'number') return numeric ? words.cellNumber(value) : `${value}`;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return words.shortDate(value);
  if (type === 'datetime' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value))
    return `${words.shortDate(value)}, ${words.time(value.slice(11, 16))}`;
  if (type === 'time' && /^\d\d:\d\d(?::\d\d)?$/.test(value)) return words.time(value);
  return value;
}

/** Whether a value is a text that a narrow column would cut into many lines. */
export function isLong(value: CellValue): boolean {
  return typeof value === 'string' && value.length > LONG;
}

function isWebAddress(value: CellValue): value is string {
  return typeof value === 'string' && /^https?:\/\/[^\s/]\S*$/i.test(value) && URL.canParse(value);
}

/** A text without what all web addresses have. */
export function addressText(address: string): string {
  return address.replace(/^https?:\/\/(.+?)\/?$/i, '$1');
}

/** The beginning of a text too long for a table. */
export function clip(text: string): string {
  if (text.length <= LONGEST_IN_TABLE) return text;
  return `${text.slice(0, LONGEST_IN_TABLE).replace(/\s?\S{1,20}$/, '')}\u00a0…`;
}
