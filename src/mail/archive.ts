import {
  appendToInbox,
  type InboxCommit,
  inboxHas,
  inboxHead,
  inboxRepository,
  inboxSince,
  makeInbox,
} from '../git/inbox.ts';
import { ObjectReader } from '../git/objects.ts';
import type { Message } from './mime/message.ts';

/** One commit of an archive: a message that came, or one that was erased. */
export interface Archived {
  readonly commit: string;
  /** The blob of the message's bytes. */
  readonly oid: string;
  readonly kind: 'message' | 'erased';
  /** Seconds since 1970 UTC. */
  readonly receivedAt: number;
  /** What must outlive the index: `Authentication-Results`, the `Message-Id` of what was erased. */
  readonly trailers: Readonly<Record<string, string>>;
}

/** A message to archive. */
export interface Arrival {
  readonly message: Message;
  /** Seconds since 1970 UTC. */
  readonly receivedAt: number;
  /** What was verified of it, as an Authentication-Results value (RFC 8601, 2.2). */
  readonly results?: string;
}

const RESULTS = 'Authentication-Results';

/** The archive of a list: a Git repository in the public-inbox v2 layout, one commit a message. */
export class Archive {
  readonly #folder: string;
  readonly #list: { readonly name: string; readonly address: string };
  readonly #objects: ObjectReader;

  private constructor(folder: string, list: { readonly name: string; readonly address: string }) {
    this.#folder = folder;
    this.#list = list;
    this.#objects = new ObjectReader(inboxRepository(folder));
  }

  /** Opens the archive of a list, made where there is none. */
  static async open(
    folder: string,
    list: { readonly name: string; readonly address: string },
  ): Promise<Archive> {
    await makeInbox(folder);
    return new Archive(folder, list);
  }

  /** Adds these, all or none, in their order; they are on the disk when it is done. */
  async append(arrivals: readonly Arrival[]): Promise<Archived[]> {
    const added = await appendToInbox(
      this.#folder,
      arrivals.map(({ message, receivedAt, results }) => ({
        content: message.raw,
        author: {
          name: message.from?.name || message.from?.address || 'unknown',
          email: message.from?.address ?? '',
          time: message.date ?? receivedAt,
        },
        committer: { name: this.#list.name, email: this.#list.address, time: receivedAt },
        said: said(message.subject, results === undefined ? {} : { [RESULTS]: results }),
      })),
    );
    return added.map(({ commit, oid }, at) => {
      const { receivedAt, results } = arrivals[at] as Arrival;
      const trailers: Record<string, string> = results === undefined ? {} : { [RESULTS]: oneLine(results) };
      return { commit, oid, kind: 'message', receivedAt, trailers };
    });
  }

  /** What came after a commit, or all there is: the oldest first. */
  async *since(commit: string | undefined): AsyncGenerator<Archived, void> {
    for await (const found of inboxSince(this.#folder, commit)) yield archived(found);
  }

  head(): Promise<string | undefined> {
    return inboxHead(this.#folder);
  }

  has(commit: string): Promise<boolean> {
    return inboxHas(this.#folder, commit);
  }

  /** The bytes of a message. */
  read(oid: string): Promise<Buffer> {
    return this.#objects.read(oid);
  }

  close(): void {
    this.#objects.close();
  }
}

function archived({ commit, oid, kind, time, said }: InboxCommit): Archived {
  return { commit, oid, kind, receivedAt: time, trailers: trailersOf(said) };
}

function said(subject: string, trailers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(trailers).map(([name, value]) => `${name}: ${oneLine(value)}`);
  return [oneLine(subject) || '(no subject)', ...(lines.length > 0 ? ['', ...lines] : [])].join('\n');
}

/** What was verified of a message, as the message of its commit has it. */
export function resultsIn(said: string): string | undefined {
  return trailersOf(said)[RESULTS];
}

/** The lines `Name: value` after the first empty one. */
function trailersOf(text: string): Record<string, string> {
  const [, ...paragraphs] = text.split('\n\n');
  const lines = paragraphs.join('\n').matchAll(/^([A-Za-z-]+): (.*)$/gm);
  return Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('\0', '').trim();
}
