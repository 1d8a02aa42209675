import { expect, test } from 'vitest';
import { parseMarkdown } from './document.ts';
import { htmlOf } from './rendering.fixture.ts';

const source =
  'Avant.\n\n```{table} listes/logiciels.csv\n:columns: Logiciel, Licence\n:sort: -Logiciel\n```\n';

test('a block whose information is a name in braces is a directive, with its argument and options', () => {
  expect(parseMarkdown(source).directives).toEqual([
    {
      name: 'table',
      argument: 'listes/logiciels.csv',
      options: { columns: 'Logiciel, Licence', sort: '-Logiciel' },
      line: 3,
    },
  ]);
});

test('a directive is shown as what answers it', async () => {
  const html = await htmlOf(source, { directive: ({ argument }) => `<p>${argument}</p>\n` });
  expect(html).toBe('<p>Avant.</p>\n<p>listes/logiciels.csv</p>');
});

test('a directive that nobody answers is a block of code', async () => {
  expect(await htmlOf(source)).toContain(':columns: Logiciel, Licence');
});
