import { Invalid, NotFound } from '../config/errors.ts';
import { foldAddress } from '../mail/mail-address.ts';
import { mailPlace } from '../mail/mail-place.ts';
import { newId } from '../mail/tokens.ts';
import { grantDetail } from '../members/access.ts';
import { ROLES } from '../members/roles.ts';
import {
  isWhole,
  keptScope,
  readScope,
  type Scope,
  type ScopeFault,
  scopeOf,
  scopeText,
} from '../members/scope.ts';
import type { Database, Writer } from '../store/database.ts';
import type { Role } from '../store/member-tables.ts';
import { allGrants, grantsOf, noteAudit, removeGrant, removeMember, saveGrant } from '../store/members.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { type Command, type CommandGroup, DONE, type Values } from './command.ts';
import { stringOf } from './list/open.ts';
import { memberKey } from './member-key.ts';
import { addressOf, MEMBER_OPTIONS, MEMBER_OPTIONS_HELP, OPERATOR, withMembers } from './with-members.ts';

const SCOPE_OPTIONS = { paths: { type: 'string' }, lists: { type: 'string' } } as const;

const grant: Command = {
  name: 'grant',
  summary: 'give somebody a role',
  help: `Usage: greffe member grant ADDRESS [--role ROLE] [--paths PATTERNS] [--lists NAMES]
                           [--name NAME] [--until DAY]

Gives a role, in the place of the one they had in the same part of the wiki: committer (the default) pushes; maintainer decides
of proposals and grants write access too; administrator also reads what members did. They sign in at /-/sign-in by a link
that is mailed. Who is to have a role in several parts is granted several.

  --role ROLE        committer, maintainer or administrator
  --paths PATTERNS   only for these files: guides/**,index.md
  --lists NAMES      a maintainer who decides of the proposals of these lists alone
  --name NAME        how they are called
  --until DAY        the last day of the role: 2027-01-31

${MEMBER_OPTIONS_HELP}`,
  options: {
    ...MEMBER_OPTIONS,
    ...SCOPE_OPTIONS,
    role: { type: 'string' },
    name: { type: 'string' },
    until: { type: 'string' },
  },
  positionals: 1,
  run: (values, [typed]) =>
    withMembers(values, async (wiki) => {
      const address = addressOf(typed);
      const role = ROLES.find((one) => one === (values.role ?? 'committer'));
      if (!role) throw new Invalid(`${values.role} is no role.`, `Name one of ${ROLES.join(', ')}.`);
      const scope = await scopeNamed(wiki, values, role);
      const until = endOf(stringOf(values.until));
      await give(wiki.database, { address, role, scope, name: stringOf(values.name) ?? address, until });
      const where = isWhole(scope) ? '' : ` of ${scopeText(scope)}`;
      process.stdout.write(`${address}: ${role}${where}${until === null ? '' : ` until ${values.until}`}\n`);
      return DONE;
    }),
};

const revoke: Command = {
  name: 'revoke',
  summary: 'take roles back, with the tokens and keys of who had them',
  help: `Usage: greffe member revoke ADDRESS [--paths PATTERNS] [--lists NAMES]

Takes all roles of somebody back, and nothing is pushed with their tokens from now on; or the one alone of the part of the
wiki that is named as it was granted.

  --paths PATTERNS   only the role for these files
  --lists NAMES      only the role for these lists

${MEMBER_OPTIONS_HELP}`,
  options: { ...MEMBER_OPTIONS, ...SCOPE_OPTIONS },
  positionals: 1,
  run: (values, [typed]) =>
    withMembers(values, async (wiki) => {
      const address = addressOf(typed);
      const scope = await scopeNamed(wiki, values, 'maintainer');
      const isRemoved = await wiki.database.write((writer) => takeBack(writer, address, scope));
      if (!isRemoved)
        throw new NotFound(
          `${address} has no ${isWhole(scope) ? 'role' : 'such role'}.`,
          'See greffe member list.',
        );
      const what = isWhole(scope) ? 'no role' : `no role of ${scopeText(scope)}`;
      process.stdout.write(`${address} has ${what} any more\n`);
      return DONE;
    }),
};

