import type { Software } from '../../../register/software/software.ts';
import { codeRepository } from '../../../store/code-addresses.ts';
import { pageAt } from '../../../store/pages.ts';
import { declarationsOf } from '../../../store/software-declarations.ts';
import { eventsOfSoftware } from '../../../store/software-events.ts';
import { softwareNamed } from '../../../store/software-listing.ts';
import type { SoftwareDeclarationTable, SoftwareTable } from '../../../store/software-tables.ts';
import { encodeAddress } from '../../../wiki/addresses.ts';
import { folded } from '../../../wiki/software-files/folded.ts';
import type { Contribution } from '../../../wiki/software-files/said-software.ts';
import { trainingsOn } from '../../../wiki/software-files/trainings.ts';
import type { Answer } from '../../answer.ts';
import { type Context, ownAddress } from '../../context.ts';
import { feedLinks } from '../../feeds/feed-links.ts';
import { memberList } from '../../members/visitor.ts';
import { ownPage } from '../../own-page.tsx';
import { codePage } from '../../register/addresses.ts';
import { webLink } from '../../register/web-link.ts';
import { SOFTWARE, SOFTWARE_PAGES, softwarePage } from '../../software/addresses.ts';
import { shownEvent } from '../../software/software-events.ts';
import { softwareFactsOf } from '../../software/software-facts.tsx';
import {
  descriptionOf,
  recordOf,
  type SoftwareWords,
  softwareMarks,
  softwareWords,
} from '../../software/software-words.ts';
import {
  contributionsUnder,
  pagesNaming,
  studiesBySoftware,
  trainingsOf,
  type WikiLink,
} from '../../software/wiki-files.ts';
import type { Link } from '../../views/link.ts';
import { type ItemSection, type NamedItem, SoftwarePage } from '../../views/software/software-page.tsx';

const MAX_EVENTS = 100;
const MAX_TRAININGS = 20;

/** A software of the catalogue: `/-/software/12`. */
export async function softwarePageAnswer(
  context: Context,
  language: string,
  row: SoftwareTable,
): Promise<Answer> {
  const { ask, site, origin } = context;
  const words = softwareWords(site, language);
  const { messages } = words;
  const software = recordOf(row);
  const href = ownAddress(site, softwarePage(row.key), language);
  const events = (await ask(eventsOfSoftware, row.key, MAX_EVENTS)).map((event) =>
    shownEvent(site, language, event, words),
  );
  const description = descriptionOf(software, language, site);
  const voice = description && software.origins[`descriptions.${description.language}`];
  const people = await ask(declarationsOf, row.key);
  return await ownPage(context, {
    language,
    title: row.name,
    href,
    parents: [{ label: messages.software.title, href: ownAddress(site, SOFTWARE, language) }],
    alternates: feedLinks(
      site,
      { kind: 'software', key: row.key },
      language,
      messages.software.feedTitleOf(row.name),
    ),
    ...(row.state === 'listed' && { canonical: origin + href }),
    content: (
      <SoftwarePage
        messages={messages}
        name={row.name}
        description={description}
        {...(voice !== undefined &&
          voice !== 'table' &&
          voice !== 'sheet' && { describedBy: messages.software.from(messages.software.voices[voice]) })}
        marks={softwareMarks(software, row.state, messages)}
        notices={noticesOf(software, row, events[0]?.date, words)}
        links={await linksOf(context, language, software, row, words)}
        facts={softwareFactsOf(context, language, software, words)}
        sections={await sectionsOf(context, language, software, words)}
        people={{
          summary: peopleSummary(people, words),
          items: people.filter(isPublic).map((one) => personOf(one, words)),
          ...(row.state === 'listed' &&
            memberList(context) &&
            context.proposals && {
              declareHref: ownAddress(site, `${softwarePage(row.key)}/declare`, language),
            }),
        }}
        events={events}
      />
    ),
  });
}

function noticesOf(
  { status, withdrawal }: Software,
  { state }: SoftwareTable,
  last: string | undefined,
  { messages, day }: SoftwareWords,
): string[] {
  const words = messages.software;
  if (state === 'removed')
    return last === undefined ? [words.removed] : [words.removedOn(messages.date(last))];
  if (status !== 'withdrawn') return [];
  return [
    withdrawal?.on ? words.withdrawnOn(day(withdrawal.on)) : words.withdrawn,
    ...(withdrawal?.why ? [withdrawal.why] : []),
    ...(withdrawal?.lastVersion ? [words.lastRecommended(withdrawal.lastVersion)] : []),
  ];
}

