import { BadQuery } from './bad-query.ts';

/** Where an answer stopped: the path, the number or the count after which the next one goes on. */
type Position = string | number;

/** The largest that both databases hold in an `integer`. */
const MAX_COUNT = 2 ** 31 - 1;

/** A position as an address carries it, which nobody but this file reads. */
export function writeCursor(operation: string, position: Position): string {
  return Buffer.from(JSON.stringify([operation, position])).toString('base64url');
}

/** The position of a cursor that the same operation gave; throws {@link BadQuery} for any other. */
export function readCursor<T extends Position>(
  operation: string,
  cursor: string | undefined,
  kind: T extends string ? 'string' : 'number',
): T | undefined {
  if (cursor === undefined) return undefined;
  const position = positionOf(operation, cursor);
  const right = kind === 'string' ? isText(position) : isCount(position);
  if (!right)
    throw new BadQuery([
      {
        parameter: 'cursor',
        detail: 'this is not a cursor of this operation',
        expected: 'the cursor of the “next” address of an answer, as it was given, or none to begin again',
      },
    ]);
  return position as T;
}

function positionOf(operation: string, cursor: string): unknown {
  if (!/^[\w-]{1,4000}$/.test(cursor)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) && value.length === 2 && value[0] === operation ? value[1] : undefined;
  } catch {
    return undefined;
  }
}

/** No name holds a NUL, and no question to PostgreSQL may. */
function isText(position: unknown): boolean {
  return typeof position === 'string' && !position.includes('\0');
}

function isCount(position: unknown): boolean {
  return Number.isInteger(position) && (position as number) >= 0 && (position as number) <= MAX_COUNT;
}
