import { eventsOfCommit, eventsOfSoftware, softwareCommits } from '../../store/software-events.ts';
import type { SoftwareEventTable } from '../../store/software-tables.ts';
import { type Context, ownAddress } from '../context.ts';
import { rfc3339 } from '../rfc3339.ts';
import { softwarePage } from '../software/addresses.ts';
import { eventText } from '../software/software-events.ts';
import { type SoftwareWords, softwareWords } from '../software/software-words.ts';
import type { FeedEntry } from './feed.ts';
import { feedHtml } from './feed-html.ts';
import { feedId } from './feed-id.ts';

const MAX_COMMITS = 30;

/** Rows of one commit that its entry names. */
const MAX_ROWS = 100;

/** What commits did to the table of supported software, or to a row of it, one entry a commit. */
export async function softwareEntries(
  context: Context,
  language: string,
  key: string | undefined,
): Promise<FeedEntry[]> {
  const { ask, site } = context;
  const words = softwareWords(site, language);
  if (key !== undefined) {
    const events = await ask(eventsOfSoftware, key, MAX_ROWS);
    const commits = [...Map.groupBy(events, ({ commit_id }) => commit_id).values()];
    return commits.slice(0, MAX_COMMITS).map((own) => entry(context, language, words, own, own.length, key));
  }
  const entries: FeedEntry[] = [];
  for (const { commit_id, count } of await ask(softwareCommits, { limit: MAX_COMMITS })) {
    const events = await ask(eventsOfCommit, commit_id, MAX_ROWS);
    if (events.length > 0) entries.push(entry(context, language, words, events, count, ''));
  }
  return entries;
}

function entry(
  { site, origin }: Context,
  language: string,
  words: SoftwareWords,
  events: readonly SoftwareEventTable[],
  count: number,
  key: string,
): FeedEntry {
  const { commit_id, at, author, subject } = events[0] as SoftwareEventTable;
  const { messages } = words;
  const href = origin + ownAddress(site, `/-/commit/${commit_id}`, language);
  const others = count - events.length;
  const html = `${(
    <ul>
      {events.map((event) => (
        <li>
          <a href={ownAddress(site, softwarePage(event.key), language)}>{event.name}</a>
          {' – '}
          {eventText(event, words)}
        </li>
      ))}
      {others > 0 && <li>{messages.software.moreChanges(others)}</li>}
    </ul>
  )}`;
  return {
    id: feedId('software', commit_id, key, language),
    title: subject || messages.commit.noSubject,
    href,
    language,
    published: rfc3339(at),
    updated: rfc3339(at),
    authors: [author || messages.feed.unknownPerson],
    contributors: [],
    categories: [],
    summary: events
      .slice(0, 3)
      .map((event) => `${event.name}: ${eventText(event, words)}`)
      .join('. '),
    html: feedHtml(html, href),
    translations: [],
  };
}
