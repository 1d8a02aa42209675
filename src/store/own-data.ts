import { isUtf8 } from 'node:buffer';
import { removeContribution } from './contributions.ts';
import type { Reader, Writer } from './database.ts';
import { endSessions } from './sessions.ts';

/** A part of what is kept of somebody and is not public. */
export interface OwnDataSource {
  readonly name: string;
  /** What there is of an address, as addresses are compared, without secrets or what stands for them. */
  read(reader: Reader, folded: string): Promise<readonly object[]>;
  /** Does away with it; undefined where something else does, or where what is done stays. */
  erase?(writer: Writer, folded: string): Promise<unknown>;
}

/** All that is kept of somebody: another table that holds an address is another source here. */
export const ownDataSources: readonly OwnDataSource[] = [
  {
    name: 'grants',
    read: (reader, folded) =>
      reader.selectFrom('access_grant').selectAll().where('folded', '=', folded).execute(),
    erase: (writer, folded) => writer.deleteFrom('access_grant').where('folded', '=', folded).execute(),
  },
  {
    name: 'requests',
    read: (reader, folded) =>
      reader.selectFrom('access_request').selectAll().where('folded', '=', folded).execute(),
    erase: (writer, folded) => writer.deleteFrom('access_request').where('folded', '=', folded).execute(),
  },
  {
    name: 'sessions',
    read: (reader, folded) =>
      reader
        .selectFrom('session')
        .select(['address', 'name', 'agent', 'created_at', 'seen_at', 'rotated_at'])
        .where('folded', '=', folded)
        .execute(),
    erase: (writer, folded) => endSessions(writer, { folded }),
  },
  {
    name: 'signInLinks',
    read: (reader, folded) =>
      reader.selectFrom('sign_in').select(['address', 'created_at']).where('address', '=', folded).execute(),
    erase: (writer, folded) => writer.deleteFrom('sign_in').where('address', '=', folded).execute(),
  },
  {
    name: 'passkeys',
    read: (reader, folded) =>
      reader
        .selectFrom('passkey')
        .select(['address', 'name', 'transports', 'created_at', 'used_at'])
        .where('folded', '=', folded)
        .execute(),
    erase: (writer, folded) => writer.deleteFrom('passkey').where('folded', '=', folded).execute(),
  },
  {
    name: 'sshKeys',
    read: (reader, folded) => reader.selectFrom('ssh_key').selectAll().where('folded', '=', folded).execute(),
    erase: (writer, folded) => writer.deleteFrom('ssh_key').where('folded', '=', folded).execute(),
  },
  {
    name: 'tokens',
    read: (reader, folded) =>
      reader
        .selectFrom('access_token')
        .select(['label', 'scopes', 'created_at', 'expires_at', 'used_at'])
        .where('folded', '=', folded)
        .execute(),
    erase: (writer, folded) => writer.deleteFrom('access_token').where('folded', '=', folded).execute(),
  },
  {
    name: 'decisionLinks',
    read: (reader, folded) =>
      reader
        .selectFrom('proposal_token')
        .select(['proposal', 'moderator', 'created_at'])
        .where((e) => e(e.fn<string>('lower', ['moderator']), '=', folded))
        .execute(),
    erase: (writer, folded) =>
      writer
        .deleteFrom('proposal_token')
        .where((e) => e(e.fn<string>('lower', ['moderator']), '=', folded))
        .execute(),
  },
  {
    name: 'seenProposals',
    read: (reader, folded) =>
      reader.selectFrom('seen_proposal').selectAll().where('folded', '=', folded).execute(),
    erase: (writer, folded) => writer.deleteFrom('seen_proposal').where('folded', '=', folded).execute(),
  },
  {
    name: 'knownAuthor',
    read: (reader, folded) =>
      reader.selectFrom('known_author').selectAll().where('folded', '=', folded).execute(),
    erase: (writer, folded) => writer.deleteFrom('known_author').where('folded', '=', folded).execute(),
  },
  {
    name: 'contributedPatches',
    read: (reader, folded) =>
      reader
        .selectFrom('contributed_patch')
        .selectAll()
        .where((e) => e(e.fn<string>('lower', ['address']), '=', folded))
        .execute(),
    // That it was made in a browser is of the patch, which stays.
    erase: (writer, folded) =>
      writer
        .updateTable('contributed_patch')
        .set({ name: '', address: '' })
        .where((e) => e(e.fn<string>('lower', ['address']), '=', folded))
        .execute(),
  },
  {
    name: 'acceptedWordings',
    read: (reader, folded) =>
      reader
        .selectFrom('accepted_wording')
        .select(['list', 'message_id', 'place', 'name', 'address'])
        .where((e) => e(e.fn<string>('lower', ['address']), '=', folded))
        .execute(),
    // That it was accepted is of the change, whose author it is: nobody accepts it twice.
    erase: (writer, folded) =>
      writer
        .updateTable('accepted_wording')
        .set({ name: '', address: '' })
        .where((e) => e(e.fn<string>('lower', ['address']), '=', folded))
        .execute(),
  },
  {
    name: 'decisions',
    read: (reader, folded) =>
      reader
        .selectFrom('proposal')
        .select(['number', 'title', 'state', 'changed_at', 'decided_by'])
        .where((e) => e(e.fn<string>('lower', ['decided_by']), '=', folded))
        .orderBy('number')
        .execute(),
    erase: (writer, folded) =>
      writer
        .updateTable('proposal')
        .set({ decided_by: '' })
        .where((e) => e(e.fn<string>('lower', ['decided_by']), '=', folded))
        .execute(),
  },
  { name: 'contributions', read: readContributions, erase: eraseContributions },
  {
    name: 'subscriptions',
    read: (reader, folded) =>
      reader
        .selectFrom('subscriber')
        .select(['list', 'address', 'language', 'mode', 'state', 'since', 'bounces', 'last_bounce_at'])
        .where('folded', '=', folded)
        .execute(),
    erase: (writer, folded) => writer.deleteFrom('subscriber').where('folded', '=', folded).execute(),
  },
  {
    name: 'confirmations',
    read: (reader, folded) =>
      reader
        .selectFrom('confirmation')
        .select(['list', 'address', 'action', 'asked_at', 'expires_at'])
        .where('folded', '=', folded)
        .execute(),
    erase: (writer, folded) => writer.deleteFrom('confirmation').where('folded', '=', folded).execute(),
  },
  {
    name: 'pageFollows',
    read: (reader, folded) =>
      reader
        .selectFrom('page_follow')
        .select(['path', 'address', 'language', 'since', 'told_at'])
        .where('folded', '=', folded)
        .execute(),
    erase: (writer, folded) => writer.deleteFrom('page_follow').where('folded', '=', folded).execute(),
  },
  { name: 'heldMessages', read: readHeld, erase: eraseHeld },
  {
    name: 'automaticAnswers',
    read: (reader, folded) =>
      reader.selectFrom('mail_answer').selectAll().where('folded', '=', folded).execute(),
    erase: (writer, folded) => writer.deleteFrom('mail_answer').where('folded', '=', folded).execute(),
  },
  {
    name: 'softwareDeclarations',
    read: (reader, folded) =>
      reader
        .selectFrom('software_declaration')
        .selectAll()
        .where('folded', '=', folded)
        .orderBy('software')
        .execute(),
    erase: (writer, folded) =>
      writer.deleteFrom('software_declaration').where('folded', '=', folded).execute(),
  },
  {
    name: 'trail',
    read: (reader, folded) =>
      reader
        .selectFrom('audit')
        .selectAll()
        .where((e) =>
          e.or([
            e(e.fn<string>('lower', ['who']), '=', folded),
            e(e.fn<string>('lower', ['about']), '=', folded),
          ]),
        )
        .orderBy('id')
        .execute(),
  },
];

