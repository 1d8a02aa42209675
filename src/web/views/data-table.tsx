import type { Child } from 'hono/jsx';
import type { Messages } from '../messages/messages.ts';
import { fragmentOf } from './fragment.ts';
import { addressText, Cell, cellText, clip, isLong } from './table-cell.tsx';
import type { CellValue, TableColumn, TableRow } from './table-column.ts';

interface DataTableProps {
  readonly messages: Messages;
  readonly caption: Child;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** `name` of the column whose cells name the rows; the first one of text where none is told. */
  readonly nameColumn?: string | undefined;
  /** Language of the cells and titles (BCP 47). */
  readonly language: string;
  /** Whether `#row=KEY` leads here: only one table of a page may take it. */
  readonly addressable?: boolean;
}

/** Rows of a table of data. The cell that names a row stays in sight, and leads to the row's own page. */
export function DataTable(props: DataTableProps) {
  const { messages, columns, rows, language } = props;
  const named = Math.max(columns.indexOf(namingColumn(columns, props.nameColumn)), 0);
  return (
    <div class="table-scroll">
      <table class="data-table" data-close={messages.table.close} lang={language}>
        <caption lang={messages.locale}>{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <ColumnHead column={column} naming={index === named} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr id={props.addressable ? fragmentOf('row', row.key) : undefined}>
              {columns.map((column, index) =>
                index === named ? (
                  <NameCell messages={messages} column={column} row={row} value={row.cells[index] ?? null} />
                ) : (
                  <td class={cellClass(column, row.cells[index] ?? null)}>
                    <Cell
                      messages={messages}
                      column={column}
                      value={row.cells[index] ?? null}
                      language={language}
                    />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A number or an address names a row less well than a word. */
function namingColumn(columns: readonly TableColumn[], name: string | undefined): TableColumn {
  const told = columns.find((column) => column.name === name);
  return (told ?? columns.find(({ type }) => type === 'string') ?? columns[0]) as TableColumn;
}

function cellClass({ numeric }: TableColumn, value: CellValue): string | undefined {
  if (numeric) return 'number';
  return isLong(value) ? 'long' : undefined;
}

interface ColumnHeadProps {
  readonly column: TableColumn;
  readonly naming: boolean;
}

function ColumnHead({ column, naming }: ColumnHeadProps) {
  const { title, sortHref, sorted } = column;
  const classes = [naming && 'row-name', column.numeric && 'number'].filter(Boolean).join(' ');
  return (
    <th scope="col" class={classes || undefined} aria-sort={sorted}>
      {sortHref === undefined ? (
        title
      ) : (
        <a class="sort" id={`sort=${encodeURIComponent(column.name)}`} href={sortHref}>
          {title}
        </a>
      )}
    </th>
  );
}

interface NameCellProps {
  readonly messages: Messages;
  readonly column: TableColumn;
  readonly row: TableRow;
  readonly value: CellValue;
}

function NameCell({ messages, column, row, value }: NameCellProps) {
  const text = value === null || value === '' ? row.key : cellText(messages, column, value);
  return (
    <th scope="row" class={column.numeric ? 'row-name number' : 'row-name'}>
      {row.href === undefined ? (
        clip(addressText(text))
      ) : (
        <a class="row-link" href={row.href}>
          {clip(addressText(text))}
        </a>
      )}
    </th>
  );
}
