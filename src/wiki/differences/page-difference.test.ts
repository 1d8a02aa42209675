import { expect, test } from 'vitest';
import { quietLabels } from './difference.fixture.ts';
import { pageDifference } from './page-difference.ts';

const version = (text: string) => ({
  bytes: Buffer.from(text),
  render: async (bytes: Uint8Array) => `<p>${Buffer.from(bytes).toString().split('---\n').at(-1)}</p>`,
});

test('what changed in the front matter is told beside the text', async () => {
  const { fields, blocks } = await pageDifference(
    version('---\ntitle: Un\ntags: [a, b]\ndraft: true\nlang: fr\n---\nTexte'),
    version('---\ntitle: Deux\ntags: [a, c]\nlang: fr\ndate: 2026-01-02\n---\nTexte'),
    quietLabels,
  );
  expect(fields).toEqual([
    { name: 'title', before: 'Un', after: 'Deux' },
    { name: 'tags', before: 'a, b', after: 'a, c' },
    { name: 'draft', before: 'true' },
    { name: 'date', after: '2026-01-02' },
  ]);
  expect(blocks?.some(({ changed }) => changed)).toBe(false);
});

test('a version that does not exist is empty', async () => {
  const { fields, blocks } = await pageDifference(undefined, version('Texte'), quietLabels);
  expect(fields).toEqual([]);
  expect(blocks?.map(({ html }) => html.trim())).toEqual([
    '<p class="block-added"><ins class="added">Texte</ins></p>',
  ]);
});

test('a page that is too large is not rendered', async () => {
  const { blocks } = await pageDifference(undefined, version('x'.repeat(2_000_000)), quietLabels);
  expect(blocks).toBeUndefined();
});
