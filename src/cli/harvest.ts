import { Conflict, Invalid } from '../config/errors.ts';
import { readHarvest } from '../config/harvest.ts';
import { ForgeClient } from '../register/harvest/forge-client.ts';
import { type HarvestOutcome, harvest as harvestForges } from '../register/harvest/harvest.ts';
import type { ForgeOutcome } from '../register/harvest/harvest-forge.ts';
import { asOnlyHarvest } from '../register/harvest/harvest-lease.ts';
import type { HarvestProgress } from '../register/harvest/progress.ts';
import { type Command, DONE, FAILED } from './command.ts';
import { showBar } from './progress.ts';
import { REGISTER_OPTIONS, REGISTER_OPTIONS_HELP, withRegister } from './register/open.ts';

export const harvest: Command = {
  name: 'harvest',
  summary: 'ask forges for the source code of the register',
  help: `Usage: greffe harvest [--only HOST[/ACCOUNT]] [--accept-drop]

Asks the forges of the accounts file (register.accounts in greffe.yml) for their accounts and repositories, and records what
is new in the register: one commit, none when nothing is. A repository that is no longer listed keeps its last data.

  --only HOST[/ACCOUNT]  one forge, or one account of it
  --accept-drop          record what a forge says though it lost much of what it had

${REGISTER_OPTIONS_HELP}
Environment: GREFFE_FORGE_TOKENS (HOST=TOKEN …), GREFFE_HARVEST_CONTACT (for the User-Agent), GREFFE_HARVEST_PRIVATE (addresses of
forges on a private network that may be asked: http://localhost:3000, or HOST=http://localhost:3000), GREFFE_HARVEST_THROUGH (forges that are asked through
ecosyste.ms: github.com=https://repos.ecosyste.ms).
`,
  options: { ...REGISTER_OPTIONS, only: { type: 'string' }, 'accept-drop': { type: 'boolean' } },
  positionals: 0,
  run: (values) =>
    withRegister(values, async ({ wiki, register, context }) => {
      if (context.forges.length === 0)
        throw new Invalid(
          'There are no accounts to harvest.',
          'Name a file of them: register.accounts in greffe.yml.',
        );
      const bar = showBar();
      const outcome = await asOnlyHarvest(wiki.database, (signal) =>
        harvestForges({
          database: wiki.database,
          register,
          context,
          client: new ForgeClient({ ...readHarvest(process.env), signal }),
          now: Math.floor(Date.now() / 1000),
          only: values.only === undefined ? undefined : String(values.only),
          acceptDrop: values['accept-drop'] === true,
          onProgress: (progress) => bar.show(stepOf(progress), progress.done, progress.total),
          signal,
        }),
      ).finally(bar.end);
      if (!outcome)
        throw new Conflict(
          'Another process harvests into this register.',
          'Wait until it is done; one that crashed is given up after two minutes.',
        );
      if (outcome.forges.length === 0)
        throw new Invalid(`No forge or account is ${values.only}.`, 'Write it as the accounts file does.');
      return report(outcome);
    }),
};

/** Says what was recorded, and what was not and why; fails when something was not. */
function report({ forges, added, changed, unchanged, commit }: HarvestOutcome): number {
  process.stdout.write(
    `${added} repositories added, ${changed} changed, ${unchanged} as before${commit === undefined ? ': nothing new' : ''}\n`,
  );
  const faults = forges.flatMap(faultsOf);
  for (const fault of faults) process.stderr.write(`greffe: ${fault}\n`);
  return faults.length === 0 ? DONE : FAILED;
}

const STOPPED: Readonly<Record<NonNullable<ForgeOutcome['stopped']>, string>> = {
  'sudden-drop': 'Nothing of it was recorded. If it is right, harvest it with --accept-drop.',
  'unknown-kind': 'Nothing tells which program it runs. Say so in the accounts file: forge.',
  'no-listing': 'It does not list its accounts: name them in the accounts file.',
};

function stepOf({ step, left }: HarvestProgress): string {
  const name = step === 'accounts' ? 'Accounts' : 'Files';
  if (left === undefined) return name;
  const minutes = Math.ceil(left / 60);
  return `${name} (${minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`} left)`;
}

function faultsOf({ host, accounts, stopped, known, lost, unread }: ForgeOutcome): string[] {
  const drop = stopped === 'sudden-drop' ? ` ${lost} of ${known} repositories are no longer there.` : '';
  return [
    ...(stopped === undefined ? [] : [`${host}:${drop} ${STOPPED[stopped]}`]),
    ...(unread === 0
      ? []
      : [`${host}: the files of ${unread} repositories were not read; the next run goes on.`]),
    ...accounts.flatMap(({ address, fault, isComplete }) =>
      fault
        ? [`${address}: ${FAULTS[fault.reason]} (${fault.url})`]
        : isComplete
          ? []
          : [
              `${address}: some of what the forge lists cannot be read, or it lists more than 200,000; nothing is taken for missing.`,
            ],
    ),
  ];
}

const FAULTS = {
  'not-found': 'the forge does not know this account. If it was renamed, mend the accounts file.',
  gone: 'the forge says that this account is no more. If it was renamed, mend the accounts file.',
  refused: 'the forge refuses to answer. A token may be needed (GREFFE_FORGE_TOKENS).',
  'too-many-requests':
    'the forge wants to be asked less. Harvest later, or with a token (GREFFE_FORGE_TOKENS).',
  'forge-fault': 'the forge fails. Harvest it again later.',
  'no-answer': 'the forge does not answer. Look whether it still exists.',
  'private-network': 'the address is not public. If it may be asked, name it in GREFFE_HARVEST_PRIVATE.',
  'too-large': 'the answer is larger than any listing.',
  'not-json': 'the answer is not what the API of such a forge says. Look at its kind in the accounts file.',
  'sign-in-page': 'the forge wants people to sign in. A token may be needed (GREFFE_FORGE_TOKENS).',
  'too-many-redirects': 'the forge leads from one address to another without end.',
  budget: 'more requests than one run may make. The next run goes on.',
} as const;
