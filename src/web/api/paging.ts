import { readCursor, writeCursor } from './cursor.ts';
import { type Call, operationAddress } from './operation.ts';

/** Who lists: an operation, of which the next answer has the same address but for the cursor. */
export interface Lister {
  readonly id: string;
  readonly path: string;
}

/** The address of the answer that goes on at a position, with these parameters instead of those given. */
export function nextAddress(
  { context, names, parameters }: Omit<Call<unknown>, 'query'>,
  { id, path }: Lister,
  position: string | number,
  changes: Readonly<Record<string, string>> = {},
): string {
  const following = new URLSearchParams([...parameters].filter(([, value]) => value !== ''));
  for (const [parameter, value] of Object.entries(changes)) following.set(parameter, value);
  following.set('cursor', writeCursor(id, position));
  return `${context.origin}${operationAddress(path, ...names)}?${following}`;
}

/** A part of a list that is there whole, and where it goes on. */
export function partOf<T>(
  call: Call<{ readonly limit: number; readonly cursor?: string | undefined }>,
  lister: Lister,
  all: readonly T[],
): { readonly items: readonly T[]; readonly next: string | null } {
  const { limit, cursor } = call.query;
  const start = readCursor<number>(lister.id, cursor, 'number') ?? 0;
  const end = start + limit;
  return {
    items: all.slice(start, end),
    next: end < all.length ? nextAddress(call, lister, end) : null,
  };
}
