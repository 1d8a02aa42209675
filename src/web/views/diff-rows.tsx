import type { Effort } from '../../wiki/differences/align-words.ts';
import type { ChangedRow, TableDifference } from '../../wiki/differences/table-difference.ts';
import type { Column } from '../../wiki/tables/column.ts';
import type { TableRow } from '../../wiki/tables/table.ts';
import type { Messages } from '../messages/messages.ts';
import { ChangeTable, pageEffort } from './change-table.tsx';
import { Instead } from './diff-rendered.tsx';

export interface RowsDiffProps {
  readonly messages: Messages;
  readonly difference: TableDifference;
  readonly before: readonly Column[];
  readonly after: readonly Column[];
  readonly language: string;
  readonly sourceHref: string;
}

/** What changed in a table: its columns, then its rows. */
export function RowsDiff(props: RowsDiffProps) {
  const { messages, difference, before, after, language, sourceHref } = props;
  const words = messages.difference;
  const { counts, columns } = difference;
  const effort = pageEffort();
  const changes = [
    [words.columnsAdded, columns.added.map(({ title }) => title)],
    [words.columnsRemoved, columns.removed.map(({ title }) => title)],
    [words.columnsRenamed, columns.renamed.map((pair) => `${pair.before.title} → ${pair.after.title}`)],
    [words.columnsMoved, columns.moved.map(({ title }) => title)],
  ] as const;
  const hasColumns = changes.some(([, names]) => names.length > 0);
  const hasRows = counts.added + counts.removed + counts.changed + counts.moved > 0;
  return (
    <>
      {hasColumns && (
        <section class="row-changes">
          <h2>{words.columns}</h2>
          <dl class="column-changes">
            {changes.map(([label, names]) =>
              names.length === 0 ? null : (
                <div>
                  <dt>{label}</dt>
                  {names.map((name) => (
                    <dd lang={language}>{name}</dd>
                  ))}
                </div>
              ),
            )}
          </dl>
        </section>
      )}
      {!hasRows && !hasColumns && <Instead text={words.sameRows} href={sourceHref} messages={messages} />}
      {difference.changed.length > 0 && (
        <section class="row-changes">
          <h2>{words.rowsChanged(counts.changed)}</h2>
          <FirstOnly messages={messages} shown={difference.changed.length} all={counts.changed} />
          {difference.changed.map((row) => (
            <ChangedCells messages={messages} row={row} columns={after} effort={effort} language={language} />
          ))}
        </section>
      )}
      <Rows
        messages={messages}
        title={words.rowsAdded(counts.added)}
        kind="added"
        columns={after}
        rows={difference.added}
        all={counts.added}
        language={language}
      />
      <Rows
        messages={messages}
        title={words.rowsRemoved(counts.removed)}
        kind="removed"
        columns={before}
        rows={difference.removed}
        all={counts.removed}
        language={language}
      />
    </>
  );
}

interface ChangedCellsProps {
  readonly messages: Messages;
  readonly row: ChangedRow;
  readonly columns: readonly Column[];
  readonly effort: Effort;
  readonly language: string;
}

function ChangedCells({ messages, row, columns, effort, language }: ChangedCellsProps) {
  const words = messages.difference;
  return (
    <ChangeTable
      messages={messages}
      head={words.column}
      caption={
        <>
          <span lang={language}>{rowName(row.after, columns)}</span>{' '}
          <span class="where">{words.row(row.after.line)}</span>
        </>
      }
      values={row.cells.map(({ column, before, after }) => ({ label: column.title, before, after }))}
      effort={effort}
      language={language}
    />
  );
}

/** What people call a row: its first cell of text. */
function rowName({ cells, key }: TableRow, columns: readonly Column[]): string {
  const naming = columns.find(({ type, facet }) => type === 'string' && !facet);
  return (naming && cells[naming.index]) || key;
}

interface RowsProps {
  readonly messages: Messages;
  readonly title: string;
  readonly kind: 'added' | 'removed';
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly all: number;
  readonly language: string;
}

function Rows({ messages, title, kind, columns, rows, all, language }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <section class={`row-changes rows-${kind}`}>
      <h2>{title}</h2>
      <FirstOnly messages={messages} shown={rows.length} all={all} />
      <div class="table-scroll">
        <table>
          <caption class="visually-hidden">{title}</caption>
          <thead lang={language}>
            <tr>
              {columns.map((column) => (
                <th scope="col">{column.title}</th>
              ))}
            </tr>
          </thead>
          <tbody lang={language}>
            {rows.map((row) => (
              <tr>
                {row.cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface FirstOnlyProps {
  readonly messages: Messages;
  readonly shown: number;
  readonly all: number;
}

function FirstOnly({ messages, shown, all }: FirstOnlyProps) {
  return shown < all ? <p>{messages.difference.firstOnly(shown)}</p> : null;
}
