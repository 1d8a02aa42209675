import { entryAt } from '../../../store/data-files.ts';
import type { AwaitedTable, LinkTable } from '../../../store/schema.ts';
import { eventAddress, rowAddress } from '../../data-addresses.ts';
import { type Fate, fateOfAddress } from '../../departures.ts';
import { type Destination, followLinks } from '../../links.ts';
import { folderOf } from '../../paths.ts';
import { type LinkingPage, type Place, placesOf } from '../../places.ts';
import { siteDates } from '../../site-dates.ts';
import { readTarget, type Target } from '../../targets.ts';
import type { CheckRun } from '../check-run.ts';
import { type Finding, type Found, finding } from '../finding.ts';
import { nearestAnchor, retarget } from '../nearest.ts';
import { findText } from '../source-place.ts';

/** How many different targets of one page are followed. */
const MAX_TARGETS = 1_000;

/** A path that nobody has: git's longest are shorter. */
const MAX_PATH = 1_000;

type Local = Extract<Target, { kind: 'local' }>;
type LinkFound = Omit<Found, 'path' | 'line' | 'subject'>;

export interface LinkFindings {
  readonly findings: readonly Finding[];
  readonly awaited: readonly AwaitedTable[];
}

/** What is wrong with those of a page's links that lead nowhere obvious, or to a place in a page. */
export async function linkFindings(
  run: CheckRun,
  page: LinkingPage,
  links: readonly LinkTable[],
): Promise<LinkFindings> {
  const internal = links.filter(({ target }) => targetOf(run, page, target).kind !== 'external');
  const targets = [...new Set(internal.map(({ target }) => target))];
  const followed = targets.slice(0, Math.min(MAX_TARGETS, Math.max(run.linksLeft, 0)));
  run.linksLeft -= followed.length;
  const destinations = await followLinks(run.ask, page, followed, run.site);
  const awaited = new Set<string>();
  const wrong = new Map<string, LinkFound>();
  for (const target of followed) {
    const found = await judge(run, page, target, destinations.get(target) as Destination, awaited);
    if (found) wrong.set(target, found);
  }
  const findings = await placed(run, page.path, internal, wrong);
  if (followed.length < targets.length)
    findings.push(unchecked(page.path, internal, new Set(followed), targets.length - followed.length));
  return { findings, awaited: [...awaited].map((path) => ({ path, source: page.path })) };
}

function targetOf({ site }: CheckRun, page: LinkingPage, target: string): Target {
  return readTarget(target, folderOf(page.path), site.settings.legacy);
}

function unchecked(
  path: string,
  links: readonly LinkTable[],
  followed: ReadonlySet<string>,
  count: number,
): Finding {
  const line = links.find(({ target }) => !followed.has(target))?.line ?? 1;
  return finding({ rule: 'unchecked-link', path, line, subject: '', detail: { count } });
}

