import { readFileSync } from 'node:fs';
import { runCommand } from './cli/command.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Each is loaded when it is named: what serves a site is not wanted to list members. */
const commands = {
  serve: async () => (await import('./cli/serve.ts')).serve,
  build: async () => (await import('./cli/build.ts')).build,
  index: async () => (await import('./cli/index.ts')).index,
  check: async () => (await import('./cli/check.ts')).check,
  report: async () => (await import('./cli/report.ts')).report,
  list: async () => (await import('./cli/list.ts')).list,
  member: async () => (await import('./cli/member.ts')).member,
  block: async () => (await import('./cli/block.ts')).block,
  'ssh-shell': async () => (await import('./cli/ssh-shell.ts')).sshShell,
  'ssh-keys': async () => (await import('./cli/ssh-keys.ts')).sshKeys,
  register: async () => (await import('./cli/register.ts')).register,
  harvest: async () => (await import('./cli/harvest.ts')).harvest,
  software: async () => (await import('./cli/software.ts')).software,
  publiccode: async () => (await import('./cli/publiccode.ts')).publiccode,
  doctor: async () => (await import('./cli/doctor.ts')).doctor,
};

// What a command left under way does not keep it from ending.
process.exit(await runCommand(commands, process.argv.slice(2), version));
