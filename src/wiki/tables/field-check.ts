import { cellValue, readByField } from './cell-value.ts';
import type { ColumnType } from './column.ts';
import { cite, type TableRule } from './problem.ts';
import type { SchemaField } from './schema.ts';

/** What a cell has wrong by its schema; undefined when nothing. */
export type FieldCheck = (text: string) => FieldFault | undefined;

export interface FieldFault {
  readonly rule: TableRule;
  readonly message: string;
}

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
      return required
        ? { rule: 'constraint', message: 'the cell is empty, and the schema requires a value; fill it in' }
        : undefined;
    for (const check of checks) {
      const fault = check(text);
      if (fault) return fault;
    }
    return undefined;
  };
}

const FORMS: Readonly<Record<ColumnType, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date (2018-02-16)',
  datetime: 'a date and time (2018-02-16T09:30:00Z)',
  time: 'a time (09:30:00)',
  year: 'a year (2018)',
  uri: 'an address (https://…)',
  email: 'an e-mail address',
};

function typeCheck(type: ColumnType, field: SchemaField): FieldCheck {
  const form =
    field.dateFormat && field.dateFormat !== 'any' ? `a ${type} written ${field.format}` : FORMS[type];
  const fault = (text: string): FieldFault => ({
    rule: 'type',
    message: `${cite(text)} is not ${form}; correct the cell, or the type in the schema`,
  });
  if (type === 'uri') return (text) => (/^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(text) ? undefined : fault(text));
  if (type === 'email') return (text) => (/^[^\s@]+@[^\s@]+$/.test(text) ? undefined : fault(text));
  return (text) => (readByField(type, field, text.trim()) === undefined ? fault(text) : undefined);
}

function enumCheck(choices: readonly string[]): FieldCheck {
  const allowed = new Set(choices);
  const list = choices.slice(0, 5).map(cite).join(', ') + (choices.length > 5 ? ', …' : '');
  return (text) =>
    allowed.has(text)
      ? undefined
      : { rule: 'constraint', message: `${cite(text)} is not one of the values of the schema: ${list}` };
}

function patternCheck(pattern: NonNullable<SchemaField['constraints']['pattern']>): FieldCheck {
  let spent = 0;
  return (text) => {
    if (spent > MAX_PATTERN_STEPS) return undefined;
    const { matches, steps } = pattern.test(text);
    spent += steps;
    if (matches) return undefined;
    return {
      rule: 'constraint',
      message: `${cite(text)} does not have the form ${cite(pattern.source)} of the schema`,
    };
  };
}

function boundChecks(type: ColumnType, field: SchemaField): FieldCheck[] {
  const { minimum, maximum } = field.constraints;
  const read = (text: string) => cellValue({ type, field }, text);
  const check = (bound: string, isWrong: (order: number) => boolean, words: string): FieldCheck => {
    const limit = readByField(type, field, bound) ?? cellValue({ type }, bound);
    return (text) => {
      const value = read(text);
      if (value === null || limit === null || typeof value !== typeof limit) return undefined;
      if (!isWrong(value < limit ? -1 : value > limit ? 1 : 0)) return undefined;
      return { rule: 'constraint', message: `${cite(text)} is ${words} ${bound}, which the schema sets` };
    };
  };
  return [
    ...(minimum === undefined ? [] : [check(minimum, (order) => order < 0, 'less than the minimum')]),
    ...(maximum === undefined ? [] : [check(maximum, (order) => order > 0, 'more than the maximum')]),
  ];
}

function lengthChecks({ minLength, maxLength }: SchemaField['constraints']): FieldCheck[] {
  const check =
    (isWrong: (length: number) => boolean, words: string): FieldCheck =>
    (text) =>
      isWrong(text.length)
        ? { rule: 'constraint', message: `${cite(text)} has ${text.length} characters, ${words}` }
        : undefined;
  return [
    ...(minLength === undefined
      ? []
      : [check((length) => length < minLength, `fewer than the ${minLength} that the schema requires`)]),
    ...(maxLength === undefined
      ? []
      : [check((length) => length > maxLength, `more than the ${maxLength} that the schema allows`)]),
  ];
}
