import { readFileSync } from 'node:fs';
import { Conflict, Invalid, NotFound } from '../config/errors.ts';
import { foldAddress } from '../mail/mail-address.ts';
import { readSshKey } from '../members/ssh-key.ts';
import { grantsOf, noteAudit } from '../store/members.ts';
import { addSshKey, allSshKeys, removeSshKey, sshKeyOf } from '../store/ssh-keys.ts';
import { type Command, type CommandGroup, DONE } from './command.ts';
import { addressOf, MEMBER_OPTIONS, MEMBER_OPTIONS_HELP, OPERATOR, withMembers } from './with-members.ts';

const add: Command = {
  name: 'add',
  summary: 'let a member clone and push with a key of SSH',
  help: `Usage: greffe member key add ADDRESS FILE

FILE is a public key, as ssh-keygen makes it (it ends with .pub); - reads it from the standard input. greffe ssh-keys tells
sshd of it. Taken back with the role.

${MEMBER_OPTIONS_HELP}`,
  options: MEMBER_OPTIONS,
  positionals: 2,
  run: (values, [typed, file]) =>
    withMembers(values, async ({ database }) => {
      const address = addressOf(typed);
      const { label, ...key } = readSshKey(textOf(file));
      const folded = foldAddress(address);
      const now = Math.floor(Date.now() / 1000);
      await database.write(async (writer) => {
        if ((await grantsOf(writer, folded, now)).length === 0)
          throw new NotFound(`${address} has no role.`, 'Give one first: greffe member grant.');
        const known = await sshKeyOf(writer, key.fingerprint);
        if (known) throw new Conflict(`The key is that of ${known.folded}.`, 'A key is of one member.');
        await addSshKey(writer, { ...key, label, folded, created_at: now });
        await noteAudit(writer, {
          at: now,
          who: OPERATOR,
          what: 'key',
          about: address,
          detail: key.fingerprint,
        });
      });
      process.stdout.write(`${address}: ${key.fingerprint}\n`);
      return DONE;
    }),
};

const remove: Command = {
  name: 'remove',
  summary: 'take a key of SSH back',
  help: `Usage: greffe member key remove FINGERPRINT

FINGERPRINT is as greffe member key list and ssh-keygen -l show it: SHA256:…

${MEMBER_OPTIONS_HELP}`,
  options: MEMBER_OPTIONS,
  positionals: 1,
  run: (values, [fingerprint = '']) =>
    withMembers(values, async ({ database }) => {
      await database.write(async (writer) => {
        const known = await sshKeyOf(writer, fingerprint);
        if (!known) throw new NotFound('There is no such key.', 'See greffe member key list.');
        await removeSshKey(writer, fingerprint);
        const entry = { who: OPERATOR, what: 'key-removed', about: known.folded, detail: fingerprint };
        await noteAudit(writer, { at: Math.floor(Date.now() / 1000), ...entry });
      });
      process.stdout.write(`${fingerprint} is good no more\n`);
      return DONE;
    }),
};

const list: Command = {
  name: 'list',
  summary: 'say whose keys of SSH are known',
  help: `Usage: greffe member key list

A line for each: ADDRESS,FINGERPRINT,SINCE,LABEL.

${MEMBER_OPTIONS_HELP}`,
  options: MEMBER_OPTIONS,
  positionals: 0,
  run: (values) =>
    withMembers(values, async ({ database }) => {
      for (const { folded, fingerprint, created_at, label } of await allSshKeys(database.reader)) {
        const since = new Date(Number(created_at) * 1000).toISOString().slice(0, 10);
        process.stdout.write(`${[folded, fingerprint, since, label].join(',')}\n`);
      }
      return DONE;
    }),
};

export const memberKey: CommandGroup = {
  name: 'key',
  summary: 'say by which keys of SSH members come',
  commands: [add, remove, list],
};

function textOf(file: string | undefined): string {
  if (file === undefined) throw new Invalid('Which key?', 'Name the file of a public key, or -.');
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    throw new Invalid(`${file} cannot be read.`, 'Name the file of a public key, or -.', { cause });
  }
}
