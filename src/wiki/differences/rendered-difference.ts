import { type AlignedBlock, alignBlocks } from './align-blocks.ts';
import { alignWords, type Effort } from './align-words.ts';
import type { DifferenceLabels } from './difference-labels.ts';
import { type Block, blocksOf, Sameness } from './html-blocks.ts';
import { type HtmlNode, htmlTree, withClass, withoutId, writeNode } from './html-tree.ts';
import { inlineTokens } from './inline-tokens.ts';
import { type Mark, noteHtml, spoken, WordWriter } from './mark-words.ts';
import { TooMuchWork, Work } from './work.ts';

/** A paragraph, a list, a table of a page, with what changed in it marked. */
export interface DifferenceBlock {
  readonly html: string;
  readonly changed: boolean;
  readonly isHeading: boolean;
  /** The lines that it is from, of the version that has it; undefined where its page does not say so. */
  readonly lines?: BlockLines;
}

/** Lines of one version of a file, the first and the last counted from 1. */
export interface BlockLines {
  readonly side: 'old' | 'new';
  readonly from: number;
  readonly to: number;
}

/** Characters of HTML of both versions. */
const MAX_LENGTH = 3_000_000;

/** Elements around a word that are looked at in a step. */
const ELEMENTS = 8;

/** Steps that are spent on comparing words. */
const EFFORT = 40_000_000;

/**
 * Compares two versions of a page as they are read: HTML that `renderMarkdown` wrote, and nothing else. What went is in
 * `<del class="removed">`, what came in `<ins class="added">`, within the blocks they belong to; a block that came or went
 * as a whole has the class `block-added` or `block-removed`. Without what was removed and `.change-note`, the result
 * has the text of `after`; without what was added, that of `before`. No id comes twice. Undefined when the page is too
 * large, or would take more `work` than it may.
 */
export function renderedDifference(
  before: string,
  after: string,
  labels: DifferenceLabels,
  work = new Work(),
): readonly DifferenceBlock[] | undefined {
  if (before.length + after.length > MAX_LENGTH) return undefined;
  const [old, recent] = [htmlTree(before), htmlTree(after)];
  if (!old || !recent) return undefined;
  try {
    return compared(old, recent, labels, work);
  } catch (error) {
    if (error instanceof TooMuchWork) return undefined;
    throw error;
  }
}

function compared(
  old: readonly HtmlNode[],
  recent: readonly HtmlNode[],
  labels: DifferenceLabels,
  work: Work,
): readonly DifferenceBlock[] {
  const sameness = new Sameness(work);
  const all = alignBlocks(blocksOf(old, sameness), blocksOf(recent, sameness), work);
  const writer = new DifferenceWriter(labels, movedBlocks(all), work);
  return all.map((aligned) => ({
    html: writer.write(aligned),
    changed: aligned.before?.sameness !== aligned.after?.sameness,
    isHeading: isHeading(aligned.after ?? aligned.before),
    ...linesOf(aligned),
  }));
}

function linesOf({ before, after }: AlignedBlock): Pick<DifferenceBlock, 'lines'> {
  const said = (after ?? before)?.element?.attributes.get('data-lines');
  const [from = 0, to = 0] = said?.split('-').map(Number) ?? [];
  return from > 0 ? { lines: { side: after ? 'new' : 'old', from, to } } : {};
}

/** Those that went from one place and came, the same, at another. A rule between two parts is like any other. */
function movedBlocks(all: readonly AlignedBlock[]): ReadonlySet<number> {
  const numbers = (alone: readonly (Block | undefined)[]) =>
    new Set(alone.flatMap((block) => (block && block.words.count > 0 ? [block.sameness] : [])));
  const gone = numbers(all.map(({ before, after }) => (after ? undefined : before)));
  return gone.intersection(numbers(all.map(({ before, after }) => (before ? undefined : after))));
}

function isHeading(block: Block | undefined): boolean {
  return block?.element?.attributes.get('class') === 'heading' || /^h\d$/.test(block?.element?.name ?? '');
}

class DifferenceWriter {
  readonly #labels: DifferenceLabels;
  readonly #moved: ReadonlySet<number>;
  readonly #effort: Effort = { left: EFFORT };
  readonly #work: Work;

