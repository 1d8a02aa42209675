import { filesOf } from '../../../register/exports/files.ts';
import type { RepositoryRecord } from '../../../register/record.ts';
import {
  CODE_FACETS,
  CODE_SORTS,
  type CodeCount,
  type CodeFilterName,
  countCode,
  countCodeFacet,
  hasCode,
  listCode,
} from '../../../store/code-listing.ts';
import type { CodeRepositoryTable } from '../../../store/code-tables.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf } from '../../context.ts';
import { ownPage } from '../../own-page.tsx';
import { CODE, CODE_DATA, codePage } from '../../register/addresses.ts';
import { type AskedCode, askedCode, codeAddressOf, codeParameters } from '../../register/asked-code.ts';
import { codeFilters, facetNames } from '../../register/facet-view.ts';
import { FORMAT_NAMES } from '../../register/format-names.ts';
import { marksOf } from '../../register/marks.ts';
import { requestOf } from '../../register/search-of.ts';
import type { CodeCardProps } from '../../views/register/code-card.tsx';
import { CodePage } from '../../views/register/code-page.tsx';

const PER_PAGE = 30;

/** The register of source code: `/-/code?q=…&language=Java&sort=stars&page=2`. */
export async function codePageAnswer(context: Context): Promise<Answer> {
  const { ask, site, query, origin } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const asked = askedCode(query);
  const request = requestOf(site, asked);
  const total = await ask(countCode, request);
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(asked.page, pages);
  const rows = await ask(listCode, request, {
    sort: asked.sort,
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
  });
  const counts = new Map<CodeFilterName, readonly CodeCount[]>(
    await Promise.all(
      CODE_FACETS.map(async (facet) => [facet, await ask(countCodeFacet, request, facet)] as const),
    ),
  );
  counts.set('dependency', []);
  const accounts = [
    ...(counts.get('account') ?? []).map(({ value }) => value),
    ...rows.map(({ account }) => account),
  ];
  const nameOf = await facetNames(context, language, accounts);
  const href = (more: Partial<typeof asked>) => codeAddressOf(site, language, { ...asked, ...more });
  const isWhole = asked.text === '' && Object.keys(asked.filters).length === 0;
  return await ownPage(context, {
    language,
    title: messages.code.title,
    href: href({ text: '', filters: {}, sort: 'score', page: 1 }),
    ...(isWhole && asked.sort === 'score' && { canonical: origin + href({ page }) }),
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
        isEmpty={total === 0 && !(await ask(hasCode))}
        total={total}
        cards={rows.map((row) => card(context, language, row, nameOf('account', row.account)))}
        filters={codeFilters(context, language, asked, counts, nameOf)}
        sorts={CODE_SORTS.map((sort) => ({
          label: messages.code.sorts[sort],
          href: href({ sort, page: 1 }),
          isHere: sort === asked.sort,
        }))}
        pager={{ page, pages, href: (page) => href({ page }) }}
        downloadTitle={isWhole ? messages.code.download : messages.openData.found(total)}
        downloads={downloadsOf(asked)}
        data={{ label: messages.openData.link, href: here(context, language, CODE_DATA) }}
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

function card(context: Context, language: string, row: CodeRepositoryTable, account: string): CodeCardProps {
  const { description, last_update } = JSON.parse(row.record) as RepositoryRecord;
  return {
    href: here(context, language, codePage('repository', row.address)),
    name: row.name,
    account: { label: account, href: here(context, language, codePage('account', row.account)) },
    description,
    language: row.language,
    licence: row.licence,
    stars: row.stars,
    forks: row.forks,
    updated: last_update ?? undefined,
    marks: marksOf(row, messagesOf(context, language)),
  };
}

function here({ site }: Context, language: string, path: string): string {
  return language === site.defaultLanguage ? path : `${path}?lang=${encodeURIComponent(language)}`;
}
