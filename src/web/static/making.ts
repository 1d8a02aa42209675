import { createHash, hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import type { Source } from '../../git/open.ts';
import { openDatabase } from '../../store/database.ts';
import { takeSnapshot } from '../../store/snapshot.ts';
import { Wiki } from '../../wiki/wiki.ts';
import { loadAssets } from '../assets.ts';
import type { FileStream } from '../pages/file.ts';
import type { Asked } from './recall.ts';
import { FileWriter } from './site-folder.ts';
import { SiteMaker, type SiteOptions, staticScope } from './site-maker.ts';
import { unchangedQuestions } from './unchanged-questions.ts';

/** What a thread that makes files is given when it starts. */
export interface MakingData {
  readonly source: Source;
  readonly database: string;
  readonly options: SiteOptions;
  /** The site that is there, and the folder where the new one is written. */
  readonly former: string;
  readonly next: string;
}

/** A file to make. `former` is the digest of the one there is, where it is known. */
export interface ToMake {
  readonly address: string;
  readonly file: string;
  readonly former?: string;
}

/** A file that was made, or why it was not. */
export interface Made {
  readonly address: string;
  readonly file: string;
  /** Which thread made it. */
  readonly thread: number;
  /** Of its content. Left out when there is nothing at the address, or when it could not be made. */
  readonly digest?: string;
  readonly written: boolean;
  readonly links: readonly string[];
  readonly redirectsTo?: string;
  readonly ages: boolean;
  readonly questions: readonly number[];
  readonly error?: string;
  /** The code of a fault of the file system, which ends the whole. */
  readonly fault?: string;
}

export type MakingTask =
  | { readonly kind: 'make'; readonly files: readonly ToMake[] }
  | { readonly kind: 'verify'; readonly asked: readonly Asked[] }
  | { readonly kind: 'asked' }
  | { readonly kind: 'end' };

/** What comes back, in the order of the tasks: the files made; whether each question has its answer still; all questions. */
export interface MakingAnswers {
  readonly make: readonly Made[];
  readonly verify: readonly boolean[];
  readonly asked: { readonly thread: number; readonly asked: readonly Asked[] };
  readonly end: null;
}

const port = parentPort;
if (port) {
  const data = workerData as MakingData;
  const database = await openDatabase(data.database);
  const wiki = new Wiki(data.source, database);
  await wiki.resume();
  const snapshot = await takeSnapshot(database.reader);
  const scope = await staticScope(wiki, data.options);
  const maker = new SiteMaker(wiki, loadAssets(), data.options, scope, snapshot);
  const writer = new FileWriter(data.next);
  let turn: Promise<void> = Promise.resolve();
  port.on('message', (task: MakingTask) => {
    turn = turn.then(async () => port.postMessage(await work(task)));
  });

  async function work(task: MakingTask): Promise<MakingAnswers[MakingTask['kind']]> {
    switch (task.kind) {
      case 'make': {
        wiki.objects.readAhead(maker.objectsOf(task.files));
        const made: Made[] = [];
        for (const file of task.files) made.push(await make(file));
        return made;
      }
      case 'verify':
        return await unchangedQuestions(database.reader, snapshot, task.asked);
      case 'asked':
        return { thread: threadId, asked: await maker.recall.asked() };
      case 'end':
        await wiki.close();
        return null;
    }
  }

  async function make({ address, file, former }: ToMake): Promise<Made> {
    const nothing = {
      address,
      file,
      thread: threadId,
      written: false,
      links: [],
      ages: false,
      questions: [],
    };
    let made: Awaited<ReturnType<SiteMaker['make']>>;
    try {
      made = await maker.make(address);
    } catch (error) {
      return { ...nothing, error: error instanceof Error ? error.message : String(error) };
    }
    if (!made) return nothing;
    const { body, ...rest } = made;
    try {
      const digest = 'stream' in body ? digestOfStream(body) : hash('sha256', body, 'base64url').slice(0, 22);
      const kept = former === digest;
      if (kept) writer.keep(file, data.former);
      else if ('stream' in body)
        await pipeline(Readable.from(body.stream()), createWriteStream(writer.place(file)));
      else writer.write(file, body);
      return { address, file, thread: threadId, digest, written: !kept, ...rest };
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return { ...nothing, error: message, ...(code !== undefined && { fault: code }) };
    }
  }
}

/** The tag of a large file is the id of its object. */
function digestOfStream({ headers }: FileStream): string {
  return createHash('sha256')
    .update(headers.etag ?? '')
    .digest('base64url')
    .slice(0, 22);
}
