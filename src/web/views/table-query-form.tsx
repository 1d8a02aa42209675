import type { Messages } from '../messages/messages.ts';
import { cellText } from './table-cell.tsx';
import type { CellValue, TableColumn } from './table-column.ts';

export type FacetColumn = Pick<TableColumn, 'title' | 'type' | 'numeric'>;

export interface TableFacet {
  /** The name of its field in the address, which may not be the column's. */
  readonly field: string;
  readonly column: FacetColumn;
  readonly values: readonly FacetValue[];
}

export interface FacetValue {
  /** As in the address. */
  readonly value: string;
  /** The same, as a cell of the column. */
  readonly shown: CellValue;
  readonly count: number;
  readonly selected: boolean;
}

export interface TableForm {
  /** The address of the table, without a query. */
  readonly action: string;
  /** The words searched for. */
  readonly text: string;
  /** What the address holds besides and must keep: order, page size, language. Never the page. */
  readonly kept?: readonly { readonly name: string; readonly value: string }[];
  readonly facets: readonly TableFacet[];
}

interface TableQueryFormProps extends TableForm {
  readonly messages: Messages;
  readonly language: string;
}

/** Search and choices by column: a plain form, which the client script sends as soon as it changes. */
export function TableQueryForm(props: TableQueryFormProps) {
  const { messages, facets, kept = [] } = props;
  const words = messages.table;
  return (
    <search>
      <form class="table-form" action={props.action} method="get" autocomplete="off">
        <div class="table-search">
          <label for="table-text">{words.search}</label>
          <input id="table-text" type="search" name="q" value={props.text} spellcheck={false} />
          <button type="submit" class="button">
            {words.searchButton}
          </button>
        </div>
        <div id="table:facets" class="table-facets" data-renewed>
          {kept.map(({ name, value }) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {facets.map((facet) => (
            <Facet messages={messages} facet={facet} language={props.language} />
          ))}
        </div>
      </form>
    </search>
  );
}

interface FacetProps {
  readonly messages: Messages;
  readonly facet: TableFacet;
  readonly language: string;
}

function Facet({ messages, facet, language }: FacetProps) {
  const { field, column, values } = facet;
  const words = messages.table;
  const chosen = values.filter(({ selected }) => selected).length;
  return (
    <details class="facet" id={`facet=${encodeURIComponent(field)}`}>
      <summary class="button">
        <span lang={language}>{column.title}</span>
        {chosen > 0 && (
          <span class="chosen">
            <span aria-hidden="true">{messages.number(chosen)}</span>
            <span class="visually-hidden">, {words.chosen(chosen)}</span>
          </span>
        )}
      </summary>
      <fieldset class="facet-values">
        <legend class="visually-hidden" lang={language}>
          {column.title}
        </legend>
        <ul>
          {values.map(({ value, shown, count, selected }) => (
            <li>
              <label>
                <input type="checkbox" name={field} value={value} checked={selected} />
                <span class="facet-value" lang={language}>
                  {cellText(messages, column, shown)}
                </span>
                <span class="count">{messages.number(count)}</span>
              </label>
            </li>
          ))}
        </ul>
        <button type="submit" class="button apply">
          {words.apply}
        </button>
      </fieldset>
    </details>
  );
}
