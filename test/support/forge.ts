import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a false forge answers: JSON, with whatever else. */
export interface ForgeReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | Buffer;
}

export type Answers = (
  path: string,
  query: URLSearchParams,
  request: IncomingMessage,
  /** What was posted. */
  posted: string,
) => ForgeReply | 'silence';

/** A server on loopback that answers as a forge does, with tags; closed when the test ends. */
export async function falseForge(answers: Answers) {
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  let statuses: number[] = [];
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://forge');
    asked.push(request.url ?? '');
    requests.push(request);
    let posted = '';
    for await (const chunk of request) posted += chunk;
    const reply = answers(decodeURIComponent(url.pathname), url.searchParams, request, posted);
    if (reply === 'silence') return;
    const { status = 200, headers = {}, json, body = JSON.stringify(json) ?? '' } = reply;
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    const isSame = status === 200 && request.headers['if-none-match'] === etag;
    statuses.push(isSame ? 304 : status);
    response.writeHead(isSame ? 304 : status, {
      'content-type': 'application/json',
      ...(status === 200 && { etag }),
      ...headers,
    });
    response.end(isSame ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return {
    host: `localhost:${port}`,
    origin: `http://localhost:${port}`,
    asked,
    requests,
    /** The statuses answered since the last time. */
    answered: () => {
      const since = statuses;
      statuses = [];
      return since;
    },
  };
}

/** A part of a list, with the links to the next (RFC 8288); `cap` is what the server takes for too many. */
export function paged(
  origin: string,
  path: string,
  query: URLSearchParams,
  { items, sizeName = 'per_page', cap = 100 }: { items: readonly unknown[]; sizeName?: string; cap?: number },
): ForgeReply {
  const size = Math.min(Number(query.get(sizeName) ?? 20), cap);
  const page = Number(query.get('page') ?? 1);
  const next = new URL(path, origin);
  for (const [name, value] of query) next.searchParams.set(name, value);
  next.searchParams.set('page', String(page + 1));
  const links = [
    ...(page * size < items.length ? [`<${next.href}>; rel="next"`] : []),
    ...(items.length > size ? [`<${origin}${path}?page=1>; rel="first"`] : []),
  ];
  return {
    json: items.slice((page - 1) * size, page * size),
    headers: { ...(links.length > 0 && { link: links.join(', ') }) },
  };
}
