import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { type Repository, repository } from '../support/git.ts';
import { finished, isBuilt } from '../support/greffe.ts';

const meetings = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...['20220113', '20220210'].flatMap((day) => [
    'BEGIN:VEVENT',
    `UID:${day}`,
    `DTSTART;VALUE=DATE:${day}`,
    'SUMMARY:Réunion *du* groupe',
    'END:VEVENT',
  ]),
  'END:VCALENDAR',
].join('\r\n');

/** A wiki that began in December 2021, and what was done to it in January and February 2022. */
async function wikiOfTwoMonths(): Promise<Repository> {
  const wiki = await repository(
    {
      'greffe.yml': 'languages: [fr]\n',
      'index.md': '# Accueil',
      'guide.md': '# Guide\n\nComment publier.',
      'vieux.md': '# Vieux',
      'rdv.ics': meetings,
      'liste.csv': 'id,nom\n1,Apache\n2,Bind\n',
    },
    { date: '2021-12-20T10:00:00Z' },
  );
  const at = (date: string) => ({
    date: `2022-${date}T10:00:00Z`,
    author: 'Camille Exemple <c@wiki.example>',
  });
  await wiki.commit('ajoute', { 'neuf.md': '# Une [page]' }, at('01-10'));
  await wiki.commit('corrige', { 'guide.md': '# Guide\n\nComment bien publier.' }, at('01-12'));
  await wiki.commit('liste', { 'liste.csv': 'id,nom\n1,Apache HTTPD\n3,Cups\n' }, at('01-14'));
  await wiki.remove('vieux.md', at('01-31'));
  await wiki.commit('février', { 'fevrier.md': '# Février' }, at('02-02'));
  return wiki;
}

async function report(args: readonly string[]) {
  return await finished(['report', ...args, '--data', await temporaryFolder('data')]);
}

describe.skipIf(!isBuilt)('greffe report', () => {
  test('drafts what happened in the month, and nothing of the months around', async () => {
    const { code, said } = await report(['2022-01', (await wikiOfTwoMonths()).path, '--lang', 'fr']);
    expect(said).toBe(`---
title: Rapport de janvier 2022
---

## Les pages du wiki

Nouvelles pages\u00a0:

- [Une \\[page\\]](/neuf.md)

Pages mises à jour\u00a0:

- [Guide](/guide.md) – Comment bien publier.

Pages supprimées\u00a0:

- vieux.md

## Les données

[Liste](/liste.csv)\u00a0: 1 ligne ajoutée, 1 ligne retirée, 1 ligne modifiée.

- Ajouts\u00a0: Cups.
- Retraits\u00a0: Bind.

## Les rendez-vous

- 13 janvier\u00a0: Réunion \\*du\\* groupe

## Qui a contribué

- Camille Exemple, 4 modifications
`);
    expect(code).toBe(0);
  });

  test('keeps the text and the order of a template, and says what its headings left out', async () => {
    const template = join(await temporaryFolder(), 'modele.md');
    await writeFile(
      template,
      '# Rapport de {month}\r\n\r\nBonjour.\r\n\r\n# Agenda\r\n\r\n# Utiliser\r\n\r\nSuite.\r\n',
    );
    const { said } = await report(['2022-01', (await wikiOfTwoMonths()).path, '--template', template]);
    expect(said).toMatch(
      /^# Rapport de janvier 2022\n\nBonjour\.\n\n# Agenda\n\n- 13 janvier.*\n\n# Utiliser\n\nSuite\.\n\n\[Liste\]/,
    );
    expect(said).toContain('greffe: no heading of the template calls for: pages, contributors.');
  });

  test('says that nothing happened in an empty month', async () => {
    const { said } = await report(['2020-02', (await wikiOfTwoMonths()).path, '--lang', 'en']);
    expect(said).toContain('title: Report for February 2020');
    expect(said.match(/Nothing this month\./g)).toHaveLength(4);
  });

  test.each([
    [[], 'greffe: Which month? Write greffe report 2022-01.\n'],
    [['janvier'], 'greffe: "janvier" is not a month. Write the year and the month: 2022-01.\n'],
    [['2022-13'], 'greffe: "2022-13" is not a month. Write the year and the month: 2022-01.\n'],
    [
      ['2022-01', '.', '--template', '/nowhere.md'],
      'greffe: The template /nowhere.md cannot be read. Name a Markdown file with --template.\n',
    ],
  ])('refuses %j with what was expected', async (args, sentence) => {
    expect(await finished(['report', ...args])).toEqual({ code: 2, said: sentence });
  });
});
