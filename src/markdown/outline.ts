import GithubSlugger, { slug } from 'github-slugger';
import type { Token } from 'markdown-it';
import type { Heading } from './heading.ts';
import { inlineText } from './plain-text.ts';

/** The headings that have a text, in order, each with the token that opens it. Slugs are GitHub's. */
export function outline(tokens: readonly Token[]): readonly { heading: Heading; token: Token }[] {
  const slugger = new GithubSlugger();
  const found = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const text = inlineText(tokens[index + 1])
      .replace(/\s+/g, ' ')
      .trim();
    if (text === '') continue;
    const heading = {
      level: Number(token.tag.slice(1)),
      text,
      slug: slugger.slug(slug(text) === '' ? 'section' : text),
      line: (token.map?.[0] ?? 0) + 1,
    };
    found.push({ heading, token });
  }
  return found;
}
