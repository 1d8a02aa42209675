import type { Messages } from '../messages/messages.ts';
import { Cell } from './table-cell.tsx';
import type { CellValue, TableColumn } from './table-column.ts';

export interface RowCardProps {
  readonly messages: Messages;
  /** What the row is called: the cell that names it. */
  readonly name: string;
  /** Language of the table (BCP 47). */
  readonly language: string;
  readonly columns: readonly TableColumn[];
  readonly cells: readonly CellValue[];
  /** Of the row, in the file, from 1. */
  readonly line: number;
  readonly table: { readonly title: string; readonly href: string };
  readonly fileName: string;
  /** The row's own page. */
  readonly href: string;
  readonly previousHref?: string;
  readonly nextHref?: string;
}

/** One row of a table: all its columns, one under the other. The client script shows it over the table. */
export function RowCard(props: RowCardProps) {
  const { messages, language, columns, cells, table } = props;
  const words = messages.table;
  return (
    <article class="row-card">
      <header class="page-header">
        <p class="kind">
          {words.inTable} <a href={table.href}>{table.title}</a>
        </p>
        <h1 lang={language}>{props.name}</h1>
      </header>
      <dl class="row-cells" lang={language}>
        {columns.map((column, index) => (
          <div>
            <dt>{column.title}</dt>
            <dd>
              <Cell
                messages={messages}
                column={column}
                value={cells[index] ?? null}
                language={language}
                whole
              />
            </dd>
          </div>
        ))}
      </dl>
      <p class="row-source">{words.lineOfFile(props.line, props.fileName)}</p>
      <nav class="row-links" aria-label={words.rowLinks}>
        {props.previousHref && (
          <a rel="prev" href={props.previousHref}>
            {words.previousRow}
          </a>
        )}
        {props.nextHref && (
          <a rel="next" href={props.nextHref}>
            {words.nextRow}
          </a>
        )}
        <a class="row-permalink" href={props.href}>
          {words.permalink}
        </a>
      </nav>
    </article>
  );
}
