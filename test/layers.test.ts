import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { circle, type Import, imports, sources } from './support/imports.ts';

/** From the top to the bottom: a folder may import the folders after it, never one before. */
const layers = [
  'main',
  'cli',
  'web',
  'members',
  'contributions',
  'proposals',
  'register',
  'mail',
  'wiki',
  'markdown',
  'store',
  'git',
  'config',
];

/** Neighbours that know nothing of one another, though the list puts one above the other. */
const strangers = [
  ['proposals', 'register'],
  ['register', 'mail'],
];

/** Packages that only one layer may use. */
const reserved: Readonly<Record<string, string>> = {
  'node:child_process': 'git',
  'node:sqlite': 'store',
  pg: 'store',
  kysely: 'store',
  hono: 'web',
  '@hono/node-server': 'web',
};

const client = 'web/client/';

function layerOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.tsx?$/, '');
}

function complaint({ from, to, isFile }: Import): string | undefined {
  if (from.startsWith(client)) {
    if (!isFile && from.startsWith(`${client}editor/`) && /^@(?:codemirror|lezer)\//.test(to))
      return undefined;
    if (!isFile || !to.startsWith(client)) return `${from} imports ${to}: what runs in browsers stands alone`;
    return undefined;
  }
  const layer = layerOf(from);
  if (!isFile) {
    const owner = reserved[builtinModules.includes(to) ? `node:${to}` : to];
    return owner && owner !== layer ? `${from} imports ${to}: only ${owner}/ may` : undefined;
  }
  const other = layerOf(to);
  if (to.startsWith(client)) return `${from} imports ${to}: it runs in browsers`;
  if (layers.indexOf(other) < layers.indexOf(layer))
    return `${from} imports ${to}: ${other} is above ${layer}`;
  if (strangers.some(([one, two]) => one === layer && two === other)) {
    return `${from} imports ${to}: ${layer} and ${other} do not know one another`;
  }
  return undefined;
}

function complaints(files: ReadonlyMap<string, string>): readonly string[] {
  const all = imports(files);
  const round = circle(all);
  return [
    ...[...files.keys()]
      .filter((file) => !layers.includes(layerOf(file)))
      .map((file) => `${file}: ${layerOf(file)} is not one of the layers`),
    ...[...files.keys()]
      .filter((file) => file.endsWith('.tsx') && layerOf(file) !== 'web')
      .map((file) => `${file}: only web/ may hold JSX`),
    ...all.flatMap((one) => complaint(one) ?? []),
    ...(round ? [`files import one another in a circle: ${round.join(' -> ')}`] : []),
  ];
}

test('every file of src imports only what its layer may', () => {
  expect(complaints(sources(resolve(import.meta.dirname, '../src')))).toEqual([]);
});

test.each([
  [
    'wiki/page.ts',
    "import { x } from '../web/app.ts';",
    'wiki/page.ts imports web/app.ts: web is above wiki',
  ],
  [
    'git/run.ts',
    "import type { Page } from '../wiki/page.ts';",
    'git/run.ts imports wiki/page.ts: wiki is above git',
  ],
  [
    'cli/serve.ts',
    "import { spawn } from 'child_process';",
    'cli/serve.ts imports child_process: only git/ may',
  ],
  ['wiki/links.ts', "import {\n  sql,\n} from 'kysely';", 'wiki/links.ts imports kysely: only store/ may'],
  ['cli/serve.ts', "await import('hono/jsx');", 'cli/serve.ts imports hono: only web/ may'],
  [
    'mail/list.ts',
    "export * from '../register/record.ts';",
    'mail/list.ts imports register/record.ts: register is above mail',
  ],
  [
    'register/record.ts',
    "import '../mail/list.ts';",
    'register/record.ts imports mail/list.ts: register and mail do not know one another',
  ],
  [
    'web/client/site.ts',
    "import { x } from '../app.ts';",
    'web/client/site.ts imports web/app.ts: what runs in browsers stands alone',
  ],
  ['wiki/view.tsx', '', 'wiki/view.tsx: only web/ may hold JSX'],
  ['helpers/text.ts', '', 'helpers/text.ts: helpers is not one of the layers'],
])('a wrong import is named: %s', (file, source, message) => {
  expect(complaints(new Map([[file, source]]))).toEqual([message]);
});

test('proposals may import mail, and any layer those below it', () => {
  const files = new Map([
    ['proposals/a.ts', "import { b } from '../mail/b.ts';"],
    ['web/c.tsx', "import { Hono } from 'hono';\nimport { d } from '../git/d.ts';"],
  ]);
  expect(complaints(files)).toEqual([]);
});

test('a circle of files is shown', () => {
  const files = new Map([
    ['wiki/a.ts', "import { b } from './b.ts';"],
    ['wiki/b.ts', "import type { c } from './c.ts';"],
    ['wiki/c.ts', "export { a } from './a.ts';"],
  ]);
  expect(complaints(files)).toEqual([
    'files import one another in a circle: wiki/a.ts -> wiki/b.ts -> wiki/c.ts -> wiki/a.ts',
  ]);
});
