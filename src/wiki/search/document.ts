import { hash } from 'node:crypto';
import type { PassageHeading } from '../../markdown/passages.ts';
import { titleToken } from '../../store/search.ts';
import type { SearchDocument } from '../../store/search-index.ts';
import { type StemWeight, writeProfile } from '../../store/search-profile.ts';
import { type Analyser, type Term, WORDS } from './analyse.ts';
import type { SearchKind } from './results.ts';

/** Something to find, before its words are looked at. */
export interface Findable {
  /** The file that it is, or is in. */
  readonly path: string;
  readonly kind: SearchKind;
  readonly language: string;
  readonly section: string;
  readonly title: string;
  readonly text: string;
  readonly headings: readonly PassageHeading[];
  /** Encoded; empty for a page. */
  readonly address: string;
  /** From 0, which matters most. */
  readonly importance: number;
}

/** What is kept of a text, in characters. */
const MAX_TEXT = 500_000;

/** What a document is found by, in characters: PostgreSQL takes a megabyte. */
const MAX_TOKENS = 200_000;

/** A document as the store keeps it, and each term it has. */
export function documentOf(
  found: Findable,
  analyser: Analyser,
): { readonly document: SearchDocument; readonly terms: ReadonlySet<Term> } {
  const text = storable(found.text.slice(0, MAX_TEXT));
  const title = storable(found.title);
  const headings = found.headings.filter(({ at }) => at < text.length);
  const { stems, terms, length } = analyse(title, text, headings, analyser);
  const { path, kind, language, section } = found;
  const inTitle = stems.filter(({ place }) => place === 'title');
  const titleWords = inTitle.length;
  const weights = stems.filter(({ isStop }) => !isStop);
  const facts = {
    path,
    kind,
    language,
    section,
    title_words: titleWords,
    profile: writeProfile(weights, length),
  };
  const tokens = [
    facetToken('language', language),
    facetToken('section', section),
    facetToken('kind', kind),
    ...inTitle.map(({ stem }) => titleToken(stem)),
    ...stems.map(({ stem }) => stem),
  ];
  return {
    document: {
      importance: found.importance,
      facts,
      text: { title, text, headings: JSON.stringify(headings), address: found.address },
      tokens: bounded(tokens).join(' '),
    },
    terms,
  };
}

interface CountedStem extends StemWeight {
  readonly isStop: boolean;
}

/** What the title, the headings and the rest have of each stem. */
function analyse(
  title: string,
  text: string,
  headings: readonly PassageHeading[],
  analyser: Analyser,
): { stems: readonly CountedStem[]; terms: ReadonlySet<Term>; length: number } {
  const stems = new Map<
    string,
    { stem: string; count: number; place: StemWeight['place']; isStop: boolean }
  >();
  const terms = new Set<Term>();
  let length = 0;
  const count = (written: string, place: StemWeight['place'], times: number) => {
    for (const term of analyser.terms(written)) {
      terms.add(term);
      const known = stems.get(term.stem);
      if (known) known.count += times;
      else {
        const isStop = place !== 'title' && term.isStop;
        stems.set(term.stem, { stem: term.stem, count: times, place, isStop });
      }
    }
  };
  for (const [written, times] of tally([title])) count(written, 'title', times);
  const { lines, rest } = apart(text, headings);
  for (const [written, times] of tally(lines)) count(written, 'heading', times);
  for (const [written, times] of tally(rest)) {
    count(written, 'text', times);
    length += times;
  }
  return { stems: [...stems.values()], terms, length };
}

/** How often each word is written. */
function tally(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const written of text.match(WORDS) ?? []) counts.set(written, (counts.get(written) ?? 0) + 1);
  return counts;
}

/** The lines of headings, and what is between them. */
function apart(text: string, headings: readonly PassageHeading[]): { lines: string[]; rest: string[] } {
  const lines: string[] = [];
  const rest: string[] = [];
  let from = 0;
  for (const { at } of headings) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    rest.push(text.slice(from, at));
    lines.push(text.slice(at, end));
    from = end;
  }
  rest.push(text.slice(from));
  return { lines, rest };
}

/** The token by which the documents of a facet's value are found. */
export function facetToken(facet: 'language' | 'section' | 'kind', value: string): string {
  const name = /^[a-z0-9]{1,20}$/.test(value) ? value : `.${hash('sha1', value, 'hex').slice(0, 16)}`;
  return `.${facet.charAt(0)}${name}`;
}

function bounded(tokens: readonly string[]): string[] {
  let length = 0;
  const kept = [];
  for (const token of tokens) {
    length += token.length + 1;
    if (length > MAX_TOKENS) break;
    kept.push(token);
  }
  return kept;
}

/** PostgreSQL keeps no NUL, and no half of a pair. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed();
}
