import type { Messages } from '../messages/messages.ts';
import { DataTable } from './data-table.tsx';
import { cellText } from './table-cell.tsx';
import type { CellValue, TableColumn, TableRow } from './table-column.ts';
import type { FacetColumn } from './table-query-form.tsx';

/** Choices of one column, each a link to the table's page. */
export interface FacetLinks {
  readonly column: FacetColumn;
  readonly values: readonly { readonly shown: CellValue; readonly count: number; readonly href: string }[];
}

export interface TableBlockProps {
  readonly messages: Messages;
  readonly title: string;
  /** Language of the table (BCP 47). */
  readonly language: string;
  /** Those to show; a `sortHref` leads to the table's page. */
  readonly columns: readonly TableColumn[];
  readonly nameColumn?: string;
  readonly rows: readonly TableRow[];
  /** Rows that match what the page asks for, of which `rows` may be the first. */
  readonly matched: number;
  /** The table's page, with the same rows and order. */
  readonly href: string;
  readonly facets?: readonly FacetLinks[];
}

/** A table in place in a page of text. */
export function TableBlock(props: TableBlockProps) {
  const { messages, language, rows, matched, facets = [] } = props;
  const words = messages.table;
  return (
    <div class="table-block data-block">
      {facets.map(({ column, values }) => (
        <p class="facet-links">
          <span lang={language}>{words.filterBy(column.title)}</span>{' '}
          {values.map(({ shown, count, href }) => (
            <a href={href} lang={language}>
              {cellText(messages, column, shown)} <span class="count">({messages.number(count)})</span>
            </a>
          ))}
        </p>
      ))}
      {rows.length === 0 ? (
        <p class="empty">{words.noRows}</p>
      ) : (
        <DataTable
          messages={messages}
          caption={<span lang={language}>{props.title}</span>}
          columns={props.columns}
          rows={rows}
          nameColumn={props.nameColumn}
          language={language}
        />
      )}
      <p class="block-more">
        <a href={props.href}>{words.wholeTable(words.rows(matched))}</a>
      </p>
    </div>
  );
}
