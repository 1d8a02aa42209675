import type { Token } from 'markdown-it';

/** The image with a title that is all a paragraph contains, linked or not: a figure, whose caption is the title. */
export function soleImage(children: readonly Token[] | null | undefined): Token | undefined {
  const [first, second, third] = children ?? [];
  const isLinked = children?.length === 3 && first?.type === 'link_open' && third?.type === 'link_close';
  const image = isLinked ? second : children?.length === 1 ? first : undefined;
  return image?.type === 'image' && image.attrGet('title') ? image : undefined;
}
