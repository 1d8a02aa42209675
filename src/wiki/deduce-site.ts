import {
  DEFAULT_SETTINGS,
  readSettings,
  SETTINGS_FILE,
  type Settings,
  type SettingsProblem,
} from '../config/settings.ts';
import { listTree, type TreeDifference } from '../git/tree.ts';
import { parseMarkdown } from '../markdown/document.ts';
import type { Writer } from '../store/database.ts';
import { versionsOf } from '../store/history.ts';
import { decodeText } from './decode.ts';
import { readFrontMatter } from './front-matter.ts';
import type { IndexContext } from './index-context.ts';
import { detectLanguage, isLanguageCode } from './languages.ts';
import { isPagePath, nameOf, withoutExtension } from './paths.ts';
import type { Site } from './site.ts';

/** What the interface speaks, and so what a page is likely written in when nothing says. */
const LIKELY_LANGUAGES = ['fr', 'en'];

/** How far back the last good settings are looked for. */
const MAX_SETTINGS_VERSIONS = 50;

/**
 * What the wiki is as a whole at commit `to`: its settings (the last good ones when the file is wrong) and, where they
 * are silent, its languages as its files tell them. `before` is kept when nothing in `differences` bears on it.
 */
export async function deduceSite(
  writer: Writer,
  context: IndexContext,
  to: string,
  differences: readonly TreeDifference[],
  before: Site | undefined,
): Promise<Site> {
  if (
    before !== undefined &&
    differences.length > 0 &&
    !differences.some(({ path }) => bearsOn(before, path))
  ) {
    return before;
  }

  const pages = new Map<string, string>();
  let settingsOid: string | undefined;
  if (to !== '') {
    for await (const { path, oid } of listTree(context.gitDir, to)) {
      if (isPagePath(path)) pages.set(path, oid);
      if (path === SETTINGS_FILE) settingsOid = oid;
    }
  }
  const { settings, problems } =
    settingsOid === undefined ? nothing : await goodSettings(writer, context, settingsOid);
  const inForce: Settings = { ...settings, ...context.overrides };
  const written = suffixesOf(pages.keys());
  const suffixes = inForce.languages ?? written;
  const defaultLanguage = inForce.languages?.[0] ?? (await deduceDefault(context, pages, suffixes));
  const languages = inForce.languages ?? [
    defaultLanguage,
    ...written.filter((language) => language !== defaultLanguage && pages.has(`index.${language}.md`)),
  ];
  return {
    settings: inForce,
    settingsProblems: problems,
    defaultLanguage,
    languages,
    suffixes: [...new Set([defaultLanguage, ...suffixes])].sort(),
    candidates: inForce.languages ?? [...new Set([defaultLanguage, ...suffixes, ...LIKELY_LANGUAGES])],
    homeTitles: await readHomeTitles(context, pages, defaultLanguage),
    name: context.name,
  };
}

/** What the home pages call the wiki, by language. */
async function readHomeTitles(
  { objects }: IndexContext,
  pages: ReadonlyMap<string, string>,
  defaultLanguage: string,
) {
  const titles: Record<string, string> = {};
  for (const [path, oid] of pages) {
    if (!/^index(?:\.[a-z]{2,3})?\.(?:md|markdown)$/.test(path)) continue;
    const { values, body } = readFrontMatter(decodeText(await objects.read(oid)).text);
    const title = typeof values.title === 'string' ? values.title : parseMarkdown(body).headings[0]?.text;
    if (title !== undefined) titles[suffixOf(path) ?? defaultLanguage] = title;
  }
  return titles;
}

/** Whether a file that changed may change what the site is: its settings, its home pages, the first page in a language. */
function bearsOn({ suffixes }: Site, path: string): boolean {
  const suffix = suffixOf(path);
  return path === SETTINGS_FILE || isHome(path) || (suffix !== undefined && !suffixes.includes(suffix));
}

const nothing = { settings: DEFAULT_SETTINGS, problems: [] as readonly SettingsProblem[] };

/** The settings of the newest version that has no fault, with the faults of today's. */
async function goodSettings(writer: Writer, { objects }: IndexContext, oid: string) {
  const today = readSettings(decodeText(await objects.read(oid)).text);
  if (today.problems.length === 0) return today;
  for (const version of await versionsOf(writer, SETTINGS_FILE, MAX_SETTINGS_VERSIONS)) {
    if (version.kind === 'deleted') break;
    const former = readSettings(decodeText(await objects.read(version.oid)).text);
    if (former.problems.length === 0) return { settings: former.settings, problems: today.problems };
  }
  return today;
}

function isHome(path: string): boolean {
  return /^(?:index|readme)(?:\.[a-z]{2,3})?\.(?:md|markdown)$/i.test(path);
}

/** The word before the extension of a page that could be a language. */
function suffixOf(path: string): string | undefined {
  if (!isPagePath(path)) return undefined;
  const word = /.\.([a-z]{2})$/.exec(nameOf(withoutExtension(path)))?.[1];
  return word !== undefined && isLanguageCode(word) ? word : undefined;
}

function suffixesOf(paths: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const suffix = suffixOf(path);
    if (suffix !== undefined) found.add(suffix);
  }
  return [...found].sort();
}

/** The language of the home page, else of the first pages whose names say nothing, else the first of the suffixes. */
async function deduceDefault(
  { objects }: IndexContext,
  pages: ReadonlyMap<string, string>,
  suffixes: readonly string[],
) {
  const candidates = [...new Set([...LIKELY_LANGUAGES, ...suffixes])];
  const silent = [...pages.keys()].filter((path) => suffixOf(path) === undefined);
  const likely = [...silent.filter((path) => isHome(path)), ...silent.filter((path) => !isHome(path))].slice(
    0,
    20,
  );
  for (const path of likely) {
    const { values, body } = readFrontMatter(decodeText(await objects.read(pages.get(path) as string)).text);
    if (typeof values.lang === 'string' && isLanguageCode(values.lang)) return values.lang;
    const detected = detectLanguage(parseMarkdown(body.slice(0, 20_000)).text, candidates);
    if (detected) return detected;
  }
  return suffixes[0] ?? 'en';
}
