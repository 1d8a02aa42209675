import type { Lists } from '../mail/lists.ts';
import { siteJson } from '../store/wiki-state.ts';
import { encodeAddress } from '../wiki/addresses.ts';
import type { Site } from '../wiki/site.ts';
import type { Ask } from '../wiki/trace.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Assets } from './assets.ts';
import { messagesFor } from './messages/locales.ts';
import type { InterfaceLocale, Messages } from './messages/messages.ts';

/** Gives what was made under a name (JSON tells arguments apart), making it the first time. */
export type Once = <T>(name: string, args: readonly unknown[], make: () => Promise<T>) => Promise<T>;

/** Gives a part of an answer by its name, as it was kept where that is still right, else made. */
export type Part = (
  name: string,
  context: Context,
  make: (context: Context) => Promise<string>,
) => Promise<string>;

/** Whoever carries out decisions. */
export interface Decider {
  /** When what was decided until now is carried out, or could not be. */
  settled(): Promise<void>;
  /** Has what was posted put in the archive of its list. */
  posted(): void;
  /** Where what is not in the wiki is made: the folder of a repository that sees the wiki's objects. */
  workshop(): Promise<string>;
}

/** What a page is made from: a request, and the wiki as it is while it is made. */
export interface Context {
  readonly wiki: Wiki;
  readonly site: Site;
  readonly ask: Ask;
  readonly assets: Assets;
  /** Scheme and host of the site's public address, without a final slash. */
  readonly origin: string;
  /** The path of the request, decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Whether the client would rather have Markdown than HTML. */
  readonly wantsMarkdown: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The archives of the mailing lists, where there are any. */
  readonly lists?: Lists;
  /** Who carries out what is decided of proposals, where there are any. */
  readonly proposals?: Decider;
  /** Whether people sign in without a mail: then they do where there is no list, too. */
  readonly signsIn?: boolean;
  /** The repository of the register of source code, where it is on this machine. */
  readonly register?: string;
  /** Makes once what many pages have in common and nobody changes, where the wiki does not change meanwhile. */
  readonly once?: Once;
  /** Parts that several answers, or the next one in the place of this one, are made of. */
  readonly part?: Part;
  /** Whether each page and each folder has a feed; only the whole, tables, calendars and collections where it is false. */
  readonly hasFeedsOfPages?: boolean;
  /** Whether the files are those of a former commit: what is shown of them may be nowhere else. */
  readonly isPast?: true;
}

/** What many pages have in common: made once where the context can, else now. `args` are all that it depends on. */
export async function once<T>(
  context: Context,
  name: string,
  args: readonly unknown[],
  make: () => Promise<T>,
): Promise<T> {
  return context.once ? await context.once(name, args, make) : await make();
}

/** The site as the index tells it; undefined before the first index. */
export async function askSite(ask: Ask): Promise<Site | undefined> {
  const json = await ask(siteJson);
  return json === undefined ? undefined : (JSON.parse(json) as Site);
}

/** The language in which the interface speaks where a page's own is not one of its. */
export function fallbackLocale(site: Site): InterfaceLocale {
  return (
    site.languages.find((language): language is InterfaceLocale => language === 'fr' || language === 'en') ??
    'en'
  );
}

/** The words of the interface for a reader of `language`. */
export function messagesOf({ site }: Pick<Context, 'site'>, language: string): Messages {
  return messagesFor(language, fallbackLocale(site));
}

/** The language of the pages under `/-/`: the one the address asks for, else the wiki's. */
export function askedLanguage({ site, query }: Pick<Context, 'site' | 'query'>): string {
  const asked = query.get('lang');
  return asked !== null && site.languages.includes(asked) ? asked : site.defaultLanguage;
}

/** Where a form of this page is sent: to itself, in the language it is read in. */
export function ownAction(context: Pick<Context, 'site' | 'path' | 'query'>): string {
  return ownAddress(context.site, encodeAddress(context.path), askedLanguage(context));
}

/** The address of a page under `/-/` in a language. */
export function ownAddress(
  site: Site,
  path: string,
  language: string,
  query: Readonly<Record<string, string>> | readonly (readonly [string, string])[] = {},
): string {
  const parameters = new URLSearchParams(query as Record<string, string>);
  if (language !== site.defaultLanguage && site.languages.includes(language))
    parameters.set('lang', language);
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}
