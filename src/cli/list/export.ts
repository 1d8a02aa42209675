import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Invalid, Unavailable } from '../../config/errors.ts';
import type { Archive } from '../../mail/archive.ts';
import { inMbox } from '../../mail/mbox.ts';
import { type Command, DONE } from '../command.ts';
import { LIST_OPTIONS, LIST_OPTIONS_HELP, namedList, stringOf, withArchive, withLists } from './open.ts';

export const exportList: Command = {
  name: 'export',
  summary: 'write the messages of a list as an mbox or a Maildir',
  help: `Usage: greffe list export NAME [OUT] [--format mboxrd|maildir]

Writes all messages of the list NAME, in the order they came.

  OUT                a file, or a new folder for a Maildir (default: the standard output)
  --format FORMAT    mboxrd (default) or maildir

${LIST_OPTIONS_HELP}`,
  options: { ...LIST_OPTIONS, format: { type: 'string' } },
  positionals: 2,
  run: (values, [name, out]) =>
    withLists(values, async ({ lists, folder }) => {
      const format = stringOf(values.format) ?? 'mboxrd';
      if (format !== 'mboxrd' && format !== 'maildir')
        throw new Invalid(`There is no format ${format}.`, 'Choose mboxrd or maildir.');
      if (format === 'maildir' && out === undefined)
        throw new Invalid('A Maildir is a folder.', 'Name it after the list.');
      await withArchive(folder, namedList(lists, name), (archive) =>
        format === 'maildir' ? toMaildir(archive, out as string) : toMbox(archive, out),
      );
      return DONE;
    }),
};

async function toMbox(archive: Archive, out: string | undefined): Promise<void> {
  const messages = Readable.from(
    (async function* () {
      for await (const { raw } of messagesOf(archive)) yield inMbox(raw);
    })(),
  );
  try {
    if (out === undefined) await pipeline(messages, process.stdout, { end: false });
    else await pipeline(messages, createWriteStream(out));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EPIPE') return;
    throw new Unavailable(
      `${out ?? 'The standard output'} cannot be written (${code}).`,
      'Name another file.',
      {
        cause,
      },
    );
  }
}

async function toMaildir(archive: Archive, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  if ((await readdir(out)).length > 0) throw new Invalid(`${out} is not empty.`, 'Name a new folder.');
  for (const kind of ['cur', 'new', 'tmp']) await mkdir(join(out, kind));
  for await (const { raw, oid, receivedAt } of messagesOf(archive))
    await writeFile(join(out, 'cur', `${receivedAt}.${oid}.greffe:2,S`), raw);
}

async function* messagesOf(archive: Archive) {
  for await (const { kind, oid, receivedAt } of archive.since(undefined))
    if (kind === 'message') yield { oid, receivedAt, raw: await archive.read(oid) };
}
