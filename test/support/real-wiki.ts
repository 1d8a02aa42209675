import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './folder.ts';
import { git } from './git.ts';

/** The real wiki this project starts from, as a Git bundle beside the project. */
const bundle = fileURLToPath(new URL('../../../shared/data/logiciels-libres.bundle', import.meta.url));

/** Whether it is here; for `describe.skipIf(!hasRealWiki)`. */
export const hasRealWiki = existsSync(bundle);

/** Where its pages were shown before: links to there are links to its own files. */
export const realLegacy = 'https://git.sr.ht/~etalab/logiciels-libres/blob/master/';

/** A clone of it of one’s own. */
export async function realWiki(): Promise<string> {
  const path = join(await temporaryFolder('real'), 'logiciels-libres');
  await git('/', ['clone', '--quiet', bundle, path]);
  return path;
}

/** What code.gouv.fr published in 2021, and the schemas of its tables, beside the project. */
export const realCode = fileURLToPath(new URL('../../../shared/data/code-gouv-fr', import.meta.url));

/** Whether it is here; for `describe.skipIf(!hasRealCode)`. */
export const hasRealCode = existsSync(realCode);
