import type { MailDoors } from '../../config/mail-doors.ts';
import type { Intake } from '../intake.ts';
import type { Door, DoorEvents } from './door.ts';
import { startMaildir } from './maildir.ts';

/** All the ways in that the operator named. */
export interface OpenDoors {
  /** Where they are, in words. */
  readonly addresses: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens the doors; when one cannot be opened, none is. Throws {@link Unavailable}. What speaks a protocol is loaded where it is
 * spoken: a site without mail starts sooner.
 */
export async function openDoors(doors: MailDoors, intake: Intake, events: DoorEvents): Promise<OpenDoors> {
  const opened: Door[] = [];
  const close = async () => {
    await Promise.all(opened.map((door) => door.close()));
  };
  try {
    for (const protocol of ['smtp', 'lmtp'] as const) {
      const listening = doors[protocol];
      if (!listening) continue;
      // What verifies mail is loaded before any comes.
      const [{ startSmtp }] = await Promise.all([import('./smtp.ts'), import('mailauth')]);
      opened.push(await startSmtp({ protocol, listening, doors }, intake, events));
    }
    if (doors.maildir !== undefined) opened.push(await startMaildir(doors.maildir, intake, events));
    if (doors.imap) {
      const { startImap } = await import('./imap.ts');
      opened.push(startImap(doors.imap, intake, events));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { addresses: opened.map(({ address }) => address), close };
}
