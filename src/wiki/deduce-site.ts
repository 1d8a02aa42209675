import {
  DEFAULT_SETTINGS,
  readSettings,
  SETTINGS_FILE,
  type Settings,
  type SettingsProblem,
} from '../config/settings.ts';
import { listTree, SUBMODULE, SYMLINK } from '../git/tree.ts';
import type { TreeDifference } from '../git/tree-difference.ts';
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
  if (before !== undefined && differences.length > 0 && !differences.some((file) => bearsOn(before, file))) {
    return before;
  }
  const { pages, settingsOid } = await listPages(context.gitDir, to);
  const { settings, problems } =
    settingsOid === undefined ? nothing : await goodSettings(writer, context, settingsOid);
  const inForce: Settings = { ...settings, ...context.overrides };
  const written = suffixesOf(pages.keys());
  const suffixes = inForce.languages ?? written;
  const { language: defaultLanguage, deducedFrom } = await findDefault(
    context,
    pages,
    inForce.languages,
    written,
  );
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
    deducedFrom,
    homeTitles: await readHomeTitles(context, pages, defaultLanguage),
    name: context.name,
  };
}

/** The pages of a commit, and its settings: symbolic links and submodules are neither. */
async function listPages(gitDir: string, commit: string) {
  const pages = new Map<string, string>();
  let settingsOid: string | undefined;
  if (commit === '') return { pages, settingsOid };
  for await (const { path, oid, mode } of listTree(gitDir, commit)) {
    if (mode === SYMLINK || mode === SUBMODULE) continue;
    if (isPagePath(path)) pages.set(path, oid);
    if (path === SETTINGS_FILE) settingsOid = oid;
  }
  return { pages, settingsOid };
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

/**
 * Whether a file that changed may change what the site is: its settings, its home pages, the first page in a language or
 * the last one; any page, when it took them to tell the language.
 */
function bearsOn({ suffixes, deducedFrom }: Site, { path, oid }: TreeDifference): boolean {
  const suffix = suffixOf(path);
  return (
    path === SETTINGS_FILE ||
    isHome(path) ||
    (suffix !== undefined && (oid === undefined || !suffixes.includes(suffix))) ||
    (deducedFrom === 'pages' && isPagePath(path))
  );
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

/** How many pages are read to tell the language of a wiki that does not say it. */
const MAX_READ = 20;

/**
 * The language that the settings name first, else that of the home page, else of the first pages whose names say nothing.
 * A page is in none of the languages that it has beside it under the same name.
 */
async function findDefault(
  { objects }: IndexContext,
  pages: ReadonlyMap<string, string>,
  named: readonly string[] | undefined,
  suffixes: readonly string[],
): Promise<Pick<Site, 'deducedFrom'> & { language: string }> {
  if (named?.[0] !== undefined) return { language: named[0], deducedFrom: 'settings' };
  const silent = [...pages.keys()].filter((path) => suffixOf(path) === undefined);
  const likely = [...silent.filter(isHome).sort(indexFirst), ...silent.filter((path) => !isHome(path))];
  for (const path of likely.slice(0, MAX_READ)) {
    const deducedFrom = isHome(path) ? 'home' : 'pages';
    const { values, body } = readFrontMatter(decodeText(await objects.read(pages.get(path) as string)).text);
    if (typeof values.lang === 'string' && isLanguageCode(values.lang)) {
      return { language: values.lang, deducedFrom };
    }
    const taken = suffixes.filter((suffix) => pages.has(path.replace(/(\.\w+)$/, `.${suffix}$1`)));
    const candidates = [...new Set([...LIKELY_LANGUAGES, ...suffixes])].filter(
      (code) => !taken.includes(code),
    );
    const only = candidates.length === 1 ? candidates[0] : undefined;
    const language = only ?? detectLanguage(parseMarkdown(body.slice(0, 20_000)).text, candidates);
    if (language) return { language, deducedFrom };
  }
  return { language: suffixes[0] ?? 'en', deducedFrom: 'pages' };
}

function indexFirst(a: string, b: string): number {
  return Number(/^readme/i.test(a)) - Number(/^readme/i.test(b));
}