async function placed(
  run: CheckRun,
  path: string,
  links: readonly LinkTable[],
  wrong: ReadonlyMap<string, LinkFound>,
): Promise<Finding[]> {
  if (wrong.size === 0) return [];
  const lines = await run.lines(path);
  const seen = new Map<string, number>();
  return links.flatMap(({ target, line, kind }) => {
    const found = wrong.get(target);
    if (!found) return [];
    const key = `${line} ${target}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const place = findText(lines, line, target, nth);
    const { fix, ...rest } = found;
    // A fix is for the text as it stands there, and nothing is proposed where it is written otherwise.
    const stands = lines[place.line - 1]?.startsWith(target, place.column - 1);
    return [
      finding({
        ...rest,
        path,
        ...place,
        subject: target,
        detail: { ...found.detail, kind, ...(stands && { stands: 1 }) },
        ...(fix && stands && { fix }),
      }),
    ];
  });
}

async function judge(
  run: CheckRun,
  page: LinkingPage,
  written: string,
  destination: Destination,
  awaited: Set<string>,
): Promise<LinkFound | undefined> {
  const target = targetOf(run, page, written);
  if (target.kind === 'external') return undefined;
  if (target.kind === 'here') return await judgeAnchor(run, written, target.fragment, page.path);
  const hope = (path: string | undefined) => {
    if (path !== undefined && path.length <= MAX_PATH) awaited.add(path);
  };
  hope(target.rooted);
  if (destination.kind === 'missing') return await dead(run, page, written, target, hope);
  if (destination.kind !== 'local') return undefined;
  hope(destination.page?.path ?? destination.file?.path ?? withoutEnd(destination.href));
  if (destination.file) hope(`file:${destination.file.path}`);
  const fate = await formerly(run, page, target);
  const moved = fate && movedTo(fate);
  if (moved !== undefined)
    return {
      rule: 'moved-link',
      detail: { to: moved },
      fix: { before: written, after: retarget(written, page.path, moved) },
    };
  return await judgePlace(run, written, target.fragment, destination);
}

function withoutEnd(href: string): string {
  const path = href.replace(/[?#].*$/s, '').replace(/^\/|\/$/g, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What became of what a link names, when that is how it still leads somewhere. */
async function formerly(run: CheckRun, page: LinkingPage, target: Local): Promise<Fate | undefined> {
  if (target.path === undefined) return undefined;
  const path = target.folder ? `${target.path}/` : target.path;
  if ((await placesOf(run.ask, [path], page, run.site)).has(path)) return undefined;
  return await fateOfAddress(run.ask, `/${path}`, run.site);
}

function movedTo(fate: Fate): string | undefined {
  if (fate.kind === 'moved') return fate.path;
  return fate.kind === 'folder' ? `${fate.folder}/` : undefined;
}

async function dead(
  run: CheckRun,
  page: LinkingPage,
  written: string,
  target: Local,
  hope: (path: string | undefined) => void,
): Promise<LinkFound> {
  const slip = slipOf(written);
  if (slip)
    return { rule: 'dead-link', detail: { cause: slip.cause }, fix: { before: written, after: slip.after } };
  if (target.path === undefined) return { rule: 'dead-link', detail: { cause: 'outside' } };
  const fate = await formerly(run, page, target);
  if (fate?.kind === 'deleted') {
    const { commit, oid } = fate.deletion;
    hope(`oid:${oid}`);
    const day = siteDates(run.site)(commit.committer_time).slice(0, 10);
    return { rule: 'dead-link', detail: { cause: 'deleted', path: target.path, day } };
  }
  return { rule: 'dead-link', detail: { cause: 'missing', path: target.path } };
}

/** What is plainly an address that lacks its beginning. */
function slipOf(written: string): { readonly cause: string; readonly after: string } | undefined {
  if (/^[^\s@/]+@[\w-]+(?:\.[\w-]+)+$/.test(written)) return { cause: 'mail', after: `mailto:${written}` };
  if (/^www\.[\w-]+\./i.test(written)) return { cause: 'scheme', after: `https://${written}` };
  return undefined;
}

/** Whether the place in a page, or the row of a table, that a link names is there. */
async function judgePlace(
  run: CheckRun,
  written: string,
  fragment: string,
  { page, file }: Place,
): Promise<LinkFound | undefined> {
  if (fragment === '') return undefined;
  if (page) return await judgeAnchor(run, written, fragment, page.path);
  if (!file || !/^(?:row|event)=/.test(fragment)) return undefined;
  const [kind = '', key = ''] = fragment.split(/=(.*)/s);
  const address = kind === 'row' ? rowAddress(file.path, key) : eventAddress(file.path, key);
  if (await run.ask(entryAt, address)) return undefined;
  return { rule: 'dead-anchor', detail: { path: file.path, anchor: fragment, cause: kind } };
}

async function judgeAnchor(
  run: CheckRun,
  written: string,
  fragment: string,
  path: string,
): Promise<LinkFound | undefined> {
  // The number of a footnote, the top of the page (HTML, section 7.4.6.3), a place of the text (`:~:text=`).
  if (/^(?:top|fn(?:ref)?:[\d:]+|:~:.*)?$/is.test(fragment)) return undefined;
  const facts = await run.facts(path);
  if (!facts) return undefined;
  const anchors = [...facts.headings.map(({ slug }) => slug), ...facts.anchors];
  const wanted = fragment.replaceAll(' ', '-');
  if (anchors.includes(wanted)) return undefined;
  const nearest = nearestAnchor(anchors, wanted);
  const detail = { path, anchor: fragment, ...(nearest !== undefined && { nearest }) };
  if (nearest === undefined) return { rule: 'dead-anchor', detail };
  const after = `${written.slice(0, written.indexOf('#'))}#${nearest}`;
  return { rule: 'dead-anchor', detail, fix: { before: written, after } };
}
