import { eventsOfCommit, softwareCommits } from '../../../store/software-events.ts';
import type { Answer } from '../../answer.ts';
import { type Context, ownAddress } from '../../context.ts';
import { feedAddress } from '../../feeds/addresses.ts';
import { feedLinks } from '../../feeds/feed-links.ts';
import { ownPage } from '../../own-page.tsx';
import { SOFTWARE, SOFTWARE_PAGES } from '../../software/addresses.ts';
import { shownEvent } from '../../software/software-events.ts';
import { softwareWords } from '../../software/software-words.ts';
import { ChangesPage } from '../../views/software/changes-page.tsx';

const PER_PAGE = 20;

/** Of a commit that changed more rows, the page says how many. */
const MAX_EVENTS = 50;

/** What each version of the table did to its rows, the newest first: `/-/software/changes?before=POSITION`. */
export async function softwareChangesPage(context: Context, language: string): Promise<Answer> {
  const { ask, site, origin, query } = context;
  const words = softwareWords(site, language);
  const { messages } = words;
  const before = Number(query.get('before') ?? Number.NaN);
  const commits = await ask(softwareCommits, {
    limit: PER_PAGE + 1,
    ...(Number.isSafeInteger(before) && before > 0 && before < 2 ** 31 && { before }),
  });
  const shown = await Promise.all(
    commits.slice(0, PER_PAGE).map(async ({ commit_id, count }) => ({
      count,
      events: (await ask(eventsOfCommit, commit_id, MAX_EVENTS)).map((event) =>
        shownEvent(site, language, event, words),
      ),
    })),
  );
  const next = commits.length > PER_PAGE ? commits[PER_PAGE]?.last : undefined;
  const href = ownAddress(site, SOFTWARE_PAGES.changes, language);
  return await ownPage(context, {
    language,
    title: messages.software.changes,
    href,
    parents: [{ label: messages.software.title, href: ownAddress(site, SOFTWARE, language) }],
    alternates: feedLinks(site, { kind: 'software' }, language, messages.software.feedTitle),
    ...(Number.isNaN(before) && { canonical: origin + href }),
    content: (
      <ChangesPage
        messages={messages}
        commits={shown}
        feedHref={feedAddress(site, { kind: 'software' }, language)}
        {...(next !== undefined && {
          olderHref: ownAddress(site, SOFTWARE_PAGES.changes, language, { before: String(next + 1) }),
        })}
      />
    ),
  });
}
