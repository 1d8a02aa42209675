import { expect, test } from 'vitest';
import { Analyser } from './analyse.ts';
import { excerptOf, highlight } from './excerpt.ts';

const french = new Analyser('fr');
const looking = (...words: string[]) => ({
  stems: new Map(words.map((word) => [french.stem(word), 1])),
  phrases: [],
});
const shown = (segments: readonly { text: string; matched: boolean }[]) =>
  segments.map(({ text, matched }) => (matched ? `[${text}]` : text)).join('');

test('marks words however they end, and what joins them', () => {
  expect(
    shown(highlight('Les logiciels de l’État : un mot-clé', french, looking('logiciel', 'etat', 'mot'))),
  ).toBe('Les [logiciels] de l’[État] : un [mot-clé]');
});

test('shows the part that has most of what is looked for', () => {
  const text = `${'code '.repeat(3)}${'autre chose '.repeat(60)}le code source${' et la suite'.repeat(60)}`;
  const { segments } = excerptOf(text, [], french, looking('code', 'source'));
  expect(shown(segments)).toContain('le [code] [source] et la suite');
  expect(shown(segments)).toMatch(/^… .* …$/s);
});

test('shows what is under a heading, and not the heading again', () => {
  const text = 'Début.\nLa licence\nElle est libre.\n';
  const { heading, segments } = excerptOf(
    text,
    [{ text: 'La licence', slug: 'la-licence', at: 7 }],
    french,
    looking('licence'),
  );
  expect(heading?.slug).toBe('la-licence');
  expect(shown(segments)).toBe('… Elle est libre.');
});

test('shows the beginning of a text that has nothing of it', () => {
  const { heading, segments } = excerptOf(
    'Un texte.',
    [{ text: 'x', slug: 'x', at: 0 }],
    french,
    looking('absent'),
  );
  expect(heading).toBeUndefined();
  expect(shown(segments)).toBe('Un texte.');
});