const listMembers: Command = {
  name: 'list',
  summary: 'say who has a role',
  help: `Usage: greffe member list

A line for each role: ADDRESS,ROLE,SINCE,UNTIL,LAST-USED,PATHS,LISTS, the last two parted by spaces and empty for the whole wiki.
Moderators of the lists of greffe.yml are maintainers besides.

${MEMBER_OPTIONS_HELP}`,
  options: MEMBER_OPTIONS,
  positionals: 0,
  run: (values) =>
    withMembers(values, async ({ database }) => {
      const day = (time: number | null) =>
        time === null ? '' : new Date(time * 1000).toISOString().slice(0, 10);
      const rows = (await allGrants(database.reader)).map((row) => {
        const { paths, lists } = scopeOf(row);
        const days = [day(row.granted_at), day(row.until), day(row.used_at)];
        return [row.address, row.role, ...days, paths.join(' '), lists.join(' ')].join(',');
      });
      process.stdout.write(rows.map((row) => `${row}\n`).join(''));
      return DONE;
    }),
};

export const member: CommandGroup = {
  name: 'member',
  summary: 'say who may write in a wiki',
  commands: [grant, revoke, listMembers, memberKey],
};

/** The part of the wiki that a command line names. */
async function scopeNamed(wiki: Wiki, values: Values, role: Role): Promise<Scope> {
  const lists = stringOf(values.lists) ?? '';
  if (lists !== '') await wiki.update();
  const known = lists === '' ? [] : ((await mailPlace(wiki.database))?.lists ?? []).map(({ name }) => name);
  const read = readScope({ paths: stringOf(values.paths) ?? '', lists }, { role, known });
  if (!('fault' in read)) return read;
  const { kind, subject } = read.fault;
  const [what, remedy] = SCOPE_FAULTS[kind];
  throw new Invalid(`${subject} ${what}`.trim(), remedy);
}

const SCOPE_FAULTS: Readonly<Record<ScopeFault['kind'], readonly [string, string]>> = {
  pattern: ['is no pattern of paths.', 'Write a file, guides/*.md or guides/**.'],
  list: ['is no list of this wiki.', 'Name one under lists in its greffe.yml.'],
  'too-many': ['That is too many patterns.', 'Name folders: guides/**.'],
  administrator: ['An administrator is one of the whole wiki.', 'Leave --paths and --lists out.'],
  committer: ['A committer is limited by paths alone.', 'Leave --lists out.'],
};

async function give(
  database: Database,
  {
    address,
    role,
    scope,
    name,
    until,
  }: {
    readonly address: string;
    readonly role: Role;
    readonly scope: Scope;
    readonly name: string;
    readonly until: number | null;
  },
): Promise<void> {
  const now = seconds();
  const folded = foldAddress(address);
  await database.write(async (writer) => {
    const granted = { granted_by: OPERATOR, granted_at: now, used_at: null, told_at: null };
    await saveGrant(writer, {
      id: newId(),
      ...{ folded, address, name, role, until },
      ...keptScope(scope),
      ...granted,
    });
    const detail = grantDetail({ role, scope });
    await noteAudit(writer, { at: now, who: OPERATOR, what: 'grant', about: address, detail });
  });
}

/** Takes all roles of somebody back, or the one of a part of the wiki; false when there is none. */
async function takeBack(writer: Writer, address: string, scope: Scope): Promise<boolean> {
  const folded = foldAddress(address);
  const { paths, lists } = keptScope(scope);
  const grants = await grantsOf(writer, folded, 0);
  const one = grants.find((grant) => grant.paths === paths && grant.lists === lists);
  const had = isWhole(scope)
    ? await removeMember(writer, folded)
    : one !== undefined && (await removeGrant(writer, one.id));
  const detail = isWhole(scope) ? '' : `[${scopeText(scope)}]`;
  if (had) await noteAudit(writer, { at: seconds(), who: OPERATOR, what: 'revoke', about: address, detail });
  return had;
}

export function endOf(day: string | undefined): number | null {
  if (day === undefined) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T23:59:59Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new Invalid(`${day} is no day.`, 'Write it as 2027-01-31.');
  return Math.floor(time / 1000);
}

export const seconds = () => Math.floor(Date.now() / 1000);
