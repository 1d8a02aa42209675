import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readSettings } from '../../src/config/settings.ts';
import { findSource } from '../../src/git/open.ts';
import type { PatchLimits } from '../../src/git/refused-changes.ts';
import { Archive } from '../../src/mail/archive.ts';
import { MailIndexer } from '../../src/mail/index-messages.ts';
import { listsOf } from '../../src/mail/list.ts';
import { parseMessage } from '../../src/mail/mime/parse.ts';
import { decidersAmong } from '../../src/members/deciders.ts';
import type { Deciders, DecidersAmong } from '../../src/proposals/deciders.ts';
import { ProposalWorker } from '../../src/proposals/worker.ts';
import type { Database } from '../../src/store/database.ts';
import { outgoingBytes, queuedDeliveries } from '../../src/store/deliveries.ts';
import { approvedHeld } from '../../src/store/held.ts';
import { addProposalMessages } from '../../src/store/proposal-messages.ts';
import type { Place } from './engines.ts';
import { temporaryFolder } from './folder.ts';
import { type Files, git, type Repository, repository } from './git.ts';
import { mailDatabase, site } from './mailing.ts';

export const proposingSettings = `url: https://wiki.example
lists:
  contributions:
    address: contributions@lists.example
    moderators: [mona@office.example]
`;

/** What a contributor has cloned, to change and to send from. */
export interface Clone {
  readonly folder: string;
  /** Commits these files. */
  commit(message: string, files: Readonly<Record<string, string>>): Promise<string>;
  /** The mails of `git format-patch` for what is not in the wiki, as `ada` sends them. */
  mails(...options: readonly string[]): Promise<Buffer[]>;
}

/** A wiki with a list to which patches come. */
export interface Proposing {
  readonly wiki: Repository;
  readonly database: Database;
  readonly worker: ProposalWorker;
  readonly list: string;
  /** Who decides of what comes. */
  readonly deciders: Deciders;
  clone(): Promise<Clone>;
  /** Has these archived, indexed and looked at, in this order. */
  receive(...mails: readonly (Buffer | { readonly raw: Buffer; readonly results: string })[]): Promise<void>;
  /** Opens another worker on the same, as after a crash. */
  again(): ProposalWorker;
  /** What waits to be sent, to whom. */
  sent(): Promise<readonly { readonly to: string; readonly text: string }[]>;
  /** What waits to be posted on the list. */
  posted(): Promise<string[]>;
}

export async function proposing(
  files: Files,
  {
    limits,
    place,
    deciders = decidersAmong,
  }: { readonly limits?: PatchLimits; readonly place?: Place; readonly deciders?: DecidersAmong } = {},
): Promise<Proposing> {
  const wiki = await repository(files);
  const database = await mailDatabase(place);
  const dataFolder = place?.dataFolder ?? (await temporaryFolder('proposals'));
  const lists = listsOf(readSettings(proposingSettings).settings);
  const [list] = lists;
  if (!list) throw new Error('There is a list.');
  const archive = await Archive.open(join(dataFolder, 'lists', list.name), {
    name: list.name,
    address: list.settings.address,
  });
  onTestFinished(() => archive.close());
  const indexer = new MailIndexer('fr');
  const source = await findSource(wiki.path, dataFolder);
  const again = () => {
    const worker = new ProposalWorker({
      database,
      source,
      dataFolder,
      place: () => Promise.resolve({ lists, site }),
      read: (_, oid) => archive.read(oid),
      isOurs: () => true,
      deciders,
      queued: () => {},
      failed: (error) => {
        throw error;
      },
      ...(limits && { limits }),
    });
    onTestFinished(() => worker.close());
    return worker;
  };
  const worker = again();
  let clock = Date.parse('2026-03-12T10:00:00Z') / 1000;
  return {
    wiki,
    database,
    worker,
    list: list.name,
    deciders: deciders(lists),
    again,
    clone: () => cloneOf(wiki.path),
    async receive(...mails) {
      for (const mail of mails) {
        clock += 1;
        const { raw, ...verified } = Buffer.isBuffer(mail) ? { raw: mail } : mail;
        await archive.append([{ message: parseMessage(raw), receivedAt: clock, ...verified }]);
      }
      await indexer.follow(database, archive, list.name, {
        onAdded: (writer, _, rows) => addProposalMessages(writer, rows),
      });
      await worker.settled();
    },
    async sent() {
      const queued = await queuedDeliveries(database.reader, undefined, 100);
      return await Promise.all(
        queued.map(async ({ outgoing, recipient }) => {
          const bytes = await outgoingBytes(database.reader, outgoing);
          return { to: recipient, text: decoded(Buffer.from(bytes ?? [])) };
        }),
      );
    },
    async posted() {
      return (await approvedHeld(database.reader, 100)).map(({ raw }) => decoded(Buffer.from(raw)));
    },
  };
}

/** Quoted-printable, read enough to be looked at. */
function decoded(raw: Buffer): string {
  const bytes = raw
    .toString('latin1')
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

let sendings = 0;

/** Clones the repository at a path. */
export async function cloneOf(path: string): Promise<Clone> {
  const folder = join(await temporaryFolder('clone'), 'wiki');
  await git('/', ['clone', '--quiet', path, folder]);
  const set = (name: string, value: string) => git(folder, ['config', name, value]);
  await set('user.name', 'Ada Exemple');
  await set('user.email', 'ada@example.org');
  return {
    folder,
    async commit(message, files) {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(join(folder, name, '..'), { recursive: true });
        await writeFile(join(folder, name), text);
      }
      await git(folder, ['add', '--all']);
      const author = ['-c', 'user.name=Ada Exemple', '-c', 'user.email=ada@example.org'];
      await git(folder, [
        ...author,
        'commit',
        '--quiet',
        '--author=Ada Exemple <ada@example.org>',
        '-m',
        message,
      ]);
      return await git(folder, ['rev-parse', 'HEAD']);
    },
    async mails(...options) {
      const out = await mkdtemp(join(folder, '.git', 'patches-'));
      sendings++;
      const from = '--from=Ada Exemple <ada@example.org>';
      await git(folder, [
        'format-patch',
        '--quiet',
        '--thread',
        from,
        '-o',
        out,
        ...options,
        'origin/main..HEAD',
      ]);
      const names = (await readdir(out)).sort();
      return await Promise.all(
        names.map(async (name, at) => {
          const text = (await readFile(join(out, name)))
            .toString('latin1')
            .replace(/^From .*\n/, '')
            .replace(/^From: .*$/m, 'From: Ada Exemple <ada@example.org>');
          const id = /^Message-I[dD]:/m.test(text) ? '' : `Message-ID: <${sendings}.${at}@example.org>\n`;
          return Buffer.from(id + text, 'latin1');
        }),
      );
    },
  };
}
