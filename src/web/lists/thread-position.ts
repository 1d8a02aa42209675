import type { ThreadCursor } from '../../store/mail-threads.ts';

/** Where a list of threads goes on, as addresses have it: `TIME-NUMBER`. */
export function writeThreadPosition({ last_at, id }: ThreadCursor): string {
  return `${last_at}-${id}`;
}

/** Undefined of what {@link writeThreadPosition} does not give. */
export function readThreadPosition(text: string): ThreadCursor | undefined {
  const [, time, number] = /^(\d{1,12})-(\d{1,9})$/.exec(text) ?? [];
  return number === undefined ? undefined : { last_at: Number(time), id: Number(number) };
}
