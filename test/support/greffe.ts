import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { temporaryFolder } from './folder.ts';
import { gitEnvironment } from './git.ts';
import { askOnce } from './served.ts';

/** The command line, as it is installed. */
export const greffe = fileURLToPath(new URL('../../bin/greffe', import.meta.url));

/** Whether it is built; for `describe.skipIf(!isBuilt)`. */
export const isBuilt = existsSync(fileURLToPath(new URL('../../dist/main.js', import.meta.url)));

export interface Running {
  readonly child: ChildProcess;
  /** What it has written until now. */
  said(): string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts it; it is ended with the test at the latest. */
export function run(args: readonly string[], { cwd, env = {} }: RunOptions = {}): Running {
  const child = spawn(greffe, args, { cwd, env: { ...gitEnvironment, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, said: () => said, ended };
}

/** Runs it to its end. */
export async function finished(args: readonly string[], options?: RunOptions) {
  const running = run(args, options);
  const code = await running.ended;
  return { code, said: running.said() };
}

/** A server of its own data folder, once it says where it serves. */
export async function serving(location: string, args: readonly string[] = [], options?: RunOptions) {
  const data = await temporaryFolder('data');
  const running = run(['serve', location, '--port', '0', '--data', data, ...args], options);
  await expect
    .poll(running.said, { timeout: 20_000, interval: 20 })
    .toMatch(/ at http:\/\/localhost:\d+["\n]/);
  const port = Number(/localhost:(\d+)["\n]/.exec(running.said())?.[1]);
  return { ...running, data, port, get: (path: string) => askOnce(port, path) };
}
