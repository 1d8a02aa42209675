import type { CodeCount } from '../../store/code-facet-counts.ts';
import type { CodeFilterName } from '../../store/code-facets.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import type { Messages } from '../messages/messages.ts';
import type { Link } from '../views/link.ts';
import type { CodeFilter } from '../views/register/code-filters.tsx';
import { CODE_LISTS, type CodeList, type CodePageKind, codePage } from './addresses.ts';
import { type AskedCode, codeAddressOf } from './asked-code.ts';
import type { FacetName } from './facet-names.ts';

/** The page of each value, and the list of all, where there are such pages. */
const PAGES: { readonly [F in CodeFilterName]?: { readonly of: CodePageKind; readonly all?: CodeList } } = {
  organisation: { of: 'organisation', all: 'organisations' },
  ministry: { of: 'organisation', all: 'organisations' },
  account: { of: 'account' },
  language: { of: 'language', all: 'languages' },
  licence: { of: 'licence', all: 'licences' },
  forge: { of: 'forge', all: 'forges' },
  topic: { of: 'topic', all: 'topics' },
  dependency: { of: 'dependency', all: 'dependencies' },
};

/** The page about a value of a facet; none about a year or a flag. */
export function valueAddress(
  { site }: Pick<Context, 'site'>,
  language: string,
  facet: CodeFilterName,
  value: string,
): string | undefined {
  const page = PAGES[facet];
  return page && ownAddress(site, codePage(page.of, value), language);
}

/** The facets in which there is something to choose, or something is chosen; what has no counts can only be given up. */
export function codeFilters(
  context: Pick<Context, 'site'>,
  language: string,
  asked: AskedCode,
  counts: ReadonlyMap<CodeFilterName, readonly CodeCount[]>,
  { nameOf, partial }: { readonly nameOf: FacetName; readonly partial: ReadonlySet<CodeFilterName> },
): CodeFilter[] {
  const messages = messagesOf(context, language);
  return filtersOf(messages, {
    counts,
    chosen: asked.filters,
    titleOf: (facet) => messages.code.facets[facet],
    nameOf,
    partial,
    linksOf: (facet, chosen) => linksOf(context, language, facet, chosen, nameOf),
    href: (filters) => codeAddressOf(context.site, language, { ...asked, filters, page: 1 }),
  });
}

/** What the facets of a catalogue are, and what is chosen of them. */
interface Facets<F extends string> {
  readonly counts: ReadonlyMap<F, readonly CodeCount[]>;
  readonly chosen: { readonly [facet in F]?: string };
  readonly titleOf: (facet: F) => string;
  readonly nameOf: (facet: F, value: string) => string;
  /** Those whose counts are the least that there are. */
  readonly partial?: ReadonlySet<F>;
  /** Where more is said of what is chosen, and of all that could be. */
  readonly linksOf?: (facet: F, chosen: string | undefined) => readonly Link[];
  /** Where one is with these chosen. */
  readonly href: (chosen: { readonly [facet in F]?: string }) => string;
}

/** The facets of any catalogue, as they are shown. */
export function filtersOf<F extends string>(
  { code: words, number }: Messages,
  { counts, chosen: all, titleOf, nameOf, partial, linksOf, href: hrefOf }: Facets<F>,
): CodeFilter[] {
  return [...counts].flatMap(([facet, values]) => {
    const chosen = all[facet];
    if (chosen === undefined && values.length < 2) return [];
    const href = (value: string | undefined) => {
      const { [facet]: _, ...others } = all;
      return hrefOf((value === undefined ? others : { ...others, [facet]: value }) as typeof all);
    };
    return [
      {
        name: titleOf(facet),
        choices: values.map(({ value, count }) => ({
          label: nameOf(facet, value),
          href: href(value === chosen ? undefined : value),
          count: `${number(count)}${partial?.has(facet) ? '+' : ''}`,
          isChosen: value === chosen,
        })),
        ...(chosen !== undefined && {
          chosen: { label: words.filter(titleOf(facet), nameOf(facet, chosen)), href: href(undefined) },
        }),
        ...(linksOf && { links: linksOf(facet, chosen) }),
      },
    ];
  });
}

/** The page about what is chosen, and the list of all values. */
function linksOf(
  context: Pick<Context, 'site'>,
  language: string,
  facet: CodeFilterName,
  chosen: string | undefined,
  nameOf: FacetName,
): Link[] {
  const { codePages } = messagesOf(context, language);
  const about = chosen === undefined ? undefined : valueAddress(context, language, facet, chosen);
  const all = PAGES[facet]?.all;
  return [
    ...(about === undefined
      ? []
      : [{ label: codePages.about(nameOf(facet, chosen as string)), href: about }]),
    ...(all === undefined
      ? []
      : [{ label: codePages.all[all], href: ownAddress(context.site, CODE_LISTS[all], language) }]),
  ];
}
