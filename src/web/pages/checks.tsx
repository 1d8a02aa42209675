import { isCheckRule, SEVERITIES, type Severity } from '../../config/check-rules.ts';
import { pagesAt } from '../../store/pages.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import {
  countFindings,
  type FindingFilter,
  isChosen,
  type RatedCount,
  type RatedFinding,
  readFindings,
  sectionOf,
} from '../../wiki/checks/survey.ts';
import { addressOfPath } from '../../wiki/find-address.ts';
import type { Answer } from '../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { ownPage } from '../own-page.tsx';
import { type CheckedFile, type CheckFacet, ChecksPage, type ShownFinding } from '../views/checks-page.tsx';

const PATH = '/-/checks';
const FILES_PER_PAGE = 25;
const FINDINGS_PER_FILE = 20;
const MAX_SECTIONS = 40;

/** Rules that are about a whole file: there is no line to go to. */
const OF_A_FILE = new Set([
  'missing-translation',
  'stale-translation',
  'unreferenced-file',
  'unreadable-file',
]);

/** The name in an address of each choice. */
const PARAMETERS = { severities: 'severity', rules: 'rule', sections: 'section', files: 'file' } as const;

/** What there is to mend in the wiki: `/-/checks?severity=…&rule=…&section=…&file=…&page=…`. */
export async function checksPage(context: Context): Promise<Answer> {
  const { ask, site, query } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const counts = await countFindings(ask, site);
  const filter = readFilter(query);
  const chosen = counts.filter((count) => isChosen(count, filter));
  const paths = gravestFirst(chosen);
  const pages = Math.max(1, Math.ceil(paths.length / FILES_PER_PAGE));
  const page = pageNumber(query.get('page'), pages);
  const shown = paths.slice((page - 1) * FILES_PER_PAGE, page * FILES_PER_PAGE);
  const findings = (await readFindings(ask, shown, site)).filter((finding) => isChosen(finding, filter));
  const href = (change: Partial<FindingFilter>, page = 1) =>
    ownAddress(site, PATH, language, parameters({ ...filter, ...change }, page));
  const files = await filesOf(context, shown, findings, filter, language, href);
  return await ownPage(context, {
    language,
    title: messages.checks.title,
    href: PATH,
    content: (
      <ChecksPage
        messages={messages}
        total={sum(counts)}
        matched={sum(chosen)}
        fileCount={paths.length}
        totals={SEVERITIES.map((severity) => ({
          severity,
          count: sum(chosen.filter((count) => count.severity === severity)),
        }))}
        facets={facetsOf(counts, filter, href)}
        files={files}
        isFiltered={Object.values(filter).some(({ length }) => length > 0)}
        clearHref={ownAddress(site, PATH, language)}
        rules={[...new Set(findings.map(({ rule }) => rule))]}
        pager={{ page, pages, href: (page) => href({}, page) }}
      />
    ),
  });
}

/** The files, those with the gravest findings first, then by path. */
function gravestFirst(counts: readonly RatedCount[]): string[] {
  const ranks = new Map<string, number>();
  for (const { path, severity } of counts) {
    const rank = SEVERITIES.indexOf(severity);
    ranks.set(path, Math.min(ranks.get(path) ?? rank, rank));
  }
  return [...ranks].sort((a, b) => a[1] - b[1]).map(([path]) => path);
}

function sum(counts: readonly RatedCount[]): number {
  return counts.reduce((total, { times }) => total + times, 0);
}

/** What an address chooses; what it names that does not exist is left aside. */
function readFilter(query: URLSearchParams): FindingFilter {
  const isSeverity = (name: string): name is Severity => SEVERITIES.some((severity) => severity === name);
  return {
    rules: [...new Set(query.getAll(PARAMETERS.rules).filter(isCheckRule))],
    severities: [...new Set(query.getAll(PARAMETERS.severities).filter(isSeverity))],
    sections: [...new Set(query.getAll(PARAMETERS.sections))].slice(0, MAX_SECTIONS),
    files: [...new Set(query.getAll(PARAMETERS.files))].slice(0, FILES_PER_PAGE),
  };
}

