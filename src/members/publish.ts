import type { ListSettings } from '../config/settings.ts';
import type { Contribution } from '../contributions/contribute.ts';
import { commitFiles } from '../git/commit-files.ts';
import { headBranch } from '../git/head.ts';
import { HomeAway } from '../git/home.ts';
import type { Landed } from '../git/land.ts';
import { landOn, takesCommits } from '../git/land-on.ts';
import type { Source } from '../git/open.ts';
import type { Workshop } from '../git/workshop.ts';
import type { Database } from '../store/database.ts';
import { markUsed, noteAudit } from '../store/members.ts';
import { firstOutside, rolesOf, usedToWrite, writing } from './roles.ts';

export interface PublishPlace {
  readonly database: Database;
  readonly source: Source;
  readonly workshop: Workshop;
  readonly lists: Readonly<Record<string, ListSettings>>;
  /** Seconds since 1970. */
  readonly now: number;
}

/**
 * What came of publishing: `refused` when whoever does it may not, any more; `away` when its home does not take it; `outside`
 * names the first file that they may not write.
 */
export type Published = Landed | 'elsewhere' | 'refused' | 'away' | { readonly outside: string };

/**
 * Puts files on the branch of the wiki in the name of a member with write access, whose role is asked for anew: nothing is
 * done where the branch is not at the commit that they were made from.
 */
export async function publishFiles(
  { database, source, workshop, lists, now }: PublishPlace,
  { files, base, name, reason }: Contribution,
  { folded, address }: { readonly folded: string; readonly address: string },
): Promise<Published> {
  const branch = await headBranch(source.gitDir);
  if (!takesCommits(source) || branch === undefined) return 'elsewhere';
  const made = { base, files, name, email: address, time: now, message: `${reason}\n` };
  const commit = await commitFiles(workshop, made);
  const held = await rolesOf(database.reader, address, { lists, now });
  if (writing(held).length === 0) return 'refused';
  const paths = files.map(({ path }) => path);
  const outside = firstOutside(held, paths);
  if (outside !== undefined) return { outside };
  const landed = await landOn(source, workshop, { branch, commit, base }).catch((error) => {
    if (error instanceof HomeAway) return 'away' as const;
    throw error;
  });
  if (landed === 'landed')
    await database.write(async (writer) => {
      const detail = `${base.slice(0, 12)}..${commit.slice(0, 12)}`;
      await noteAudit(writer, { at: now, who: folded, what: 'publish', about: '', detail });
      await markUsed(writer, usedToWrite(held, paths), now);
    });
  return landed;
}
