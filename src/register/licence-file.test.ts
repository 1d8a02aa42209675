import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { findLicence } from './licence-file.ts';
import { loadLicenceTexts } from './licence-texts.ts';

const texts = loadLicenceTexts();
const ids = [...new Set(texts.map(({ id }) => id))];
const find = (text: string) => findLicence(text, texts);

function textOf(id: string): string {
  const file = createRequire(import.meta.url).resolve(`spdx-license-list/licenses/${id}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { licenseText: string }).licenseText;
}

/** As a repository has it: with a holder, other lines, other quotes, in Markdown. */
function asCopied(text: string): string {
  const lines =
    text
      .replace(/[<[](?:year|yyyy)[>\]]/gi, '2024')
      .replace(/\s+/g, ' ')
      .match(/.{1,70}(?:\s|$)/g) ?? [];
  return `# License\n\nCopyright (c) 2019-2024 Ville d’Exemple\n\n${lines
    .join('\n')
    .replaceAll('"', '”')
    .replace(/\blicense\b/g, 'licence')}\n`;
}

test.each(ids)('%s is known by its text', (id) => {
  expect(find(textOf(id))).toMatchObject({ expression: id, by: 'text', likeness: 1 });
});

test.each(ids)('%s is known as repositories copy it', (id) => {
  expect(find(asCopied(textOf(id)))).toMatchObject({ expression: id, by: 'text' });
});

test.each([
  ['EUPL-1.2', 'LICENCE PUBLIQUE DE L’UNION EUROPÉENNE v. 1.2\n\nEUPL © Union européenne 2007, 2016\n'],
  ['EUPL-1.2', 'EUROOPA LIIDU TARKVARA VABA KASUTUSE LITSENTS v. 1.2\nEUPL © Euroopa Liit 2007, 2016\n'],
  ['CECILL-2.1', 'CONTRAT DE LICENCE DE LOGICIEL LIBRE CeCILL\n\nVersion 2.1 du 2013-06-21\n'],
  ['CECILL-B', 'CONTRAT DE LICENCE DE LOGICIEL LIBRE CeCILL-B\n\n   Avertissement\n'],
  [
    'etalab-2.0',
    'OPEN LICENCE 2.0/LICENCE OUVERTE 2.0\n\n“Reuse” of the “Information” covered by this licence\n',
  ],
])('%s is known by its title in another language', (id, text) => {
  expect(find(text)).toEqual({ expression: id, by: 'title', likeness: 0 });
});

test('a line of SPDX says it', () => {
  expect(find('See the file.\nSPDX-License-Identifier: GPL-3.0+\n')?.expression).toBe('GPL-3.0-or-later');
  expect(find('<!-- SPDX-License-Identifier: MIT OR EUPL-1.2 -->')?.expression).toBe('MIT OR EUPL-1.2');
});

test('lines of SPDX that do not agree say nothing', () => {
  expect(find('SPDX-License-Identifier: MIT\nSPDX-License-Identifier: ISC\n')).toBeUndefined();
});

test('a licence followed by other things is found', () => {
  const more = 'The pictures of this town were drawn by its children, who keep them. '.repeat(40);
  expect(find(`${textOf('EUPL-1.2')}\n\n${more}`)).toMatchObject({ expression: 'EUPL-1.2' });
  expect(find(`${textOf('MIT')}\n\n${more}`)).toMatchObject({ expression: 'MIT', by: 'part' });
});

test('the LGPL 3 is found with the GPL 3 and without', () => {
  const both = textOf('LGPL-3.0-only');
  expect(find(both)?.expression).toBe('LGPL-3.0-only');
  expect(find(both.slice(0, both.indexOf('\nGNU GENERAL PUBLIC LICENSE')))?.expression).toBe('LGPL-3.0-only');
});

test('two licences one after the other are none', () => {
  expect(find(`${textOf('MIT')}\n\n${textOf('Zlib')}\n\n${textOf('ISC')}`)).toBeUndefined();
});

test.each([
  '',
  'All rights reserved.',
  'MIT',
  'lorem ipsum '.repeat(20_000),
  '\u0000\u0001',
  '許可'.repeat(1000),
])('no licence is found in %j', (text) => {
  expect(find(text)).toBeUndefined();
});
