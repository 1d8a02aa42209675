import type { Writer } from '../../store/database.ts';
import {
  addSearchDocuments,
  countWords,
  forgetSearch,
  removeSearchDocuments,
  searchTextsOf,
  settleSearch,
} from '../../store/search-index.ts';
import { HEAD } from '../../store/search-words.ts';
import { Analysers } from './analysers.ts';
import type { Findable } from './document.ts';
import { type CountedTerm, type Documents, documentsOf } from './documents.ts';

/** What the rest of the index tells of what can be found; without analysers, it is not even read. */
export interface SearchIndexing
  extends Pick<SearchIndexer, 'add' | 'addDocuments' | 'remove' | 'forget' | 'finish'> {
  readonly analysers: Analysers | undefined;
}

/** Changes of the dictionary held before they are written. */
const MAX_HELD = 400_000;

/** Keeps the full text and its dictionary true to what is given to it, in one transaction; `finish` ends the work. */
export class SearchIndexer {
  readonly analysers = new Analysers();
  readonly #writer: Writer;
  /** By form and stem: how many documents more, or fewer, have a word. */
  readonly #changes = new Map<string, { readonly term: CountedTerm; documents: number }>();

  #isWhole = false;

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  async add(found: readonly Findable[]): Promise<void> {
    await this.addDocuments(documentsOf(found, this.analysers));
  }

  async addDocuments({ documents, words }: Documents): Promise<void> {
    this.#count(words, 1);
    await addSearchDocuments(this.#writer, documents);
    await this.#write(MAX_HELD);
  }

  /** Forgets what is in these files. */
  async remove(paths: readonly string[]): Promise<void> {
    const former = await searchTextsOf(this.#writer, paths);
    const found = former.map(({ id: _, headings, ...text }) => {
      return { ...text, headings: JSON.parse(headings), kind: 'page', section: '', importance: 0 } as const;
    });
    this.#count(documentsOf(found, this.analysers).words, -1);
    await removeSearchDocuments(
      this.#writer,
      former.map(({ id }) => id),
    );
    await this.#write(MAX_HELD);
  }

  async forget(): Promise<void> {
    this.#changes.clear();
    this.#isWhole = true;
    await forgetSearch(this.#writer);
  }

  async finish(): Promise<void> {
    await this.#write(0);
    await settleSearch(this.#writer, this.#isWhole);
  }

  #count(words: readonly CountedTerm[], sign: 1 | -1): void {
    for (const term of words) {
      const change = this.#changes.get(term.key);
      if (change) change.documents += sign * term.documents;
      else this.#changes.set(term.key, { term, documents: sign * term.documents });
    }
  }

  async #write(most: number): Promise<void> {
    if (this.#changes.size <= most) return;
    const changes = [...this.#changes.values()].filter(({ documents }) => documents !== 0);
    this.#changes.clear();
    // In the order of the dictionary's own index, neighbours are written together.
    changes.sort((a, b) => (a.term.form < b.term.form ? -1 : 1));
    await countWords(
      this.#writer,
      changes.map(({ term: { form, word, stem }, documents }) => {
        return { form, word, stem, documents, ...spelling(word) };
      }),
    );
  }
}

/** By what else than its beginning a word is looked up. */
function spelling(word: string): { readonly head: string; readonly reversed: string } {
  const letters = [...word];
  return { head: letters.slice(0, HEAD).join(''), reversed: letters.toReversed().join('') };
}
