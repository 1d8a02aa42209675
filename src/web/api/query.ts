import type { z } from 'zod';
import { BadQuery } from './bad-query.ts';
import type { Operation, ParameterSchema } from './operation.ts';
import type { Fault } from './problem.ts';

/**
 * The query of an operation, checked. A parameter that is empty is one that is not there, as forms send them; a list is
 * given by repeating its parameter, or parted by commas. Throws {@link BadQuery} with all that is wrong.
 */
export function readQuery(
  { query, parameters, others }: Operation,
  given: URLSearchParams,
): z.infer<z.ZodObject> {
  const faults: Fault[] = [];
  const values: Record<string, unknown> = {};
  for (const { name, schema } of parameters) {
    const texts = given.getAll(name).filter((text) => text !== '');
    if (schema.type === 'array') {
      const items = texts.flatMap((text) => text.split(',')).map((text) => text.trim());
      if (items.length > 0) values[name] = [...new Set(items)];
    } else if (texts.length > 1) {
      faults.push({ parameter: name, detail: 'it is given more than once', expected: expected(schema) });
    } else if (texts.length === 1) values[name] = texts[0];
  }
  if (!others)
    faults.push(
      ...unknownParameters(
        given,
        parameters.map(({ name }) => name),
      ),
    );
  const read = query.safeParse(values);
  for (const { path, message } of read.error?.issues ?? []) {
    const parameter = parameters.find(({ name }) => name === path[0]);
    const schema = parameter?.schema ?? {};
    const value = values[String(path[0])];
    const detail =
      value === undefined ? 'it is missing' : `${cite(value, path[1])} is not ${expected(schema)}`;
    const own = message.startsWith('is not ') ? message.slice(7) : expected(schema);
    faults.push({
      parameter: String(path[0]),
      detail: message.startsWith('is not ') ? `${cite(value, path[1])} ${message}` : detail,
      expected: own,
    });
  }
  if (faults.length > 0) throw new BadQuery(faults);
  return read.data as z.infer<z.ZodObject>;
}

/** What is asked with parameters that an operation does not have. */
export function unknownParameters(given: URLSearchParams, known: readonly string[]): Fault[] {
  const names = new Set([...given.keys()].filter((name) => !known.includes(name)));
  return [...names].slice(0, 20).map((name) => ({
    parameter: name.slice(0, 100),
    detail: 'this operation has no such parameter',
    expected: known.length === 0 ? 'no parameter' : `one of: ${known.join(', ')}`,
  }));
}

function cite(value: unknown, at: PropertyKey | undefined): string {
  const text = Array.isArray(value) && typeof at === 'number' ? value[at] : value;
  return `“${String(text).slice(0, 60)}”`;
}

/** What a parameter may be, in words. */
function expected({ type, enum: choices, items, minimum, maximum }: ParameterSchema): string {
  if (choices) return `one of: ${choices.join(', ')}`;
  if (type === 'integer') return `a whole number from ${minimum} to ${maximum}`;
  if (type === 'array' && items)
    return `one or several, parted by commas, of: ${(items.enum ?? []).join(', ')}`;
  return 'a text';
}
