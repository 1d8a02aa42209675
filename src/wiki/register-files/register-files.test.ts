import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasRealCode, realCode } from '../../../test/support/real-wiki.ts';
import type { Finding } from './finding.ts';
import { readOffices } from './offices-file.ts';
import { ancestors, readOrganisations } from './organisations-file.ts';
import { readPlatforms } from './platforms-file.ts';
import { readRemarkable } from './remarkable-file.ts';

const told = (findings: readonly Finding[]) =>
  findings.map(({ line, column, message }) => `${line}:${column} ${message}`);

test('organisations form a tree', () => {
  const { value, findings } = readOrganisations(
    'm: Ministère\ns: { name: Service, parent: m }\nb: { name: Bureau, parent: s }\n',
  );
  expect(findings).toEqual([]);
  expect(ancestors(value).get('b')).toEqual(['s', 'm']);
});

test('organisations that are parents of each other are told, and stand without', () => {
  const { value, findings } = readOrganisations(
    'a: { name: A, parent: b }\nb: { name: B, parent: a }\nc: { name: C, parent: a }\nd: { name: D, parent: d }\n',
  );
  expect(told(findings)).toEqual([
    '1:15 a: is its own parent (a -> b -> a); take one of these parents away',
    '2:15 b: is its own parent (b -> a -> b); take one of these parents away',
    '4:15 d: is its own parent (d -> d); take one of these parents away',
  ]);
  expect(value.map(({ parent }) => parent)).toEqual([undefined, undefined, 'a', undefined]);
});

test('a parent that is not there is told', () => {
  expect(told(readOrganisations('a: { name: A, parent: z }').findings)).toEqual([
    '1:15 a: its parent z is not in this file; add it, or take the parent away',
  ]);
});

test('platforms are read by their columns, and a row that is wrong is told', () => {
  const { value, findings } = readPlatforms(
    'platform,domain_name\r\ngitlab,git.a.example\r\ncvs,b.example\r\ngitea,git.a.example\r\n',
  );
  expect([...value]).toEqual([['git.a.example', 'gitlab']]);
  expect(told(findings)).toEqual([
    '3:1 b.example: cvs is none of github, gitlab, gitea, forgejo, gogs, sourcehut, bitbucket, git',
    '4:1 git.a.example: is there already',
  ]);
});

describe.skipIf(!hasRealCode)('the real files', () => {
  const text = (name: string) => readFileSync(join(realCode, name), 'utf8');

  test.each([
    ['top_organizations.yml', readOrganisations, 19],
    ['fr-public-sector-ospo.yml', readOffices, 9],
    ['awesome-codegouvfr.yml', readRemarkable, 20],
  ] as const)('%s loads as it is', (name, read, count) => {
    const { value, findings } = read(text(name));
    expect(findings).toEqual([]);
    expect(value).toHaveLength(count);
  });

  test('platforms.csv loads as it is', () => {
    const { value, findings } = readPlatforms(text('platforms.csv'));
    expect(findings).toEqual([]);
    expect(value.size).toBe(95);
  });
});
