import { tokensSought } from '../../../register/found-by.ts';
import { languagesOf } from '../../../register/register-context.ts';
import { softwareFacts } from '../../../register/software/catalogue.ts';
import { softwareFacets } from '../../../register/software/index-entry.ts';
import {
  countSoftware,
  countSoftwareFacet,
  listSoftware,
  SOFTWARE_SORTS,
  type SoftwareRequest,
} from '../../../store/software-listing.ts';
import type { SoftwareTable } from '../../../store/software-tables.ts';
import { Analyser } from '../../../wiki/search/analyse.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, ownAddress } from '../../context.ts';
import { feedLinks } from '../../feeds/feed-links.ts';
import { ownPage } from '../../own-page.tsx';
import { DESCRIPTION_FILES } from '../../register/description-file.ts';
import { filtersOf } from '../../register/facet-view.ts';
import {
  contractPage,
  SOFTWARE,
  SOFTWARE_FILES,
  SOFTWARE_PAGES,
  softwarePage,
} from '../../software/addresses.ts';
import {
  type AskedSoftware,
  askedSoftware,
  softwareAddress,
  softwareParameters,
} from '../../software/asked-software.ts';
import {
  descriptionOf,
  recordOf,
  type SoftwareWords,
  softwareMarks,
  softwareWords,
} from '../../software/software-words.ts';
import type { Link } from '../../views/link.ts';
import type { SoftwareCardProps } from '../../views/software/software-card.tsx';
import { SoftwareListPage } from '../../views/software/software-list-page.tsx';
import { missingPage } from '../missing.tsx';

const PER_PAGE = 50;

/** The catalogue of supported software: `/-/software?q=…&category=Réseau&critical=yes&page=2`. */
export async function softwareListPage(context: Context): Promise<Answer> {
  const { ask, site, query, origin } = context;
  const language = askedLanguage(context);
  const { software: settings } = site.settings;
  if (!settings) return await missingPage(context, language);
  const words = softwareWords(site, language);
  const { messages } = words;
  const asked = askedSoftware(site, query);
  const analysers = languagesOf(site).map((code) => new Analyser(code));
  const request: SoftwareRequest = { tokens: tokensSought(asked.text, analysers), filters: asked.filters };
  const total = await ask(countSoftware, request);
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(asked.page, pages);
  const rows = await ask(listSoftware, request, {
    sort: asked.sort,
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
  });
  const counts = new Map(
    await Promise.all(
      softwareFacets(settings).map(
        async (facet) => [facet, await ask(countSoftwareFacet, request, facet)] as const,
      ),
    ),
  );
  const facts = await ask(softwareFacts);
  const href = (more: Partial<typeof asked>) => softwareAddress(site, language, { ...asked, ...more });
  const isWhole = asked.text === '' && Object.keys(asked.filters).length === 0;
  const kept = language === site.defaultLanguage ? [] : [['lang', language] as const];
  return await ownPage(context, {
    language,
    title: messages.software.title,
    href: softwareAddress(site, language),
    alternates: feedLinks(site, { kind: 'software' }, language, messages.software.feedTitle),
    ...(isWhole && asked.sort === 'name' && { canonical: origin + href({ page }) }),
    searches: true,
    content: (
      <SoftwareListPage
        messages={messages}
        action={SOFTWARE}
        text={asked.text}
        kept={[...softwareParameters(asked, ['q', 'page']), ...kept]}
        isEmpty={total === 0 && isWhole}
        total={total}
        cards={rows.map((row) => card(context, language, row, words))}
        filters={filtersOf(messages, {
          counts,
          chosen: asked.filters,
          titleOf: words.facetTitle,
          nameOf: words.valueName,
          href: (filters) => href({ filters: filters as AskedSoftware['filters'], page: 1 }),
        })}
        sorts={SOFTWARE_SORTS.map((sort) => ({
          label: messages.software.sorts[sort],
          href: href({ sort, page: 1 }),
          isHere: sort === asked.sort,
        }))}
        pager={{ page, pages, href: (page) => href({ page }) }}
        downloadTitle={messages.software.download}
        downloads={[...SOFTWARE_FILES, ...Object.keys(DESCRIPTION_FILES)].map((name) => ({
          label: name,
          href: `${SOFTWARE}/${name}`,
        }))}
        {...(!isWhole && { unfilteredHref: href({ filters: {}, page: 1 }) })}
        compare={{ action: SOFTWARE_PAGES.compare, kept }}
        around={around(context, language, words)}
        faults={(facts?.findings ?? []).map(({ path, line, message }) => ({
          where: messages.software.line(path, line),
          message: messages.checks.sentence({
            rule: 'software',
            ...{ path, subject: '', times: 1 },
            detail: { message },
          }),
        }))}
        isFormer={facts?.shownCommit !== undefined}
      />
    ),
  });
}

function around({ site }: Context, language: string, { messages, contract }: SoftwareWords): Link[] {
  const settings = site.settings.software;
  const at = (label: string, path: string) => ({ label, href: ownAddress(site, path, language) });
  return [
    ...Object.keys(settings?.contracts ?? {}).map((name) => at(contract(name), contractPage(name))),
    ...(settings?.trainings === undefined ? [] : [at(messages.software.trainings, SOFTWARE_PAGES.trainings)]),
    at(messages.software.changes, SOFTWARE_PAGES.changes),
  ];
}

function card(
  { site }: Context,
  language: string,
  row: SoftwareTable,
  { messages }: SoftwareWords,
): SoftwareCardProps {
  const software = recordOf(row);
  return {
    key: row.key,
    href: ownAddress(site, softwarePage(row.key), language),
    name: row.name,
    marks: softwareMarks(software, row.state, messages),
    description: descriptionOf(software, language, site),
    category: software.category,
    licence: software.licence,
  };
}
