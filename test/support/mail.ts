import { join } from 'node:path';
import { Archive, type Archived } from '../../src/mail/archive.ts';
import { MailIndexer } from '../../src/mail/index-messages.ts';
import { parseMessage } from '../../src/mail/mime/parse.ts';
import { addProposalMessages } from '../../src/store/proposal-messages.ts';
import { placeOn, usualEngine } from './engines.ts';
import type { Repository } from './git.ts';
import { type Files, repository } from './git.ts';
import { type Served, type ServedOptions, served } from './served.ts';

/** A message to write, by default one like any other. */
export interface Mail {
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  /** RFC 5322, or ISO 8601. */
  readonly date?: string;
  /** The identifiers that it refers to, the one it answers last. */
  readonly references?: readonly string[];
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** When the messages of tests come in, unless they say otherwise: seconds since 1970. */
export const ARRIVAL = Date.parse('2026-03-12T10:00:00Z') / 1000;

let made = 0;

/** The bytes of a message, in UTF-8, its lines ended by LF. */
export function mail({
  id,
  from,
  to,
  subject,
  date,
  references = [],
  headers = [],
  body,
}: Mail = {}): Buffer {
  made += 1;
  const named = id ?? `message-${made}@office.example`;
  const lines = [
    `From: ${from ?? 'Anna Exemple <anna@office.example>'}`,
    `To: ${to ?? 'contributions@office.example'}`,
    `Subject: ${subject ?? 'Une question'}`,
    `Date: ${new Date(date ?? ARRIVAL * 1000).toUTCString()}`,
    `Message-ID: <${named}>`,
    ...(references.length > 0
      ? [
          `References: ${references.map((one) => `<${one}>`).join('\n ')}`,
          `In-Reply-To: <${references.at(-1)}>`,
        ]
      : []),
    ...(headers.some((line) => /^content-type/i.test(line))
      ? []
      : ['Content-Type: text/plain; charset=utf-8']),
    ...headers,
  ];
  return Buffer.from(`${lines.join('\n')}\n\n${body ?? 'Bonjour.\n'}`);
}

/** A message that came at some time, with what was verified of it. */
export interface Delivery {
  readonly raw: Buffer;
  readonly receivedAt?: number;
  readonly results?: string;
}

/** A site with lists, in this process; closed by `await using`. */
export interface ServedList extends Served {
  /** Archives these, and indexes them. */
  receive(list: string, messages: readonly (Buffer | Delivery)[]): Promise<Archived[]>;
  archive(list: string): Promise<Archive>;
}

/** A wiki in French and English with one public list. */
export const LIST_FILES = {
  'index.md': '# Bureau du logiciel libre\n',
  'index.en.md': '# Free software office\n',
  'greffe.yml': `languages: [fr, en]
timezone: Europe/Paris
lists:
  contributions:
    address: contributions@office.example
    title: { fr: Contributions, en: Contributions to the wiki }
    moderators: [camille@office.example]
    description: { fr: Correctifs et questions., en: Patches and questions. }
  interne:
    address: interne@office.example
    read: moderators
`,
} satisfies Files;

/** Serves a wiki whose lists have these messages. */
export async function servedList(
  messages: Readonly<Record<string, readonly (Buffer | Delivery)[]>>,
  files: Files | Repository | string = LIST_FILES,
  options: ServedOptions = {},
): Promise<ServedList> {
  const place = options.place ?? (await placeOn(usualEngine()));
  const site = await served(
    files instanceof Object && !('path' in files) ? await repository(files as Files) : files,
    {
      ...options,
      place,
    },
  );
  const archives = new Map<string, Archive>();
  const indexer = new MailIndexer((await site.wiki.site())?.defaultLanguage ?? 'fr');
  const archive = async (list: string) => {
    const known = archives.get(list);
    if (known) return known;
    const opened = await Archive.open(join(place.dataFolder, 'lists', list), {
      name: list,
      address: `${list}@office.example`,
    });
    archives.set(list, opened);
    return opened;
  };
  const receive = async (list: string, deliveries: readonly (Buffer | Delivery)[]) => {
    const opened = await archive(list);
    const added = await opened.append(
      deliveries
        .map((one) => (Buffer.isBuffer(one) ? { raw: one } : one))
        .map(({ raw, receivedAt = ARRIVAL, results }) => ({
          message: parseMessage(raw),
          receivedAt,
          ...(results !== undefined && { results }),
        })),
    );
    await indexer.follow(site.wiki.database, opened, list, {
      ...(site.proposals && { onAdded: (writer, _, rows) => addProposalMessages(writer, rows) }),
    });
    await site.wiki.update();
    await site.proposals?.settled();
    return added;
  };
  for (const [list, deliveries] of Object.entries(messages)) await receive(list, deliveries);
  return {
    ...site,
    receive,
    archive,
    async [Symbol.asyncDispose]() {
      for (const opened of archives.values()) opened.close();
      await site[Symbol.asyncDispose]();
    },
  };
}
