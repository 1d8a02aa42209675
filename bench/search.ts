import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openDatabase } from '../src/store/database.ts';
import { addPages } from '../src/store/pages.ts';
import { databaseSize } from '../src/store/size.ts';
import type { Findable } from '../src/wiki/search/document.ts';
import { search as find, suggest } from '../src/wiki/search/search.ts';
import { SearchIndexer } from '../src/wiki/search/search-indexer.ts';
import type { Site } from '../src/wiki/site.ts';
import type { Ask } from '../src/wiki/trace.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { inFolder } from './greffe.ts';
import { type Random, randomFrom } from './random.ts';
import { duration, megabytes, quantile, type Result, type Row } from './result.ts';

const words = 200;
const vocabularySize = 200_000;
const sections = 20;
/** Of each kind, each another one. */
const requests = 200;
const perBatch = 1_000;
const perTransaction = 50_000;

const site = {
  defaultLanguage: 'fr',
  languages: ['fr', 'en'],
  suffixes: ['fr', 'en'],
} as unknown as Site;

/** Searches among so many synthetic documents of 200 words (Zipf's law), on SQLite and on PostgreSQL. */
export async function search(counts: readonly number[]): Promise<Result> {
  const rows: Row[] = [];
  const samples: Record<string, unknown> = {};
  for (const count of counts) {
    await inFolder(async (folder) => {
      // PostgreSQL may run as another user than the one who owns the folder.
      await chmod(folder, 0o711);
      const postgres = await startPostgres(await made(join(folder, 'postgres')));
      const engines = { SQLite: join(folder, 'index.db'), ...(postgres && { PostgreSQL: postgres.url }) };
      for (const [engine, location] of Object.entries(engines)) {
        const database = await openDatabase(location);
        const measured = await measure(database, count);
        await database.close();
        const name = `${count.toLocaleString('en')} documents, ${engine}`;
        samples[name] = measured.samples;
        rows.push(...measured.rows.map((row) => ({ ...row, work: `${name}: ${row.work}` })));
      }
      await postgres?.stop();
    });
  }
  return { rows, samples };
}

async function measure(database: Database, count: number): Promise<Result> {
  const vocabulary = invent(randomFrom(1));
  const begun = performance.now();
  for (let from = 0; from < count; from += perTransaction)
    await database.write(async (writer) => {
      const indexer = new SearchIndexer(writer);
      for (let at = from; at < Math.min(from + perTransaction, count); at += perBatch) {
        const batch = Array.from({ length: Math.min(perBatch, count - at) }, (_, n) =>
          invented(at + n, vocabulary),
        );
        await addPages(writer, batch.map(pageOf));
        await indexer.add(batch);
      }
      await indexer.finish();
    });
  const indexing = performance.now() - begun;
  const size = await databaseSize(database);
  const ask: Ask = (question, ...args) => question(database.reader, ...args);
  const rows: Row[] = [
    {
      work: 'indexing',
      ours: `${duration(indexing)}, ${Math.round((count / indexing) * 1000).toLocaleString('en')} documents/s`,
    },
    { work: 'size', ours: `${megabytes(size)}, ${Math.round(size / count)} bytes a document` },
  ];
  const samples: Record<string, readonly number[]> = {};
  for (const [work, once] of Object.entries(works(ask, count, vocabulary))) {
    const times: number[] = [];
    for (let number = 0; number < requests + 5; number += 1) {
      const start = performance.now();
      await once(number);
      // The first ones also warm what compiles as it runs.
      if (number >= 5) times.push(performance.now() - start);
    }
    samples[work] = times;
    const goal = work === 'suggestions' ? 'p99 < 5 ms' : 'p99 < 50 ms';
    rows.push({
      work,
      ours: `p50 ${duration(quantile(times, 0.5))}, p99 ${duration(quantile(times, 0.99))}`,
      goal,
    });
  }
  return { rows, samples };
}

type Work = (number: number) => Promise<unknown>;

/** What is looked for, from the words of documents picked at random. */
function works(ask: Ask, count: number, vocabulary: readonly string[]): Readonly<Record<string, Work>> {
  const query = (text: string, filters = {}) => find(ask, { text, language: 'fr', filters }, site);
  const picked = (number: number) => {
    const random = randomFrom(number + 77);
    const ranks = ranksOf(random.below(count), vocabulary).toSorted((a, b) => a - b);
    const word = (rank: number | undefined) => vocabulary[rank ?? 0] ?? '';
    const common = ranks.filter((rank) => rank >= 20 && rank < 400);
    return {
      rare: [word(ranks.at(-1)), word(ranks.at(-2))],
      common: [word(common[0]), word(common[random.below(common.length)])],
      any: word(ranks[random.below(ranks.length)]),
      document: random.below(count),
    };
  };
  return {
    'two rare words': (number) => query(`${picked(number).rare.join(' ')} `),
    'two common words': (number) => query(`${picked(number).common.join(' ')} `),
    'a prefix of 4 letters': (number) => query(picked(number).any.slice(0, 4)),
    'a common word, three facets chosen': (number) =>
      query(`${picked(number).common[0]} `, {
        language: 'fr',
        section: `rubrique-${number % sections}`,
        kind: 'page',
      }),
    'a misspelt word': (number) => {
      const [word = ''] = picked(number).rare;
      return query(`${word.slice(0, 4)}${word.slice(5)} `);
    },
    suggestions: (number) => suggest(ask, picked(number).any.slice(0, 2 + (number % 3)), 'fr', site),
  };
}

/** Words that begin like one another as those of a language do. */
function invent(random: Random): readonly string[] {
  const syllables =
    'co re pro in de con par tra mi son ble ti er ma la pu lo gi sa vo ru né fi to que li ba cha'.split(' ');
  const made = new Set<string>();
  while (made.size < vocabularySize)
    made.add(
      Array.from({ length: 2 + random.below(3) }, () => random.word(syllables)).join('') +
        (random.below(3) ? '' : random.word(['s', 'e', 'es', 'ment'])),
    );
  return [...made];
}

/** The words of a document, as ranks in the vocabulary. */
function ranksOf(number: number, vocabulary: readonly string[]): readonly number[] {
  const random = randomFrom(number + 1);
  return Array.from({ length: words }, () => random.rank(vocabulary.length));
}

function invented(number: number, vocabulary: readonly string[]): Findable {
  const written = ranksOf(number, vocabulary).map((rank) => vocabulary[rank] ?? '');
  return {
    path: `rubrique-${number % sections}/page-${number}.md`,
    kind: 'page',
    language: number % 3 === 0 ? 'en' : 'fr',
    section: `rubrique-${number % sections}`,
    title: written.slice(0, 5).join(' '),
    text: written.slice(5).join(' '),
    headings: [],
    address: '',
    importance: number < 1_000 ? 0 : 1,
  };
}

function pageOf({ path, language, title }: Findable) {
  const page = {
    path,
    folder: path.split('/')[0] ?? '',
    address: `/${path.slice(0, -3)}`,
    folded_address: path,
    language,
    family: path,
    translation_of: null,
    title,
    description: '',
    date: null,
    facts: '{}',
    unlisted: 0,
  };
  return { page, links: [], aliases: [] };
}

async function made(folder: string): Promise<string> {
  await mkdir(folder);
  return folder;
}
