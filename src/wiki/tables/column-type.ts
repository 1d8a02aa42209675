/** The types of Table Schema that are told apart here; any other is read as a string. */
export type ColumnType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'time'
  | 'year'
  | 'uri'
  | 'email';
