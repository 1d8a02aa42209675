import type { ColumnHead } from './column.ts';
import type { Dataset } from './datasets.ts';

/** The columns of a table as Table Schema describes them (specs.frictionlessdata.io/table-schema, version 1). */
export function tableSchema(
  { columns, primaryKey }: Pick<Dataset, 'columns' | 'primaryKey'>,
  language: 'en' | 'fr',
) {
  return { fields: columns.map((column) => field(column, language)), primaryKey, missingValues: [''] };
}

function field({ name, type, format, isRequired, meaning }: ColumnHead, language: 'en' | 'fr') {
  return {
    name,
    type,
    ...(format && { format }),
    description: meaning[language],
    ...(isRequired && { constraints: { required: true } }),
  };
}
