import { MAX_HELD_BYTES } from '../../git/objects.ts';
import { SUBMODULE, SYMLINK } from '../../git/tree.ts';
import { dataFilesOf } from '../../store/data-files.ts';
import { everyFile, everyFolder, everyPage, formerPaths } from '../../store/site-map.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { folderAddress, readLanguage } from '../../wiki/find-address.ts';
import { MAX_PAGE_BYTES } from '../../wiki/page.ts';
import { isPagePath } from '../../wiki/paths.ts';
import type { Site } from '../../wiki/site.ts';
import { percentDecode } from '../../wiki/targets.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { type Answer, htmlAnswer, PAGE_POLICY, textAnswer } from '../answer.ts';
import { type Assets, themeStylesheet } from '../assets.ts';
import { askSite, type Context, messagesOf } from '../context.ts';
import type { FileStream } from '../pages/file.ts';
import { llms, llmsOfPages, robots, sitemap } from '../pages/indexes.ts';
import { wikiAddress } from '../pages/wiki-address.ts';
import type { Page } from '../responder.tsx';
import { Recall } from './recall.ts';
import { redirectPage } from './redirect-page.ts';
import { staticTarget } from './static-address.ts';
import { type Follow, type OwnAddresses, staticHtml, staticText } from './static-html.ts';
import { lostPage } from './static-own-pages.tsx';
import { STATIC_PAGES } from './static-pages.ts';
import type { StaticScope } from './static-scope.ts';

/** What a site is made as; the same for all who make parts of it. */
export interface SiteOptions {
  /** Its public address, without a final slash. */
  readonly base: string;
  readonly history: boolean;
  readonly search: boolean;
  /** Whether it has the sources of its pages. */
  readonly sources: boolean;
  /** The present, as far as the site knows: milliseconds since 1970. */
  readonly now: number;
}

/** One file of the site, made. */
export interface MadeFile {
  readonly body: Buffer | FileStream;
  /** The addresses that it leads to and that only such links tell of. */
  readonly links: readonly string[];
  /** Where it leads, when it only redirects: an encoded path of the site, or a URL. */
  readonly redirectsTo?: string;
  /** It says what is next: it is right for a time only. */
  readonly ages: boolean;
  /** The numbers of the questions it was made from. */
  readonly questions: readonly number[];
}

const SPECIAL: Readonly<Record<string, Page>> = {
  '/sitemap.xml': sitemap,
  '/robots.txt': robots,
  '/llms.txt': llms,
  '/404': lostPage,
};

/** Where a link of a page leads, without the path of the site. `told`: only such links tell of what is there. */
interface Followed {
  readonly href: string;
  readonly told: string | undefined;
}

/** Links whose ends are kept. */
const MAX_FOLLOWED = 100_000;

/** How the navigation of the site begins, in each page. */
const NAVIGATION = '<nav class="site-navigation"';

/** Navigations that are kept: pages are made folder by folder, in each language. */
const MAX_NAVIGATIONS = 200;

/** How many months before and after the present have a page in the calendars. */
const MONTHS = 12;

/** Makes the files of a static site, one at a time, from the same pages that a server answers. */
export class SiteMaker {
  readonly recall: Recall;
  readonly scope: StaticScope;
  readonly #wiki: Wiki;
  readonly #assets: Assets;
  readonly #options: SiteOptions;
  readonly #path: string;
  readonly #origin: string;
  readonly #followed = new Map<string, Followed>();
  readonly #navigations = new Map<string, { readonly html: string; readonly told: readonly string[] }>();

  constructor(wiki: Wiki, assets: Assets, options: SiteOptions, scope: StaticScope, snapshot: Snapshot) {
    this.recall = new Recall(wiki.database.reader, snapshot);
    this.scope = scope;
    this.#wiki = wiki;
    this.#assets = assets;
    this.#options = options;
    const { origin, pathname } = new URL(options.base);
    this.#origin = origin;
    this.#path = pathname.replace(/\/$/, '');
  }

