/** A heading of the page as rendered: its text, its level (2 to 6) and the `id` that links lead to. */
export interface OutlineHeading {
  readonly level: number;
  readonly text: string;
  readonly slug: string;
}

/** A heading and those under it. */
export interface OutlineNode extends OutlineHeading {
  readonly children: readonly OutlineNode[];
}

interface OpenNode extends OutlineHeading {
  readonly children: OpenNode[];
}

/** Nests headings under the last one of a smaller level; a skipped level adds no empty one. */
export function nestHeadings(headings: readonly OutlineHeading[]): readonly OutlineNode[] {
  const roots: OpenNode[] = [];
  const open: OpenNode[] = [];
  for (const { level, text, slug } of headings) {
    const node: OpenNode = { level, text, slug, children: [] };
    while (open.length > 0 && (open.at(-1) as OpenNode).level >= level) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}
