import { parseMarkdown } from '../../markdown/document.ts';
import { renderMarkdown } from '../../markdown/render.ts';
import type { DifferenceLabels } from './difference-labels.ts';
import { type HtmlNode, htmlTree } from './html-tree.ts';

/** Says nothing but of what changed without a word of it. */
export const quietLabels: DifferenceLabels = {
  addedBlock: '',
  removedBlock: '',
  movedAway: '(moved away)',
  movedHere: '(moved here)',
  addedWords: '',
  removedWords: '',
  endOfWords: '',
  linkChanged: (before) => `(was ${before})`,
  linkAdded: '(now a link)',
  linkRemoved: (before) => `(was a link to ${before})`,
  alternativeChanged: (before) => `(was “${before}”)`,
  formatChanged: '(looks otherwise)',
  headingChanged: '(other level)',
};

/** Renders Markdown whose links lead where they say. */
export async function htmlOf(markdown: string): Promise<string> {
  const labels = {
    alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
    footnotes: 'Footnotes',
    footnote: (n: number) => `Note ${n}`,
    backToReference: (n: number) => `Back to ${n}`,
    headingLink: (text: string) => `Link to ${text}`,
    taskDone: 'done',
    taskToDo: 'to do',
  };
  const { html } = await renderMarkdown(parseMarkdown(markdown), {
    labels,
    omitLeadHeading: false,
    link: (target) => ({ href: target }),
    image: (target) => ({ src: target }),
  });
  return html;
}

/** The words of HTML without the elements that `dropped` names by their class, each space one. */
export function textOf(html: string, ...dropped: readonly string[]): string {
  const nodes = htmlTree(html);
  if (!nodes) throw new Error('too deep');
  const block =
    /^(?:p|div|h\d|li|ul|ol|t[dhr]|table|thead|tbody|blockquote|pre|dt|dd|dl|figure|figcaption|hr|br|details|summary)$/;
  const text = (node: HtmlNode): string => {
    if (node.kind === 'text') return node.source;
    if (
      (node.attributes.get('class') ?? '').split(' ').some((name) => dropped.includes(name)) &&
      isMark(node.name)
    )
      return '';
    const own = node.name === 'img' ? `[${node.attributes.get('src')}]` : '';
    const inner = own + node.children.map(text).join('');
    return block.test(node.name) ? `\n${inner}\n` : inner;
  };
  return nodes.map(text).join('').replace(/\s+/g, ' ').trim();
}

function isMark(name: string): boolean {
  return name === 'ins' || name === 'del' || name === 'small' || name === 'span';
}