async function linksOf(
  { ask, site }: Context,
  language: string,
  { homepage, sheet }: Software,
  { repository }: SoftwareTable,
  { messages }: SoftwareWords,
): Promise<(Link & { readonly isOutside?: boolean })[]> {
  const words = messages.software;
  const page = sheet === null ? undefined : await ask(pageAt, sheet);
  const code = repository === null ? undefined : await ask(codeRepository, repository);
  const website = webLink(homepage ?? null);
  return [
    ...(page ? [{ label: words.readSheet, href: encodeAddress(page.address) }] : []),
    ...(code
      ? [{ label: words.inRegister, href: ownAddress(site, codePage('repository', code.address), language) }]
      : []),
    ...(website === undefined ? [] : [{ label: words.open, href: website, isOutside: true }]),
  ];
}

async function sectionsOf(
  context: Context,
  language: string,
  software: Software,
  { messages, day }: SoftwareWords,
): Promise<ItemSection[]> {
  const { ask, site } = context;
  const words = messages.software;
  const names = software.similar.map(({ name }) => folded(name));
  const known = new Map((await ask(softwareNamed, names)).map(({ key, folded_name }) => [folded_name, key]));
  const similar = software.similar.map(({ name, free }): NamedItem => {
    const key = known.get(folded(name));
    return {
      name,
      notes: free === null ? [] : [free ? words.free : words.notFree],
      ...(key !== undefined && { href: ownAddress(site, softwarePage(key), language) }),
    };
  });
  const compared = [software.key, ...known.values()].slice(0, 3);
  const trainings = trainingsOn(await trainingsOf(context), software.name).slice(0, MAX_TRAININGS);
  const studies = await studiesBySoftware(context, language);
  const studied = [
    ...(studies.get(folded(software.name)) ?? []),
    ...((software.id !== null && studies.get(folded(software.id))) || []),
  ];
  const made = [...software.contributions, ...(await contributionsUnder(context, software))];
  const link = (url: string | null) => {
    const href = webLink(url);
    return href === undefined ? {} : { href };
  };
  const all: readonly ItemSection[] = [
    {
      title: words.similar,
      items: similar,
      ...(compared.length > 1 && {
        more: {
          label: words.compareThem,
          href: ownAddress(
            site,
            SOFTWARE_PAGES.compare,
            language,
            compared.map((key) => ['with', key] as const),
          ),
        },
      }),
    },
    {
      title: words.instances,
      items: software.instances.map(({ url, audience, operator }) => ({
        name: url,
        ...link(url),
        notes: [
          ...(audience ? [words.audience(audience)] : []),
          ...(operator ? [words.operatedBy(operator)] : []),
        ],
      })),
    },
    {
      title: words.providers,
      items: software.providers.map(({ name, url, from }) => ({
        name,
        ...link(url),
        notes: from === 'sheet' || from === 'table' ? [] : [words.from(words.voices[from])],
      })),
    },
    {
      title: words.trainings,
      items: trainings.map(({ organisation, website, courses }) => ({
        name: organisation,
        ...link(website),
        notes: courses,
      })),
      more: { label: words.allTrainings, href: ownAddress(site, SOFTWARE_PAGES.trainings, language) },
    },
    { title: words.contributions, items: made.map((one) => contributionItem(one, day, link)) },
    { title: words.studies, items: studied.map((one) => pageItem(one, day)) },
    {
      title: words.wikiPages,
      items: (await pagesNaming(context, software, language)).map((one) => pageItem(one, day)),
    },
  ];
  return all.filter(({ items }) => items.length > 0);
}

function contributionItem(
  { title, url, date }: Contribution,
  day: SoftwareWords['day'],
  link: (url: string | null) => { href?: string },
): NamedItem {
  return { name: title, ...link(url), notes: date === null ? [] : [day(date)] };
}

export function pageItem({ label, href, language, date }: WikiLink, day: SoftwareWords['day']): NamedItem {
  return { name: label, href, language, notes: date === null ? [] : [day(date)] };
}

function peopleSummary(people: readonly SoftwareDeclarationTable[], { messages }: SoftwareWords): string[] {
  const count = (kind: SoftwareDeclarationTable['kind']) => people.filter((one) => one.kind === kind).length;
  const [users, referents] = [count('user'), count('referent')];
  return [
    ...(users > 0 ? [messages.software.users(users)] : []),
    ...(referents > 0 ? [messages.software.referents(referents)] : []),
  ];
}

function isPublic({ shows_name, shows_organisation, shows_address }: SoftwareDeclarationTable): boolean {
  return shows_name === 1 || shows_organisation === 1 || shows_address === 1;
}

function personOf(one: SoftwareDeclarationTable, { messages }: SoftwareWords): NamedItem {
  const words = messages.software;
  const shown = (shows: number, text: string) => (shows === 1 && text !== '' ? [text] : []);
  const [name = words.anonymous] = shown(one.shows_name, one.name);
  return {
    name,
    ...(one.shows_address === 1 && { href: `mailto:${one.address}` }),
    notes: [
      ...shown(one.shows_organisation, one.organisation),
      ...shown(one.shows_organisation, one.purpose),
      ...shown(one.shows_organisation, one.version),
      ...(one.kind === 'referent' ? [words.kinds.referent] : []),
    ],
  };
}
