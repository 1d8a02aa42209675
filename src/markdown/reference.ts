/**
 * A link or an image, in Markdown or in raw HTML. `target` is what the author wrote, escapes undone;
 * `text` is the link's text or the image's alternative; `line` counts from 1.
 */
export interface Reference {
  readonly kind: 'link' | 'image';
  readonly target: string;
  readonly text: string;
  readonly line: number;
  readonly inFirstParagraph: boolean;
}
