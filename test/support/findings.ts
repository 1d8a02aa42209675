import { countFindings, type RatedFinding, readFindings } from '../../src/wiki/checks/survey.ts';
import type { IndexedWiki } from './wiki.ts';

/** What is wrong in a wiki now, as `PATH:LINE:COLUMN RULE SUBJECT`, with `=> FIX` where there is one. */
export async function findingsOf(wiki: IndexedWiki, rule?: string): Promise<string[]> {
  return (await allFindings(wiki))
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ path, line, column, rule, subject, fix }) => {
      const what = `${path}:${line}:${column} ${rule} ${subject}`.trimEnd();
      return fix ? `${what} => ${fix.after}` : what;
    });
}

export async function allFindings(wiki: IndexedWiki): Promise<readonly RatedFinding[]> {
  const site = await wiki.site();
  const counts = await countFindings(wiki.ask, site);
  return await readFindings(wiki.ask, [...new Set(counts.map(({ path }) => path))], site);
}
