import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { forgejo, gitlab } from './answers.ts';
import { type Forge, inventedForges } from './invented.ts';

const ANSWERS = { forgejo, gitlab };

/** The invented forges, served on this machine; ended by `await using`. */
export interface ServedForges extends AsyncDisposable {
  /** What `GREFFE_HARVEST_PRIVATE` is to be for their accounts to be harvested. */
  readonly addresses: string;
}

/** Serves the forges of the example, each on a port of its own. */
export async function serveForges(): Promise<ServedForges> {
  const served = await Promise.all(inventedForges().map(serve));
  return {
    addresses: served.map(({ host, port }) => `${host}=http://127.0.0.1:${port}`).join(' '),
    async [Symbol.asyncDispose]() {
      await Promise.all(served.map(({ close }) => close()));
    },
  };
}

async function serve(forge: Forge) {
  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://forge');
    const found = url && ANSWERS[forge.kind](forge, decodeURIComponent(url.pathname), url.searchParams);
    if (!found) return response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
    if ('text' in found) return response.writeHead(200, { 'content-type': 'text/plain' }).end(found.text);
    const { json, link } = found;
    return response
      .writeHead(200, { 'content-type': 'application/json', ...(link !== undefined && { link }) })
      .end(JSON.stringify(json));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: forge.host,
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
