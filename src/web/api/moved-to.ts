import { type Answer, movedAnswer } from '../answer.ts';
import type { Context } from '../context.ts';
import { API_HEADERS } from './place.ts';

/** Leads a program to the address that what it asks for has today, with the same parameters. */
export function movedTo({ query }: Pick<Context, 'query'>, address: string): Answer {
  const rest = query.size === 0 ? '' : `?${query}`;
  const moved = movedAnswer(address + rest);
  return { ...moved, headers: { ...moved.headers, ...API_HEADERS } };
}
