import { describe, expect, test } from 'vitest';
import { random } from '../tables/table.fixture.ts';
import { htmlOf, quietLabels, textOf } from './difference.fixture.ts';
import { renderedDifference } from './rendered-difference.ts';

const difference = async (before: string, after: string, labels = quietLabels) =>
  renderedDifference(await htmlOf(before), await htmlOf(after), labels);

/** The changed blocks of a difference, as HTML without line ends, its marks without their class. */
const told = async (before: string, after: string) =>
  (await difference(before, after))
    ?.filter(({ changed }) => changed)
    .map(({ html }) => html.replace(/<(ins|del) class="(?:added|removed)">/g, '<$1>').replaceAll('\n', ''));

describe('in prose', () => {
  test('words that changed are marked among those that stayed', async () => {
    expect(await told('Le chat dort.\n\nFin.', 'Le chien dort.\n\nFin.')).toEqual([
      '<p>Le <del>chat</del><ins>chien</ins> dort.</p>',
    ]);
  });

  test('words replaced one after the other are read together', async () => {
    expect(
      await told('Il faut voir le chat noir du voisin.', 'Il faut voir un chien noir du voisin.'),
    ).toEqual(['<p>Il faut voir <del>le chat</del><ins>un chien</ins> noir du voisin.</p>']);
  });

  test('lines filled otherwise did not change', async () => {
    expect(await told('Un deux\ntrois quatre.', 'Un deux trois\nquatre.')).toEqual([]);
  });

  test('a paragraph that came, went or was rewritten is marked as a whole', async () => {
    const before = 'Premier.\n\nLe deuxième paragraphe.\n\nDernier.';
    expect(await told(before, 'Premier.\n\nDernier.')).toEqual([
      '<p class="block-removed"><del>Le deuxième paragraphe.</del></p>',
    ]);
    expect(await told(before, `${before}\n\nEt *un* autre.`)).toEqual([
      '<p class="block-added"><ins>Et </ins><em><ins>un</ins></em><ins> autre.</ins></p>',
    ]);
    expect(await told(before, before.replace(/Le deu.*/, 'Tout autre chose ici'))).toHaveLength(2);
  });

  test('a link of which a word changed stays one link', async () => {
    expect(await told('Voir [le guide ancien](/g).', 'Voir [le guide nouveau](/g).')).toEqual([
      '<p>Voir <a href="/g">le guide <del>ancien</del><ins>nouveau</ins></a>.</p>',
    ]);
  });

  test('where a link led before is said after it', async () => {
    expect(await told('Voir [le guide](/ancien).', 'Voir [le guide](/nouveau).')).toEqual([
      '<p>Voir <a href="/nouveau">le guide</a><small class="change-note"> (was /ancien)</small>.</p>',
    ]);
    expect(await told('Voir le guide.', 'Voir [le guide](/g).')).toEqual([
      '<p>Voir <a href="/g">le guide</a><small class="change-note"> (now a link)</small>.</p>',
    ]);
  });

  test('words that look otherwise are said to', async () => {
    expect(await told('Un deux trois.', 'Un **deux** trois.')).toEqual([
      '<p>Un <strong>deux<small class="change-note"> (looks otherwise)</small></strong> trois.</p>',
    ]);
  });

  test('a heading that grew is the same heading', async () => {
    expect(await told('# Guides\n\nA.', '# Guides pour publier du code\n\nA.')).toEqual([
      expect.stringContaining('>Guides<ins> pour publier du code</ins></h2>'),
    ]);
  });

  test('a paragraph that stands elsewhere is said to have moved', async () => {
    const moved =
      (await told('Un deux.\n\nTrois quatre.\n\nCinq six.', 'Trois quatre.\n\nCinq six.\n\nUn deux.')) ?? [];
    expect(moved).toHaveLength(2);
    expect(moved[0]).toContain('(moved away)');
    expect(moved[1]).toContain('(moved here)');
  });

  test('a heading of another level is the same heading', async () => {
    const [html] = (await told('# A\n\n## Section une\n', '# A\n\n### Section une\n')) ?? [];
    expect(html).toContain('(other level)');
    expect(html).not.toMatch(/<(ins|del)/);
  });
});

