import type { LicenceText } from './licence-texts.ts';
import { licenceWords, likeness, shared, wordPairs } from './licence-words.ts';
import { readLicenceExpression } from './spdx.ts';

/** Which licence the text of a LICENSE, LICENCE or COPYING file is, and how it was told. */
export interface FoundLicence {
  /** An SPDX expression. A text says not whether later versions may be chosen: it is then the `-only` one. */
  readonly expression: string;
  /** By a line `SPDX-License-Identifier`, by the words of the text, by those of a longer file that holds it, by its title. */
  readonly by: 'tag' | 'text' | 'part' | 'title';
  /** How much it is like the text, from 0 to 1. */
  readonly likeness: number;
}

/** The text of no licence is longer than a fifth of this. */
const MAX_LENGTH = 250_000;

/**
 * Of 368 licence files of packages that agree with their manifest, all but the five that hold further licences are above
 * 0.88; of 490 rarer licences of SPDX, 440 are below it to all that are compared. See decision 032.
 */
const ALIKE = 0.88;

/** How much of a licence a longer file holds if it holds it. */
const HELD = 0.95;

/** Licences whose text SPDX has in one language of several. */
const TITLES: readonly (readonly [RegExp, string])[] = [
  [/eupl .{0,60} 2007 2016\b/, 'EUPL-1.2'],
  [/licence publique de l union europeenne v ?1 1/, 'EUPL-1.1'],
  [/contrat de licence de logiciel libre cecill c\b/, 'CECILL-C'],
  [/contrat de licence de logiciel libre cecill b\b/, 'CECILL-B'],
  [/contrat de licence de logiciel libre cecill version 2 1/, 'CECILL-2.1'],
  [/contrat de licence de logiciel libre cecill version 2 0/, 'CECILL-2.0'],
  [
    /(?:licence ouverte|open licence)(?: (?:licence ouverte|open licence))?(?: v| version)? ?2 0/,
    'etalab-2.0',
  ],
];

/** Which licence a file holds; nothing if none is recognised, or several that do not hold one another. */
export function findLicence(text: string, known: readonly LicenceText[]): FoundLicence | undefined {
  const start = text.slice(0, MAX_LENGTH);
  return byTag(start) ?? byText(start, known) ?? byTitle(start);
}

function byTag(text: string): FoundLicence | undefined {
  const tags = [...text.matchAll(/SPDX-License-Identifier:[ \t]*([^\r\n*]{1,300})/g)].map(([, tag]) =>
    readLicenceExpression((tag as string).replace(/(?:-->|\*\/).*$/, '')),
  );
  const expressions = new Set(
    tags.flatMap((tag) => (tag && tag.unknown.length === 0 ? [tag.canonical] : [])),
  );
  const [expression] = expressions;
  return expressions.size === 1 && expression ? { expression, by: 'tag', likeness: 1 } : undefined;
}

function byText(text: string, known: readonly LicenceText[]): FoundLicence | undefined {
  const own = wordPairs(licenceWords(text));
  let best: FoundLicence | undefined;
  for (const { id, pairs } of known) {
    // Dice of two sizes cannot be above this.
    if ((2 * Math.min(own.size, pairs.size)) / (own.size + pairs.size) < ALIKE) continue;
    const alike = likeness(own, pairs);
    if (alike >= ALIKE && alike > (best?.likeness ?? 0))
      best = { expression: id, by: 'text', likeness: alike };
  }
  return best ?? byPart(own, known);
}

/** The licence that a longer file holds: the longest one, if the others held are parts of it. */
function byPart(own: LicenceText['pairs'], known: readonly LicenceText[]): FoundLicence | undefined {
  const held = known
    .filter(({ pairs }) => pairs.size < own.size && shared(own, pairs) / pairs.size >= HELD)
    .toSorted((one, other) => other.pairs.size - one.pairs.size);
  const [longest, ...others] = held;
  if (!longest || !others.every(({ pairs }) => shared(longest.pairs, pairs) / pairs.size >= ALIKE))
    return undefined;
  return { expression: longest.id, by: 'part', likeness: shared(own, longest.pairs) / longest.pairs.size };
}

function byTitle(text: string): FoundLicence | undefined {
  const start = text
    .slice(0, 1_500)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  const title = TITLES.find(([pattern]) => pattern.test(start));
  return title && { expression: title[1], by: 'title', likeness: 0 };
}
