import { DEFAULT_SCORE } from '../../../config/register-settings.ts';
import type { RepositoryRecord } from '../../../register/record.ts';
import { recordPath } from '../../../register/record-path.ts';
import { scoreParts } from '../../../register/score.ts';
import type { CodeRepositoryTable } from '../../../store/code-tables.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { FEED_TYPES } from '../../feeds/feed-links.ts';
import { ownPage } from '../../own-page.tsx';
import { CODE, codePage } from '../../register/addresses.ts';
import { codeWith } from '../../register/asked-code.ts';
import { facetNames } from '../../register/facet-view.ts';
import { marksOf } from '../../register/marks.ts';
import { publiccodeState } from '../../register/publiccode-badge.ts';
import { webLink } from '../../register/web-link.ts';
import { supportedAs } from '../../software/supported-as.tsx';
import { DateOf } from '../../views/date.tsx';
import type { CodeFact } from '../../views/register/code-facts.tsx';
import { RepositoryPage } from '../../views/register/repository-page.tsx';

/** A repository: `/-/code/repository/gitlab.com/exemple/outil`. */
export async function repositoryPage(
  context: Context,
  language: string,
  row: CodeRepositoryTable,
): Promise<Answer> {
  const { site, origin } = context;
  const messages = messagesOf(context, language);
  const words = messages.code;
  const record = JSON.parse(row.record) as RepositoryRecord;
  const nameOf = await facetNames(context, language, [row.account]);
  const url = webLink(record.repository_url);
  const href = ownAddress(site, codePage('repository', row.address), language);
  const account = {
    label: nameOf('account', row.account),
    href: ownAddress(site, codePage('account', row.account), language),
  };
  const notice = noticeOf(record, messages);
  return await ownPage(context, {
    language,
    title: record.name,
    href,
    parents: [{ label: words.title, href: ownAddress(site, CODE, language) }, account],
    ...(row.state !== 'gone' && { canonical: origin + href }),
    alternates: [
      {
        type: FEED_TYPES.atom,
        href: ownAddress(site, `${codePage('repository', row.address)}/publiccode.atom`, language),
        title: messages.openData.findingsOf(row.name),
      },
    ],
    content: (
      <RepositoryPage
        messages={messages}
        name={record.name}
        account={account}
        description={record.description}
        marks={marksOf(row, messages)}
        {...(notice !== undefined && { notice })}
        {...(url !== undefined &&
          row.state !== 'gone' && { open: { label: words.open(record.platform), href: url }, clone: url })}
        topics={record.topics.map((topic) => ({
          label: topic,
          href: codeWith(site, language, 'topic', topic.toLowerCase()),
        }))}
        facts={[
          ...factsOf(context, language, row, record, nameOf),
          ...(await supportedAs(context, language, row.address)),
        ]}
        score={row.score}
        parts={scoreParts(record, site.settings.register?.score ?? DEFAULT_SCORE)}
        {...(row.state !== 'gone' && { badge: badgeOf(context, language, row, record) })}
      />
    ),
  });
}

/** What shows the state of its publiccode.yml elsewhere. */
function badgeOf(context: Context, language: string, row: CodeRepositoryTable, record: RepositoryRecord) {
  const { site, origin } = context;
  const page = codePage('repository', row.address);
  const src = ownAddress(site, `${page}/publiccode.svg`, language);
  const { says } = publiccodeState(record, messagesOf(context, language));
  return {
    src,
    alt: `publiccode.yml: ${says}`,
    markdown: `[![publiccode.yml](${origin + src})](${origin + ownAddress(site, page, language)})`,
  };
}

function noticeOf({ missing, gone }: RepositoryRecord, { code, date }: ReturnType<typeof messagesOf>) {
  if (gone !== null) return code.gone(date(gone));
  return missing === null ? undefined : code.missing(date(missing.last_seen));
}

function factsOf(
  { site }: Context,
  language: string,
  row: CodeRepositoryTable,
  record: RepositoryRecord,
  nameOf: Awaited<ReturnType<typeof facetNames>>,
): CodeFact[] {
  const messages = messagesOf({ site }, language);
  const words = messages.code;
  const chosen = (facet: 'organisation' | 'language' | 'licence' | 'forge', value: string | null) =>
    value === null ? undefined : <a href={codeWith(site, language, facet, value)}>{nameOf(facet, value)}</a>;
  const date = (iso: string | null) => iso && <DateOf iso={iso} messages={messages} />;
  const count = (value: number | null) => (value === null ? undefined : messages.number(value));
  const flag = (value: boolean | null) => (value === null ? words.unknown : value ? words.yes : words.no);
  const outside = (label: string, written: string | null) => {
    const href = webLink(written);
    return href === undefined ? (
      written
    ) : (
      <a href={href} rel="external nofollow">
        {label}
      </a>
    );
  };
  const { facts } = words;
  const former = record.aliases.filter((alias) => alias !== row.address);
  const all: readonly (readonly [string, CodeFact['value'] | undefined])[] = [
    [facts.organisation, chosen('organisation', row.organisation)],
    [facts.forge, chosen('forge', row.forge)],
    [facts.licence, chosen('licence', row.licence) ?? words.licenceUnknown],
    [facts.language, chosen('language', row.language)],
    [facts.homepage, record.homepage && outside(record.homepage, record.homepage)],
    [facts.branch, record.default_branch],
    [facts.created, date(record.creation_date)],
    [facts.updated, date(record.last_update)],
    [facts.changed, date(record.last_modification)],
    [facts.stars, count(record.stars_count)],
    [facts.forks, count(record.forks_count)],
    [facts.watchers, count(record.watchers_count)],
    [facts.issues, count(record.open_issues_count)],
    [facts.fork, flag(record.is_fork)],
    [facts.archived, flag(record.is_archived)],
    [facts.template, flag(record.is_template)],
    [facts.publiccode, flag(record.has_publiccode)],
    [
      facts.heritage,
      record.software_heritage_exists === true
        ? outside(words.inHeritage, record.software_heritage_url)
        : flag(record.software_heritage_exists),
    ],
    [facts.aliases, former.length > 0 ? former.join(', ') : undefined],
    [facts.record, <code>{recordPath('repository', record)}</code>],
  ];
  return all.flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [{ name, value }],
  );
}
