import { Invalid } from '../config/errors.ts';
import type { Values } from './command.ts';

/** The value of an option that takes one of a few words. */
export function choice<T extends string>(values: Values, name: string, choices: readonly T[]): T | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  const known = choices.find((choice) => choice === value);
  if (known === undefined)
    throw new Invalid(`--${name} cannot be ${JSON.stringify(value)}.`, `It is one of ${choices.join(', ')}.`);
  return known;
}
