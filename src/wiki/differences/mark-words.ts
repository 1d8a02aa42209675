import { escapeHtml } from '../../markdown/entities.ts';
import type { WordRun } from './align-words.ts';
import type { DifferenceLabels } from './difference-labels.ts';
import { lookOf } from './html-blocks.ts';
import { type HtmlElement, withoutId } from './html-tree.ts';
import type { InlineToken } from './inline-tokens.ts';
import { wordNotes } from './word-notes.ts';

export type Mark = 'added' | 'removed';

const TAGS = { added: 'ins', removed: 'del' } as const;

interface Opened {
  readonly element: HtmlElement;
  readonly isOld: boolean;
}

/** What is heard around a mark; empty for nothing. */
interface Spoken {
  readonly start: string;
  readonly end: string;
}

/**
 * Writes words of two versions as one line: what went in `<del>`, what came in `<ins>`, both inside the elements that the
 * words stand in, so that a link of which one word changed stays one link.
 */
export class WordWriter {
  readonly #labels: DifferenceLabels;
  readonly #opened: Opened[] = [];
  readonly #written = new Set<HtmlElement>();
  readonly #looks = new Map<HtmlElement, string>();
  #mark: Mark | undefined;
  #spoken = '';
  #out = '';

  constructor(labels: DifferenceLabels) {
    this.#labels = labels;
  }

  /** A run; `notes` says whether what changed in the way it is shown is told. */
  run(run: WordRun, notes: boolean): void {
    if (run.kind !== 'same') {
      const tokens = run.kind === 'added' ? run.after : run.before;
      this.marked(tokens, run.kind, this.#spokenOf(run.kind, tokens));
      return;
    }
    const told = notes ? wordNotes(run, this.#labels) : undefined;
    for (const [at, token] of run.after.entries()) {
      this.#token(token, undefined);
      const note = told?.get(at);
      if (note !== undefined) this.note(note);
    }
  }

  marked(tokens: readonly InlineToken[], mark: Mark, { start, end }: Spoken): void {
    this.#closeMark();
    this.#spoken = start;
    for (const token of tokens) this.#token(token, mark);
    if (this.#mark) this.#out += spoken(end);
    this.#closeMark();
    this.#spoken = '';
  }

  /** Something to know, outside of any link. */
  note(text: string): void {
    this.#closeMark();
    const link = this.#opened.findIndex(({ element }) => element.name === 'a');
    if (link !== -1) this.#closeDownTo(link);
    this.#out += noteHtml(text);
  }

  end(): string {
    this.#closeMark();
    this.#closeDownTo(0);
    return this.#out;
  }

  #token({ source, path }: InlineToken, mark: Mark | undefined): void {
    const isOld = mark === 'removed';
    const kept = this.#sharedDepth(path, isOld);
    if (mark !== this.#mark || kept < this.#opened.length || kept < path.length) this.#closeMark();
    this.#closeDownTo(kept);
    for (const element of path.slice(kept)) this.#open(element, isOld);
    if (mark && !this.#mark) {
      this.#out += `<${TAGS[mark]} class="${mark}">${spoken(this.#spoken)}`;
      this.#spoken = '';
      this.#mark = mark;
    }
    this.#out += isOld ? withoutId(source) : source;
  }

  #sharedDepth(path: readonly HtmlElement[], isOld: boolean): number {
    let depth = 0;
    for (; depth < path.length && depth < this.#opened.length; depth += 1) {
      const opened = this.#opened[depth] as Opened;
      const element = path[depth] as HtmlElement;
      const same = opened.element === element;
      if (!same && (opened.isOld === isOld || this.#look(opened.element) !== this.#look(element))) break;
    }
    return depth;
  }

  #look(element: HtmlElement): string {
    const look = this.#looks.get(element) ?? lookOf(element);
    this.#looks.set(element, look);
    return look;
  }

  #open(element: HtmlElement, isOld: boolean): void {
    const again = isOld || this.#written.has(element);
    this.#out += again ? withoutId(element.open) : element.open;
    this.#written.add(element);
    this.#opened.push({ element, isOld });
  }

  #closeMark(): void {
    if (this.#mark) this.#out += `</${TAGS[this.#mark]}>`;
    this.#mark = undefined;
  }

  #closeDownTo(depth: number): void {
    for (const { element } of this.#opened.splice(depth).toReversed()) this.#out += `</${element.name}>`;
  }

  #spokenOf(mark: Mark, tokens: readonly InlineToken[]): Spoken {
    if (tokens.every(({ kind }) => kind === 'space')) return { start: '', end: '' };
    const { addedWords, removedWords, endOfWords } = this.#labels;
    return { start: mark === 'added' ? addedWords : removedWords, end: endOfWords };
  }
}

export function noteHtml(text: string): string {
  return text === '' ? '' : `<small class="change-note"> ${escapeHtml(text)}</small>`;
}

export function spoken(text: string): string {
  return text === '' ? '' : `<span class="visually-hidden">${escapeHtml(text)} </span>`;
}
