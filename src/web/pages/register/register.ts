import { exportFile } from '../../../register/exports/files.ts';
import { codeRepository } from '../../../store/code-listing.ts';
import { type Answer, movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, ownAddress } from '../../context.ts';
import { CODE, CODE_DATA, codePage, namedCode } from '../../register/addresses.ts';
import type { Page } from '../../responder.tsx';
import type { FileStream } from '../file.ts';
import { missingPage } from '../missing.tsx';
import { accountPage } from './account.tsx';
import { awesomeJson, awesomeMarkdown } from './awesome.ts';
import { dataPage } from './data.tsx';
import { catalogueFile, dataPackageFile } from './descriptions.ts';
import { codeExport } from './export.ts';
import { FEED_PAGES } from './feeds.ts';
import { aboutPubliccode } from './publiccode.ts';
import { repositoryPage } from './repository.tsx';

/** What has a name of its own below `/-/code/`; some have code.gouv.fr’s too. */
const NAMED: Readonly<Record<string, Page>> = {
  [CODE_DATA]: dataPage,
  [`${CODE}/datapackage.json`]: dataPackageFile,
  [`${CODE}/catalog.jsonld`]: catalogueFile,
  [`${CODE}/awesome.md`]: awesomeMarkdown,
  [`${CODE}/awesome-codegouvfr.md`]: awesomeMarkdown,
  [`${CODE}/awesome.json`]: awesomeJson,
  ...FEED_PAGES,
};

/** What is below `/-/code/`: repositories, accounts, files. A former address leads to the present one. */
export async function registerPage(context: Context): Promise<Answer | FileStream> {
  const { ask, site, path } = context;
  const language = askedLanguage(context);
  const file = exportFile(path.slice(CODE.length + 1));
  if (file) return await codeExport(context, file);
  const page = Object.hasOwn(NAMED, path) ? NAMED[path] : undefined;
  if (page) return await page(context);
  const named = namedCode(path);
  if (named?.kind === 'account') return await accountPage(context, language, named.address);
  const row = named && (await ask(codeRepository, named.address));
  if (!row)
    return (
      (named && (await aboutPubliccode(context, named.address))) ?? (await missingPage(context, language))
    );
  const present = codePage('repository', row.address);
  if (row.address !== named.address || path !== decodeURIComponent(present))
    return movedAnswer(ownAddress(site, present, language));
  return await repositoryPage(context, language, row);
}
