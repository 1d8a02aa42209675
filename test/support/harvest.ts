import { ForgeClient } from '../../src/register/harvest/forge-client.ts';
import { type HarvestOptions, harvest } from '../../src/register/harvest/harvest.ts';
import type { Engine } from './engines.ts';
import { type Answers, type ForgeReply, falseForge, paged } from './forge.ts';
import { registerOf } from './register.ts';

export const DAY = 86_400;
export const NOW = 1_700_000_000;

/** A repository on a false forge. */
export interface Thing {
  readonly id: number;
  readonly path: string;
  readonly more?: Readonly<Record<string, unknown>>;
  /** Contents by path. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly releases?: readonly unknown[];
}

export type Kind = 'github' | 'gitlab' | 'gitea';

/** How each kind of forge shows an account `ville` and its repositories; what is at no address is 404. */
const SHOWS: Readonly<
  Record<Kind, (origin: string, repositories: () => readonly Thing[] | 'no-account') => Answers>
> = {
  github: (origin, repositories) => (path, query) => {
    const all = repositories();
    const shown = ({ id, path, more }: Thing) => ({
      id,
      name: path.split('/').at(-1),
      html_url: `${origin}/${path}`,
      owner: { login: path.split('/')[0] },
      fork: false,
      license: { name: 'MIT License', spdx_id: 'MIT' },
      updated_at: '2024-01-02T03:04:05Z',
      ...more,
    });
    if (all === 'no-account') return { status: 404 };
    if (path === '/api/v3/users/ville')
      return { json: { id: 1, login: 'Ville', type: 'Organization', html_url: `${origin}/Ville` } };
    if (path === '/api/v3/orgs/Ville/repos') return paged(origin, path, query, { items: all.map(shown) });
    const one = all.find((thing) => path === `/api/v3/repos/${thing.path}`);
    return one ? { json: shown(one) } : (contentsOf(all, path, '/api/v3/repos/') ?? { status: 404 });
  },
  gitlab: (origin, repositories) => (path, query) => {
    const all = repositories();
    const shown = ({ id, path, more }: Thing) => ({
      id,
      name: path,
      path,
      web_url: `${origin}/${path}`,
      namespace: { full_path: path.split('/')[0] },
      archived: false,
      ...more,
    });
    if (all === 'no-account') return path.endsWith('/users') ? { json: [] } : { status: 404 };
    if (path === '/api/v4/groups/ville')
      return { json: { id: 9, full_path: 'Ville', name: 'La Ville', web_url: `${origin}/groups/Ville` } };
    if (path === '/api/v4/groups/9/projects') return paged(origin, path, query, { items: all.map(shown) });
    const one = all.find((thing) => path === `/api/v4/projects/${thing.path}`);
    return one ? { json: shown(one) } : (projectOf(all, path, query) ?? { status: 404 });
  },
  gitea: (origin, repositories) => (path, query) => {
    const all = repositories();
    const shown = ({ id, path, more }: Thing) => ({
      id,
      name: path.split('/').at(-1),
      html_url: `${origin}/${path}`,
      owner: { login: path.split('/')[0] },
      fork: false,
      template: false,
      ...more,
    });
    if (all === 'no-account') return { status: 404 };
    if (path === '/api/v1/users/ville') return { json: { id: 3, login: 'Ville', full_name: 'La Ville' } };
    if (path === '/api/v1/users/ville/repos')
      return paged(origin, path, query, { items: all.map(shown), sizeName: 'limit', cap: 50 });
    const one = all.find((thing) => path === `/api/v1/repos/${thing.path}`);
    return one ? { json: shown(one) } : (contentsOf(all, path, '/api/v1/repos/') ?? { status: 404 });
  },
};

export const things = (count: number): Thing[] =>
  Array.from({ length: count }, (_, at) => ({ id: at + 1, path: `Ville/outil-${at + 1}` }));

/** A register of one account on a false forge, which shows what it is told to. */
export async function harvested(kind: Kind = 'github', engine?: Engine) {
  let shown: readonly Thing[] | 'no-account' = [];
  let answers: Answers = () => ({ status: 404 });
  const forge = await falseForge((...asked) => answers(...asked));
  const usual = SHOWS[kind](forge.origin, () => shown);
  answers = usual;
  const opened = await registerOf(
    {
      'index.md': '# Accueil',
      'greffe.yml': 'register: { accounts: comptes.yml }\n',
      'comptes.yml': `"${forge.host}": { forge: ${kind}, owners: { ville: { pso_id: org } } }\n`,
    },
    engine,
  );
  return {
    ...opened,
    forge,
    show(next: typeof shown) {
      shown = next;
    },
    answer(next: Answers) {
      answers = (...asked) => {
        const reply = next(...asked);
        return reply !== 'silence' && reply.status === 999 ? usual(...asked) : reply;
      };
    },
    async run(now = NOW, { budget, ...more }: Partial<HarvestOptions> & { budget?: number } = {}) {
      return await harvest({
        database: opened.wiki.database,
        register: opened.register,
        context: await opened.context(),
        client: new ForgeClient({
          tokens: new Map(),
          privateOrigins: new Map([[forge.host, forge.origin]]),
          contact: undefined,
          backOffMs: 1,
          maxPauseMs: 100,
          ...(budget !== undefined && { budget }),
        }),
        now,
        ...more,
      });
    },
    async repositories() {
      const rows = await opened.reader
        .selectFrom('code_repository')
        .select(['name', 'state', 'record'])
        .orderBy('name')
        .execute();
      return rows.map(({ name, state, record }) => ({ name, state, record: JSON.parse(record) }));
    },
  };
}

/** What is in a folder of files named by their paths. */
function listed(files: NonNullable<Thing['files']>, folder: string) {
  const inside = Object.entries(files).flatMap(([path, content]) =>
    folder === '' || path.startsWith(`${folder}/`)
      ? [{ rest: path.slice(folder === '' ? 0 : folder.length + 1), size: content.length }]
      : [],
  );
  const names = new Map(
    inside.map(({ rest, size }) => {
      const [name = '', ...more] = rest.split('/');
      return [name, more.length > 0 ? { name, type: 'dir', size: 0 } : { name, type: 'file', size }];
    }),
  );
  return [...names.values()];
}

/** Files and releases as GitHub and Gitea tell them. */
function contentsOf(all: readonly Thing[], path: string, root: string): ForgeReply | undefined {
  const thing = all.find((one) => path.startsWith(`${root}${one.path}/`));
  if (!thing) return undefined;
  const [, what, rest = ''] =
    /^(contents|raw|releases)\/?(.*)$/.exec(path.slice(root.length + thing.path.length + 1)) ?? [];
  const { files = {}, releases = [] } = thing;
  if (what === 'releases') return { json: releases };
  if (files[rest] !== undefined) return { body: files[rest], headers: { 'content-type': 'text/plain' } };
  const entries = what === 'contents' ? listed(files, rest) : [];
  return entries.length > 0 ? { json: entries } : { status: 404 };
}

/** The same as GitLab tells them. */
function projectOf(all: readonly Thing[], path: string, query: URLSearchParams): ForgeReply | undefined {
  const root = '/api/v4/projects/';
  const thing = all.find((one) => path.startsWith(`${root}${one.path}/`));
  if (!thing) return undefined;
  const { files = {}, releases = [] } = thing;
  const rest = path.slice(root.length + thing.path.length + 1);
  if (rest === 'releases') return { json: releases };
  const file = files[/^repository\/files\/(.*)\/raw$/.exec(rest)?.[1] ?? ''];
  if (file !== undefined) return { body: file, headers: { 'content-type': 'text/plain' } };
  if (rest !== 'repository/tree') return undefined;
  const entries = listed(files, query.get('path') ?? '');
  return { json: entries.map(({ name, type }) => ({ name, type: type === 'dir' ? 'tree' : 'blob' })) };
}
