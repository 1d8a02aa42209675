import type { MailList } from '../mail/list.ts';
import { queueOwnMail } from '../mail/own-mail.ts';
import type { Database } from '../store/database.ts';
import { noteAudit } from '../store/members.ts';
import { addSshKey, removeSshKey, sshKeyOf, sshKeysOf } from '../store/ssh-keys.ts';
import { type RolesPlace, rolesOf } from './roles.ts';
import { memberWords } from './sign-in.ts';
import { type BadKey, BadSshKey, readSshKey, type SshKey } from './ssh-key.ts';

/** Somebody has some machines. */
export const MAX_SSH_KEYS = 20;

/** Why a key is not added: what it has wrong, or it is known (`yours`, `taken` by another member), or there are too `many`. */
export type SshKeyFault = BadKey | 'yours' | 'taken' | 'many';

interface Owner {
  readonly folded: string;
  readonly address: string;
}

export interface KeyPlace extends RolesPlace {
  readonly database: Database;
  /** In whose name its owner is told; undefined where nobody is. */
  readonly list: MailList | undefined;
  readonly origin: string;
  readonly language: string;
}

/**
 * Adds the key that a member typed, under the name that they give it, else the one that is written after it; they are told by
 * mail. Gives why it is not added, or `undefined`: who has no role any more gets none, and that is no fault of the key.
 */
export async function addOwnSshKey(
  { database, list, lists, origin, language, now }: KeyPlace,
  { folded, address }: Owner,
  { text, label: typed }: { readonly text: string; readonly label: string },
): Promise<SshKeyFault | undefined> {
  const read = readOwnKey(text);
  if (typeof read === 'string') return read;
  const { fingerprint } = read;
  const label = typed || read.label || read.type;
  return await database.write(async (writer) => {
    if ((await rolesOf(writer, address, { lists, now })).length === 0) return undefined;
    const known = await sshKeyOf(writer, fingerprint);
    if (known) return known.folded === folded ? 'yours' : 'taken';
    if ((await sshKeysOf(writer, folded)).length >= MAX_SSH_KEYS) return 'many';
    await addSshKey(writer, { ...read, label, folded, created_at: now });
    const detail = `${label} (${fingerprint})`;
    await noteAudit(writer, { at: now, who: address, what: 'key', about: address, detail });
    const words = memberWords(language).sshKeyAdded({ label, fingerprint, link: `${origin}/-/account` });
    if (list) await queueOwnMail(writer, { list, to: address, ...words, language, now });
    return undefined;
  });
}

function readOwnKey(text: string): SshKey | BadKey {
  try {
    return readSshKey(text);
  } catch (error) {
    if (error instanceof BadSshKey) return error.fault;
    throw error;
  }
}

/** Removes a key of somebody; one of another member stays. */
export async function removeOwnSshKey(
  database: Database,
  { folded, address }: Owner,
  fingerprint: string,
  now: number,
): Promise<void> {
  await database.write(async (writer) => {
    const known = await sshKeyOf(writer, fingerprint);
    if (known?.folded !== folded) return;
    await removeSshKey(writer, fingerprint);
    const detail = `${known.label} (${fingerprint})`;
    await noteAudit(writer, { at: now, who: address, what: 'key-removed', about: address, detail });
  });
}
