/** Licences by SPDX identifier, and what forges and catalogues call them. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  '0BSD': ['BSD Zero Clause License', 'Zero-Clause BSD'],
  'AFL-3.0': ['Academic Free License v3.0'],
  'AGPL-3.0': ['GNU Affero General Public License v3.0', 'AGPL-3.0-only', 'AGPL-3.0-or-later'],
  'Apache-2.0': ['Apache License 2.0', 'Apache 2.0'],
  'Artistic-2.0': ['Artistic License 2.0'],
  'BSD-2-Clause': ['BSD 2-Clause "Simplified" License'],
  'BSD-3-Clause': ['BSD 3-Clause "New" or "Revised" License', 'BSD 3-Clause "New" or "Revised" License'],
  'BSD-3-Clause-Clear': ['BSD 3-Clause Clear License'],
  'BSD-4-Clause': ['BSD 4-Clause "Original" or "Old" License'],
  'BSL-1.0': ['Boost Software License 1.0'],
  'CC-BY-4.0': ['Creative Commons Attribution 4.0 International'],
  'CC-BY-SA-4.0': ['Creative Commons Attribution Share Alike 4.0 International'],
  'CC0-1.0': ['Creative Commons Zero v1.0 Universal'],
  'CECILL-2.1': ['CeCILL Free Software License Agreement v2.1'],
  'CECILL-B': ['CeCILL-B Free Software License Agreement'],
  'CECILL-C': ['CeCILL-C Free Software License Agreement'],
  'ECL-2.0': ['Educational Community License v2.0'],
  'EPL-1.0': ['Eclipse Public License 1.0'],
  'EPL-2.0': ['Eclipse Public License 2.0'],
  'EUPL-1.1': ['European Union Public License 1.1'],
  'EUPL-1.2': ['European Union Public License 1.2'],
  'GPL-2.0': ['GNU General Public License v2.0', 'GPL-2.0-only', 'GPL-2.0-or-later'],
  'GPL-3.0': ['GNU General Public License v3.0', 'GPL-3.0-only', 'GPL-3.0-or-later'],
  ISC: ['ISC License'],
  'LGPL-2.1': ['GNU Lesser General Public License v2.1', 'LGPL-2.1-only', 'LGPL-2.1-or-later'],
  'LGPL-3.0': ['GNU Lesser General Public License v3.0', 'LGPL-3.0-only', 'LGPL-3.0-or-later'],
  'LPPL-1.3c': ['LaTeX Project Public License v1.3c'],
  MIT: ['MIT License', 'Expat'],
  'MIT-0': ['MIT No Attribution'],
  'MPL-2.0': ['Mozilla Public License 2.0'],
  'MS-PL': ['Microsoft Public License'],
  'MulanPSL-2.0': ['Mulan Permissive Software License, Version 2'],
  NCSA: ['University of Illinois/NCSA Open Source License'],
  'ODbL-1.0': ['Open Data Commons Open Database License v1.0'],
  'OFL-1.1': ['SIL Open Font License 1.1'],
  'OSL-3.0': ['Open Software License 3.0'],
  PostgreSQL: ['PostgreSQL License'],
  'UPL-1.0': ['Universal Permissive License v1.0'],
  Unlicense: ['The Unlicense'],
  WTFPL: ['Do What The F*ck You Want To Public License', 'Do What The Fuck You Want To Public License'],
  Zlib: ['zlib License'],
  'etalab-2.0': ['Licence Ouverte 2.0', 'Etalab Open License 2.0'],
};

const IDENTIFIERS = new Map(
  Object.entries(NAMES).flatMap(([id, names]) => [id, ...names].map((name) => [name.toLowerCase(), id])),
);

/** The SPDX identifier of what a forge or a catalogue says; null of what is not known here. */
export function spdxOf(licence: string | null | undefined): string | null {
  return IDENTIFIERS.get((licence ?? '').trim().toLowerCase()) ?? null;
}
