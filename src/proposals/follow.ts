import type { ObjectReader } from '../git/objects.ts';
import { diffTrees } from '../git/tree-difference.ts';
import type { Database } from '../store/database.ts';
import { mailChanged } from '../store/mail-lists.ts';
import { moveRevisions, openRevisions } from '../store/revisions.ts';
import { readTrial } from './trial.ts';

/** The wiki is at another commit: open revisions that touch what changed since they were tried are to be tried again. */
export async function followWiki(database: Database, objects: ObjectReader, head: string): Promise<void> {
  const behind = (await openRevisions(database.reader)).filter(({ base }) => base !== null && base !== head);
  if (behind.length === 0) return;
  const changes = new Map<string, ReadonlySet<string> | undefined>();
  const touched: number[] = [];
  const others: number[] = [];
  for (const revision of behind) {
    const base = revision.base as string;
    if (!changes.has(base)) changes.set(base, await changedSince(objects, base, head));
    const changed = changes.get(base);
    const isTouched = !changed || readTrial(revision).paths.some((path) => changed.has(path));
    (isTouched ? touched : others).push(revision.id);
  }
  await database.write(async (writer) => {
    await moveRevisions(writer, touched, { verdict: 'pending' });
    await moveRevisions(writer, others, { base: head });
    await mailChanged(writer);
  });
}

/** Undefined where the commit is no more: the branch was rewritten. */
async function changedSince(
  objects: ObjectReader,
  base: string,
  head: string,
): Promise<ReadonlySet<string> | undefined> {
  if ((await objects.idOf(`${base}^{commit}`)) === undefined) return undefined;
  const paths = new Set<string>();
  for await (const { path } of diffTrees(objects, base, head)) paths.add(path);
  return paths;
}
