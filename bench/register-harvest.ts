import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { repository } from '../test/support/git.ts';
import { githubFile, githubRelease, githubRepository, githubUser } from '../test/support/github.ts';
import { inFolder, program } from './greffe.ts';
import { run } from './process.ts';
import { duration, median, type Result, times } from './result.ts';

const accounts = 20;
const each = 100;
const repositories = accounts * each;
/** One in a thousand. */
const changed = repositories / 1_000;
const rounds = 3;

const files: Readonly<Record<string, string>> = {
  'README.md': `# Outil\n\n${'Un outil pour tous les agents de la ville, et pour les autres. '.repeat(60)}`,
  LICENSE: `MIT License\n\nCopyright 2024 La Ville\n\n${'Permission is hereby granted, free of charge. '.repeat(25)}`,
  'publiccode.yml': 'publiccodeYmlVersion: "0.4"\nname: Outil\nurl: "https://a.example/outil"\n',
  'package.json': JSON.stringify({
    dependencies: Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`paquet-${at}`, '^1.0.0'])),
  }),
};

/**
 * The whole of a forge on loopback, which answers as GitHub does: the first time, with its files and releases; then again when
 * one repository in a thousand changed.
 */
export async function registerHarvest(): Promise<Result> {
  const samples = { first: [] as number[], again: [] as number[], requests: [] as number[][] };
  for (let round = 0; round < rounds; round++) {
    await using forge = await githubOnLoopback();
    const owners = Array.from({ length: accounts }, (_, at) => `ville-${at}: {}`).join(', ');
    const wiki = await repository({
      'index.md': '# Accueil',
      'greffe.yml': 'register: { accounts: comptes.yml }\n',
      'comptes.yml': `"${forge.host}": { forge: github, owners: { ${owners} } }\n`,
    });
    await inFolder(async (folder) => {
      const env = ['env', `GREFFE_HARVEST_PRIVATE=http://${forge.host}`];
      const command = [...env, program, 'harvest', '--wiki', wiki.path, '--data', join(folder, 'data')];
      const harvest = async () => {
        const { time, output } = await run(null, command);
        return { time, output, requests: forge.asked() };
      };
      const first = await harvest();
      if (!first.output.startsWith(`${repositories} repositories added`)) throw new Error(first.output);
      forge.push(changed);
      const again = await harvest();
      if (!again.output.includes(`, ${changed} changed`)) throw new Error(again.output);
      samples.first.push(first.time);
      samples.again.push(again.time);
      samples.requests.push([first.requests, again.requests]);
    });
  }
  const [first, again] = [median(samples.first), median(samples.again)];
  const [requests = 0, requestsAgain = 0] = samples.requests[0] ?? [];
  const shown = (value: number) => value.toLocaleString('en');
  return {
    rows: [
      {
        work: `a forge of ${shown(repositories)} repositories harvested, with its files and releases (${shown(requests)} requests)`,
        ours: `${duration(first)} (${Math.round((repositories * 1_000) / first)} repositories/s)`,
      },
      {
        work: `the same again when one in a thousand changed (${shown(requestsAgain)} requests)`,
        ours: duration(again),
        ratio: `${times(again / first)} the first time`,
      },
    ],
    samples,
  };
}

export async function githubOnLoopback() {
  const pushed = new Map<number, string>();
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://forge');
    const found = answer(pathname, Number(searchParams.get('page') ?? 1));
    const body = typeof found === 'string' ? found : JSON.stringify(found ?? null);
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    const isSame = request.headers['if-none-match'] === etag;
    response.writeHead(found === undefined ? 404 : isSame ? 304 : 200, {
      'content-type': typeof found === 'string' ? 'application/vnd.github.raw+json' : 'application/json',
      etag,
    });
    response.end(isSame ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  const host = `localhost:${port}`;
  const shown = (login: string, at: number) =>
    githubRepository(login, `outil-${at}`, {
      id: at,
      html_url: `http://${host}/${login}/outil-${at}`,
      pushed_at: pushed.get(at) ?? '2024-01-02T03:04:05Z',
      license: null,
    });

  function answer(path: string, page: number): unknown {
    const [, user] = /^\/api\/v3\/users\/([^/]+)$/.exec(path) ?? [];
    if (user !== undefined) return githubUser(user);
    const [, login = '', number] = /^\/api\/v3\/orgs\/(ville-(\d+))\/repos$/.exec(path) ?? [];
    if (number !== undefined)
      return page > 1
        ? []
        : Array.from({ length: each }, (_, at) => shown(login, Number(number) * each + at));
    const [, what, file] =
      /^\/api\/v3\/repos\/[^/]+\/[^/]+\/(contents|releases)(?:\/(.+))?$/.exec(path) ?? [];
    if (what === 'releases') return [githubRelease('v1')];
    if (what !== 'contents') return undefined;
    return file === undefined
      ? Object.entries(files).map(([name, { length }]) => githubFile(name, 'file', length))
      : files[file];
  }

  return {
    host,
    /** How many requests came since the last time. */
    asked() {
      const since = requests;
      requests = 0;
      return since;
    },
    /** Somebody pushes to so many repositories, here and there. */
    push(count: number) {
      for (let at = 0; at < count; at++)
        pushed.set(Math.floor((at * repositories) / count), '2024-05-06T07:08:09Z');
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