  constructor(labels: DifferenceLabels, moved: ReadonlySet<number>, work: Work) {
    this.#labels = labels;
    this.#moved = moved;
    this.#work = work;
  }

  write({ before, after }: AlignedBlock): string {
    if (!before) return after ? this.#whole(after, 'added') : '';
    if (!after) return this.#whole(before, 'removed');
    if (before.sameness === after.sameness) return unchanged(after);
    const content =
      after.kind === 'list'
        ? alignBlocks(before.blocks, after.blocks, this.#work)
            .map((aligned) => this.write(aligned))
            .join('')
        : this.#words(before, after);
    return wrapped(after, after.element?.open ?? '', content + this.#headingNote(before, after));
  }

  #words(before: Block, after: Block): string {
    const writer = new WordWriter(this.#labels);
    const tokens = (block: Block) => {
      const all = inlineTokens(block.nodes, block.isCode);
      // Each is written beside the one before it, element by element.
      this.#work.spend(all.reduce((sum, { path }) => sum + path.length, 0) / ELEMENTS);
      return all;
    };
    for (const run of alignWords(tokens(before), tokens(after), this.#effort)) writer.run(run, !after.isCode);
    return writer.end();
  }

  #headingNote({ element: old }: Block, { element: recent }: Block): string {
    return old && recent && /^h\d$/.test(recent.name) && old.name !== recent.name
      ? noteHtml(this.#labels.headingChanged)
      : '';
  }

  #whole(block: Block, mark: Mark): string {
    const { addedBlock, removedBlock, movedAway, movedHere } = this.#labels;
    const word = mark === 'added' ? addedBlock : removedBlock;
    const note = mark === 'added' ? movedHere : movedAway;
    return wholeBlock(block, mark, { word, ...(this.#moved.has(block.sameness) && { note }) }, true);
  }
}

/** What is said of a whole block, once: heard before its first words, and read after them. */
interface Said {
  word: string;
  note?: string;
}

function unchanged(block: Block): string {
  if (block.element) return `${writeNode(block.element)}\n`;
  return `${block.nodes.map(writeNode).join('')}\n`;
}

function wholeBlock(block: Block, mark: Mark, said: Said, isOutermost: boolean): string {
  if (block.kind === 'atom') return wholeAtom(block, mark, said);
  const own = (mark === 'removed' ? withoutId(block.element?.open ?? '') : block.element?.open) ?? '';
  const open = isOutermost && own !== '' ? withClass(own, `block-${mark}`) : own;
  if (block.kind === 'list')
    return wrapped(block, open, block.blocks.map((inner) => wholeBlock(inner, mark, said, false)).join(''));
  const writer = new WordWriter(NOTHING_SAID);
  const tokens = inlineTokens(block.nodes, block.isCode);
  if (tokens.length > 0) {
    writer.marked(tokens, mark, { start: said.word, end: '' });
    if (said.note !== undefined) writer.note(said.note);
    said.word = '';
    delete said.note;
  }
  return wrapped(block, open, writer.end());
}

/** Parts of a table that nothing is seen of come and go unsaid. */
function wholeAtom({ element }: Block, mark: Mark, said: Said): string {
  const html = element ? writeNode(element) : '';
  if (element?.name !== 'hr' && element?.name !== 'figure') return mark === 'added' ? html : '';
  const tag = mark === 'added' ? 'ins' : 'del';
  const word = spoken(said.word);
  said.word = '';
  return `<${tag} class="${mark} block-${mark}">${word}${html}</${tag}>\n`;
}

function wrapped({ element }: Block, open: string, content: string): string {
  return element ? `${open}${content}</${element.name}>\n` : `${content}\n`;
}

const NOTHING_SAID: DifferenceLabels = {
  movedAway: '',
  movedHere: '',
  addedBlock: '',
  removedBlock: '',
  addedWords: '',
  removedWords: '',
  endOfWords: '',
  linkChanged: () => '',
  linkAdded: '',
  linkRemoved: () => '',
  alternativeChanged: () => '',
  formatChanged: '',
  headingChanged: '',
};
