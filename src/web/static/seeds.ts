import { SUBMODULE, SYMLINK } from '../../git/tree.ts';
import { dataFilesOf } from '../../store/data-files.ts';
import type { Reader } from '../../store/database.ts';
import { everyAlias, everyFile, everyFolder, everyPage, formerPaths } from '../../store/site-map.ts';
import { encodeAddress, isIndexName, pageAddress, readPageName } from '../../wiki/addresses.ts';
import { fileAddress } from '../../wiki/data-addresses.ts';
import { folderAddress } from '../../wiki/find-address.ts';
import { folderOf, foldersAbove, isPagePath } from '../../wiki/paths.ts';
import type { Site } from '../../wiki/site.ts';
import type { Assets } from '../assets.ts';

/** The addresses that a static site has whatever links to them; the others are found by following links. */
export async function seedAddresses(reader: Reader, site: Site, assets: Assets): Promise<string[]> {
  const files = (await everyFile(reader)).filter(({ mode }) => mode !== SYMLINK && mode !== SUBMODULE);
  const tables = await dataFilesOf(reader, 'table');
  const calendars = await dataFilesOf(reader, 'calendar');
  const own = [
    ...[...tables, ...calendars].map(({ path }) => fileAddress(path)),
    ...(calendars.length > 0 ? ['/-/calendar/'] : []),
    ...Object.keys(site.settings.collections).flatMap((name) => [
      `/-/collections${encodeAddress(`/${name}`)}`,
      `/-/feeds/collections${encodeAddress(`/${name}`)}.atom`,
    ]),
    '/-/search',
    '/-/feeds/recent.atom',
    '/-/feeds/recent.json',
    '/-/follow',
  ];
  const inEachLanguage = site.languages.filter((language) => language !== site.defaultLanguage);
  return [
    ...(await everyFolder(reader)).flatMap((path) =>
      site.languages.map((language) => encodeAddress(folderAddress(path, language, site))),
    ),
    ...(await everyPage(reader)).map(({ address }) => encodeAddress(address)),
    ...files.map(({ path }) => `/-/raw${encodeAddress(`/${path}`)}`),
    ...own,
    ...own
      .filter((address) => address.startsWith('/-/'))
      .flatMap((address) => inEachLanguage.map((language) => `${address}?lang=${language}`)),
    ...assetAddresses(assets, site),
    '/404',
    '/sitemap.xml',
    '/robots.txt',
    '/llms.txt',
  ];
}

function assetAddresses({ stylesheet, script, icon, scripts }: Assets, { settings }: Site): string[] {
  const folder = script.slice(0, script.lastIndexOf('/') + 1);
  const { accent } = settings.theme;
  return [
    stylesheet,
    icon,
    ...scripts.map((name) => folder + name),
    ...(accent === undefined ? [] : [`/-/assets/theme-${accent.slice(1)}.css`]),
    ...['frame.html', 'frame.js', 'mermaid.min.js'].map((name) => `/-/assets/diagram/${name}`),
  ];
}

/** Addresses at which the wiki once had something, and which lead to where that is today. */
export async function formerAddresses(reader: Reader, site: Site): Promise<string[]> {
  const former = await formerPaths(reader);
  const pages = former.filter(isPagePath).map((path) => {
    const name = readPageName(path, site);
    return pageAddress(name, isIndexName(name), site);
  });
  const folders = new Set(former.flatMap((path) => foldersAbove(folderOf(path))).map((path) => `/${path}/`));
  const others = former.filter((path) => !isPagePath(path)).map((path) => `/${path}`);
  return [...new Set([...pages, ...folders, ...others, ...(await everyAlias(reader))])]
    .filter((address) => address !== '' && !address.startsWith('/-/'))
    .map(encodeAddress);
}
