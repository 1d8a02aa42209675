import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '../../src/config/settings.ts';
import { gitOutcome } from '../../src/git/run.ts';
import { listsOf } from '../../src/mail/list.ts';
import { grantAccess, makeAccessToken } from '../../src/members/access.ts';
import type { Role } from '../../src/store/member-tables.ts';
import { CONTRIBUTING_FILES, type Contributing } from './contributing.ts';
import { temporaryFolder } from './folder.ts';
import { git } from './git.ts';

const [LIST] = listsOf(readSettings(CONTRIBUTING_FILES['greffe.yml']).settings);

/** Gives somebody a role and a token. */
export async function memberWithToken(
  site: Contributing,
  address: string,
  role: Role,
  until: number | null = null,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  if (!LIST) throw new Error('There is a list.');
  const place = { list: LIST, origin: 'https://wiki.example', language: 'fr', now };
  return await site.wiki.database.write(async (writer) => {
    const by = 'op';
    await grantAccess(writer, { address, name: 'Ada', role, until, by, because: '' }, place);
    return await makeAccessToken(writer, { folded: address, label: 'test', now });
  });
}

/** The name under which a wiki is cloned. */
export function nameOfClone({ wiki }: Pick<Contributing, 'wiki'>): string {
  return `${wiki.source.name.replace(/\.git$/, '')}.git`;
}

/** A clone that pushes with a token. */
export async function cloneWith(site: Contributing, token: string) {
  const folder = join(await temporaryFolder('clone'), 'wiki');
  const env = { GIT_ALLOW_PROTOCOL: 'http', GIT_TERMINAL_PROMPT: '0' };
  const url = `http://ada:${token}@localhost:${site.port}/${nameOfClone(site)}`;
  await gitOutcome(undefined, ['clone', '--quiet', url, folder], { network: true, env });
  for (const [key, value] of [
    ['user.name', 'Ada Exemple'],
    ['user.email', 'ada@example.org'],
  ] as const)
    await git(folder, ['config', key, value]);
  return {
    folder,
    async commit(path: string, text: string | Buffer) {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), text);
      await git(folder, ['add', '--all']);
      await git(folder, ['commit', '--quiet', '-m', `Change ${path}`]);
    },
    fetch: () => gitOutcome(undefined, ['fetch', '--quiet'], { network: true, env, cwd: folder }),
    push: (...args: readonly string[]) =>
      gitOutcome(undefined, ['push', ...args], { network: true, env, cwd: folder }),
  };
}
