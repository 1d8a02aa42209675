import { foldAddress } from '../../../mail/mail-address.ts';
import type { AuditTable } from '../../../store/member-tables.ts';
import { auditTrail, type TrailQuery } from '../../../store/members.ts';
import { type Answer, textAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { dayStart, moment } from '../../lists/moment.ts';
import { keeperOf, notAllowed } from '../../members/keeper.tsx';
import { trailEntry } from '../../members/trail-entry.ts';
import type { MemberPage } from '../../members/visitor.ts';
import { rfc3339 } from '../../rfc3339.ts';
import { TrailPage } from '../../views/members/trail-page.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { TRAIL } from './members.tsx';

const MAX_SHOWN = 100;
const MAX_EXPORTED = 100_000;
const MAX_TYPED = 254;
const FILTERS = ['person', 'what', 'since', 'until'] as const;

type Asked = Readonly<Record<(typeof FILTERS)[number], string>>;

/** What members did: for administrators. `/-/members/trail?person=…&what=…&since=…&until=…` */
export const trailPage: MemberPage = async (context, visitor) => {
  if (!(await keeperOf(context, visitor, 'administrator'))) return await notAllowed(context);
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const { site, query, wiki } = context;
  const asked = askedOf(context);
  const filter = filterOf(context, asked);
  const before = Number(/^\d{1,9}$/.exec(query.get('before') ?? '')?.[0] ?? Number.NaN);
  const found = filter
    ? await auditTrail(wiki.database.reader, {
        ...filter,
        ...(!Number.isNaN(before) && { before }),
        limit: MAX_SHOWN + 1,
      })
    : [];
  const trail = found.slice(0, MAX_SHOWN);
  const kept = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const last = trail.at(-1);
  return await mailAnswer(context, {
    language,
    ...(!filter && { status: 400 }),
    title: messages.trail.title,
    content: (
      <TrailPage
        messages={messages}
        action={TRAIL}
        lang={query.get('lang') === null ? undefined : language}
        asked={asked}
        isBadDay={!filter}
        trail={trail.map((entry) => ({ ...entry, when: moment(site, messages, entry.at) }))}
        olderHref={
          found.length > MAX_SHOWN && last
            ? ownAddress(site, TRAIL, language, { ...kept, before: String(last.id) })
            : undefined
        }
        downloads={[
          { label: messages.trail.csv, href: ownAddress(site, `${TRAIL}.csv`, language, kept) },
          { label: messages.trail.jsonLines, href: ownAddress(site, `${TRAIL}.jsonl`, language, kept) },
        ]}
      />
    ),
  });
};

/** The same as a table: `/-/members/trail.csv`. */
export const trailCsv: MemberPage = (context, visitor) =>
  download(context, visitor, { name: 'trail.csv', type: 'text/csv; charset=utf-8', write: csv });

/** The same, a JSON value a line: `/-/members/trail.jsonl`. */
export const trailJsonLines: MemberPage = (context, visitor) =>
  download(context, visitor, { name: 'trail.jsonl', type: 'application/jsonl; charset=utf-8', write: lines });

async function download(
  context: Context,
  visitor: Parameters<MemberPage>[1],
  {
    name,
    type,
    write,
  }: {
    readonly name: string;
    readonly type: string;
    readonly write: (trail: readonly AuditTable[]) => string;
  },
): Promise<Answer> {
  if (!(await keeperOf(context, visitor, 'administrator'))) return await notAllowed(context);
  const filter = filterOf(context, askedOf(context));
  const words = messagesOf(context, askedLanguage(context)).trail;
  const headers = { 'cache-control': 'no-store' };
  if (!filter)
    return { ...textAnswer(`${words.badDay}\n`, 'text/plain; charset=utf-8', headers), status: 400 };
  const trail = await auditTrail(context.wiki.database.reader, { ...filter, limit: MAX_EXPORTED });
  return textAnswer(write(trail), type, {
    ...headers,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

/** RFC 4180. What a spreadsheet would take for a formula is none: members type some of it. */
function csv(trail: readonly AuditTable[]): string {
  const quoted = (text: string) => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
  const rows = trail.map(({ at, who, what, about, detail }) =>
    [rfc3339(at), who, what, about, detail].map(quoted).join(','),
  );
  return ['at,who,what,about,detail', ...rows].map((row) => `${row}\r\n`).join('');
}

function lines(trail: readonly AuditTable[]): string {
  return trail.map((entry) => `${JSON.stringify(trailEntry(entry))}\n`).join('');
}

function askedOf({ query }: Context): Asked {
  const typed = (name: string) => (query.get(name) ?? '').replaceAll('\0', '').trim().slice(0, MAX_TYPED);
  return { person: typed('person'), what: typed('what'), since: typed('since'), until: typed('until') };
}

/** What is asked of the trail; undefined where a day is none. */
function filterOf(
  { site }: Context,
  { person, what, since, until }: Asked,
): Omit<TrailQuery, 'limit'> | undefined {
  const start = dayStart(site);
  const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if ([since, until].some((day) => day !== '' && !isDay(day))) return undefined;
  return {
    ...(person !== '' && { person: foldAddress(person) }),
    ...(what !== '' && { what }),
    ...(since !== '' && { since: start(since) }),
    ...(until !== '' && { until: start(dayAfter(until)) }),
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
