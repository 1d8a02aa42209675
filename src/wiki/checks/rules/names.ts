import type { PageSummary } from '../../../store/pages.ts';
import type { CheckRun } from '../check-run.ts';
import { type Finding, finding } from '../finding.ts';

/** Of these pages, those that have the title of another one in the same language, of which they are no translation. */
export async function duplicateTitles(run: CheckRun, pages: readonly PageSummary[]): Promise<Finding[]> {
  const groups = Map.groupBy(pages, ({ language, title }) => `${language} ${title}`);
  return await findingsOf(run, groups.values(), 'duplicate-title', ({ title }) => title);
}

/** Of these pages, those that have the address of another one: only the first by path is shown there. */
export async function duplicateAddresses(run: CheckRun, pages: readonly PageSummary[]): Promise<Finding[]> {
  const groups = Map.groupBy(pages, ({ address }) => address);
  return await findingsOf(run, groups.values(), 'duplicate-address', ({ address }) => address);
}

async function findingsOf(
  run: CheckRun,
  groups: Iterable<readonly PageSummary[]>,
  rule: 'duplicate-title' | 'duplicate-address',
  subject: (page: PageSummary) => string,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const group of groups) {
    const [first, second] = group as [PageSummary, PageSummary?];
    if (!second || new Set(group.map(({ path }) => path)).size < 2) continue;
    for (const page of group) {
      const other = page.path === first.path ? second : first;
      const line = rule === 'duplicate-title' ? await titleLine(run, page) : 1;
      const detail = { other: other.path, others: group.length - 1, shown: first.path };
      findings.push(finding({ rule, path: page.path, line, subject: subject(page), detail }));
    }
  }
  return findings;
}

async function titleLine(run: CheckRun, { path, title }: PageSummary): Promise<number> {
  const facts = await run.facts(path);
  const heading = facts?.headings[0];
  if (facts && 'title' in facts.front) {
    const at = (await run.lines(path)).findIndex((line) => line.startsWith('title:'));
    return at === -1 ? 1 : at + 1;
  }
  return heading?.text === title ? heading.line : 1;
}
