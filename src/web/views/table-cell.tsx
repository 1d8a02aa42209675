import type { Messages } from '../messages/messages.ts';
import type { CellValue, ColumnType, TableColumn } from './table-column.ts';

/** In a table, the end of a longer text is left to the row's own page. */
const LONGEST_IN_TABLE = 180;

/** From so many characters on, a cell needs a wide column. */
const LONG = 60;

interface CellProps {
  readonly messages: Messages;
  readonly column: Pick<TableColumn, 'type'>;
  readonly value: CellValue;
  /** Show a long text to its end. */
  readonly whole?: boolean;
}

/** What a cell holds, written for the reader. */
export function Cell({ messages, column, value, whole = false }: CellProps) {
  if (value === '') {
    return (
      <span class="empty-cell">
        <span class="visually-hidden">{messages.table.emptyCell}</span>
      </span>
    );
  }
  const text = cellText(messages, column.type, value);
  if (isWebAddress(value)) return <a href={value}>{whole ? value : clip(addressText(value))}</a>;
  if (typeof value === 'string' && text !== value) return <time datetime={value}>{text}</time>;
  return <>{whole ? text : clip(text)}</>;
}

/** The value as text, in the reader's own forms of numbers, dates and truth. */
export function cellText({ table: words }: Messages, type: ColumnType, value: CellValue): string {
  if (typeof value === 'number') return words.cellNumber(value);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (value === '') return words.emptyValue;
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

/** An address without what all of them have. */
function addressText(address: string): string {
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}

function clip(text: string): string {
  if (text.length <= LONGEST_IN_TABLE) return text;
  return `${text.slice(0, LONGEST_IN_TABLE).replace(/\s?\S{0,20}[\uD800-\uDBFF]?$/, '')}\u00a0…`;
}
