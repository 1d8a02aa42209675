import { commitFiles } from '../git/commit-files.ts';
import { formatPatch } from '../git/format-patch.ts';
import type { Workshop } from '../git/workshop.ts';
import type { MailList } from '../mail/list.ts';
import type { MailSite } from '../mail/mail-site.ts';
import { dropHeldContribution } from '../mail/moderation/first-contribution.ts';
import { postOwn } from '../mail/post-own.ts';
import { newToken } from '../mail/tokens.ts';
import { withTrailers } from '../proposals/trailers.ts';
import type { ContributionTable } from '../store/contribution-tables.ts';
import {
  addContributedPatch,
  contributionFiles,
  contributionOf,
  updateContribution,
} from '../store/contributions.ts';
import type { Database } from '../store/database.ts';
import { suggestedBy } from './accept-wording.ts';
import { holdFirst, isHeldFirst } from './hold-first.ts';

export interface PostPlace {
  readonly database: Database;
  readonly workshop: Workshop;
  readonly list: MailList;
  /** Seconds since 1970. */
  readonly now: number;
}

/**
 * Posts a change on the list, as a patch like any other: it comes from the list in the name of who made it, who is named as
 * its author. A program that signs for another domain would be refused by those who check (DMARC, RFC 7489). Gives false
 * when somebody has done so, or withdrawn it, meanwhile.
 */
export async function postContribution(
  { database, workshop, list, site, now }: PostPlace & { readonly site: MailSite },
  row: ContributionTable,
): Promise<boolean> {
  const { address } = list.settings;
  const version = row.version + 1;
  const messageId = `${newToken()}@${address.slice(address.lastIndexOf('@') + 1)}`;
  const commit = await commitFiles(workshop, {
    base: row.base,
    files: await contributionFiles(database.reader, row.hash),
    name: row.name,
    email: row.address,
    time: now,
    message: withTrailers(`${row.reason}\n`, await suggestedBy(database.reader, row)),
  });
  const raw = await formatPatch(workshop, commit, {
    from: `${quotedName(`${row.name} (${list.name})`)} <${address}>`,
    prefix: prefixOf(list),
    version,
    messageId,
    ...(row.message_id !== null && { inReplyTo: row.message_id }),
    to: address,
    cc: `${quotedName(row.name)} <${row.address}>`,
  });
  return await database.write(async (writer) => {
    const known = await contributionOf(writer, row.hash);
    if (!known || known.version !== row.version || known.state === 'withdrawn') return false;
    const { name, address: own } = row;
    await updateContribution(writer, row.hash, {
      ...row,
      state: 'sent',
      message_id: messageId,
      version,
      unsent: 0,
    });
    await addContributedPatch(writer, { list: list.name, message_id: messageId, name, address: own });
    if (row.message_id !== null)
      await dropHeldContribution(writer, { list: list.name, folded: row.folded, messageId: row.message_id });
    if (await isHeldFirst(writer, { list, row, now }))
      await holdFirst(writer, { list, site, now }, { raw, row });
    else await postOwn(writer, list, { raw, subject: row.reason, now });
    return true;
  });
}

/** Posts commits of the workshop on a list as one series, in the name of who pushed them. */
export async function postSeries(
  { database, workshop, list, now }: PostPlace,
  commits: readonly string[],
  { name, address: own }: { readonly name: string; readonly address: string },
): Promise<void> {
  const { address } = list.settings;
  const host = address.slice(address.lastIndexOf('@') + 1);
  const stem = newToken();
  const idOf = (at: number) => `${stem}-${at + 1}-greffe@${host}`;
  const mails = await Promise.all(
    commits.map((commit, at) =>
      formatPatch(workshop, commit, {
        from: `${quotedName(`${name} (${list.name})`)} <${address}>`,
        prefix: commits.length === 1 ? prefixOf(list) : `${prefixOf(list)} ${at + 1}/${commits.length}`,
        version: 1,
        messageId: idOf(at),
        ...(at > 0 && { inReplyTo: idOf(0) }),
        to: address,
        cc: `${quotedName(name)} <${own}>`,
      }),
    ),
  );
  await database.write(async (writer) => {
    for (const [at, raw] of mails.entries()) {
      await addContributedPatch(writer, { list: list.name, message_id: idOf(at), name, address: own });
      await postOwn(writer, list, { raw, subject: name, now });
    }
  });
}

/** What the subjects of patches for this wiki begin with. */
function prefixOf({ settings: { patches } }: MailList): string {
  const [name] = patches.prefixes;
  return name === undefined ? 'PATCH' : `PATCH ${name}`;
}

/** A display name (RFC 5322, 3.2.4) that can hold no other address; git encodes what is not ASCII. */
function quotedName(name: string): string {
  return name.replace(/[\p{Cc}"\\<>@,;:]/gu, ' ').trim();
}
