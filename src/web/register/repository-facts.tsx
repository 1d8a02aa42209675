import type { RepositoryRecord } from '../../register/record.ts';
import type { CodeRepositoryTable } from '../../store/code-tables.ts';
import { type Context, messagesOf } from '../context.ts';
import { DateOf } from '../views/date.tsx';
import type { CodeFact } from '../views/register/code-facts.tsx';
import type { FacetName } from './facet-names.ts';
import { valueAddress } from './facet-view.ts';
import { webLink } from './web-link.ts';

/** What is known of a repository, a line each. */
export function repositoryFacts(
  { site }: Pick<Context, 'site'>,
  language: string,
  row: CodeRepositoryTable,
  record: RepositoryRecord,
  nameOf: FacetName,
): CodeFact[] {
  const messages = messagesOf({ site }, language);
  const words = messages.code;
  const chosen = (facet: 'organisation' | 'language' | 'licence' | 'forge', value: string | null) =>
    value === null ? undefined : (
      <a href={valueAddress({ site }, language, facet, value)}>{nameOf(facet, value)}</a>
    );
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
  const all: readonly (readonly [string, CodeFact['value'] | undefined])[] = [
    [facts.organisation, chosen('organisation', row.organisation)],
    [words.facets.kind, row.kind === null ? undefined : nameOf('kind', row.kind)],
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
    [
      facts.heritage,
      record.software_heritage_exists === true
        ? outside(words.inHeritage, record.software_heritage_url)
        : flag(record.software_heritage_exists),
    ],
  ];
  return all.flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [{ name, value }],
  );
}