const text = (bytes: Uint8Array) =>
  isUtf8(bytes) ? Buffer.from(bytes).toString() : { base64: Buffer.from(bytes).toString('base64') };

/** Changes of the browser, with what is not sent of them; what was sent is public, and its list has it. */
async function readContributions(reader: Reader, folded: string): Promise<readonly object[]> {
  const rows = await reader.selectFrom('contribution').selectAll().where('folded', '=', folded).execute();
  const read: object[] = [];
  for (const { hash, ...row } of rows) {
    const files = await reader
      .selectFrom('contribution_file')
      .select(['path', 'content', 'base'])
      .where('hash', '=', hash)
      .orderBy('path')
      .execute();
    read.push({
      ...row,
      files: files.map((file) => ({ ...file, content: file.content && text(file.content) })),
    });
  }
  return read;
}

async function eraseContributions(writer: Writer, folded: string): Promise<void> {
  const rows = await writer.selectFrom('contribution').select('hash').where('folded', '=', folded).execute();
  for (const { hash } of rows) await removeContribution(writer, hash);
}

async function readHeld(reader: Reader, folded: string): Promise<readonly object[]> {
  const rows = await reader
    .selectFrom('held')
    .select(['list', 'state', 'reason', 'from_address', 'subject', 'held_at', 'raw'])
    .where('folded', '=', folded)
    .execute();
  return rows.map((row) => ({ ...row, raw: text(row.raw) }));
}

/** What is approved is on its way to its list, where it is public. */
function eraseHeld(writer: Writer, folded: string): Promise<unknown> {
  return writer.deleteFrom('held').where('folded', '=', folded).where('state', '=', 'waiting').execute();
}
