import type { Column } from '../../../wiki/tables/column.ts';
import type { TableForm } from '../../contributions/data-form.ts';
import type { Messages } from '../../messages/messages.ts';

/** The cells of a table, each a field, and a row to fill in. */
export function TableFields({
  messages,
  form: { columns, rows },
  language,
}: {
  readonly messages: Messages;
  readonly form: TableForm;
  /** Of the texts (BCP 47). */
  readonly language: string;
}) {
  const words = messages.contribution;
  return (
    <div class="edit-field">
      <h2 id="edit-text">{words.tableRows}</h2>
      <p class="mail-help">{words.tableHelp}</p>
      <p class="mail-help" id="edit-grid-help" data-grid-help hidden>
        {words.gridHelp}
      </p>
      <div class="table-scroll edit-table-scroll">
        <table class="edit-table" aria-labelledby="edit-text" data-grid>
          <thead>
            <tr>
              <th scope="col">{messages.problems.line}</th>
              {columns.map(({ title, field }) => (
                <th scope="col" lang={language}>
                  {title}
                  {field?.constraints.required && <abbr title={words.requiredCell}> *</abbr>}
                </th>
              ))}
              <th scope="col">{words.removeRow}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => (
              <tr>
                <th scope="row">{line}</th>
                {columns.map((column, index) => (
                  <td data-label={column.title}>
                    <Cell
                      name={`c.${line}.${index}`}
                      label={`${column.title}, ${line}`}
                      value={cells[index] ?? ''}
                      column={column}
                      language={language}
                    />
                  </td>
                ))}
                <td data-label={words.removeRow}>
                  <input type="checkbox" name={`x.${line}`} aria-label={words.removeLine(line)} />
                </td>
              </tr>
            ))}
            <tr class="edit-table-new" data-new={words.newRow}>
              <th scope="row">{words.newRow}</th>
              {columns.map((column, index) => (
                <td data-label={column.title}>
                  <Cell
                    name={`n.${index}`}
                    label={`${column.title}, ${words.newRow}`}
                    value=""
                    column={column}
                    language={language}
                  />
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <p>
        <button type="button" class="button" data-grid-add hidden>
          {words.addRow}
        </button>
      </p>
      <p class="visually-hidden" role="status" data-grid-said={words.rowAdded} />
    </div>
  );
}

/** A longer text is typed in several lines. */
const LONG = 60;

interface CellProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly column: Column;
  readonly language: string;
}

function Cell({ name, label, value, column, language }: CellProps) {
  const values = column.field?.constraints.enum;
  if (values) {
    const all = values.includes(value) ? values : [value, ...values];
    return (
      <select name={name} aria-label={label} lang={language}>
        {[...new Set(all.includes('') ? all : ['', ...all])].map((one) => (
          <option value={one} selected={one === value}>
            {one}
          </option>
        ))}
      </select>
    );
  }
  if (value.includes('\n') || value.length > LONG)
    return (
      <textarea name={name} aria-label={label} lang={language} rows={3}>
        {`\n${value}`}
      </textarea>
    );
  return <input name={name} aria-label={label} value={value} lang={language} />;
}
