import { softwareAt } from '../../../store/software-listing.ts';
import { type Answer, movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, ownAddress } from '../../context.ts';
import { descriptionFile } from '../../register/description-file.ts';
import { SOFTWARE, SOFTWARE_FILES, SOFTWARE_PAGES, softwarePage } from '../../software/addresses.ts';
import { describedSoftware } from '../../software/open-data.ts';
import { missingPage } from '../missing.tsx';
import { softwareChangesPage } from './changes.tsx';
import { softwareComparePage } from './compare.tsx';
import { softwareContractPage } from './contract.tsx';
import { softwareExport } from './export.ts';
import { softwarePageAnswer } from './software.tsx';
import { softwareTrainingsPage } from './trainings.tsx';

type Page = (context: Context, language: string) => Promise<Answer>;

const PAGES: Readonly<Record<string, Page>> = {
  [SOFTWARE_PAGES.changes]: softwareChangesPage,
  [SOFTWARE_PAGES.compare]: softwareComparePage,
  [SOFTWARE_PAGES.trainings]: softwareTrainingsPage,
  [`${SOFTWARE}/datapackage.json`]: descriptionFile('datapackage.json', describedSoftware),
  [`${SOFTWARE}/catalog.jsonld`]: descriptionFile('catalog.jsonld', describedSoftware),
};

const CONTRACTS = `${SOFTWARE}/contracts/`;

/** What is below `/-/software/`: files, contracts, and each software under its key. */
export async function softwareOr(context: Context): Promise<Answer> {
  const { ask, site, path } = context;
  const language = askedLanguage(context);
  if (!site.settings.software) return await missingPage(context, language);
  const page = Object.hasOwn(PAGES, path) ? PAGES[path] : undefined;
  if (page) return await page(context, language);
  if (path.startsWith(CONTRACTS))
    return await softwareContractPage(context, language, path.slice(CONTRACTS.length));
  const name = path.slice(SOFTWARE.length + 1);
  const file = SOFTWARE_FILES.find((one) => one === name);
  if (file) return await softwareExport(context, file);
  const key = name.normalize('NFC').toLowerCase().replace(/\/$/, '');
  const row = await ask(softwareAt, key);
  if (!row) return await missingPage(context, language);
  if (key !== name) return movedAnswer(ownAddress(site, softwarePage(key), language));
  return await softwarePageAnswer(context, language, row);
}