  /** The file for an address, as `staticTarget` writes them; undefined when the wiki has nothing there. */
  async make(address: string): Promise<MadeFile | undefined> {
    this.recall.takeUsed();
    const answer = await this.#answer(address);
    const questions = this.recall.takeUsed();
    if (answer.status === 404 && address !== '/404') return undefined;
    if ('stream' in answer) return { body: answer, links: [], ages: false, questions };
    const links = new Set<string>();
    const follow = this.#follower(address, links);
    const ages = answer.until !== undefined;
    if (answer.status === 301 || answer.status === 302) {
      const redirectsTo = follow(answer.headers.location ?? '') ?? answer.headers.location ?? '/';
      return { body: await this.#redirection(redirectsTo), links: [...links], ages, questions, redirectsTo };
    }
    const type = answer.headers['content-type'] ?? '';
    const isMade = !isFileOfWiki(answer);
    if (!isMade || !/^(?:text\/(?!css|javascript|csv)|application\/(?:atom\+xml|feed\+json|xml))/.test(type))
      return { body: answer.body, links: [], ages, questions };
    const text = answer.text ?? answer.body.toString();
    if (type.startsWith('text/html')) {
      const policy = answer.headers['content-security-policy'] ?? PAGE_POLICY;
      const body = Buffer.from(this.#html(text, address, links, policy));
      return { body, links: [...links], ages, questions };
    }
    const kind = type.includes('xml') ? 'xml' : 'plain';
    const body = Buffer.from(staticText(text, this.#ownAddresses(address, links), kind));
    return { body, links: [...links], ages, questions };
  }

  /** A page, whose navigation is nearly always that of another page. */
  #html(html: string, address: string, links: Set<string>, policy: string): string {
    const start = html.indexOf(NAVIGATION);
    const end = start === -1 ? -1 : html.indexOf('</nav>', start);
    if (end === -1) return this.#mapped(html, address, links, policy);
    const rest = `${html.slice(0, start)}${NAVIGATION}>${html.slice(end)}`;
    return this.#mapped(rest, address, links, policy).replace(`${NAVIGATION}>`, () =>
      this.#navigation(html.slice(start, end), address, links),
    );
  }

  /** A navigation, of which only what is marked as being read differs from page to page. */
  #navigation(html: string, address: string, links: Set<string>): string {
    const [marked = '', here = ''] = /<a href="([^"]*)" aria-current="page"/.exec(html) ?? [];
    const link = `<a href="${here}"`;
    const given = marked === '' ? html : html.replaceAll(marked, () => link);
    let known = this.#navigations.get(given);
    if (!known) {
      const common = unshared(given);
      const told = new Set<string>();
      known = { html: this.#mapped(common, address, told, ''), told: [...told] };
      if (this.#navigations.size >= MAX_NAVIGATIONS) this.#navigations.clear();
      this.#navigations.set(common, known);
    }
    for (const told of known.told) links.add(told);
    if (marked === '') return known.html;
    const mapped = this.#mapped(`${link}>`, address, links, '').slice(0, -1);
    return known.html.replaceAll(mapped, () => `${mapped} aria-current="page"`);
  }

  #mapped(html: string, address: string, links: Set<string>, policy: string): string {
    const text = staticText(html, this.#ownAddresses(address, links), 'html');
    return staticHtml(text, this.#follower(address, links), policy);
  }

  /** Absolute addresses: some of the same host may be of other sites than the wiki's. */
  #ownAddresses(from: string, links: Set<string>): OwnAddresses {
    const follow = this.#follower(from, links, '');
    return {
      origin: this.#origin,
      base: this.#options.base,
      follow: (written) => {
        const [target = ''] = written.split(/[?#]/, 1);
        if (target.startsWith('/-/') || this.scope.isOwn(target)) return follow(written) ?? '';
        return this.scope.isFormer(target) ? '' : undefined;
      },
    };
  }

  /** The objects that these files will be made from, as far as their names tell. */
  objectsOf(files: readonly { readonly address: string; readonly file: string }[]): string[] {
    return files.flatMap(({ address, file }) => this.scope.objectOf(address, file) ?? []);
  }

  async #answer(address: string): Promise<Answer | FileStream> {
    const [encoded = '', search = ''] = address.split('?', 2);
    if (encoded.startsWith('/-/assets/')) return await this.#asset(encoded.slice('/-/assets/'.length));
    const path = percentDecode(encoded);
    const { ask, once } = this.recall;
    const site = await once('site', [], () => askSite(ask));
    if (!site) throw new Error('There is no index');
    const context: Context = {
      wiki: this.#wiki,
      site,
      ask,
      assets: this.#assets,
      origin: this.#origin,
      path,
      query: new URLSearchParams(search),
      wantsMarkdown: false,
      now: this.#options.now,
      hasFeedsOfPages: this.#options.history,
      once,
    };
    const special = this.#options.sources ? SPECIAL : { ...SPECIAL, '/llms.txt': llmsOfPages };
    const page = Object.hasOwn(special, path)
      ? special[path]
      : STATIC_PAGES.find(({ prefix }) => path.startsWith(prefix))?.page;
    return await (page ?? wikiAddress)(context);
  }

  async #asset(name: string): Promise<Answer> {
    const [, accent] = /^theme-([0-9a-f]{6})\.css$/i.exec(name) ?? [];
    if (accent !== undefined) return textAnswer(themeStylesheet(`#${accent}`), 'text/css; charset=utf-8');
    return (await this.#assets.answer(name)) ?? htmlAnswer(404, '');
  }

  async #redirection(to: string): Promise<Buffer> {
    const site = await askSite(this.recall.ask);
    if (!site) throw new Error('There is no index');
    const canonical = to.startsWith('/') ? new URL(this.#options.base).origin + to : to;
    const { staticSite } = messagesOf({ site }, site.defaultLanguage);
    return Buffer.from(redirectPage(to, canonical, site.defaultLanguage, staticSite.moved));
  }

  /**
   * Follows the links of a page, and gathers those that lead to what only links tell of; `prefix` goes before what they
   * become.
   */
  #follower(from: string, links: Set<string>, prefix = this.#path): Follow {
    return (given) => {
      const known = this.#followed.get(given);
      if (known) {
        if (known.told !== undefined) links.add(known.told);
        return prefix + known.href;
      }
      const written = unshared(given);
      const [, target = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(written) ?? [];
      const isRelative = target.startsWith('?');
      const found = staticTarget(isRelative ? from.split('?')[0] + target : target, this.scope);
      if (!found) return undefined;
      const told = this.scope.isSeed(found.address) ? undefined : found.address;
      if (told !== undefined) links.add(told);
      const followed = { href: found.href + fragment, told };
      if (!isRelative && this.#followed.size < MAX_FOLLOWED) this.#followed.set(written, followed);
      return prefix + followed.href;
    };
  }
}

/** The same text on its own: a part of a page, kept, would keep the whole page in memory. */
function unshared(text: string): string {
  return Buffer.from(text).toString();
}

/** The bytes of the wiki's own files are theirs, whatever they hold. */
function isFileOfWiki({ headers }: Answer): boolean {
  return (
    headers['content-disposition'] !== undefined && headers['content-type'] !== 'text/calendar; charset=utf-8'
  );
}

/** What the names of a site's files depend on. */
export async function staticScope(
  wiki: Wiki,
  { base, history, search, sources, now }: SiteOptions,
): Promise<StaticScope> {
  const { reader } = wiki.database;
  const site = await wiki.site();
  const files = new Map(
    (await everyFile(reader))
      .filter(({ mode }) => mode !== SYMLINK && mode !== SUBMODULE)
      .map((file) => [file.path, file]),
  );
  const folders = new Set(
    (await everyFolder(reader)).flatMap((path) =>
      (site?.languages ?? []).map((language) => encodeAddress(folderAddress(path, language, site as Site))),
    ),
  );
  const pages = new Map((await everyPage(reader)).map(({ address, path }) => [encodeAddress(address), path]));
  const former = new Set(await formerPaths(reader));
  const tables = new Map((await dataFilesOf(reader, 'table')).map(({ path, entries }) => [path, entries]));
  return {
    base,
    languages: site?.languages ?? [],
    defaultLanguage: site?.defaultLanguage ?? 'en',
    history,
    search,
    months: { from: monthAfter(now, -MONTHS), to: monthAfter(now, MONTHS) },
    isOwn: (address) => {
      const path = percentDecode(address);
      const within = site ? readLanguage(path, site).within : path;
      return (
        Object.hasOwn(SPECIAL, path) ||
        [path, within].some((at) => files.has(at.slice(1)) || pages.has(encodeAddress(at))) ||
        folders.has(address)
      );
    },
    isFormer: (address) => former.has(percentDecode(address).slice(1)),
    isSeed: (address) =>
      folders.has(address) ||
      pages.has(address) ||
      address.startsWith('/-/raw/') ||
      address.startsWith('/-/assets/'),
    isFile: (path) => files.has(path),
    isWritten: (path) => sources || !isPagePath(path) || (files.get(path)?.size ?? 0) > MAX_PAGE_BYTES,
    objectOf: (address, file) => {
      const { oid, size } = files.get(pages.get(address) ?? file) ?? {};
      return size == null || size > MAX_HELD_BYTES ? undefined : oid;
    },
    rowsOf: (path) => tables.get(path) ?? 0,
  };
}

function monthAfter(now: number, months: number): string {
  const date = new Date(now);
  date.setUTCDate(15);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}
