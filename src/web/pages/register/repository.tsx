import { readAfter } from '../../../register/harvest/changed-files.ts';
import type { RepositoryRecord } from '../../../register/record.ts';
import { recordPath } from '../../../register/record-path.ts';
import { harvestedAt } from '../../../store/code-harvests.ts';
import type { CodeRepositoryTable } from '../../../store/code-tables.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { FEED_TYPES } from '../../feeds/feed-links.ts';
import type { Messages } from '../../messages/messages.ts';
import { codePage } from '../../register/addresses.ts';
import { codeFeedLinks } from '../../register/code-feed-links.ts';
import { facetNames } from '../../register/facet-names.ts';
import { valueAddress } from '../../register/facet-view.ts';
import { marksOf } from '../../register/marks.ts';
import { publiccodeState } from '../../register/publiccode-badge.ts';
import { remarkableOf } from '../../register/register-files.ts';
import { registerPageAnswer } from '../../register/register-page.tsx';
import { repositoryFacts } from '../../register/repository-facts.tsx';
import { RepositorySections } from '../../register/repository-sections.tsx';
import { webLink } from '../../register/web-link.ts';
import { rfc3339 } from '../../rfc3339.ts';
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
  const { site } = context;
  const messages = messagesOf(context, language);
  const words = messages.code;
  const record = JSON.parse(row.record) as RepositoryRecord;
  const nameOf = await facetNames(context, language, {
    accounts: [row.account],
    organisations: [row.organisation],
  });
  const url = row.state === 'gone' ? undefined : webLink(record.repository_url);
  const account = {
    label: nameOf('account', row.account),
    href: ownAddress(site, codePage('account', row.account), language),
  };
  const isRemarkable = (await remarkableOf(context))?.some(
    ({ alias }) => alias !== undefined && record.aliases.includes(alias),
  );
  return await registerPageAnswer(context, {
    language,
    title: record.name,
    href: ownAddress(site, codePage('repository', row.address), language),
    parents: [account],
    alternates: [
      {
        type: FEED_TYPES.atom,
        href: ownAddress(site, `${codePage('repository', row.address)}/publiccode.atom`, language),
        title: messages.openData.findingsOf(row.name),
      },
      ...codeFeedLinks(context, language, { text: '', filters: { account: row.account } }, account.label)
        .alternates,
    ],
    isOffered: row.state !== 'gone',
    content: (
      <RepositoryPage
        messages={messages}
        name={record.name}
        account={account}
        description={record.description}
        marks={[...(isRemarkable ? [messages.codeRepository.remarkable] : []), ...marksOf(row, messages)]}
        notices={noticesOf(record, messages)}
        {...(url !== undefined && { open: { label: words.open(record.platform), href: url } })}
        copied={copiedOf(context, language, record)}
        topics={record.topics.map((topic) => ({
          label: topic,
          href: valueAddress(context, language, 'topic', topic.toLowerCase()) ?? '',
        }))}
        facts={[
          ...repositoryFacts(context, language, row, record, nameOf),
          ...(await supportedAs(context, language, row.address)),
        ]}
        {...(row.state !== 'gone' && { badge: badgeOf(context, language, row, record) })}
        excerpt={record.readme_excerpt}
        source={await sourceOf(context, language, row, record)}
      >
        <RepositorySections
          context={context}
          language={language}
          record={record}
          nameOf={nameOf}
          score={row.score}
        />
      </RepositoryPage>
    ),
  });

  /** What whoever reuses it copies. */
  function copiedOf(context: Context, language: string, record: RepositoryRecord) {
    const { codeRepository } = messagesOf(context, language);
    return [
      ...(url === undefined ? [] : [{ label: codeRepository.clone, text: `git clone ${url}` }]),
      ...(record.swhid === null ? [] : [{ label: codeRepository.swhid, text: record.swhid }]),
    ];
  }
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

/** Since when it is missing or gone, and why that is said. */
function noticesOf({ missing, gone }: RepositoryRecord, messages: ReturnType<typeof messagesOf>): string[] {
  const { code, codeRepository: words, date } = messages;
  return [
    ...(gone === null ? [] : [code.gone(date(gone))]),
    ...(missing === null
      ? []
      : [
          words.missingSince(date(missing.last_seen), words.reasons[missing.reason] ?? missing.reason),
          ...(missing.days > 0 ? [words.days(missing.days)] : []),
        ]),
  ];
}

/** Where the data come from, and when. */
async function sourceOf(
  context: Context,
  language: string,
  row: CodeRepositoryTable,
  record: RepositoryRecord,
): Promise<{ readonly sentence: string; readonly facts: readonly CodeFact[] }> {
  const messages = messagesOf(context, language);
  const { code, codeRepository: words } = messages;
  const asked = await context.ask(harvestedAt, row.account);
  const former = record.aliases.filter((alias) => alias !== row.address);
  const facts: readonly (readonly [string, CodeFact['value'] | undefined])[] = [
    [words.asked, asked === undefined ? undefined : <DateOf iso={rfc3339(asked)} messages={messages} />],
    [words.filesRead, filesRead(record, messages)],
    [words.cut, record.files_cut.length > 0 ? record.files_cut.join(', ') : undefined],
    [code.facts.aliases, former.length > 0 ? former.join(', ') : undefined],
    [code.facts.record, <code>{recordPath('repository', record)}</code>],
  ];
  const wasAsked = asked !== undefined || record.id !== null;
  return {
    sentence: (wasAsked ? words.fromForge : words.fromCatalogue)(row.forge),
    facts: facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
  };
}

/** The change after which its files were read: by its day, else by its commit. */
function filesRead(record: RepositoryRecord, messages: Messages): CodeFact['value'] | undefined {
  const change = readAfter(record);
  if (change === undefined) return undefined;
  return /^\d{4}-\d\d-\d\d(?:T|$)/.test(change) ? (
    <DateOf iso={change} messages={messages} />
  ) : (
    <code>{change.slice(0, 10)}</code>
  );
}
