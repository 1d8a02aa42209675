import type { Software, Voice } from '../../register/software/software.ts';
import type { Context } from '../context.ts';
import { webLink } from '../register/web-link.ts';
import type { CodeFact } from '../views/register/code-facts.tsx';
import { Told } from '../views/software/software-page.tsx';
import { softwareWith } from './asked-software.ts';
import type { SoftwareWords } from './software-words.ts';

/** What is known of a software, each with who told it where it is not the table. */
export function softwareFactsOf(
  { site }: Pick<Context, 'site'>,
  language: string,
  software: Software,
  words: SoftwareWords,
): CodeFact[] {
  const { messages } = words;
  const { facts, voices, from } = messages.software;
  const told = (place: string) => {
    const voice: Voice | undefined = software.origins[place];
    return voice === undefined || voice === 'table' ? undefined : from(voices[voice]);
  };
  const chosen = (facet: string, value: string) => (
    <a href={softwareWith(site, language, facet, value)}>{words.valueName(facet, value)}</a>
  );
  const each = (facet: string, values: readonly string[]) =>
    values.map((value, at) => (
      <>
        {at > 0 && ', '}
        {chosen(facet, value)}
      </>
    ));
  const outside = (written: string) => {
    const href = webLink(written);
    return href === undefined ? (
      written
    ) : (
      <a href={href} rel="external nofollow">
        {written}
      </a>
    );
  };
  const { code } = messages;
  const all: readonly (readonly [string, string, CodeFact['value'] | undefined])[] = [
    ['id', facts.id, software.id],
    ['category', facts.category, software.category && chosen('category', software.category)],
    [
      'critical',
      facts.critical,
      software.critical === undefined ? undefined : software.critical ? code.yes : code.no,
    ],
    ['status', facts.status, software.status && chosen('status', software.status)],
    ['since', facts.since, software.since && words.day(software.since)],
    [
      'contracts',
      facts.contracts,
      software.contracts.length > 0 ? each('contract', software.contracts) : undefined,
    ],
    ['minimumVersion', facts.minimumVersion, software.minimumVersion],
    ['latestVersion', facts.latestVersion, software.latestVersion],
    ['licence', facts.licence, software.licence && chosen('licence', software.licence)],
    [
      'systems',
      facts.systems,
      software.systems &&
        each(
          'system',
          software.systems.map((one) => one.toLowerCase()),
        ),
    ],
    ['homepage', facts.homepage, software.homepage && outside(software.homepage)],
    ['repository', facts.repository, software.repository && outside(software.repository)],
    [
      'wikidata',
      facts.wikidata,
      software.wikidata && (
        <a href={`https://www.wikidata.org/wiki/${software.wikidata}`} rel="external nofollow">
          {software.wikidata}
        </a>
      ),
    ],
    ...Object.entries(software.attributes).map(
      ([name, value]) =>
        [
          `attributes.${name}`,
          words.attribute(name),
          site.settings.software?.attributes[name]?.kind === 'link'
            ? outside(String(value))
            : words.attributeValue(value),
        ] as const,
    ),
  ];
  return all.flatMap(([place, name, value]) =>
    value === undefined || value === null || value === ''
      ? []
      : [{ name, value: <Told value={value} from={told(place)} /> }],
  );
}
