import { LANGUAGE_TAG } from '../config/language-tag.ts';
import { hasDataFile } from '../store/data-files.ts';
import { fileAt } from '../store/files.ts';
import { lastVersion } from '../store/history.ts';
import { type PageSummary, pageAt } from '../store/pages.ts';
import { encodeAddress } from '../wiki/addresses.ts';
import { addressOfPath, folderAddress } from '../wiki/find-address.ts';
import { ancestry, isWithin, type NavigationNode, navigation } from '../wiki/navigation.ts';
import { siteTitle } from '../wiki/site.ts';
import { siteDates } from '../wiki/site-dates.ts';
import { type Context, messagesOf, once, ownAddress } from './context.ts';
import { followAddress } from './feeds/addresses.ts';
import { feedLinks } from './feeds/feed-links.ts';
import { namedLicence } from './licence.ts';
import { LISTS } from './lists/list-addresses.ts';
import { hasPublicLists } from './lists/list-place.ts';
import { memberList } from './members/visitor.ts';
import { PROPOSALS } from './proposals/addresses.ts';
import { CODE } from './register/addresses.ts';
import { SOFTWARE } from './software/addresses.ts';
import type { LayoutProps, NavigationItem, Site as SiteProps } from './views/layout.tsx';
import type { Link } from './views/link.ts';

/** Where a page stands: its reader's language, the folder it is in, its own address. */
export interface Place {
  readonly language: string;
  readonly folder: string;
  readonly href: string;
}

/** The address of the search. */
export const SEARCH = '/-/search';

type Chrome = Pick<LayoutProps, 'messages' | 'site' | 'assets' | 'ancestors' | 'contentLanguage'>;

/** What is around every page: the site's title and navigation, the way from the home page, the footer's links. */
export async function chrome(context: Context, place: Place): Promise<Chrome> {
  const { ask, site, assets } = context;
  const { folder, href } = place;
  // Around a page in a language that the wiki is not in, there would be nothing but itself.
  const language = site.languages.includes(place.language) ? place.language : site.defaultLanguage;
  const messages = messagesOf(context, language);
  const homeHref = encodeAddress(folderAddress('', language, site));
  const isHome = href === homeHref;
  const { above, around } = await once(context, 'around', [language, folder, isHome], async () => {
    const nodes = await navigation(ask, language, folder, site);
    return {
      above: await ancestry(ask, folder, language, site),
      around: {
        ...(await siteProps(context, language, homeHref)),
        navigation: [
          ...nodes.map((node) => item(node, folder, isHome ? href : undefined)),
          // A wiki whose settings name no navigation has none: the foot of the page leads there.
          ...(site.settings.register && nodes.length > 0
            ? [{ label: messages.code.title, href: ownAddress(site, CODE, language) }]
            : []),
        ],
      },
    };
  });
  const home: Link = { label: messages.layout.home, href: homeHref };
  return {
    messages,
    contentLanguage: language,
    assets: {
      stylesheets: [
        assets.stylesheet,
        ...(site.settings.theme.accent === undefined ? [] : [themeHref(site.settings.theme.accent)]),
      ],
      script: assets.script,
      icon: assets.icon,
    },
    site: { ...around, here: href },
    ancestors: isHome ? [] : [home, ...above.map(asLink)].filter((link) => link.href !== href),
  };
}

export function themeHref(accent: string): string {
  return `/-/assets/theme-${accent.slice(1)}.css`;
}

async function siteProps(
  context: Context,
  language: string,
  homeHref: string,
): Promise<Omit<SiteProps, 'navigation'>> {
  const { site } = context;
  const messages = messagesOf(context, language);
  const licence = await licenceOf(context);
  const hasCalendar = await context.ask(hasDataFile, 'calendar');
  const links: Link[] = [
    ...(hasCalendar
      ? [{ label: messages.calendar.title, href: ownAddress(site, '/-/calendar/', language) }]
      : []),
    ...(site.settings.software
      ? [{ label: messages.software.title, href: ownAddress(site, SOFTWARE, language) }]
      : []),
    ...(site.settings.register
      ? [{ label: messages.code.title, href: ownAddress(site, CODE, language) }]
      : []),
    ...(context.lists && hasPublicLists(site)
      ? [
          { label: messages.lists.title, href: ownAddress(site, LISTS, language) },
          { label: messages.proposals.title, href: ownAddress(site, PROPOSALS, language) },
        ]
      : []),
    { label: messages.recent.title, href: ownAddress(site, '/-/recent', language) },
    { label: messages.follow.link, href: followAddress(site, { kind: 'recent' }, language) },
    ...(site.languages.length > 1
      ? [{ label: messages.layout.translations, href: ownAddress(site, '/-/translations', language) }]
      : []),
    { label: messages.checks.title, href: ownAddress(site, '/-/checks', language) },
    { label: messages.api.title, href: ownAddress(site, '/-/api', language) },
    ...(context.proposals && (memberList(context) || context.signsIn)
      ? [{ label: messages.members.signInTitle, href: ownAddress(site, '/-/sign-in', language) }]
      : []),
  ];
  return {
    title: siteTitle(site, language),
    homeHref,
    search: { action: SEARCH, kept: language === site.defaultLanguage ? [] : [['lang', language]] },
    links,
    feeds: feedLinks(
      site,
      { kind: 'recent' },
      language,
      `${messages.follow.recent} – ${siteTitle(site, language)}`,
    ),
    ...(licence && { licence }),
  };
}

