import { existsSync } from 'node:fs';
import { Register, registerRepository } from '../../register/register.ts';
import { registerContext } from '../../register/register-context.ts';
import { codeState } from '../../store/code-index.ts';
import { fileAt } from '../../store/files.ts';
import { namedFiles } from '../../wiki/register-files/named-files.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/**
 * Keeps the index of the register as its repository and the files of the wiki say, where there is a register: looks again
 * each time that it is called, one time after the other.
 */
export function registerFollower(wiki: Wiki, dataFolder: string): () => Promise<void> {
  let seen: string | undefined;
  let working = Promise.resolve();
  const look = async () => {
    const made = await madeFrom(wiki);
    if (made === seen) return;
    await updateRegisterOf(wiki, dataFolder);
    seen = made;
  };
  return () => {
    working = working.catch(() => {}).then(look);
    return working;
  };
}

/** What the index of the register is made from beside what is recorded: to read those files takes longer than to name them. */
async function madeFrom(wiki: Wiki): Promise<string> {
  const settings = (await wiki.site())?.settings.register;
  const files = await Promise.all(
    namedFiles(settings).map(async ({ path }) => (await fileAt(wiki.database.reader, path))?.oid),
  );
  return JSON.stringify([settings, files]);
}

async function updateRegisterOf(wiki: Wiki, dataFolder: string): Promise<void> {
  const site = await wiki.site();
  if (!site || !existsSync(registerRepository(dataFolder))) return;
  const register = await Register.open(dataFolder, wiki.database);
  try {
    const head = (await codeState(wiki.database.reader))?.head;
    // The database may be shared with a machine on which more was recorded.
    if (head && !(await register.has(head))) return;
    await register.update(await registerContext(wiki.database.reader, wiki.objects, site));
  } finally {
    register.close();
  }
}
