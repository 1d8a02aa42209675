import { Invalid, NotFound } from '../config/errors.ts';
import { foldAddress } from '../mail/mail-address.ts';
import { ROLES } from '../members/roles.ts';
import type { Database } from '../store/database.ts';
import type { Role } from '../store/member-tables.ts';
import { allMembers, noteAudit, removeMember, saveMember } from '../store/members.ts';
import { type Command, type CommandGroup, DONE } from './command.ts';
import { stringOf } from './list/open.ts';
import { memberKey } from './member-key.ts';
import { addressOf, MEMBER_OPTIONS, MEMBER_OPTIONS_HELP, OPERATOR, withMembers } from './with-members.ts';

const grant: Command = {
  name: 'grant',
  summary: 'give somebody a role',
  help: `Usage: greffe member grant ADDRESS [--role ROLE] [--name NAME] [--until DAY]

Gives a role, in the place of the one they had: committer (the default) pushes; maintainer decides of proposals and grants
write access too; administrator also reads what members did. They sign in at /-/sign-in by a link that is mailed.

  --role ROLE        committer, maintainer or administrator
  --name NAME        how they are called
  --until DAY        the last day of the role: 2027-01-31

${MEMBER_OPTIONS_HELP}`,
  options: {
    ...MEMBER_OPTIONS,
    role: { type: 'string' },
    name: { type: 'string' },
    until: { type: 'string' },
  },
  positionals: 1,
  run: (values, [typed]) =>
    withMembers(values, async (database) => {
      const address = addressOf(typed);
      const role = ROLES.find((one) => one === (values.role ?? 'committer'));
      if (!role) throw new Invalid(`${values.role} is no role.`, `Name one of ${ROLES.join(', ')}.`);
      const until = endOf(stringOf(values.until));
      await give(database, { address, role, name: stringOf(values.name) ?? address, until });
      process.stdout.write(`${address}: ${role}${until === null ? '' : ` until ${values.until}`}\n`);
      return DONE;
    }),
};

const revoke: Command = {
  name: 'revoke',
  summary: 'take a role back, with the tokens and keys of who had it',
  help: `Usage: greffe member revoke ADDRESS

Nothing is pushed with their tokens from now on.

${MEMBER_OPTIONS_HELP}`,
  options: MEMBER_OPTIONS,
  positionals: 1,
  run: (values, [typed]) =>
    withMembers(values, async (database) => {
      const address = addressOf(typed);
      const isRemoved = await database.write(async (writer) => {
        const had = await removeMember(writer, foldAddress(address));
        const entry = { at: seconds(), who: OPERATOR, what: 'revoke', about: address, detail: '' };
        if (had) await noteAudit(writer, entry);
        return had;
      });
      if (!isRemoved) throw new NotFound(`${address} has no role.`, 'See greffe member list.');
      process.stdout.write(`${address} has no role any more\n`);
      return DONE;
    }),
};

const listMembers: Command = {
  name: 'list',
  summary: 'say who has a role',
  help: `Usage: greffe member list

A line for each: ADDRESS,ROLE,SINCE,UNTIL,LAST-USED. Moderators of the lists of greffe.yml are maintainers besides.

${MEMBER_OPTIONS_HELP}`,
  options: MEMBER_OPTIONS,
  positionals: 0,
  run: (values) =>
    withMembers(values, async (database) => {
      const day = (time: number | null) =>
        time === null ? '' : new Date(time * 1000).toISOString().slice(0, 10);
      const rows = (await allMembers(database.reader)).map(({ address, role, granted_at, until, used_at }) =>
        [address, role, day(granted_at), day(until), day(used_at)].join(','),
      );
      process.stdout.write(rows.map((row) => `${row}\n`).join(''));
      return DONE;
    }),
};

export const member: CommandGroup = {
  name: 'member',
  summary: 'say who may write in a wiki',
  commands: [grant, revoke, listMembers, memberKey],
};

async function give(
  database: Database,
  {
    address,
    role,
    name,
    until,
  }: { readonly address: string; readonly role: Role; readonly name: string; readonly until: number | null },
): Promise<void> {
  const now = seconds();
  const folded = foldAddress(address);
  await database.write(async (writer) => {
    const granted = { granted_by: OPERATOR, granted_at: now, used_at: null };
    await saveMember(writer, { folded, address, name, role, until, ...granted });
    await noteAudit(writer, { at: now, who: OPERATOR, what: 'grant', about: address, detail: role });
  });
}

export function endOf(day: string | undefined): number | null {
  if (day === undefined) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T23:59:59Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new Invalid(`${day} is no day.`, 'Write it as 2027-01-31.');
  return Math.floor(time / 1000);
}

export const seconds = () => Math.floor(Date.now() / 1000);
