import { expect, test } from 'vitest';
import { licenceOfForge } from './forge-licence.ts';
import { readLicenceExpression } from './spdx.ts';

test.each([
  ['MIT', 'MIT'],
  ['mit', 'MIT'],
  ['MIT OR Apache-2.0', 'MIT OR Apache-2.0'],
  ['(MIT or apache-2.0) and EUPL-1.2', '(MIT OR Apache-2.0) AND EUPL-1.2'],
  ['GPL-2.0-or-later WITH Classpath-exception-2.0', 'GPL-2.0-or-later WITH Classpath-exception-2.0'],
  ['Apache-2.0+', 'Apache-2.0+'],
  ['LicenseRef-Proprietary', 'LicenseRef-Proprietary'],
  ['DocumentRef-spdx:LicenseRef-1 AND MIT', 'DocumentRef-spdx:LicenseRef-1 AND MIT'],
])('the expression %s is %s', (text, canonical) => {
  expect(readLicenceExpression(text)).toMatchObject({ canonical, unknown: [] });
});

test.each([
  ['GPL-3.0', 'GPL-3.0-only'],
  ['GPL-3.0+', 'GPL-3.0-or-later'],
  ['agpl-3.0', 'AGPL-3.0-only'],
  ['GPL-2.0-with-classpath-exception', 'GPL-2.0-only WITH Classpath-exception-2.0'],
])('%s is deprecated in favour of %s', (text, canonical) => {
  const read = readLicenceExpression(text);
  expect(read?.canonical).toBe(canonical);
  expect(read?.deprecated).toHaveLength(1);
});

test('what SPDX does not know is told, as it is written', () => {
  expect(readLicenceExpression('MIT OR Foo-1.0 WITH Bar-exception')?.unknown).toEqual([
    'Foo-1.0',
    'Bar-exception',
  ]);
});

test.each([
  '',
  ' ',
  'MIT OR',
  'OR MIT',
  '(MIT',
  'MIT)',
  'MIT Apache-2.0',
  'MIT / GPL',
  'MIT, ISC',
  'é',
  '()',
  'MIT WITH',
  '(('.repeat(2000),
])('%j is no expression', (text) => {
  expect(readLicenceExpression(text)).toBeUndefined();
});

test.each([
  ['mit', 'MIT'],
  ['GPL-3.0', 'GPL-3.0-only'],
  ['agpl-3.0', 'AGPL-3.0-only'],
  ['MIT License', 'MIT'],
  ['GNU General Public License v3.0', 'GPL-3.0-only'],
  ['GNU General Public License version 3', 'GPL-3.0-only'],
  ['GNU General Public License v2.0', 'GPL-2.0-only'],
  ['GNU Affero General Public License v3.0', 'AGPL-3.0-only'],
  ['GNU Lesser General Public License v2.1', 'LGPL-2.1-only'],
  ['GNU Lesser General Public License v3.0', 'LGPL-3.0-only'],
  ['Apache License 2.0', 'Apache-2.0'],
  ['BSD 3-Clause "New" or "Revised" License', 'BSD-3-Clause'],
  ['BSD 2-Clause "Simplified" License', 'BSD-2-Clause'],
  ['BSD Zero Clause License', '0BSD'],
  ['Eclipse Public License 2.0', 'EPL-2.0'],
  ['Eclipse Public License 1.0', 'EPL-1.0'],
  ['Mozilla Public License 2.0', 'MPL-2.0'],
  ['European Union Public License 1.2', 'EUPL-1.2'],
  ['European Union Public License 1.1', 'EUPL-1.1'],
  ['ISC License', 'ISC'],
  ['Creative Commons Attribution Share Alike 4.0 International', 'CC-BY-SA-4.0'],
  ['Creative Commons Attribution 4.0 International', 'CC-BY-4.0'],
  ['Creative Commons Zero v1.0 Universal', 'CC0-1.0'],
  ['The Unlicense', 'Unlicense'],
  ['CeCILL Free Software License Agreement v2.1', 'CECILL-2.1'],
  ['PostgreSQL License', 'PostgreSQL'],
  ['Do What The Fuck You Want To Public License', 'WTFPL'],
  ['Licence Ouverte 2.0', 'etalab-2.0'],
  ['GPLv3+', 'GPL-3.0-or-later'],
  ['https://opensource.org/licenses/MIT', 'MIT'],
  ['https://spdx.org/licenses/EUPL-1.2.html', 'EUPL-1.2'],
  ['https://spdx.org/licenses/AGPL-3.0-or-later', 'AGPL-3.0-or-later'],
  ['https://www.gnu.org/licenses/gpl-3.0.html', 'GPL-3.0-only'],
  ['http://www.apache.org/licenses/LICENSE-2.0', 'Apache-2.0'],
  ['Other', undefined],
  ['NOASSERTION', undefined],
  ['', undefined],
  ['UNLICENSED', undefined],
  ['my own licence', undefined],
])('a forge that says %j means %s', (said, id) => {
  expect(licenceOfForge(said)).toBe(id);
});
