import { type FSWatcher, watch } from 'node:fs';
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Unavailable } from '../../config/errors.ts';
import type { Intake } from '../intake.ts';
import type { Door, DoorEvents } from './door.ts';
import { takeFromMailbox } from './mailbox.ts';

/** Network file systems tell of nothing. */
const LOOK_MS = 15_000;

/**
 * Takes what a mail server delivers to a Maildir: a file goes from `new` to `cur` once it is kept elsewhere (flagged as
 * seen), and so does what is refused (flagged as trashed), for a person to look at.
 */
export async function startMaildir(folder: string, intake: Intake, events: DoorEvents): Promise<Door> {
  const path = resolve(folder);
  const [fresh, seen] = [join(path, 'new'), join(path, 'cur')];
  try {
    for (const name of ['tmp', 'new', 'cur']) await mkdir(join(path, name), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new Unavailable(
      `${path} cannot be used as a Maildir: ${(cause as Error).message}.`,
      'Give this user the right to write to it, or name another with --maildir.',
      { cause },
    );
  }
  let working = Promise.resolve();
  let isClosed = false;
  let isAsked = false;
  const look = () => {
    if (isAsked) return;
    isAsked = true;
    working = working
      .then(async () => {
        isAsked = false;
        for (const name of (await readdir(fresh)).sort()) {
          if (isClosed) return;
          await takeFile(name);
        }
      })
      .catch(events.failed);
  };
  const takeFile = async (name: string) => {
    const outcome = await takeFromMailbox(intake, 'maildir', await readFile(join(fresh, name)));
    if (outcome.kind === 'later') return;
    const [base] = name.split(':2,', 1);
    await rename(join(fresh, name), join(seen, `${base}:2,${outcome.kind === 'taken' ? 'S' : 'ST'}`));
    if (outcome.kind === 'foreign')
      events.warned(`A message of the Maildir is for none of the lists: ${name}.`);
    if (outcome.kind === 'refused')
      events.warned(`A message of the Maildir is refused: ${outcome.why} (${name})`);
  };
  const watcher: FSWatcher = watch(fresh, look);
  watcher.on('error', events.failed);
  const timer = setInterval(look, LOOK_MS);
  look();
  return {
    address: `maildir:${path}`,
    async close() {
      isClosed = true;
      watcher.close();
      clearInterval(timer);
      await working;
    },
  };
}
