import type { Reader, Writer } from './database.ts';
import type { SshKeyTable } from './ssh-key-table.ts';

export function allSshKeys(reader: Reader): Promise<SshKeyTable[]> {
  return reader.selectFrom('ssh_key').selectAll().orderBy('folded').orderBy('created_at').execute();
}

/** Those of one member. */
export function sshKeysOf(reader: Reader, folded: string): Promise<SshKeyTable[]> {
  return reader
    .selectFrom('ssh_key')
    .selectAll()
    .where('folded', '=', folded)
    .orderBy('created_at')
    .orderBy('fingerprint')
    .execute();
}

export function sshKeyOf(reader: Reader, fingerprint: string): Promise<SshKeyTable | undefined> {
  return reader.selectFrom('ssh_key').selectAll().where('fingerprint', '=', fingerprint).executeTakeFirst();
}

export async function addSshKey(writer: Writer, key: SshKeyTable): Promise<void> {
  await writer.insertInto('ssh_key').values(key).execute();
}

export async function removeSshKey(writer: Writer, fingerprint: string): Promise<void> {
  await writer.deleteFrom('ssh_key').where('fingerprint', '=', fingerprint).execute();
}
