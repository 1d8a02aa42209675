import type { Messages } from '../messages/messages.ts';
import { DataTable } from './data-table.tsx';
import { type DataFile, FileFacts } from './file-facts.tsx';
import { type FileProblem, FileProblems } from './file-problems.tsx';
import { inPlace } from './fragment.ts';
import type { Link } from './link.ts';
import type { TableColumn, TableRow } from './table-column.ts';
import { TablePager, type TablePagerProps } from './table-pager.tsx';
import { type TableForm, TableQueryForm } from './table-query-form.tsx';

export type { DataFile } from './file-facts.tsx';
export type { FileProblem } from './file-problems.tsx';
export type { CellValue, SortDirection, TableColumn, TableRow } from './table-column.ts';
export type { FacetColumn, FacetValue, TableFacet, TableForm } from './table-query-form.tsx';

/** A choice in force: what it says, and the address of the table without it. `title` is the column's; none for the search. */
export interface ActiveFilter {
  readonly title?: string;
  readonly value: string;
  readonly removeHref: string;
}

export interface TablePageProps {
  readonly messages: Messages;
  readonly title: string;
  /** Language of the table (BCP 47). */
  readonly language: string;
  readonly description?: string;
  readonly file: DataFile;
  /** A page that tells what the table is about, where one is known. */
  readonly about?: Link;
  readonly columns: readonly TableColumn[];
  /** Of this page of the table. */
  readonly rows: readonly TableRow[];
  /** `name` of the column whose cells name the rows; the first one of text where none is told. */
  readonly nameColumn?: string;
  /** Rows in the file. */
  readonly total: number;
  /** Rows that match the search and the choices. */
  readonly matched: number;
  /** Place of the first row shown among those that match, from 1. */
  readonly first: number;
  readonly form: TableForm;
  readonly activeFilters: readonly ActiveFilter[];
  /** The table without any filter, same order. */
  readonly clearHref: string;
  /** The rows that match, as files: "CSV", "JSON", "XLSX". */
  readonly downloads: readonly { readonly format: string; readonly href: string }[];
  readonly pager: Omit<TablePagerProps, 'messages'>;
  readonly problems: readonly FileProblem[];
  readonly problemCount: number;
}

/** A table of more columns takes all the width of a large screen. */
const ROOMY = 6;

/** A file of rows and columns as a page: search, choices, order, pages, all of them in its address. */
export function TablePage(props: TablePageProps) {
  const { messages, language, columns, file } = props;
  const described = columns.filter(({ description }) => description);
  return (
    <article class={columns.length > ROOMY ? 'table-page many-columns' : 'table-page'}>
      <header class="page-header">
        <h1 lang={language}>{props.title}</h1>
        {props.description && (
          <p class="description" lang={language}>
            {props.description}
          </p>
        )}
        <FileFacts messages={messages} file={file} about={props.about} />
        <FileProblems
          messages={messages}
          path={file.name}
          problems={props.problems}
          problemCount={props.problemCount}
        />
      </header>
      <TableQueryForm messages={messages} language={language} {...props.form} />
      <p class="visually-hidden table-status" role="status" />
      <TableResults {...props} />
      {described.length > 0 && <AboutColumns messages={messages} columns={described} language={language} />}
    </article>
  );
}

function TableResults(props: TablePageProps) {
  const { messages, columns, rows, matched, total, first, downloads } = props;
  const words = messages.table;
  const count = matched === total ? words.rows(total) : words.rowsOf(matched, total);
  return (
    <section
      id="table:rows"
      class="table-results"
      tabindex={-1}
      aria-label={words.rows(matched)}
      data-renewed
    >
      <div class="results-bar">
        <p class="results-count" data-said={said(props, count)}>
          {count}
        </p>
        {matched > 0 && downloads.length > 0 && (
          <p class="downloads">
            {words.download}{' '}
            {downloads.map(({ format, href }) => (
              <a href={href} download aria-label={words.downloadAs(format, words.rows(matched))}>
                {format}
              </a>
            ))}
          </p>
        )}
        <ActiveFilters {...props} />
      </div>
      {rows.length === 0 ? (
        <p class="empty">{total === 0 ? words.noRows : words.noMatch}</p>
      ) : (
        <DataTable
          messages={messages}
          caption={
            <span class="visually-hidden">
              {props.title}
              {messages.locale === 'fr' ? '\u202f: ' : ': '}
              {words.range(first, first + rows.length - 1, matched)}
            </span>
          }
          columns={columns.map((column) => ({
            ...column,
            ...(column.sortHref && { sortHref: inPlace(column.sortHref) }),
          }))}
          rows={rows}
          nameColumn={props.nameColumn}
          language={props.language}
          addressable
        />
      )}
      <TablePager messages={messages} {...props.pager} />
    </section>
  );
}

/** What the client script says when the rows have changed under the reader. */
function said({ messages, columns, pager }: TablePageProps, count: string): string {
  const words = messages.table;
  const column = columns.find(({ sorted }) => sorted);
  return [
    count,
    pager.page > 1 && words.page(pager.page),
    column?.sorted && words.sortedBy(column.title, column.sorted),
  ]
    .filter(Boolean)
    .join(', ');
}

function ActiveFilters({ messages, language, activeFilters, clearHref }: TablePageProps) {
  const words = messages.table;
  if (activeFilters.length === 0) return null;
  return (
    <ul class="active-filters" aria-label={words.activeFilters}>
      {activeFilters.map(({ title, value, removeHref }) => {
        const text = words.filter(title ?? words.textFilter, value || words.emptyValue);
        return (
          <li>
            <a class="active-filter" href={inPlace(removeHref)} aria-label={words.removeFilter(text)}>
              <span lang={title === undefined ? undefined : language}>{text}</span>
            </a>
          </li>
        );
      })}
      <li>
        <a href={inPlace(clearHref)}>{words.clearFilters}</a>
      </li>
    </ul>
  );
}

interface AboutColumnsProps {
  readonly messages: Messages;
  readonly columns: readonly TableColumn[];
  readonly language: string;
}

function AboutColumns({ messages, columns, language }: AboutColumnsProps) {
  return (
    <details class="fold about-columns">
      <summary>{messages.table.aboutColumns}</summary>
      <dl lang={language}>
        {columns.map(({ title, description }) => (
          <>
            <dt>{title}</dt>
            <dd>{description}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}
