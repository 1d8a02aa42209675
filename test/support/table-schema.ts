/** What Table Schema (specs.frictionlessdata.io/table-schema) says of a table. */
export interface TableSchema {
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly format?: string;
    readonly constraints?: {
      readonly required?: boolean;
      readonly minimum?: number;
      readonly enum?: readonly string[];
    };
  }[];
  readonly primaryKey: string | readonly string[];
}

const VALID: Readonly<Record<string, (cell: string) => boolean>> = {
  string: () => true,
  integer: (cell) => /^-?\d+$/.test(cell),
  boolean: (cell) => /^(?:true|false)$/.test(cell),
  datetime: (cell) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(cell),
};

const FORMATS: Readonly<Record<string, (cell: string) => boolean>> = {
  uri: (cell) => URL.canParse(cell),
  email: (cell) => /^[^\s@]+@[^\s@]+$/.test(cell),
};

/** What of a row of CSV is not as its schema says; an empty cell is a missing value. */
export function tableSchemaFaults({ fields }: TableSchema, row: Readonly<Record<string, string>>): string[] {
  return fields.flatMap(({ name, type, format, constraints = {} }) => {
    const cell = row[name];
    if (cell === undefined) return [`${name}: there is no such column`];
    if (cell === '') return constraints.required ? [`${name}: missing`] : [];
    if (!VALID[type]?.(cell)) return [`${name}: no ${type}`];
    if (format !== undefined && !FORMATS[format]?.(cell)) return [`${name}: no ${format}`];
    if (constraints.minimum !== undefined && Number(cell) < constraints.minimum)
      return [`${name}: too small`];
    if (constraints.enum && !constraints.enum.includes(cell)) return [`${name}: not of the list`];
    return [];
  });
}