/** The licence that the settings name, else the repository's own licence file. */
async function licenceOf({ ask, site }: Context): Promise<SiteProps['licence']> {
  const { licence } = site.settings;
  if (licence !== undefined) return namedLicence(licence);
  const page = await ask(pageAt, 'LICENSE.md');
  if (page) return { name: page.title, href: encodeAddress(page.address) };
  const file = await ask(fileAt, 'LICENSE');
  return file && { name: 'LICENSE', href: await addressOfPath(ask, file.path) };
}

/** An entry around `folder` is open; on the home page, that of the home page too. */
function item(node: NavigationNode, folder: string, home: string | undefined): NavigationItem {
  const isAround = node.folder !== undefined && node.folder !== '' && isWithin(folder, node.folder);
  return {
    label: node.title,
    href: node.href,
    ...(node.language !== undefined && { language: node.language }),
    ...(isAround && { isAround }),
    children:
      isAround || node.href === home ? node.children.map((child) => item(child, folder, undefined)) : [],
  };
}

function asLink({
  title,
  href,
  language,
}: {
  title: string;
  href: string;
  language: string | undefined;
}): Link {
  return language === undefined ? { label: title, href } : { label: title, href, language };
}

/** Who changed a file last and when, with the way to its history. */
export async function lastChange(
  { ask, site }: Context,
  path: string,
  language: string,
): Promise<LayoutProps['lastChange']> {
  const version = await ask(lastVersion, path);
  return (
    version && {
      date: siteDates(site)(version.author_time),
      author: version.author_name,
      historyHref: historyHref(site, path, language),
    }
  );
}

export function historyHref(site: Context['site'], path: string, language: string): string {
  return ownAddress(site, `/-/history${encodeAddress(`/${path}`)}`, language);
}

/** The page in each of its languages, for the switch and for `hreflang`. */
export function languageLinks(
  site: Context['site'],
  pages: readonly PageSummary[],
  current: string,
  wanted: string,
  here: string,
) {
  const order = ({ language }: { readonly language: string }) =>
    site.languages.indexOf(language) + 1 || site.languages.length + 1;
  const links = pages.map(({ language, address }) => ({
    language,
    href: encodeAddress(address),
    current: address === current && language === wanted,
  }));
  // A page that is not in the reader's language is offered to them in another: that is where they are.
  const offered = links.some(({ language }) => language === wanted)
    ? []
    : [{ language: wanted, href: here, current: true }];
  return [...links, ...offered]
    .toSorted((a, b) => order(a) - order(b))
    .map((link) => ({ ...link, name: endonym(link.language) }));
}

/** A page under `/-/` in each of the site's languages. */
export function ownLanguageLinks({ site, path, query }: Context, current: string) {
  return site.languages.map((language) => {
    const others = Object.fromEntries([...query].filter(([name]) => name !== 'lang'));
    const href = ownAddress(site, encodeAddress(path), language, others);
    return { language, name: endonym(language), href, current: language === current };
  });
}

const endonyms = new Map<string, string>();

/** What the speakers of a language call it: `Français`; what is no language, by itself. Asking the platform costs 50 µs: names are kept. */
export function endonym(language: string): string {
  const known = endonyms.get(language);
  if (known !== undefined) return known;
  if (!LANGUAGE_TAG.test(language)) return language;
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  const written = name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  if (endonyms.size < MAX_ENDONYMS) endonyms.set(language, written);
  return written;
}

/** There are some two hundred languages; anyone can write a code in a page. */
const MAX_ENDONYMS = 1_000;
