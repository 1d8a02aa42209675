import { join } from 'node:path';
import type { MailDoors } from '../config/mail-doors.ts';
import type { BlockTable } from '../store/abuse-tables.ts';
import { blocksAt } from '../store/blocks.ts';
import type { Database } from '../store/database.ts';
import { countHeld } from '../store/held.ts';
import { hasOneNamed } from '../store/mail-messages.ts';
import { subscriberAt } from '../store/subscribers.ts';
import { type OpenDoors, openDoors } from './doors/open.ts';
import { openIntake } from './intake.ts';
import type { Place } from './judge.ts';
import type { MailOut } from './mail-out.ts';

import { type MailPlace, mailPlace } from './mail-place.ts';
import { blockOf } from './moderation/blocks.ts';
import { type Office, type OfficeOptions, openOffice } from './office.ts';
import { Spool } from './spool.ts';

/** How long the lists are taken to be as they were: a hundred messages a second need not ask each time. */
const PLACE_MS = 1_000;

/** Messages that wait in a list, in all and of one writer. */
const MAX_HELD = 1_000;
const MAX_HELD_OF_ONE = 20;

export interface MailInOptions {
  readonly database: Database;
  readonly dataFolder: string;
  /** By which doors mail comes; undefined for none: then only what is there already is put where it belongs. */
  readonly doors: MailDoors | undefined;
  readonly mailOut: Pick<MailOut, 'happened' | 'wake'>;
  /** What else is made of the messages that come: see {@link OfficeOptions}. */
  readonly also?: Pick<OfficeOptions, 'added' | 'answered'> & { readonly settled: () => void };
  readonly warned: (sentence: string) => void;
  readonly failed: (error: unknown) => void;
}

/** All that comes in. */
export interface MailIn {
  /** Where doors listen, in words. */
  readonly addresses: readonly string[];
  readonly office: Office;
  close(): Promise<void>;
}

/** Opens the doors, and begins to put what comes by them where it belongs. Throws {@link Unavailable} for a door that cannot open. */
export async function startMailIn(options: MailInOptions): Promise<MailIn> {
  const { database, dataFolder, doors, mailOut, warned, failed } = options;
  const spool = await Spool.open(dataFolder);
  const office = openOffice({
    database,
    folder: join(dataFolder, 'lists'),
    spool,
    place: () => mailPlace(database),
    happened: mailOut.happened,
    queued: () => {
      mailOut.wake();
      options.also?.settled();
    },
    ...(options.also?.added && { added: options.also.added }),
    ...(options.also?.answered && { answered: options.also.answered }),
    warned,
    failed,
  });
  const lately = remembered(() => mailPlace(database));
  const blocks = remembered(() => blocksAt(database.reader, Math.floor(Date.now() / 1000)));
  const intake = openIntake({
    spool,
    place: async () => (office.isOpen ? judgedBy(database, blocks, await lately()) : undefined),
    hostName: doors?.hostName ?? 'localhost',
    trustedAuthserv: doors?.trustedAuthserv,
    kept: () => office.wake(),
    failed,
  });
  let opened: OpenDoors | undefined;
  try {
    opened = doors && (await openDoors(doors, intake, { warned, failed }));
  } catch (error) {
    await office.close();
    throw error;
  }
  return {
    addresses: opened?.addresses ?? [],
    office,
    async close() {
      await opened?.close();
      await office.close();
    },
  };
}

function judgedBy(
  { reader }: Database,
  blocks: () => Promise<readonly BlockTable[] | undefined>,
  place: MailPlace | undefined,
): Place | undefined {
  return (
    place && {
      lists: place.lists,
      isSubscribed: async (list, folded) => (await subscriberAt(reader, list, folded)) !== undefined,
      mayHold: async (list, folded) => {
        const { all, ofWriter } = await countHeld(reader, list, { folded, since: 0 });
        return all < MAX_HELD && ofWriter < MAX_HELD_OF_ONE;
      },
      isBlocked: async (sent) => blockOf((await blocks()) ?? [], sent) !== undefined,
      hasOne: (list, names) => hasOneNamed(reader, list, names),
    }
  );
}

/** Asks again after a while, and until there is an answer. */
function remembered<T>(ask: () => Promise<T | undefined>): () => Promise<T | undefined> {
  let last: { readonly at: number; readonly answer: Promise<T | undefined> } | undefined;
  const forget = () => {
    last = undefined;
  };
  return () => {
    const now = performance.now();
    if (!last || now - last.at > PLACE_MS) {
      last = { at: now, answer: ask() };
      last.answer.then((answer) => answer === undefined && forget(), forget);
    }
    return last.answer;
  };
}
