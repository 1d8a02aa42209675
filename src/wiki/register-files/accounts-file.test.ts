import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasRealCode, realCode } from '../../../test/support/real-wiki.ts';
import { readAccounts } from './accounts-file.ts';

/** What is wrong, as `line:column message`. */
const told = (source: string) =>
  readAccounts(source).findings.map(({ line, column, message }) => `${line}:${column} ${message}`);

test('a forge has accounts, each of an organisation with its policy and its office', () => {
  const { value, findings } = readAccounts(
    [
      'gitlab.com:',
      '  forge: gitlab',
      '  owners:',
      '    ville-exemple:',
      '      pso_id: org-1',
      '      floss_policy: https://exemple.example/politique',
      '      ospo_url: https://exemple.example/ospo',
      '    ancien:',
      '      pso_id: 00000000-0000-0000-0000-000000000000',
      '      ignored_since: 2024-08-09',
    ].join('\n'),
  );
  expect(findings).toEqual([]);
  expect(value).toMatchObject([
    {
      host: 'gitlab.com',
      kind: 'gitlab',
      accounts: [
        {
          login: 'ville-exemple',
          organisation: 'org-1',
          policy: 'https://exemple.example/politique',
          office: 'https://exemple.example/ospo',
          line: 4,
        },
        { login: 'ancien', organisation: undefined, ignoredSince: '2024-08-09' },
      ],
    },
  ]);
});

test('all accounts count on a forge that is an organisation’s own', () => {
  const { value } = readAccounts('git.exemple.example:\n  forge: gitea\n  pso_id: org-1\n');
  expect(value).toMatchObject([{ kind: 'gitea', accounts: undefined, organisation: 'org-1' }]);
});

test('what is wrong is told where it is, and the rest stands', () => {
  const source = [
    'a.example: { forge: cvs }',
    'b.example:',
    '  forge: gitlab',
    '  pso_id: org-1',
    '  colour: red',
    'https://c.example/: { forge: gitlab, pso_id: org-1 }',
    'd.example: { forge: gitlab }',
    'e.example: { forge: gitlab, pso_id: org-1, ignored_since: yesterday }',
    'f.example: { forge: gitlab, pso_id: org-1 }',
  ].join('\n');
  expect(told(source)).toEqual([
    '1:14 a.example, forge: is none of github, gitlab, gitea, forgejo, gogs, sourcehut, bitbucket, git',
    '5:3 b.example, colour: is not a key known here',
    '6:1 https://c.example/: is not the name of a host such as gitlab.com',
    '7:1 d.example: has neither owners nor a pso_id',
    '8:44 e.example, ignored_since: is not a date such as 2024-08-09',
  ]);
  expect(readAccounts(source).value.map(({ host }) => host)).toEqual(['d.example', 'f.example']);
});

test('an account that two organisations claim is told, and stays with the first', () => {
  const source = [
    'github.com:',
    '  forge: github',
    '  owners:',
    '    Exemple: { pso_id: org-1 }',
    '    exemple: { pso_id: org-2 }',
  ].join('\n');
  expect(told(source)).toEqual([
    '5:5 github.com/exemple: two organisations claim it, org-1 on line 4 and org-2 here; keep one',
  ]);
  expect(readAccounts(source).value[0]?.accounts).toHaveLength(1);
});

test('a forge that is there twice counts once', () => {
  expect(told('a.example: { forge: gitlab, pso_id: x }\nA.example: { forge: gitlab, pso_id: y }')).toEqual([
    '2:1 A.example: is there already, on line 1; put its accounts together',
  ]);
});

test.each([
  ['no YAML', 'a: [', /^1:\d+ /],
  ['no map', '- a', /not a map/],
  [
    'a bomb of aliases',
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
    /./,
  ],
  ['too long', `# ${'x'.repeat(5_000_000)}`, /longer than 4 MB/],
])('%s is told, and nothing stands', (_, source, said) => {
  const { value } = readAccounts(source);
  expect(value).toEqual([]);
  expect(told(source).join()).toMatch(said);
});

describe.skipIf(!hasRealCode)('the real file', () => {
  test('has 93 forges, and nothing is wrong in it', () => {
    const { value, findings } = readAccounts(
      readFileSync(join(realCode, 'comptes-organismes-publics.yml'), 'utf8'),
    );
    expect(findings).toEqual([]);
    expect(value).toHaveLength(93);
    expect(value.flatMap(({ accounts }) => accounts ?? []).length).toBeGreaterThan(200);
  });
});
