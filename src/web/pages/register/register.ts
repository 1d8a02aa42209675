import { codeRepository } from '../../../store/code-listing.ts';
import { type Answer, movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, ownAddress } from '../../context.ts';
import { codeFile, codePage, namedCode } from '../../register/addresses.ts';
import type { FileStream } from '../file.ts';
import { missingPage } from '../missing.tsx';
import { accountPage } from './account.tsx';
import { codeExport } from './export.ts';
import { repositoryPage } from './repository.tsx';

/** What is below `/-/code/`: repositories, accounts, files. A former address leads to the present one. */
export async function registerPage(context: Context): Promise<Answer | FileStream> {
  const { ask, site, path } = context;
  const language = askedLanguage(context);
  const file = codeFile(path);
  if (file) return await codeExport(context, file);
  const named = namedCode(path);
  if (named?.kind === 'account') return await accountPage(context, language, named.address);
  const row = named && (await ask(codeRepository, named.address));
  if (!row) return await missingPage(context, language);
  const present = codePage('repository', row.address);
  if (row.address !== named.address || path !== decodeURIComponent(present))
    return movedAnswer(ownAddress(site, present, language));
  return await repositoryPage(context, language, row);
}
