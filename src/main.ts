import { readFileSync } from 'node:fs';
import { block } from './cli/block.ts';
import { build } from './cli/build.ts';
import { check } from './cli/check.ts';
import { runCommand } from './cli/command.ts';
import { doctor } from './cli/doctor.ts';
import { harvest } from './cli/harvest.ts';
import { index } from './cli/index.ts';
import { list } from './cli/list.ts';
import { member } from './cli/member.ts';
import { publiccode } from './cli/publiccode.ts';
import { register } from './cli/register.ts';
import { report } from './cli/report.ts';
import { serve } from './cli/serve.ts';
import { sshKeys } from './cli/ssh-keys.ts';
import { sshShell } from './cli/ssh-shell.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

// What a command left under way does not keep it from ending.
process.exit(
  await runCommand(
    [
      serve,
      build,
      index,
      check,
      report,
      list,
      member,
      block,
      sshShell,
      sshKeys,
      register,
      harvest,
      publiccode,
      doctor,
    ],
    process.argv.slice(2),
    version,
  ),
);
