import { exportFile } from '../../../register/exports/files.ts';
import { codeRepository } from '../../../store/code-addresses.ts';
import { type Answer, movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, ownAddress } from '../../context.ts';
import {
  CODE,
  CODE_DATA,
  type CodeList,
  type CodePageKind,
  codeListAt,
  codePage,
  namedCode,
} from '../../register/addresses.ts';
import { listParent } from '../../register/register-page.tsx';
import type { Page } from '../../responder.tsx';
import type { FileStream } from '../file.ts';
import { missingPage } from '../missing.tsx';
import { accountPage } from './account.tsx';
import { awesomeJson, awesomeMarkdown } from './awesome.ts';
import { dataPage } from './data.tsx';
import { dependenciesPage, dependencyPage } from './dependencies.tsx';
import { catalogueFile, dataPackageFile } from './descriptions.ts';
import { codeExport } from './export.ts';
import { FEED_PAGES } from './feeds.ts';
import { forgePage } from './forge.tsx';
import { licencePage } from './licence.tsx';
import { officePage } from './office.tsx';
import { officesPage } from './offices.tsx';
import { organisationPage } from './organisation.tsx';
import { organisationsPage } from './organisations.tsx';
import { aboutPubliccode } from './publiccode.ts';
import { remarkablePage } from './remarkable.tsx';
import { repositoryPage } from './repository.tsx';
import { statisticsFile, statisticsFileAt, statisticsPage } from './statistics.tsx';
import { valuePage } from './value.tsx';
import { valuesPage } from './values.tsx';

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

type Named = (context: Context, language: string, name: string) => Promise<Answer | undefined>;

const LISTS: Readonly<Record<CodeList, (context: Context, language: string) => Promise<Answer>>> = {
  organisations: organisationsPage,
  offices: officesPage,
  licences: (context, language) => valuesPage(context, language, 'licences', 'licence'),
  languages: (context, language) => valuesPage(context, language, 'languages', 'language'),
  forges: (context, language) => valuesPage(context, language, 'forges', 'forge'),
  topics: (context, language) => valuesPage(context, language, 'topics', 'topic'),
  dependencies: dependenciesPage,
  remarkable: remarkablePage,
  statistics: statisticsPage,
};

/** A language or a topic, of which nothing is known but who has it. */
const plain =
  (facet: 'language' | 'topic', list: CodeList): Named =>
  (context, language, value) =>
    valuePage(context, language, {
      facet,
      value,
      kind: facet,
      title: value,
      parents: [listParent(context, language, list)],
    });

const PAGES: Readonly<Record<Exclude<CodePageKind, 'repository'>, Named>> = {
  account: accountPage,
  organisation: organisationPage,
  office: officePage,
  licence: licencePage,
  language: plain('language', 'languages'),
  forge: forgePage,
  topic: plain('topic', 'topics'),
  dependency: dependencyPage,
};

/** What is below `/-/code/`: pages of one thing, lists, files. A former address of a repository leads to the present one. */
export async function registerPage(context: Context): Promise<Answer | FileStream> {
  const { ask, site, path } = context;
  const language = askedLanguage(context);
  const file = exportFile(path.slice(CODE.length + 1));
  if (file) return await codeExport(context, file);
  const page = Object.hasOwn(NAMED, path) ? NAMED[path] : undefined;
  if (page) return await page(context);
  const list = codeListAt(path);
  if (list) return await LISTS[list](context, language);
  const picture = statisticsFileAt(path);
  if (picture) return await statisticsFile(context, language, picture);
  const named = namedCode(path);
  if (named && named.kind !== 'repository')
    return (
      (await PAGES[named.kind](context, language, named.address)) ?? (await missingPage(context, language))
    );
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
