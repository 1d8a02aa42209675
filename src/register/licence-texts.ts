import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { licenceWords, type WordPairs, wordPairs } from './licence-words.ts';

/** A licence and the words of its text. */
export interface LicenceText {
  readonly id: string;
  readonly pairs: WordPairs;
}

/** What repositories of administrations have, and what would be taken for it if it were not known by its own text. */
const IDS = `
  0BSD AFL-3.0 AGPL-3.0-only Apache-1.1 Apache-2.0 Artistic-2.0 BSD-1-Clause BSD-2-Clause BSD-2-Clause-Views BSD-3-Clause
  BSD-3-Clause-Clear BSD-4-Clause BSD-4-Clause-UC BSL-1.0 BUSL-1.1 BlueOak-1.0.0 CC-BY-3.0 CC-BY-4.0 CC-BY-NC-4.0
  CC-BY-NC-ND-4.0 CC-BY-NC-SA-4.0 CC-BY-ND-4.0 CC-BY-SA-3.0 CC-BY-SA-4.0 CC0-1.0 CDDL-1.0 CDDL-1.1 CECILL-1.0 CECILL-2.0
  CECILL-2.1 CECILL-B CECILL-C CPAL-1.0 CPL-1.0 CUA-OPL-1.0 ECL-2.0 EPL-1.0 EPL-2.0 EUPL-1.0 EUPL-1.1 EUPL-1.2
  Elastic-2.0 GFDL-1.1-only GFDL-1.2-only GFDL-1.3-only GPL-1.0-only GPL-2.0-only GPL-3.0-only HPND ISC JSON
  LGPL-2.0-only LGPL-2.1-only LGPL-3.0-only LPPL-1.3c LiLiQ-P-1.1 LiLiQ-R-1.1 LiLiQ-Rplus-1.1 MIT MIT-0 MPL-1.1 MPL-2.0
  MS-PL MS-RL MulanPSL-2.0 NCSA ODbL-1.0 OFL-1.1 OSL-3.0 PHP-3.01 PSF-2.0 PostgreSQL Python-2.0 SSPL-1.0 UPL-1.0
  Unlicense Vim W3C WTFPL X11 ZPL-2.1 Zlib etalab-2.0`
  .trim()
  .split(/\s+/);

/** The LGPL 3 is what it adds to the GPL 3; SPDX gives both, most repositories the first alone. */
const LGPL_3 = 'LGPL-3.0-only';

/** The texts of SPDX that files are compared with: 80 of them, 30 MB of memory, a third of a second. */
export function loadLicenceTexts(): readonly LicenceText[] {
  const { resolve } = createRequire(import.meta.url);
  return IDS.flatMap((id) => {
    const file = resolve(`spdx-license-list/licenses/${id}.json`);
    const { licenseText } = JSON.parse(readFileSync(file, 'utf8')) as { readonly licenseText: string };
    return texts(id, licenseText).map((text) => ({ id, pairs: wordPairs(licenceWords(text)) }));
  });
}

function texts(id: string, text: string): readonly string[] {
  const gpl = id === LGPL_3 ? text.indexOf('\nGNU GENERAL PUBLIC LICENSE') : -1;
  return gpl === -1 ? [text] : [text, text.slice(0, gpl)];
}
