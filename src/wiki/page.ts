import { localized } from '../config/settings.ts';
import { listAnchors } from '../markdown/anchors.ts';
import { type Heading, type MarkdownDocument, parseMarkdown } from '../markdown/document.ts';
import { type Passages, passages } from '../markdown/passages.ts';
import type { PageRows } from '../store/pages.ts';
import type { LinkTable } from '../store/schema.ts';
import { aliasOf, familyOf, isIndexName, pageAddress, readPageName } from './addresses.ts';
import { contentFindings } from './checks/content.ts';
import type { Finding } from './checks/finding.ts';
import { decodeText } from './decode.ts';
import { type Problem, readFrontMatter } from './front-matter.ts';
import { detectLanguage } from './languages.ts';
import { folderOf, foldPath, nameOf } from './paths.ts';
import { shownFiles } from './shown-files.ts';
import type { Site } from './site.ts';
import { readTarget } from './targets.ts';

/** A larger page is a file: it is offered, not read. */
export const MAX_PAGE_BYTES = 8 * 1024 * 1024;

/** What a page says of itself beyond the columns of its row. */
export interface PageFacts {
  /** Whether it wants its table of contents; undefined when it says nothing. */
  readonly toc: boolean | undefined;
  readonly tags: readonly string[];
  /** The target that its address leads to instead of it. */
  readonly redirect: string | undefined;
  /** Its lead heading is its title. */
  readonly titled: boolean;
  readonly headings: readonly Heading[];
  /** The places in it that raw HTML names. */
  readonly anchors: readonly string[];
  /** The whole front matter. */
  readonly front: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** What is kept of a page, what it says, and what is wrong in it. */
export interface PageReading extends PageRows {
  /** Its body, as it was parsed: for who renders it too. */
  readonly document: MarkdownDocument;
  readonly passages: Passages;
  readonly tags: readonly string[];
  readonly findings: readonly Finding[];
}

/** Reads a page: its front matter, its outline, its links, its language, its address. */
export function readPage(path: string, bytes: Uint8Array, site: Site): PageReading {
  const tooLarge = bytes.length > MAX_PAGE_BYTES;
  const { text, guessed } = decodeText(tooLarge ? new Uint8Array() : bytes);
  const { values, body, lines, problems } = readFrontMatter(text);
  const document = parseMarkdown(body);
  const name = readPageName(path, site);
  const address = pageAddress(name, isIndexName(name), site);
  const declaredTitle = string(values.title);
  const titled =
    document.leadHeading && (declaredTitle === undefined || declaredTitle === document.headings[0]?.text);
  const language =
    name.language ??
    code(values.lang, site) ??
    detectLanguage(document.text, site.candidates) ??
    site.defaultLanguage;
  const facts: PageFacts = {
    toc: typeof values.toc === 'boolean' ? values.toc : undefined,
    tags: strings(values.tags),
    redirect: string(values.redirect),
    titled,
    headings: document.headings.map((heading) => ({ ...heading, line: heading.line + lines })),
    anchors: listAnchors(document.tokens),
    front: values,
    problems: [
      ...problems,
      ...(guessed ? [{ rule: 'encoding', line: 1, message: 'the file is not valid UTF-8' } as const] : []),
      ...(tooLarge
        ? [
            {
              rule: 'size',
              line: 1,
              message: `the file is larger than ${MAX_PAGE_BYTES / 1024 ** 2} MB`,
            } as const,
          ]
        : []),
    ],
  };
  return {
    document,
    page: {
      path,
      folder: folderOf(path),
      address,
      folded_address: foldPath(address),
      language,
      family: familyOf(name),
      translation_of: readOriginal(values.translation_of, path),
      title: oneLine(declaredTitle ?? document.headings[0]?.text ?? '') || nameTitle(path, site, language),
      description: oneLine(string(values.description) ?? document.summary),
      date: readDate(values.date),
      facts: JSON.stringify(facts),
      unlisted: values.draft === true || string(values.redirect) !== undefined ? 1 : 0,
    },
    links: [...document.references, ...shownFiles(document.directives)].map(
      (reference, position): LinkTable => {
        const target = readTarget(reference.target, folderOf(path), site.settings.legacy);
        return {
          source: path,
          position,
          line: reference.line + lines,
          kind: reference.kind,
          target: withoutNul(reference.target),
          text: oneLine(reference.text).slice(0, 300),
          path: target.kind === 'local' ? (target.path ?? null) : null,
          fragment: target.kind === 'external' ? null : target.fragment || null,
          first_paragraph: reference.inFirstParagraph ? 1 : 0,
        };
      },
    ),
    aliases: [
      ...new Set(strings(values.aliases).flatMap((alias) => readAlias(alias, folderOf(path)) ?? [])),
    ].map((alias) => ({ address: alias, path })),
    // Not every index is searched and checked.
    get passages() {
      return passages(document.tokens, document.headings);
    },
    tags: facts.tags,
    get findings() {
      return contentFindings({
        path,
        source: text,
        frontLines: lines,
        front: values,
        problems: facts.problems,
        document,
      });
    },
  };
}

export function readFacts(json: string): PageFacts {
  return JSON.parse(json) as PageFacts;
}

/** An alias is an address (`/old/name`), or the path of a file, from the page's folder, that it once was. */
function readAlias(alias: string, folder: string): string | undefined {
  const target = readTarget(alias, folder, []);
  if (target.kind !== 'local' || target.path === undefined || target.path === '') return undefined;
  return aliasOf(`/${target.path}`);
}

function readOriginal(value: unknown, path: string): string | null {
  const original = string(value);
  const target = original === undefined ? undefined : readTarget(original, folderOf(path), []);
  return target?.kind === 'local' ? (target.path ?? null) : null;
}

/** What to call a page that has no title and no heading. */
function nameTitle(path: string, site: Site, language: string): string {
  const name = readPageName(path, site);
  const word = isIndexName(name) ? nameOf(name.folder) : name.stem;
  if (word === '')
    return site.settings.title === undefined ? site.name : localized(site.settings.title, language);
  return humanName(word);
}

/** `plan-action` as people write it: `Plan action`. */
export function humanName(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

function string(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  return typeof value === 'number' ? String(value) : undefined;
}

function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => string(item) ?? []).slice(0, 200);
}

/** A language by its code (RFC 5646): the site's own when it has that one, else without region and script. */
function code(value: unknown, { suffixes }: Site): string | undefined {
  const [tag, primary] = /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/i.exec(string(value) ?? '') ?? [];
  const known = suffixes.find((suffix) => suffix.toLowerCase() === tag?.replaceAll('_', '-').toLowerCase());
  return known ?? primary?.toLowerCase();
}

/** YYYY-MM-DD, of a day that exists. */
function readDate(value: unknown): string | null {
  const [, date = ''] = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(string(value) ?? '') ?? [];
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}

/** PostgreSQL keeps no NUL in a text. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}

function oneLine(text: string): string {
  return withoutNul(text).replace(/\s+/g, ' ').trim();
}