describe('among other blocks', () => {
  test('an item that came or went is marked in its list', async () => {
    expect(await told('- un\n- deux\n- trois', '- un\n- trois\n- quatre')).toEqual([
      '<ul><li>un</li><li class="block-removed"><del>deux</del></li><li>trois</li><li class="block-added"><ins>quatre</ins></li></ul>',
    ]);
  });

  test('cells are compared one by one, and rows by what they say', async () => {
    const table = (...rows: string[]) =>
      `| a | b |\n| - | - |\n${rows.map((row) => `| ${row} |\n`).join('')}`;
    const [html] =
      (await told(table('un deux | x', 'trois quatre | y'), table('un deux | z', 'cinq six | w'))) ?? [];
    expect(html).toContain('<tr><td>un deux</td><td><del>x</del><ins>z</ins></td></tr>');
    expect(html).toContain('<tr class="block-removed"><td><del>trois quatre</del></td>');
    expect(html).toContain('<tr class="block-added"><td><ins>cinq six</ins></td>');
  });

  test('an image that was replaced, or described otherwise, is said', async () => {
    expect(await told('Texte ![chat](a.png) ici.', 'Texte ![chat](b.png) ici.')).toEqual([
      expect.stringMatching(/<del><img src="a.png"[^>]*><\/del><ins><img src="b.png"[^>]*><\/ins>/),
    ]);
    expect(await told('Texte ![chat](a.png) ici.', 'Texte ![chien](a.png) ici.')).toEqual([
      expect.stringMatching(
        /^<p>Texte <img src="a.png" alt="chien"[^>]*><small class="change-note"> \(was “chat”\)/,
      ),
    ]);
  });

  test('code is compared with its spaces', async () => {
    expect(await told('```\na b\n```', '```\na  b\n```')).toEqual([
      '<pre tabindex="0"><code>a<del> </del><ins>  </ins>b</code></pre>',
    ]);
  });

  test('a formula and a diagram come and go as a whole', async () => {
    const [formula] = (await told('Soit $a+b$ ici.', 'Soit $a+c$ ici.')) ?? [];
    expect(formula?.match(/<(ins|del)>/g)).toEqual(['<del>', '<ins>']);
    const diagram = (text: string) => `\`\`\`mermaid\ngraph TD; ${text}\n\`\`\``;
    expect((await told(diagram('A-->B'), diagram('A-->C')))?.map((html) => html.slice(0, 34))).toEqual([
      '<del class="removed block-removed"',
      '<ins class="added block-added"><fi',
    ]);
  });
});

test('what came and went is also said, for who does not see it', async () => {
  const labels = {
    ...quietLabels,
    addedBlock: 'Added:',
    removedWords: '(removed:',
    addedWords: '(added:',
    endOfWords: ')',
  };
  const html = (await difference('Le chat dort.', 'Le chien dort.\n\nFin.', labels))
    ?.map((block) => block.html)
    .join('');
  expect(html?.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')).toContain(
    'Le (removed: chat) (added: chien) dort. Added: Fin.',
  );
});

test('no id comes twice, and those that are there are of the page as it is', async () => {
  const before =
    '# A\n\n## Un\n\n<a id="x">ancre un deux</a> trois\n\nMot[^1] et mot.\n\n[^1]: Note une.\n\n## Deux\n\nFin.\n';
  const after =
    '# A\n\n## Un\n\n<a id="x">ancre **un** deux</a> quatre\n\nMot[^1] et[^2] mot.\n\n[^1]: Autre.\n\n[^2]: Note une.\n\n## Trois\n\nFin.\n';
  const html = (await difference(before, after))?.map((block) => block.html).join('') ?? '';
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const now = [...(await htmlOf(after)).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.toSorted()).toEqual(now.toSorted());
});

