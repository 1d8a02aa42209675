import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { OpenIdSettings } from '../config/openid.ts';
import type { Lists } from '../mail/lists.ts';
import { OpenIdProvider } from '../members/openid/provider.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { acceptedEncoding } from './answer.ts';
import { createApp } from './app.ts';
import { loadAssets } from './assets.ts';
import type { Decider } from './context.ts';
import { FetchHook } from './hook.ts';
import { Metrics } from './metrics.ts';
import { cacheKey, isNotModified } from './request.ts';
import { logWhenAnswered, type RequestLog, requestId, withoutPrivateLinks } from './request-log.ts';
import { Responder } from './responder.tsx';

export interface WebServerOptions {
  readonly wiki: Wiki;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly hookToken: string | undefined;
  /** What must be named to read `/-/metrics`; anyone may when there is none. */
  readonly metricsToken?: string | undefined;
  readonly log: RequestLog;
  /** The archives of the mailing lists, to show them. */
  readonly lists?: Lists | undefined;
  /** Who carries out what is decided of proposals. */
  readonly proposals?: Decider | undefined;
  /** The repository of the register of source code, for it to be cloned. */
  readonly register?: string | undefined;
  /** By whom people sign in besides by mail. */
  readonly openId?: OpenIdSettings | undefined;
}

export interface WebServer {
  readonly port: number;
  close(): Promise<void>;
}

/** How long a client may take to send a request, and then to end one after the server was told to stop. */
const REQUEST_TIMEOUT_MS = 30_000;

/** Serves a wiki over HTTP. Rejects with Node's error when it cannot listen. */
export async function serveWeb({
  wiki,
  host,
  port,
  hookToken,
  metricsToken,
  log: told,
  lists,
  proposals,
  register,
  openId,
}: WebServerOptions): Promise<WebServer> {
  const assets = loadAssets();
  const log = withoutPrivateLinks(told);
  const signsIn = openId !== undefined;
  const responder = new Responder(wiki, assets, log, { lists, proposals, register, signsIn });
  const hook = new FetchHook(wiki, hookToken, (error) => log.failed(error, { path: '/-/hooks/fetch' }));
  const metrics = new Metrics(wiki, responder.cache);
  const app = createApp({
    ...{ wiki, assets, responder, hook, metrics, metricsToken, log },
    provider: openId && new OpenIdProvider(openId),
  });
  const ids = new WeakMap<object, string>();
  const listener = getRequestListener(
    (request, { incoming }) =>
      app.fetch(request, { id: ids.get(incoming), client: incoming.socket.remoteAddress }),
    {
      overrideGlobalObjects: false,
      hostname: 'localhost',
    },
  );
  const name = (request: IncomingMessage, response: ServerResponse): string => {
    const id = requestId(request.headers['x-request-id']?.toString());
    ids.set(request, id);
    response.setHeader('x-request-id', id);
    return id;
  };
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, maxHeaderSize: 16_384 },
    (request, response) => {
      if (log.answered) logWhenAnswered(log.answered, name(request, response), request, response);
      if (sendKept(request, response, wiki, responder, metrics)) return;
      if (!ids.has(request)) name(request, response);
      const start = performance.now();
      response.once('close', () => metrics.answered(response.statusCode, performance.now() - start));
      void listener(request, response);
    },
  );
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => close(server),
  };
}

/** Sends an answer that is kept and known to be right without waking anything else; says whether it did. */
function sendKept(
  request: IncomingMessage,
  response: ServerResponse,
  wiki: Wiki,
  { cache }: Responder,
  metrics: Metrics,
): boolean {
  if (request.method !== 'GET') return false;
  const { host, accept, acceptEncoding, ifNoneMatch, range } = decidingHeaders(request.rawHeaders);
  if (accept?.includes('text/markdown') || range !== undefined) return false;
  const key = cacheKey(host, request.url ?? '/', false);
  const ready = cache.current(key, wiki.generation, acceptedEncoding(acceptEncoding));
  if (!ready || isNotModified(ifNoneMatch, ready.etag)) return false;
  metrics.sentKept(ready.status);
  response.writeHead(ready.status, ready.headers);
  response.end(ready.body);
  return true;
}

interface DecidingHeaders {
  host: string;
  accept?: string;
  acceptEncoding?: string;
  ifNoneMatch?: string;
  range?: string;
}

/** The few headers that decide an answer, from those as they came: Node's object of them all costs a tenth of a request. */
function decidingHeaders(raw: readonly string[]): DecidingHeaders {
  const found: DecidingHeaders = { host: '' };
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] as string;
    const value = raw[at + 1] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') found.host = value;
    else if (name.length === 5 && name.toLowerCase() === 'range') found.range = value;
    else if (name.length === 6 && name.toLowerCase() === 'accept') found.accept = value;
    else if (name.length === 13 && name.toLowerCase() === 'if-none-match') found.ifNoneMatch = value;
    else if (name.length === 15 && name.toLowerCase() === 'accept-encoding') found.acceptEncoding = value;
  }
  return found;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
  });
}
