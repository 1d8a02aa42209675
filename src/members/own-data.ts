import { createHmac } from 'node:crypto';
import { siteSecret } from '../mail/tokens.ts';
import type { Reader, Writer } from '../store/database.ts';
import { allGrants, noteAudit } from '../store/members.ts';
import { ownDataSources } from '../store/own-data.ts';
import { renamePerson } from '../store/pseudonyms.ts';
import { isWhole, scopeOf } from './scope.ts';

/** All that is kept of somebody and is not public, by where it is. Times are seconds since 1970. */
export async function ownData(
  reader: Reader,
  folded: string,
): Promise<Readonly<Record<string, readonly object[]>>> {
  const parts: [string, readonly object[]][] = [];
  for (const { name, read } of ownDataSources) parts.push([name, await read(reader, folded)]);
  return Object.fromEntries(parts);
}

/** Whether somebody is the only one who may make administrators. */
export async function isLastAdministrator(reader: Reader, folded: string, now: number): Promise<boolean> {
  const all = (await allGrants(reader)).filter(
    (grant) =>
      grant.role === 'administrator' &&
      isWhole(scopeOf(grant)) &&
      (grant.until === null || grant.until > now),
  );
  return all.length > 0 && all.every((grant) => grant.folded === folded);
}

/**
 * Erases all that is kept of somebody and is not public; what they did stays in the trail, under a made-up name that is
 * always the same for an address. `last`: nothing is erased, for nobody would be left to make administrators, and they
 * did not say that they know.
 */
export async function erasePerson(
  writer: Writer,
  { folded, knowsLast }: { readonly folded: string; readonly knowsLast: boolean },
  now: number,
): Promise<'erased' | 'last'> {
  if (!knowsLast && (await isLastAdministrator(writer, folded, now))) return 'last';
  for (const { erase } of ownDataSources) await erase?.(writer, folded);
  const pseudonym = pseudonymOf(await siteSecret(writer), folded);
  await renamePerson(writer, folded, pseudonym);
  await noteAudit(writer, { at: now, who: pseudonym, what: 'erase', about: pseudonym, detail: '' });
  return 'erased';
}

/** A name that nobody can tell an address from, nor try addresses on, without the secret of the site. */
function pseudonymOf(secret: string, folded: string): string {
  const mac = createHmac('sha256', secret).update(`pseudonym ${folded}`).digest('hex');
  return `erased-${mac.slice(0, 16)}`;
}