function parameters(filter: FindingFilter, page: number): (readonly [string, string])[] {
  const names = Object.keys(PARAMETERS) as (keyof FindingFilter)[];
  const chosen = names.flatMap((name) => filter[name].map((value) => [PARAMETERS[name], value] as const));
  return page > 1 ? [...chosen, ['page', String(page)]] : chosen;
}

function pageNumber(asked: string | null, pages: number): number {
  const number = Number.parseInt(asked ?? '1', 10);
  return Math.min(Math.max(Number.isNaN(number) ? 1 : number, 1), pages);
}

type Href = (change: Partial<FindingFilter>, page?: number) => string;

/** Each choice with how many it would show: what is chosen of the others counts, what is chosen of its own does not. */
function facetsOf(counts: readonly RatedCount[], filter: FindingFilter, href: Href): readonly CheckFacet[] {
  const facet = <K extends 'severities' | 'rules' | 'sections'>(
    kind: K,
    keyOf: (count: RatedCount) => string,
    order: (a: readonly [string, number], b: readonly [string, number]) => number,
  ): CheckFacet => {
    const totals = new Map<string, number>();
    for (const count of counts)
      if (isChosen(count, filter, kind))
        totals.set(keyOf(count), (totals.get(keyOf(count)) ?? 0) + count.times);
    const selected: readonly string[] = filter[kind];
    const values = [...totals].sort(order).slice(0, MAX_SECTIONS);
    return {
      kind,
      values: values.map(([value, count]) => {
        const isSelected = selected.includes(value);
        const next = isSelected ? selected.filter((other) => other !== value) : [...selected, value];
        return { value, count, selected: isSelected, href: href({ [kind]: next }) };
      }),
    };
  };
  const rank = ([value]: readonly [string, number]) => SEVERITIES.indexOf(value as Severity);
  return [
    facet(
      'severities',
      ({ severity }) => severity,
      (a, b) => rank(a) - rank(b),
    ),
    facet(
      'rules',
      ({ rule }) => rule,
      (a, b) => b[1] - a[1],
    ),
    facet(
      'sections',
      ({ path }) => sectionOf(path),
      (a, b) => b[1] - a[1],
    ),
  ];
}

async function filesOf(
  { ask, site }: Context,
  paths: readonly string[],
  findings: readonly RatedFinding[],
  filter: FindingFilter,
  language: string,
  href: Href,
): Promise<CheckedFile[]> {
  const pages = new Map((await ask(pagesAt, paths)).map((page) => [page.path, page]));
  const byPath = Map.groupBy(findings, ({ path }) => path);
  return await Promise.all(
    paths.map(async (path): Promise<CheckedFile> => {
      const own = byPath.get(path) ?? [];
      const page = pages.get(path);
      const kept = filter.files.includes(path) ? own : own.slice(0, FINDINGS_PER_FILE);
      const rest = own.slice(kept.length).reduce((total, { times }) => total + times, 0);
      return {
        path,
        href: await addressOfPath(ask, path),
        ...(page && { title: page.title, language: page.language }),
        findings: kept.map((finding) => shownFinding(site, finding, language)),
        ...(rest > 0 && { rest, restHref: href({ files: [path] }) }),
      };
    }),
  );
}

function shownFinding(site: Context['site'], finding: RatedFinding, language: string): ShownFinding {
  const { path, line, rule, subject, detail } = finding;
  const around = (page: string, query: Record<string, string> = {}) =>
    ownAddress(site, `/-/${page}${encodeAddress(`/${path}`)}`, language, query);
  const changesHref =
    rule === 'stale-translation' && typeof detail.since === 'string'
      ? ownAddress(site, `/-/diff${encodeAddress(`/${subject}`)}`, language, { from: detail.since })
      : undefined;
  return {
    ...finding,
    ...(!OF_A_FILE.has(rule) && { lineHref: `${around('blame')}#L${line}` }),
    ...(changesHref !== undefined && { changesHref }),
  };
}
