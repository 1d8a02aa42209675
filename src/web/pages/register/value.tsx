import type { Child } from 'hono/jsx';
import { countCodeFacets } from '../../../store/code-facet-counts.ts';
import type { CodeFacet, CodeFilterName } from '../../../store/code-facets.ts';
import { countCode, listCode } from '../../../store/code-listing.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { type CodePageKind, codePage } from '../../register/addresses.ts';
import { codeAddressOf, codeWith } from '../../register/asked-code.ts';
import { cardOf } from '../../register/card-of.ts';
import { codeFeedLinks } from '../../register/code-feed-links.ts';
import { facetNames } from '../../register/facet-names.ts';
import { valueAddress } from '../../register/facet-view.ts';
import { registerPageAnswer } from '../../register/register-page.tsx';
import type { Link } from '../../views/link.ts';
import type { CodeFact } from '../../views/register/code-facts.tsx';
import { ValuePage } from '../../views/register/value-page.tsx';

/** What a page about a value of a facet says besides the repositories that have it. */
export interface Value {
  readonly facet: CodeFilterName;
  readonly value: string;
  readonly kind: CodePageKind;
  readonly title: string;
  readonly parents: readonly Link[];
  readonly lead?: string | undefined;
  readonly links?: readonly Link[];
  readonly facts?: readonly CodeFact[];
  readonly content?: Child;
  /** Whether there is a page though no repository has it. */
  readonly isKnown?: boolean;
}

const SHOWN_REPOSITORIES = 6;
const SHOWN_VALUES = 5;
const BESIDE = [
  'organisation',
  'language',
  'licence',
  'forge',
  'topic',
] as const satisfies readonly CodeFacet[];

/** The page about a value; undefined where nothing has it and nothing is known of it. */
export async function valuePage(
  context: Context,
  language: string,
  { facet, value, kind, title, parents, ...said }: Value,
): Promise<Answer | undefined> {
  const { ask, site } = context;
  const messages = messagesOf(context, language);
  const request = { tokens: [], filters: { [facet]: value } };
  const total = await ask(countCode, request);
  if (total.count === 0 && !said.isKnown) return undefined;
  const list = async (sort: 'score' | 'updated') =>
    total.count === 0
      ? []
      : await ask(listCode, request, { sort, limit: SHOWN_REPOSITORIES, offset: 0, count: total.count });
  const [openest, latest] = [await list('score'), await list('updated')];
  const facets = BESIDE.filter((one) => one !== facet && total.count > 0);
  const beside = (await ask(countCodeFacets, request, facets)).map(({ facet, values }) => ({
    facet: facet as (typeof BESIDE)[number],
    values: values.slice(0, SHOWN_VALUES),
  }));
  const nameOf = await facetNames(context, language, {
    accounts: [...openest, ...latest].map(({ account }) => account),
    organisations: beside.find((one) => one.facet === 'organisation')?.values.map(({ value }) => value) ?? [],
  });
  const { alternates, feeds } = codeFeedLinks(
    context,
    language,
    { text: '', filters: request.filters },
    title,
  );
  const cards = (rows: typeof openest) =>
    rows.map((row) => cardOf(context, language, row, nameOf('account', row.account)));
  return await registerPageAnswer(context, {
    language,
    title,
    href: ownAddress(site, codePage(kind, value), language),
    parents,
    alternates: total.count > 0 ? alternates : [],
    isOffered: total.count > 0,
    content: (
      <ValuePage
        messages={messages}
        kind={messages.codePages.kindOf[kind]}
        title={title}
        lead={said.lead}
        {...(said.links && { links: said.links })}
        {...(said.facts && { facts: said.facts })}
        all={
          total.count > 0
            ? {
                label: messages.codePages.seeAll(messages.code.found(total.count, total.isMore)),
                href: codeWith(site, language, facet, value),
              }
            : undefined
        }
        openest={cards(openest)}
        latest={cards(latest)}
        beside={beside.flatMap(({ facet: beside, values }) =>
          values.length === 0
            ? []
            : [
                {
                  name: messages.codePages.most[beside],
                  values: values.map((one) => ({
                    label: nameOf(beside, one.value),
                    href:
                      valueAddress(context, language, beside, one.value) ??
                      codeAddressOf(site, language, {
                        text: '',
                        filters: { [facet]: value, [beside]: one.value },
                        sort: 'score',
                        page: 1,
                      }),
                    count: messages.number(one.count),
                  })),
                },
              ],
        )}
        feeds={feeds}
      >
        {said.content}
      </ValuePage>
    ),
  });
}
