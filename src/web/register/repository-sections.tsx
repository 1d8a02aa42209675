import { DEFAULT_SCORE } from '../../config/register-settings.ts';
import { purlWithoutVersion } from '../../register/dependencies/purl.ts';
import { sayFinding } from '../../register/publiccode/words.ts';
import type { RepositoryRecord } from '../../register/record.ts';
import { scoreParts } from '../../register/score.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import { DateOf } from '../views/date.tsx';
import type { CodeFact } from '../views/register/code-facts.tsx';
import { type DependencyGroup, RepositoryDependencies } from '../views/register/repository-dependencies.tsx';
import { RepositoryFiles } from '../views/register/repository-files.tsx';
import { RepositoryPubliccode } from '../views/register/repository-publiccode.tsx';
import { RepositoryReleases } from '../views/register/repository-releases.tsx';
import { RepositoryScore } from '../views/register/repository-score.tsx';
import { codePage } from './addresses.ts';
import type { FacetName } from './facet-names.ts';
import { lineLink } from './line-link.ts';
import { packageNamed } from './package-name.ts';
import { webLink } from './web-link.ts';

interface SectionProps {
  readonly context: Context;
  readonly language: string;
  readonly record: RepositoryRecord;
  readonly nameOf: FacetName;
}

/** What the files and the releases of a repository say of it, and what its score is made of. */
export function RepositorySections({
  context,
  language,
  record,
  nameOf,
  score,
}: SectionProps & { score: number }) {
  const messages = messagesOf(context, language);
  const settings = context.site.settings.register?.score ?? DEFAULT_SCORE;
  return (
    <>
      <RepositoryScore messages={messages} score={score} parts={scoreParts(record, settings)} />
      <RepositoryFiles messages={messages} files={filesOf(record)} />
      {(record.publiccode || record.publiccode_findings) && (
        <Publiccode context={context} language={language} record={record} nameOf={nameOf} />
      )}
      {record.releases !== null && (
        <RepositoryReleases
          messages={messages}
          releases={record.releases.map(({ tag, name, date, url }) => ({
            name: name?.trim() || tag,
            date,
            href: webLink(url),
          }))}
        />
      )}
      {record.dependencies !== null && record.dependencies.count > 0 && (
        <Dependencies context={context} language={language} dependencies={record.dependencies} />
      )}
    </>
  );
}

function filesOf(record: RepositoryRecord) {
  return [
    { name: 'readme', has: record.has_readme },
    // Whoever read the README looked for a licence too.
    { name: 'licence', has: record.spdx_id !== null ? true : record.has_readme === null ? null : false },
    { name: 'contributing', has: record.has_contributing },
    { name: 'changelog', has: record.has_changelog },
    { name: 'publiccode', has: record.has_publiccode },
    { name: 'security', has: record.has_security },
    { name: 'ci', has: record.has_ci },
    { name: 'reuse', has: record.has_reuse },
    { name: 'codemeta', has: record.has_codemeta },
    { name: 'citation', has: record.has_citation },
  ] as const;
}

function Publiccode({ context, language, record, nameOf }: SectionProps) {
  const messages = messagesOf(context, language);
  const { publiccode, publiccode_findings: found } = record;
  const { codePages: pages, codeRepository: words, code } = messages;
  const descriptions = publiccode?.short_descriptions ?? {};
  const known: readonly (readonly [string, CodeFact['value'] | undefined])[] = [
    [pages.name, publiccode?.name ?? undefined],
    [code.facets.kind, publiccode?.software_type ? nameOf('kind', publiccode.software_type) : undefined],
    [words.version, publiccode?.software_version ?? undefined],
    [
      pages.release,
      publiccode?.release_date ? <DateOf iso={publiccode.release_date} messages={messages} /> : undefined,
    ],
    [pages.status, named(pages.statuses, publiccode?.development_status)],
    [pages.maintenance, named(pages.maintenances, publiccode?.maintenance_type)],
    [words.publiccode, descriptions[language] ?? Object.values(descriptions)[0]],
  ];
  return (
    <RepositoryPubliccode
      messages={messages}
      facts={known.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))}
      counts={found ?? { errors: 0, warnings: 0, notes: 0 }}
      findings={(found?.list ?? []).map((finding) => ({
        severity: finding.severity,
        line: finding.line,
        key: finding.key,
        href: lineLink(record, 'publiccode.yml', finding.line),
        ...sayFinding(finding, messages.locale),
      }))}
    />
  );
}

function named(words: Readonly<Record<string, string>>, value: string | null | undefined) {
  return value ? (words[value] ?? value) : undefined;
}

/** A page stays short where a lock file names thousands. */
const MAX_SHOWN = 300;

function Dependencies({
  context,
  language,
  dependencies,
}: {
  readonly context: Context;
  readonly language: string;
  readonly dependencies: NonNullable<RepositoryRecord['dependencies']>;
}) {
  const messages = messagesOf(context, language);
  const words = messages.codeRepository;
  const { direct, indirect, unknown, count } = dependencies;
  const group = (title: string, isOpen: boolean, purls: readonly string[]): DependencyGroup[] =>
    purls.length === 0
      ? []
      : [
          {
            title,
            isOpen,
            packages: purls.slice(0, MAX_SHOWN).map((purl) => ({
              label: packageNamed(purl).name,
              version: packageNamed(purl).version,
              href: ownAddress(context.site, codePage('dependency', purlWithoutVersion(purl)), language),
            })),
          },
        ];
  const groups = [
    ...group(words.direct(direct.length), direct.length <= 50, direct),
    ...group(words.indirect(indirect.length), false, indirect),
    ...group(words.unknownDependencies(unknown.length), false, unknown),
  ];
  const shown = groups.reduce((sum, { packages }) => sum + packages.length, 0);
  return (
    <RepositoryDependencies
      messages={messages}
      groups={groups}
      more={count > shown ? words.dependenciesMore(shown, count) : undefined}
    />
  );
}
