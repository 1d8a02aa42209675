import { cellValue, readByField } from './cell-value.ts';
import type { ColumnType } from './column-type.ts';
import { excerpt, type ProblemValues, type TableRule } from './problem.ts';
import type { SchemaField } from './schema.ts';

/** What a cell has wrong by its schema; undefined when nothing. */
export type FieldCheck = (text: string) => FieldFault | undefined;

export type FieldFault = {
  readonly [R in TableRule]: { readonly rule: R; readonly values: ProblemValues<R> };
}[TableRule];

/** Cells repeat: the answers for this many of them are remembered. */
const MEMORY = 5_000;

/** Steps of a pattern, for one column of one file: half a second or so. */
const MAX_PATTERN_STEPS = 30_000_000;

/** Checks the cells of a column against its type and its constraints (Table Schema), uniqueness left out. */
export function fieldCheck(type: ColumnType, field: SchemaField): FieldCheck {
  const check = constraintsOf(type, field);
  const known = new Map<string, FieldFault | undefined>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before;
    const fault = check(text);
    if (known.size >= MEMORY) known.clear();
    known.set(text, fault);
    return fault;
  };
}

function constraintsOf(type: ColumnType, field: SchemaField): FieldCheck {
  const { required, ...constraints } = field.constraints;
  const checks: FieldCheck[] = [
    typeCheck(type, field),
    ...(constraints.enum ? [enumCheck(constraints.enum)] : []),
    ...(constraints.pattern ? [patternCheck(constraints.pattern)] : []),
    ...boundChecks(type, field),
    ...lengthChecks(constraints),
  ];
  return (text) => {
    if (text === '' || field.missingValues.includes(text))
      return required ? { rule: 'required', values: {} } : undefined;
    for (const check of checks) {
      const fault = check(text);
      if (fault) return fault;
    }
    return undefined;
  };
}

function typeCheck(type: ColumnType, field: SchemaField): FieldCheck {
  const format = field.dateFormat && field.dateFormat !== 'any' ? field.format : undefined;
  const fault = (text: string): FieldFault =>
    format === undefined
      ? { rule: 'type', values: { cell: excerpt(text), type } }
      : { rule: 'date-format', values: { cell: excerpt(text), format } };
  if (type === 'uri') return (text) => (/^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(text) ? undefined : fault(text));
  if (type === 'email') return (text) => (/^[^\s@]+@[^\s@]+$/.test(text) ? undefined : fault(text));
  return (text) => (readByField(type, field, text.trim()) === undefined ? fault(text) : undefined);
}

function enumCheck(choices: readonly string[]): FieldCheck {
  const allowed = new Set(choices);
  const listed = choices.slice(0, 5).map(excerpt).join(', ') + (choices.length > 5 ? ', …' : '');
  return (text) =>
    allowed.has(text) ? undefined : { rule: 'enum', values: { cell: excerpt(text), choices: listed } };
}

function patternCheck(pattern: NonNullable<SchemaField['constraints']['pattern']>): FieldCheck {
  let spent = 0;
  return (text) => {
    if (spent > MAX_PATTERN_STEPS) return undefined;
    const { matches, steps } = pattern.test(text);
    spent += steps;
    if (matches) return undefined;
    return { rule: 'pattern', values: { cell: excerpt(text), pattern: excerpt(pattern.source) } };
  };
}

function boundChecks(type: ColumnType, field: SchemaField): FieldCheck[] {
  const { minimum, maximum } = field.constraints;
  const read = (text: string) => cellValue({ type, field }, text);
  const check = (rule: 'minimum' | 'maximum', bound: string, sign: -1 | 1): FieldCheck => {
    const limit = readByField(type, field, bound) ?? cellValue({ type }, bound);
    return (text) => {
      const value = read(text);
      if (value === null || limit === null || typeof value !== typeof limit) return undefined;
      const order = value < limit ? -1 : value > limit ? 1 : 0;
      return order === sign ? { rule, values: { cell: excerpt(text), bound } } : undefined;
    };
  };
  return [
    ...(minimum === undefined ? [] : [check('minimum', minimum, -1)]),
    ...(maximum === undefined ? [] : [check('maximum', maximum, 1)]),
  ];
}

function lengthChecks({ minLength, maxLength }: SchemaField['constraints']): FieldCheck[] {
  const check =
    (rule: 'min-length' | 'max-length', bound: number, isWrong: (length: number) => boolean): FieldCheck =>
    (text) =>
      isWrong(text.length)
        ? { rule, values: { cell: excerpt(text), length: text.length, bound } }
        : undefined;
  return [
    ...(minLength === undefined ? [] : [check('min-length', minLength, (length) => length < minLength)]),
    ...(maxLength === undefined ? [] : [check('max-length', maxLength, (length) => length > maxLength)]),
  ];
}
