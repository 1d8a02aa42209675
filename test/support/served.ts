import { type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { HomePush } from '../../src/config/home-push.ts';
import type { OpenIdSettings } from '../../src/config/openid.ts';
import type { Settings } from '../../src/config/settings.ts';
import { findSource, refreshSource } from '../../src/git/open.ts';
import { Lists } from '../../src/mail/lists.ts';
import { mailPlace } from '../../src/mail/mail-place.ts';
import { decidersAmong } from '../../src/members/deciders.ts';
import { ProposalWorker } from '../../src/proposals/worker.ts';
import { registerRepository } from '../../src/register/register.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { RequestLog } from '../../src/web/request-log.ts';
import { serveWeb } from '../../src/web/server.ts';
import { Wiki } from '../../src/wiki/wiki.ts';
import { type Place, placeOn, usualEngine } from './engines.ts';
import { type Files, Repository, repository } from './git.ts';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body as text. */
  readonly text: string;
}

export interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A wiki and the web server in front of it, in this process; closed by `await using`. */
export interface Served extends AsyncDisposable {
  /** `http://localhost:PORT`. */
  readonly origin: string;
  readonly port: number;
  readonly wiki: Wiki;
  /** What the server told its operator. */
  readonly reports: readonly unknown[];
  /** Sends one request, its path as it is written, and follows nothing. */
  ask(path: string, options?: AskOptions): Promise<Reply>;
  /** A `GET` with these headers. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  readonly proposals?: ProposalWorker;
  /** Sends bytes as they are, and gives all that the server answers before it closes. */
  send(bytes: string): Promise<string>;
}

export interface ServedOptions {
  readonly place?: Place;
  readonly overrides?: Partial<Settings>;
  readonly hookToken?: string;
  readonly metricsToken?: string;
  /** Told of each request that was answered. */
  readonly answered?: RequestLog['answered'];
  /** Whether the index is made first (it is, unless told not to). */
  readonly indexed?: boolean;
  /** Whether proposals are made of the patches that come (they are not, unless told). */
  readonly proposals?: boolean;
  /** Where it listens; any port that is free by default. */
  readonly port?: number;
  /** By whom people sign in besides by mail. */
  readonly openId?: OpenIdSettings;
  /** How the home of a wiki that is followed is pushed to. */
  readonly homePush?: HomePush;
}

/**
 * Serves a repository: these files as its only commit, one made before, or the one at a path or URL.
 *
 * @example
 * await using site = await served({ 'index.md': '# Accueil' });
 * expect((await site.get('/')).status).toBe(200);
 */
export async function served(
  files: Files | Repository | string,
  {
    place,
    overrides = {},
    hookToken,
    metricsToken,
    answered,
    indexed = true,
    ...options
  }: ServedOptions = {},
): Promise<Served> {
  const { dataFolder, databaseUrl } = place ?? (await placeOn(usualEngine()));
  const source = await findSource(await locationOf(files), dataFolder, options.homePush);
  if (source.kind !== 'repository') await refreshSource(source);
  const database = await openDatabase(databaseUrl ?? join(dataFolder, 'index.db'));
  const wiki = new Wiki(source, database, overrides);
  if (indexed) await wiki.update();
  const reports: unknown[] = [];
  const log: RequestLog = { failed: (error) => reports.push(error), ...(answered && { answered }) };
  const lists = new Lists(join(dataFolder, 'lists'));
  const proposals = options.proposals ? await workerOf(wiki, dataFolder, lists) : undefined;
  const server = await serveWeb({
    wiki,
    host: 'localhost',
    port: options.port ?? 0,
    hookToken,
    metricsToken,
    log,
    lists,
    proposals,
    register: registerRepository(dataFolder),
    openId: options.openId,
  });
  const ask = (path: string, options?: AskOptions) => askOnce(server.port, path, options);
  return {
    origin: `http://localhost:${server.port}`,
    port: server.port,
    wiki,
    reports,
    ...(proposals && { proposals }),
    ask,
    get: (path, headers = {}) => ask(path, { headers }),
    send: (bytes) => sendRaw(server.port, bytes),
    async [Symbol.asyncDispose]() {
      await server.close();
      await proposals?.close();
      lists.close();
      await wiki.close();
    },
  };
}

async function locationOf(files: Files | Repository | string): Promise<string> {
  if (typeof files === 'string') return files;
  return files instanceof Repository ? files.path : (await repository(files)).path;
}

/** One request on a connection of its own. */
export function askOnce(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: AskOptions = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: bytes,
          text: bytes.toString(),
        });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket: Socket = connect(port, 'localhost', () => socket.write(bytes, 'latin1'));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

async function workerOf(wiki: Wiki, dataFolder: string, lists: Lists): Promise<ProposalWorker> {
  const worker = new ProposalWorker({
    database: wiki.database,
    source: wiki.source,
    dataFolder,
    place: () => mailPlace(wiki.database),
    read: (list, oid) => lists.read(list, oid),
    isOurs: () => true,
    deciders: decidersAmong,
    queued: () => {},
    check: (place, change) => wiki.checkChange(place, change),
    failed: (error) => {
      throw error;
    },
  });
  wiki.objects.seeToo(await worker.workshop());
  return worker;
}
