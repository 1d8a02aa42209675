import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** Documents of a class have numbers below those of the next one: those of the first matter most. */
export const SEARCH_CLASSES = 4;
const CLASS_WIDTH = 2 ** 26;

/** A class is cut into blocks, each four times as large as those before it. */
const FIRST_BLOCK = 2 ** 12;
const BLOCKS = 8;

/**
 * The letter of a document's block. In PostgreSQL it begins each of its tokens, so that the first block is a small index
 * of its own, which answers for frequent words before the others are looked into; SQLite reads in order in any case.
 */
export function blockOf(id: number): string {
  const within = id % CLASS_WIDTH;
  const block = within < FIRST_BLOCK ? 0 : Math.floor(Math.log2(within / FIRST_BLOCK) / 2) + 1;
  return letter(Math.floor(id / CLASS_WIDTH), block);
}

/** The letters of the blocks that hold documents, in order. */
export async function blocksHeld(reader: Reader): Promise<readonly string[]> {
  return (await lastNumbers(reader)).flatMap((last, number) => {
    if (last === undefined) return [];
    const end = Number.parseInt(blockOf(last), 32) % BLOCKS;
    return Array.from({ length: end + 1 }, (_, block) => letter(number, block));
  });
}

/** For each class, the number that its next document has. */
export async function nextNumbers(reader: Reader): Promise<readonly number[]> {
  return (await lastNumbers(reader)).map((last, number) => (last ?? number * CLASS_WIDTH - 1) + 1);
}

async function lastNumbers(reader: Reader): Promise<readonly (number | undefined)[]> {
  const last = (number: number) =>
    sql<number | null>`(select max(id) from search_document
      where id >= ${number * CLASS_WIDTH} and id < ${(number + 1) * CLASS_WIDTH})`;
  const { rows } = await sql<Record<string, number | null>>`select ${sql.join(
    Array.from({ length: SEARCH_CLASSES }, (_, number) => sql`${last(number)} as ${sql.ref(`of_${number}`)}`),
  )}`.execute(reader);
  return Array.from({ length: SEARCH_CLASSES }, (_, number) => rows[0]?.[`of_${number}`] ?? undefined);
}

function letter(number: number, block: number): string {
  return (number * BLOCKS + block).toString(32);
}
