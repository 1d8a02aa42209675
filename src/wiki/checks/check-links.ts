import { filesAt } from '../../store/files.ts';
import { awaitingPages, replaceAwaited } from '../../store/findings.ts';
import { doubtfulLinks, pagesLinkingTo } from '../../store/links.ts';
import { type PageSummary, pagesAt, pagesTranslating } from '../../store/pages.ts';
import type { AwaitedTable, LinkTable } from '../../store/schema.ts';
import { namesOfPage } from '../addresses.ts';
import type { CheckRun } from './check-run.ts';
import type { Finding } from './finding.ts';
import { isFoundAlike, namesOf, type Presence } from './presence.ts';
import { lineOfKey } from './rules/front-matter.ts';
import { linkFindings } from './rules/links.ts';
import { symlinkFindings } from './rules/symlinks.ts';

/** Pages whose links are looked at together. */
const BATCH = 200;

/** Looks again at the links of these pages, and at where those of these files lead that are symbolic links. */
export async function checkLinks(run: CheckRun, sources: readonly string[]): Promise<void> {
  for (let at = 0; at < sources.length; at += BATCH) {
    const batch = sources.slice(at, at + BATCH);
    const doubtful = Map.groupBy(await doubtfulLinks(run.writer, batch), ({ source }) => source);
    const findings: Finding[] = [];
    const awaited: AwaitedTable[] = [];
    for (const page of await pagesAt(run.writer, batch)) {
      const links = [...(await declaredLinks(run, page)), ...(doubtful.get(page.path) ?? [])];
      if (links.length === 0) continue;
      const found = await linkFindings(run, page, links);
      findings.push(...found.findings);
      awaited.push(...found.awaited);
    }
    const symlinks = await symlinkFindings(run, await filesAt(run.writer, batch));
    findings.push(...symlinks.findings);
    awaited.push(...symlinks.awaited);
    await replaceAwaited(run.writer, batch, awaited);
    await run.replace('links', batch, findings);
  }
}

/** The keys of the front matter that lead somewhere, as links. */
async function declaredLinks(run: CheckRun, page: PageSummary): Promise<LinkTable[]> {
  if (page.translation_of === null && page.unlisted === 0) return [];
  const facts = await run.facts(page.path);
  const links: LinkTable[] = [];
  for (const key of ['translation_of', 'redirect']) {
    const target = facts?.front[key];
    if (typeof target !== 'string' || target.trim() === '') continue;
    const lines = await run.lines(page.path);
    const line = lineOfKey(lines, lines.length, key);
    links.push({ ...BLANK, source: page.path, line, target: target.trim(), text: key });
  }
  return links;
}

const BLANK: LinkTable = {
  source: '',
  position: -1,
  line: 1,
  kind: 'link',
  target: '',
  text: '',
  path: null,
  fragment: null,
  first_paragraph: 0,
};

/** The pages whose links may lead elsewhere, or nowhere, now that these files are not as they were. */
export async function dependents(
  run: CheckRun,
  touched: readonly string[],
  before: Presence,
  after: Presence,
): Promise<readonly string[]> {
  const { writer, site } = run;
  const moved = new Set([...symmetricDifference(before.folders, after.folders)]);
  const changed = new Set<string>();
  const pages = new Set<string>();
  for (const path of touched) {
    const states = [before.files.get(path), after.files.get(path)] as const;
    const names = namesOf(path, states, site);
    if (!isFoundAlike(...states)) {
      for (const name of names) moved.add(name);
      pages.add(path);
    } else if (states[0]?.anchors !== states[1]?.anchors) for (const name of names) changed.add(name);
  }
  return [
    ...(await pagesLinkingTo(writer, [...moved])),
    ...(await pagesLinkingTo(writer, [...changed], { fragment: true })),
    ...(await awaitingPages(writer, [...moved, ...changed])),
    ...(await pagesTranslating(writer, [...pages].flatMap(namesOfPage))).map(({ path }) => path),
  ];
}

function symmetricDifference(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([
    ...[...one].filter((item) => !other.has(item)),
    ...[...other].filter((item) => !one.has(item)),
  ]);
}
