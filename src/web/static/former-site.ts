import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Crew } from './crew.ts';
import type { KnownFile, SiteCache } from './site-cache.ts';

/** What is known of the site that a new one will replace. */
export interface FormerSite {
  /** Its files that nobody touched since, by name. */
  readonly files: ReadonlyMap<string, KnownFile>;
  /** Those that would be made the same today, by address. */
  readonly right: ReadonlyMap<string, KnownFile>;
}

const NOTHING: FormerSite = { files: new Map(), right: new Map() };

/** Questions handed to a thread at a time. */
const BATCH = 2_000;

/**
 * Puts the questions again that the files of a site were made from: those whose questions have the same answers are right.
 * What says "next" is right for the same `now` only.
 */
export async function formerSite(
  cache: SiteCache | undefined,
  out: string,
  crew: Crew,
  now: Pick<SiteCache, 'recipe' | 'generation' | 'time'>,
): Promise<FormerSite> {
  if (!cache) return NOTHING;
  const files = new Map(
    cache.files.filter((known) => isUntouched(known, out)).map((known) => [known.file, known]),
  );
  if (cache.recipe !== now.recipe) return { files, right: new Map() };
  const unchanged = cache.generation === now.generation ? undefined : await verify(cache, crew);
  const right = [...files.values()].filter(
    ({ ages, questions }) =>
      (!ages || cache.time === now.time) && (!unchanged || questions.every((number) => unchanged[number])),
  );
  return { files, right: new Map(right.map((known) => [known.address, known])) };
}

async function verify({ asked }: SiteCache, crew: Crew): Promise<boolean[]> {
  const batches = [];
  for (let at = 0; at < asked.length; at += BATCH) batches.push(asked.slice(at, at + BATCH));
  const answers = await Promise.all(
    batches.map((batch) => crew.ask<'verify'>({ kind: 'verify', asked: batch })),
  );
  return answers.flat();
}

function isUntouched({ file, size, modified }: KnownFile, out: string): boolean {
  const stats = lstatSync(join(out, file), { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === size && stats.mtimeMs === modified;
}
