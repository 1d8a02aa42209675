import { describe, expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';

test('the values are read, and the rest is the page', () => {
  const source = '---\ntitle: Un titre\ntags: [a, b]\ntoc: false\nunknown:\n  deep: 1\n---\n# Page\n';
  expect(readFrontMatter(source)).toEqual({
    values: { title: 'Un titre', tags: ['a', 'b'], toc: false, unknown: { deep: 1 } },
    body: '# Page\n',
    lines: 7,
    problems: [],
  });
});

test.each([
  ['lines that end as on Windows', '---\r\ntitle: a\r\n---\r\nBody', 'Body', 3],
  ['an end with dots', '---\ntitle: a\n...\nBody', 'Body', 3],
  ['spaces after the marks', '---  \ntitle: a\n--- \nBody', 'Body', 3],
  ['no line after it', '---\ntitle: a\n---', '', 2],
])('%s', (_name, source, body, lines) => {
  expect(readFrontMatter(source)).toEqual({ values: { title: 'a' }, body, lines, problems: [] });
});

test.each([
  ['a page without one', '# Page\n\n---\ntitle: a\n---\n'],
  ['a block that is never closed', '---\ntitle: a\n\n# Page\n'],
  ['a thematic break at the start', '---\n\nA text that begins under a line.\n\n---\n\nAnd goes on.\n'],
  ['four dashes', '----\ntitle: a\n----\n'],
  ['an empty page', ''],
  ['a mark alone', '---'],
])('%s is all page', (_name, source) => {
  expect(readFrontMatter(source)).toEqual({ values: {}, body: source, lines: 0, problems: [] });
});

test('an empty block is not shown', () => {
  expect(readFrontMatter('---\n---\nBody')).toEqual({ values: {}, body: 'Body', lines: 2, problems: [] });
  expect(readFrontMatter('---\n# nothing\n---\nBody')).toMatchObject({ values: {}, body: 'Body' });
});

describe('what is not YAML', () => {
  test('is understood line by line, and told where it goes wrong', () => {
    const source = [
      '---',
      'lang: fr',
      'title: Guides logiciels libres : utiliser, publier: contribuer',
      'toc: true',
      'tags: [un, deux]',
      "description: 'entre guillemets'",
      'empty:',
      '---',
      'Body',
    ].join('\n');
    const { values, body, problems } = readFrontMatter(source);
    expect(values).toEqual({
      lang: 'fr',
      title: 'Guides logiciels libres : utiliser, publier: contribuer',
      toc: true,
      tags: ['un', 'deux'],
      description: 'entre guillemets',
    });
    expect(body).toBe('Body');
    expect(problems).toEqual([expect.objectContaining({ rule: 'front-matter', line: 3 })]);
  });

  test('is told on its line, however the lines end', () => {
    const lineOf = (source: string) => readFrontMatter(source).problems.map(({ line }) => line);
    expect(lineOf('---\ntitle: a: b\n---\n')).toEqual([2]);
    expect(lineOf('---\r\nlang: fr\r\ntitle: a: b\r\n---\r\n')).toEqual([3]);
    expect(lineOf('---\nlang: fr\ntoc: yes\ntags: [a\ntitle: x\n---\n').every((line) => line >= 4)).toBe(
      true,
    );
    expect(lineOf('---\ntitle: a\ntitle: b\n---\n')).toEqual([3]);
  });

  test('is all page when no line of it is a key', () => {
    const source = '---\n*just* [a text\n---\nBody\n';
    expect(readFrontMatter(source)).toMatchObject({ values: {}, body: source, lines: 0 });
  });
});

describe('a block made to do harm does none', () => {
  const bomb = `a0: &a0 [x]\n${Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`).join('\n')}`;

  test.each([
    ['references to references', bomb],
    ['a value that holds itself', 'a: &a { b: *a }'],
    ['very deep nesting', `a: ${'['.repeat(15_000)}`],
  ])('%s', (_name, yaml) => {
    const began = performance.now();
    const { body, problems } = readFrontMatter(`---\ntitle: Un titre\n${yaml}\n---\nBody`);
    expect(body).toBe('Body');
    expect(problems).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('a block longer than any is all page, and told', () => {
    const source = `---\ntitle: a\ntext: ${'x'.repeat(70_000)}\n---\nBody`;
    expect(readFrontMatter(source)).toMatchObject({ values: {}, body: source, lines: 0 });
    expect(readFrontMatter(source).problems).toEqual([
      expect.objectContaining({ rule: 'front-matter', line: 1 }),
    ]);
  });

  test('an unclosed block of any length costs little', () => {
    const began = performance.now();
    readFrontMatter(`---\n${'-- \n'.repeat(1_000_000)}`);
    readFrontMatter(`---${' \n'.repeat(1_000_000)}`);
    expect(performance.now() - began).toBeLessThan(500);
  });

  test('a prototype is a key like another', () => {
    const { values } = readFrontMatter('---\n__proto__: { title: x }\n---\n');
    expect(values.title).toBeUndefined();
    expect(({} as Record<string, unknown>).title).toBeUndefined();
    const lines = readFrontMatter('---\n__proto__: x\na: b: c\n---\n');
    expect(Object.getPrototypeOf(lines.values)).toBe(Object.prototype);
  });
});
