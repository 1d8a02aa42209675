import type { Directive } from './directives.ts';
import type { MarkdownLabels } from './labels.ts';

/** Where a link leads; without `href`, its text is shown and leads nowhere. */
export interface LinkTarget {
  readonly href: string | undefined;
  readonly hreflang?: string;
  readonly external?: boolean;
}

/** What an image loads, with its size in CSS pixels where known. */
export interface ImageTarget {
  readonly src: string;
  readonly width?: number;
  readonly height?: number;
}

/** `link` and `image` are given targets as the author wrote them; what they answer is checked again for its scheme. */
export interface RenderOptions {
  readonly labels: MarkdownLabels;
  readonly link: (target: string) => LinkTarget;
  readonly image: (target: string) => ImageTarget;
  /** The HTML, safe already, of what a directive asks for; without it, its block is shown as code. */
  readonly directive?: (directive: Directive) => string | undefined;
  /** Leave out the level-1 heading a page begins with: it is shown as the page's title. */
  readonly omitLeadHeading: boolean;
  /** Has each block say in `data-lines` which lines of its file it is from (`3-5`): those above the Markdown are so many. */
  readonly linesAbove?: number;
}