test('a page that is too large, or nested too deep, is not compared', () => {
  expect(
    renderedDifference('<p>a</p>'.repeat(300_000), '<p>b</p>'.repeat(300_000), quietLabels),
  ).toBeUndefined();
  expect(renderedDifference('<b>'.repeat(10_000), '', quietLabels)).toBeUndefined();
});

const rough = random(3);

test.each([
  ['words', () => `<p>${Array.from({ length: 100_000 }, () => rough(46_000).toString(36)).join(' ')}</p>`],
  ['paragraphs', () => Array.from({ length: 20_000 }, () => `<p>${rough(1e9)} même texte</p>`).join('\n')],
  [
    'nested',
    () => `${'<div>'.repeat(150)}${'<p>a b c</p>'.repeat(5_000)}<p>${rough(1e9)}</p>${'</div>'.repeat(150)}`,
  ],
])('what is made to take long does not: %s', (_, page) => {
  const start = process.threadCpuUsage();
  renderedDifference(page(), page(), quietLabels);
  const { user, system } = process.threadCpuUsage(start);
  expect((user + system) / 1_000).toBeLessThan(3_000);
});

/** Whether every element that is opened is closed, in the order that nests them. */
function isBalanced(html: string): boolean {
  const open: string[] = [];
  for (const [, end, name] of html.matchAll(/<(\/?)([\w-]+)[^>]*>/g)) {
    if (/^(?:br|hr|img|input|wbr|col)$/.test(name ?? '')) continue;
    if (end === '') open.push(name ?? '');
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

const PIECES = [
  'un **gras deux** mot',
  'le [lien ici](/a) et `code fin`',
  '# Titre long',
  '## Section deux',
  '- un\n- deux\n  - trois\n\n    suite\n- quatre',
  '1. a\n2. b',
  '> cité *là*\n>\n> encore',
  '| a | b |\n| - | - |\n| c d | **e** |\n| f | g |',
  '```js\nconst a = 1;\nlet b;\n```',
  'note[^1] ici\n\n[^1]: la note',
  '$$x^2$$',
  'terme\n: définition',
  '<details><summary>plus</summary>\n\ndedans <ins>inséré</ins> <del>ôté</del>\n\n</details>',
  '---',
  '![image](a.png "titre")',
  '- [ ] à faire\n- [x] fait',
  "l’été &amp; l'hiver &lt;b&gt; 1 000",
];

test('without what went it is the later text, without what came the earlier, whatever was edited', async () => {
  const next = random(7);
  const pick = <T>(list: readonly T[]) => list[next(list.length)] as T;
  for (let round = 0; round < 400; round += 1) {
    const before = Array.from({ length: next(7) }, () => pick(PIECES));
    const after = [...before];
    for (let edits = next(5); edits >= 0; edits -= 1) {
      const at = next(after.length + 1);
      const edit = next(4);
      if (edit === 0) after.splice(at, 0, pick(PIECES));
      else if (edit === 1) after.splice(at, 1);
      else if (at < after.length) {
        const words = (after[at] as string).split(/\b/);
        words.splice(
          next(words.length),
          1,
          ...(edit === 2 ? [] : [pick(['nouveau', 'x', ' ', '**', 'deux'])]),
        );
        after[at] = words.join('');
      }
    }
    const [old, recent] = [await htmlOf(before.join('\n\n')), await htmlOf(after.join('\n\n'))];
    const html =
      renderedDifference(old, recent, quietLabels)
        ?.map((block) => block.html)
        .join('') ?? '';
    expect(textOf(html, 'removed', 'change-note'), before.join('\n\n')).toBe(textOf(recent));
    expect(textOf(html, 'added', 'change-note'), after.join('\n\n')).toBe(textOf(old));
    expect(isBalanced(html), html).toBe(true);
  }
});
