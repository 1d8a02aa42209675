import { filesOf } from '../../../register/exports/files.ts';
import { hasCode } from '../../../store/code-addresses.ts';
import { type CodeCount, countCodeFacets } from '../../../store/code-facet-counts.ts';
import type { CodeFilterName } from '../../../store/code-facets.ts';
import { CODE_SORTS, countCode, listCode } from '../../../store/code-listing.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { CODE, CODE_DATA } from '../../register/addresses.ts';
import { type AskedCode, askedCode, codeAddressOf, codeParameters } from '../../register/asked-code.ts';
import { askedInWords } from '../../register/asked-words.ts';
import { cardOf } from '../../register/card-of.ts';
import { codeFeedLinks } from '../../register/code-feed-links.ts';
import { codeRequest } from '../../register/code-request.ts';
import { facetNames } from '../../register/facet-names.ts';
import { codeFilters } from '../../register/facet-view.ts';
import { FORMAT_NAMES } from '../../register/format-names.ts';
import { partialFacets } from '../../register/partial-facets.ts';
import { registerPageAnswer } from '../../register/register-page.tsx';
import { CodePage } from '../../views/register/code-page.tsx';

const PER_PAGE = 30;

/** The register of source code: `/-/code?q=…&language=Java&sort=stars&page=2`. */
export async function codePageAnswer(context: Context): Promise<Answer> {
  const { ask, site, query } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const asked = askedCode(query);
  const request = codeRequest(context, asked);
  const total = await ask(countCode, request);
  const pages = Math.max(1, Math.ceil(total.count / PER_PAGE));
  const page = Math.min(asked.page, pages);
  const rows = await ask(listCode, request, {
    sort: asked.sort,
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
    count: total.count,
  });
  const counts = await facetCounts(context, asked);
  const values = (facet: CodeFilterName) => [
    ...(counts.get(facet) ?? []).map(({ value }) => value),
    asked.filters[facet],
  ];
  const nameOf = await facetNames(context, language, {
    accounts: [...values('account'), ...rows.map(({ account }) => account)],
    organisations: [...values('organisation'), ...values('ministry')],
  });
  const partial = await partialFacets(context, asked, total.isMore);
  const href = (more: Partial<AskedCode>) => codeAddressOf(site, language, { ...asked, ...more });
  const isWhole = asked.text === '' && Object.keys(asked.filters).length === 0;
  const chosen = await askedInWords(context, language, asked);
  const { alternates, feeds } = codeFeedLinks(context, language, asked, chosen);
  return await registerPageAnswer(context, {
    language,
    title: chosen === '' ? messages.code.title : messages.codeFeeds.of(messages.code.title, chosen),
    href: href({ page }),
    ...(!isWhole && { parents: [] }),
    isOffered: isWhole && asked.sort === 'score',
    alternates,
    searches: true,
    content: (
      <CodePage
        messages={messages}
        action={CODE}
        text={asked.text}
        kept={[
          ...codeParameters(asked, ['q', 'page']),
          ...(language === site.defaultLanguage ? [] : [['lang', language] as const]),
        ]}
        isEmpty={total.count === 0 && !(await ask(hasCode))}
        total={total.count}
        isMore={total.isMore}
        cards={rows.map((row) => cardOf(context, language, row, nameOf('account', row.account)))}
        filters={codeFilters(context, language, asked, counts, { nameOf, partial })}
        sorts={CODE_SORTS.map((sort) => ({
          label: messages.code.sorts[sort],
          href: href({ sort, page: 1 }),
          isHere: sort === asked.sort,
        }))}
        pager={{ page, pages, href: (page) => href({ page }) }}
        downloadTitle={isWhole ? messages.code.download : messages.openData.found(total.count)}
        downloads={downloadsOf(asked)}
        data={{ label: messages.openData.link, href: ownAddress(site, CODE_DATA, language) }}
        feeds={feeds}
        {...(!isWhole && { unfilteredHref: href({ filters: {}, page: 1 }) })}
      />
    ),
  });
}

/** What is listed, in each format of a file. */
function downloadsOf(asked: AskedCode) {
  const parameters = new URLSearchParams(codeParameters(asked, ['page']) as [string, string][]);
  const query = parameters.size === 0 ? '' : `?${parameters}`;
  return filesOf('repositories').map(({ name, format }) => ({
    label: FORMAT_NAMES[format],
    href: `${CODE}/${name}${query}`,
  }));
}

/** How many repositories have each value of each facet; what is only chosen by has no counts. */
async function facetCounts(
  context: Context,
  asked: AskedCode,
): Promise<Map<CodeFilterName, readonly CodeCount[]>> {
  const counted = await context.ask(countCodeFacets, codeRequest(context, asked));
  const counts = new Map<CodeFilterName, readonly CodeCount[]>(
    counted.map(({ facet, values }) => [facet, values]),
  );
  return counts.set('dependency', []);
}
