import type { Database, Writer } from './database.ts';

/** Runs `work` in a transaction of which nothing is kept, whatever it wrote: only what it gives. */
export async function inReversal<T>(database: Database, work: (writer: Writer) => Promise<T>): Promise<T> {
  let done: { readonly value: T } | undefined;
  try {
    await database.write(async (writer) => {
      done = { value: await work(writer) };
      throw new Reversed();
    });
  } catch (error) {
    if (!(error instanceof Reversed)) throw error;
  }
  return (done as { readonly value: T }).value;
}

class Reversed extends Error {}
