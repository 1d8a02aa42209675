import { describe, expect, test } from 'vitest';
import { type BodyBlock, bodyBlocks } from './body-blocks.ts';

const kinds = (blocks: readonly BodyBlock[]) => blocks.map(({ kind }) => kind);

describe('a paragraph', () => {
  test('that a program wrapped is one line', () => {
    const text = `nous allons publier les guides numérisés du bureau, et nous hésitons encore
entre deux licences. La première est celle que nous avons choisie pour le
logiciel de la collecte.`;
    expect(bodyBlocks(text)).toEqual([{ kind: 'paragraph', text: text.replaceAll('\n', ' ') }]);
  });

  test('whose lines end where somebody ended them stays so', () => {
    const text = 'Bureau du logiciel libre\n12 rue des Exemples\nParis';
    expect(bodyBlocks(text)).toEqual([{ kind: 'paragraph', text }]);
  });

  test('whose columns somebody aligned is fixed, with those that follow it', () => {
    const text = '| a | b |\n|---|---|\n\n| c | d |\n|---|---|';
    expect(bodyBlocks(text)).toEqual([{ kind: 'fixed', text }]);
  });
});

describe('a list', () => {
  test('has an item for each of its marks, with the lines that go on', () => {
    const text = `Trois questions :
- qui relit ?
- faut-il garder les anciennes versions sous leur ancienne licence, ou bien
  tout republier ?
  * d’un coup
Voilà.`;
    expect(bodyBlocks(text)).toEqual([
      { kind: 'paragraph', text: 'Trois questions :' },
      {
        kind: 'items',
        items: [
          { text: '- qui relit ?', isInner: false },
          {
            text: '- faut-il garder les anciennes versions sous leur ancienne licence, ou bien tout republier ?',
            isInner: false,
          },
          { text: '* d’un coup', isInner: true },
        ],
      },
      { kind: 'paragraph', text: 'Voilà.' },
    ]);
  });

  test('is not what begins with a year, nor a rule', () => {
    expect(kinds(bodyBlocks('2026. Une année.'))).toEqual(['paragraph']);
    expect(kinds(bodyBlocks('-----\nVoilà.'))).toEqual(['paragraph']);
  });
});

describe('a quote', () => {
  test('holds those inside it, and says how long it is', () => {
    expect(bodyBlocks('> un\n>> deux\n> > trois\n\nRéponse.')).toEqual([
      {
        kind: 'quote',
        lines: 3,
        blocks: [
          { kind: 'paragraph', text: 'un' },
          { kind: 'quote', lines: 2, blocks: [{ kind: 'paragraph', text: 'deux\ntrois' }] },
        ],
      },
      { kind: 'paragraph', text: 'Réponse.' },
    ]);
  });

  test('of ten thousand levels is read, and soon', () => {
    expect(kinds(bodyBlocks(`${'>'.repeat(10_000)} au fond\n`.repeat(20)))).toEqual(['quote']);
  });
});

describe('a signature', () => {
  test('is what follows two dashes and a space', () => {
    expect(bodyBlocks('Oui.\n-- \nAnna\nBureau')).toEqual([
      { kind: 'paragraph', text: 'Oui.' },
      { kind: 'signature', text: 'Anna\nBureau' },
    ]);
  });

  test('of Git, which is its version, is not shown', () => {
    expect(bodyBlocks('Une série.\n-- \n2.47.0.windows.1')).toEqual([
      { kind: 'paragraph', text: 'Une série.' },
    ]);
  });
});

describe('a patch', () => {
  const PATCH = `Fixes a typo.
---
 a.md | 2 +-

diff --git a/a.md b/a.md
index 2fa992c..d54d1c2 100644
--- a/a.md
+++ b/a.md
@@ -1,3 +1,3 @@
 one

-- removed
+- added

After.
-- 
2.39.5`;

  test('is its lines, of which those of a list are no items', () => {
    const diff = bodyBlocks(PATCH).find(({ kind }) => kind === 'diff');
    expect(diff).toEqual({
      kind: 'diff',
      lines: [
        { kind: 'file', text: 'diff --git a/a.md b/a.md' },
        { kind: 'facts', text: 'index 2fa992c..d54d1c2 100644' },
        { kind: 'facts', text: '--- a/a.md' },
        { kind: 'facts', text: '+++ b/a.md' },
        { kind: 'hunk', text: '@@ -1,3 +1,3 @@' },
        { kind: 'context', text: ' one' },
        { kind: 'context', text: '' },
        { kind: 'removed', text: '-- removed' },
        { kind: 'added', text: '+- added' },
      ],
    });
  });

  test('ends where its hunks do: what follows is read like any text', () => {
    expect(kinds(bodyBlocks(PATCH))).toEqual(['paragraph', 'fixed', 'diff', 'paragraph']);
  });
});

test('a text of a million characters without a space is read soon', () => {
  const start = performance.now();
  for (const one of ['a', '-', ' ', '>', '|', '@@ ', '- ', '1. ']) bodyBlocks(one.repeat(200_000));
  expect(performance.now() - start).toBeLessThan(2_000);
});
