import type { MailDoors } from '../../config/mail-doors.ts';
import type { Intake } from '../intake.ts';
import type { Door, DoorEvents } from './door.ts';
import { startImap } from './imap.ts';
import { startMaildir } from './maildir.ts';
import { startSmtp } from './smtp.ts';

/** All the ways in that the operator named. */
export interface OpenDoors {
  /** Where they are, in words. */
  readonly addresses: readonly string[];
  close(): Promise<void>;
}

/** Opens the doors; when one cannot be opened, none is. Throws {@link Unavailable}. */
export async function openDoors(doors: MailDoors, intake: Intake, events: DoorEvents): Promise<OpenDoors> {
  const opened: Door[] = [];
  const close = async () => {
    await Promise.all(opened.map((door) => door.close()));
  };
  try {
    for (const protocol of ['smtp', 'lmtp'] as const) {
      const listening = doors[protocol];
      if (listening) opened.push(await startSmtp({ protocol, listening, doors }, intake, events));
    }
    if (doors.maildir !== undefined) opened.push(await startMaildir(doors.maildir, intake, events));
    if (doors.imap) opened.push(startImap(doors.imap, intake, events));
  } catch (error) {
    await close();
    throw error;
  }
  return { addresses: opened.map(({ address }) => address), close };
}
