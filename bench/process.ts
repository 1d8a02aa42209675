import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** A program running on one core, from its first sign of life to its end. */
export interface Running {
  /** The sign it gave: what the parentheses of `ready` caught. */
  readonly sign: string;
  /** Milliseconds from its start to the sign. */
  readonly startedIn: number;
  /** Bytes resident in memory: now, and at most so far. */
  memory(): { readonly now: number; readonly most: number };
  stop(): Promise<void>;
}

/** Starts a program pinned to a core, and waits until a line it prints matches `ready`. */
export async function start(core: number, command: readonly string[], ready: RegExp): Promise<Running> {
  const begun = performance.now();
  const [program = '', ...args] = pinned(core, command);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const sign = await firstMatch(child, ready, command.join(' '));
  return {
    sign,
    startedIn: performance.now() - begun,
    memory: () => memory(child.pid ?? 0),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs a program to its end, pinned to a core; its output, and how long it took in milliseconds. */
export async function run(core: number | null, command: readonly string[], cwd?: string) {
  const begun = performance.now();
  const [program = '', ...args] = core === null ? command : pinned(core, command);
  const { stdout } = await promisify(execFile)(program, args, { cwd, maxBuffer: 2 ** 28 });
  return { output: stdout, time: performance.now() - begun };
}

/** How often the memory of a program is looked at. */
const LOOK_MS = 10;

/** Runs a program to its end on all cores: how long it took, in milliseconds, and the most memory it held, in bytes. */
export async function measured(command: readonly string[]) {
  const begun = performance.now();
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let most = 0;
  const timer = setInterval(() => {
    try {
      most = Math.max(most, memory(child.pid ?? 0).most || 0);
    } catch {
      // It has just ended.
    }
  }, LOOK_MS);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command.join(' ')} ended (${code})`);
  return { time: performance.now() - begun, most };
}

/** Whether a program is installed. */
export function has(program: string): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v "$1"', 'sh', program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const pinned = (core: number, command: readonly string[]) => [
  'taskset',
  '--cpu-list',
  String(core),
  ...command,
];

function firstMatch(child: ChildProcess, ready: RegExp, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said = (said + chunk).slice(-10_000);
      const match = ready.exec(said);
      if (match) resolve(match[1] ?? '');
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended (${code}) before it was ready:\n${said}`)));
  });
}

function memory(pid: number) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const bytes = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
  return { now: bytes('VmRSS'), most: bytes('VmHWM') };
}
