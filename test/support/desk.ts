import { execFile, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './folder.ts';
import { gitEnvironment } from './git.ts';
import type { ServedList } from './mail.ts';

/** Whether a program is here; for `describe.skipIf`. */
export const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined;

/** Programs run at somebody's desk, whose home has nothing else. */
export interface Desk {
  readonly home: string;
  readonly repository: string;
  /** Runs a program in the repository, and gives all that it says. */
  run(program: string, ...args: readonly string[]): Promise<string>;
}

/** A desk where `b4` reads the list of a site. */
export async function desk(site: ServedList): Promise<Desk> {
  const home = await temporaryFolder();
  const repository = join(home, 'wiki');
  await mkdir(repository);
  const list = `${site.origin}/-/lists/contributions`;
  await writeFile(
    join(home, 'gitconfig'),
    `[user]
	name = Chloé Témoin
	email = chloe@office.example
[b4]
	midmask = ${list}/%s
	linkmask = ${list}/%s/
	searchmask = ${list}/?x=m&t=1&q=%s
	attestation-policy = off
`,
  );
  const env = {
    ...gitEnvironment,
    PATH: process.env.PATH,
    HOME: home,
    LC_ALL: 'C.UTF-8',
    GIT_CONFIG_GLOBAL: join(home, 'gitconfig'),
    XDG_RUNTIME_DIR: home,
  };
  return {
    home,
    repository,
    run: (program, ...args) =>
      new Promise((resolve, reject) => {
        execFile(program, args, { cwd: repository, env }, (error, out, err) =>
          error ? reject(new Error(`${program} ${args[0]}: ${out}${err}`)) : resolve(out + err),
        );
      }),
  };
}
