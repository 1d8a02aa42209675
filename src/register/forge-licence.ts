import names from 'spdx-license-list/spdx.json' with { type: 'json' };
import { licenceId, readLicenceExpression } from './spdx.ts';

/** How forges and manifests say that they do not know. */
const UNKNOWN = new Set([
  '',
  'other',
  'noassertion',
  'none',
  'unknown',
  'unlicensed',
  'see license in license',
]);

/** What people write for an identifier, folded as {@link folded} does. */
const ALIASES: Readonly<Record<string, string>> = {
  apache: 'Apache-2.0',
  'apache 2': 'Apache-2.0',
  'license 2 0': 'Apache-2.0',
  'apache license': 'Apache-2.0',
  'apache software license': 'Apache-2.0',
  bsd: 'BSD-3-Clause',
  'bsd 0': '0BSD',
  'bsd 2 clause simplified license': 'BSD-2-Clause',
  'bsd 3': 'BSD-3-Clause',
  'bsd 3 clause new or revised license': 'BSD-3-Clause',
  'new bsd': 'BSD-3-Clause',
  'bsd zero clause license': '0BSD',
  cc0: 'CC0-1.0',
  'cc0 1 0 universal': 'CC0-1.0',
  cecill: 'CECILL-2.1',
  'cecill b': 'CECILL-B',
  'cecill c': 'CECILL-C',
  'cecill 2 1': 'CECILL-2.1',
  'cecill free software license agreement': 'CECILL-2.1',
  etalab: 'etalab-2.0',
  'licence ouverte': 'etalab-2.0',
  'licence ouverte 2 0': 'etalab-2.0',
  'open licence 2 0': 'etalab-2.0',
  eupl: 'EUPL-1.2',
  'eupl 1 2': 'EUPL-1.2',
  gpl: 'GPL-3.0-or-later',
  'gpl 2': 'GPL-2.0-only',
  'gpl 3': 'GPL-3.0-only',
  gplv2: 'GPL-2.0-only',
  gplv3: 'GPL-3.0-only',
  'gplv2+': 'GPL-2.0-or-later',
  'gplv3+': 'GPL-3.0-or-later',
  'gnu gpl 2': 'GPL-2.0-only',
  'gnu gpl 3': 'GPL-3.0-only',
  'gnu gplv3': 'GPL-3.0-only',
  'gnu agpl 3': 'AGPL-3.0-only',
  agpl: 'AGPL-3.0-or-later',
  'agpl 3': 'AGPL-3.0-only',
  agplv3: 'AGPL-3.0-only',
  'agplv3+': 'AGPL-3.0-or-later',
  'gnu agplv3': 'AGPL-3.0-only',
  lgpl: 'LGPL-3.0-or-later',
  'lgpl 2 1': 'LGPL-2.1-only',
  'lgpl 3': 'LGPL-3.0-only',
  lgplv3: 'LGPL-3.0-only',
  'lgplv2 1': 'LGPL-2.1-only',
  isc: 'ISC',
  expat: 'MIT',
  'mit expat': 'MIT',
  'expat mit': 'MIT',
  mpl: 'MPL-2.0',
  'mpl 2': 'MPL-2.0',
  mplv2: 'MPL-2.0',
  unlicense: 'Unlicense',
  'the unlicense': 'Unlicense',
  'do what the fuck you want to public license': 'WTFPL',
  'public domain': 'LicenseRef-public-domain',
};

const BY_NAME = new Map(
  Object.entries(names as Record<string, { readonly name: string }>).flatMap(([id, { name }]) => {
    const known = licenceId(id);
    return known && !known.isDeprecated && !/-or-later$/.test(id) ? [[folded(name), known.id] as const] : [];
  }),
);

/**
 * The SPDX expression for what a forge or a manifest calls a licence: an identifier in any case, a deprecated one, a full
 * name, an address of the licence. Nothing where it says that it does not know, or where nobody can tell.
 */
export function licenceOfForge(said: string): string | undefined {
  const text = said.trim();
  if (UNKNOWN.has(text.toLowerCase()) || text.length > 500) return undefined;
  const expression = readLicenceExpression(text);
  if (expression && expression.unknown.length === 0) return expression.canonical;
  const inAddress = /^https?:\/\/[^\s]*\/([^/?#\s]+?)(?:\.html|\.txt|\.php)?\/?(?:[?#].*)?$/.exec(text)?.[1];
  const inside = inAddress === undefined ? undefined : licenceId(inAddress);
  if (inside) return inside.instead ?? inside.id;
  const name = folded(inAddress ?? text);
  return ALIASES[name] ?? BY_NAME.get(name) ?? withoutVersionWord(name);
}

/** `GNU General Public License v3.0` and `… version 3` are `… v3.0 only` to SPDX. */
function withoutVersionWord(name: string): string | undefined {
  const dotted = / v?\d+$/.test(name) && !/ \d+ \d+$/.test(name) ? `${name} 0` : name;
  for (const candidate of [name, dotted, `${name} only`, `${dotted} only`, `${name} license`]) {
    const known = ALIASES[candidate] ?? BY_NAME.get(candidate);
    if (known) return known;
  }
  return undefined;
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\bversion\b/g, 'v')
    .replace(/\blicence\b(?! ouverte)/g, 'license')
    .replace(/[^a-z0-9+]+/g, ' ')
    .replace(/\bv (?=\d)/g, '')
    .replace(/\bv(?=\d)/g, '')
    .replace(/^the (?=.)/, '')
    .trim();
}
