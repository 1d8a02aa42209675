import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { git } from '../test/support/git.ts';
import { digest } from './digest.ts';
import { randomFrom } from './random.ts';
import { type Article, article } from './text.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const commits = 2_000;
const perFolder = 100;
/** Pages edited by each commit, beside those it adds; one commit in ten also renames a page. */
const edits = 2;

/**
 * A bare repository of `pages` Markdown pages (a third of them translations), always the same for the same
 * number: some 4.7 kB a page, 2,000 commits with edits and renames. Made once, then kept in var/bench.
 *
 * @returns its path
 */
export async function corpus(pages: number): Promise<string> {
  const version = digest(
    ['corpus.ts', 'text.ts', 'random.ts'].map((file) => readFileSync(`${root}bench/${file}`)),
  );
  const path = `${root}var/bench/corpus-${pages}-${version}.git`;
  if (existsSync(path)) return path;
  process.stderr.write(`Making a wiki of ${pages} pages…\n`);
  const unfinished = `${path}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(dirname(path), { recursive: true });
  await git(root, ['init', '--quiet', '--bare', '--initial-branch=main', unfinished]);
  const importer = spawn('git', ['fast-import', '--quiet'], {
    cwd: unfinished,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const exit = once(importer, 'exit');
  for (const chunk of history(pages)) {
    if (!importer.stdin.write(chunk)) await once(importer.stdin, 'drain');
  }
  importer.stdin.end();
  const [code] = await exit;
  if (code !== 0) throw new Error('git fast-import failed');
  await rename(unfinished, path);
  return path;
}

interface Page {
  readonly article: Article;
  readonly path: string;
}

/** The stream for `git fast-import`, commit by commit. */
function* history(total: number): Generator<string> {
  const random = randomFrom(total);
  const pages: Page[] = [];
  const home = '# Un grand wiki\n\nDe nombreuses pages.\n';
  const settings = 'title: { fr: Un grand wiki, en: A large wiki }\nlanguages: [fr, en]\n';
  for (let number = 0; number < commits; number += 1) {
    yield head(number);
    if (number === 0) yield file('greffe.yml', settings) + file('index.md', home);
    const until = Math.round(((number + 1) / commits) * total);
    while (pages.length < until) {
      const page = newPage(pages.length, total);
      pages.push(page);
      yield file(page.path, article(page.article));
    }
    for (let edit = 0; edit < edits; edit += 1) {
      const index = random.below(pages.length);
      const page = pages[index];
      if (!page) continue;
      const edited = { ...page.article, revision: number + 1 };
      pages[index] = { ...page, article: edited };
      yield file(page.path, article(edited));
    }
    if (number % 10 === 9) yield* renaming(pages, random.below(pages.length), number);
  }
}

/** Every third page is the English of the one before it. */
function newPage(index: number, total: number): Page {
  const english = index % 3 === 2;
  const number = english ? index - 1 : index;
  const lang = english ? 'en' : 'fr';
  const path = pathOf(number, lang);
  return { article: { number, lang, revision: 0, link: (seed) => linkTo(seed % total) }, path };
}

function pathOf(number: number, lang: 'fr' | 'en'): string {
  const folder = String(Math.floor(number / perFolder)).padStart(4, '0');
  const name = String(number).padStart(6, '0');
  return `rubrique-${folder}/page-${name}${lang === 'en' ? '.en' : ''}.md`;
}

/** Links lead to the names pages were born with: some of them redirect, as in a real wiki. */
const linkTo = (index: number): string => `../${pathOf(index % 3 === 2 ? index - 1 : index, 'fr')}`;

function* renaming(pages: Page[], index: number, number: number): Generator<string> {
  const page = pages[index];
  if (!page) return;
  const path = page.path.replace(/\/(?:\d+-)?page/, `/${number}-page`);
  pages[index] = { ...page, path };
  yield `R ${page.path} ${path}\n`;
}

function head(number: number): string {
  const people = ['Camille Exemple', 'Dominique Test', 'Sacha Modèle', 'Noa Patron'];
  const name = people[number % people.length];
  const author = `${name} <${number % people.length}@wiki.example> ${1_600_000_000 + number * 36_000} +0000`;
  return `commit refs/heads/main\nauthor ${author}\ncommitter ${author}\n${data(`Change ${number}`)}`;
}

const file = (path: string, text: string): string => `M 100644 inline ${path}\n${data(text)}`;
const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
