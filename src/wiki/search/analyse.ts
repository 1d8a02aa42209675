import { foldWord } from './fold.ts';
import { Remembered } from './remembered.ts';
import { type Stem, stemmer } from './stemming.ts';
import { isStopWord } from './stop-words.ts';

/** A word of a text. */
export interface Term {
  /** As it is written, in lower case. */
  readonly form: string;
  /** As it is typed without accents. */
  readonly word: string;
  readonly stem: string;
  /** What tells it from all others: its form and its stem. */
  readonly key: string;
  /** Whether it says nothing by itself, in the language of the text. */
  readonly isStop: boolean;
}

/** Words, with what may join them: apostrophes, hyphens. What is invisible inside a word is part of it. */
export const WORDS =
  /[\p{L}\p{M}\p{N}\u00ad]+(?:['’ʼ＇‐‑\u200b-\u200d-][\p{L}\p{M}\p{N}\u00ad]+)*(?:\+\+(?![\p{L}\p{N}])|#(?![\p{L}\p{N}]))?/gu;

const APOSTROPHE = /['’ʼ＇]/;
const JOINTS = /['’ʼ＇‐‑-]/;

/** What an apostrophe cuts off the word that follows, and the word before. */
const ELIDED = new Set('c d j l m n qu s t jusqu lorsqu puisqu quoiqu presqu'.split(' '));
const CLITIC = new Set('s t d m ll re ve'.split(' '));

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/u;
const PIECES = new RegExp(`${UNSPACED.source}|(?:(?!${UNSPACED.source.slice(0, -1)})[^])+`, 'gu');

/** A longer word is known by its beginning. */
const MAX_WORD = 40;

/** Words remembered with their terms: a text repeats its own, and a wiki its pages'. */
const MAX_REMEMBERED = 300_000;

/** Says what the words of a language's texts are found by. */
export class Analyser {
  readonly language: string;
  readonly stem: Stem;
  readonly #known = new Remembered<readonly Term[]>(MAX_REMEMBERED);
  readonly #terms = new Remembered<Term>(MAX_REMEMBERED);

  constructor(language: string) {
    this.language = language;
    this.stem = stemmer(language);
  }

  /**
   * The terms of what {@link WORDS} matched, in order: none, one, or several where something joins or no space parts. The
   * same word with the same stem is the same term, until some are forgotten.
   */
  terms(written: string): readonly Term[] {
    let terms = this.#known.get(written);
    if (!terms) {
      terms = this.#read(written);
      this.#known.set(written, terms);
    }
    return terms;
  }

  /** Keeps memory bounded, between two texts. */
  forgetSome(): void {
    this.#known.forgetSome();
    this.#terms.forgetSome();
  }

  #read(written: string): Term[] {
    if (/[+#]$/.test(written)) {
      const word = symbol(written);
      return [this.#make(word, word, word)];
    }
    const parts = partsOf(written);
    const terms = parts.flatMap((part) => this.#termsOf(part));
    if (parts.length > 1 && /\p{L}/u.test(written)) terms.push(...this.#termsOf(parts.join('')));
    return terms;
  }

  #termsOf(part: string): Term[] {
    if (!UNSPACED.test(part)) return this.#term(part);
    return [...part.matchAll(PIECES)].flatMap(([piece]) =>
      UNSPACED.test(piece) ? pairs(piece).map((pair) => this.#make(pair, pair, pair)) : this.#term(piece),
    );
  }

  #term(part: string): Term[] {
    const form = part.toLowerCase().normalize('NFC').slice(0, MAX_WORD).toWellFormed();
    const word = foldWord(form);
    if (word === '') return [];
    return [this.#make(form, word, this.stem(form))];
  }

  #make(form: string, word: string, stem: string): Term {
    const key = `${form} ${stem}`;
    const known = this.#terms.get(key);
    if (known) return known;
    const term = { form, word, stem, key, isStop: isStopWord(word, this.language) };
    this.#terms.set(key, term);
    return term;
  }
}

/** `C++` and `C#` are not `C`. */
function symbol(written: string): string {
  return foldWord(written.replace('++', 'plusplus').replace('#', 'sharp')).slice(-MAX_WORD);
}

/** What the joints of a word part, elisions left out: `l’État` is `État`, `mot-clé` is `mot` and `clé`. */
export function partsOf(written: string): readonly string[] {
  const bare = written.replace(/[\u00ad\u200b-\u200d]/g, '');
  if (!JOINTS.test(bare)) return [bare];
  const parts: string[] = [];
  for (const hyphenated of bare.split(/[‐‑-]/)) {
    const halves = hyphenated.split(APOSTROPHE);
    while (halves.length > 1 && ELIDED.has(foldWord(halves[0] as string))) halves.shift();
    while (halves.length > 1 && CLITIC.has((halves.at(-1) as string).toLowerCase())) halves.pop();
    parts.push(...halves);
  }
  return parts.filter((part) => part !== '');
}

/** How long the elision at the beginning of a word is, its apostrophe included: 2 in `l’État`. */
export function elisionLength(written: string): number {
  const [whole = '', elided = ''] = /^([^'’ʼ＇]*)['’ʼ＇]/.exec(written) ?? [];
  return ELIDED.has(foldWord(elided)) ? whole.length : 0;
}

/** Each two characters that follow one another. */
function pairs(run: string): string[] {
  const characters = [...run.normalize('NFKC')];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
