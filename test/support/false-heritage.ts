import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { HeritageClient } from '../../src/register/archive/heritage-client.ts';

type Handler = (response: ServerResponse, request: IncomingMessage) => void;

/** A server that answers as the API of Software Heritage says (archive.softwareheritage.org/api/1/), on the loopback. */
export interface FalseHeritage {
  readonly client: HeritageClient;
  readonly origin: string;
  /** What it was asked: `GET https://…`, `POST https://…`. */
  readonly asked: string[];
  /** The snapshots it has, by the address of their origin. */
  readonly snapshots: Map<string, string>;
  /** Headers of each answer. */
  headers: Record<string, string>;
  /** What it answers instead, once each. */
  readonly instead: Handler[];
}

/** Closed when the test ends. */
export async function falseHeritage(): Promise<FalseHeritage> {
  const state = {
    asked: [] as string[],
    snapshots: new Map<string, string>(),
    headers: {} as Record<string, string>,
    instead: [] as Handler[],
  };
  const server = createServer((request, response) => {
    const [, visited, saved] =
      /^\/api\/1\/origin\/(?:(https?:\/\/.+)\/visit\/latest\/\?require_snapshot=true|save\/git\/url\/(https?:\/\/.+)\/)$/.exec(
        request.url ?? '',
      ) ?? [];
    const url = visited ?? saved ?? request.url ?? '';
    state.asked.push(`${request.method} ${url}`);
    for (const [name, value] of Object.entries(state.headers)) response.setHeader(name, value);
    const instead = state.instead.shift();
    if (instead) return instead(response, request);
    if (request.method === 'POST') return void json(response, 200, saveRequest(url));
    const snapshot = state.snapshots.get(url);
    if (snapshot === undefined)
      return void json(response, 404, {
        exception: 'NotFoundExc',
        reason: `No visit for origin ${url} found`,
      });
    json(response, 200, latestVisit(url, snapshot));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => void server.close());
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const client = new HeritageClient({
    origin,
    token: undefined,
    contact: undefined,
    mayBePrivate: true,
    timeoutMs: 2_000,
  });
  return Object.assign(state, { client, origin });
}

export function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** A page in the place of an answer. */
export const html =
  (status: number): Handler =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Wait</title>');

function latestVisit(origin: string, snapshot: string) {
  return {
    origin,
    visit: 3,
    date: '2024-05-06T07:08:09.000000+00:00',
    status: 'full',
    type: 'git',
    snapshot,
    metadata: {},
    snapshot_url: `https://archive.example/api/1/snapshot/${snapshot}/`,
    origin_url: `https://archive.example/api/1/origin/${origin}/get/`,
  };
}

function saveRequest(origin: string) {
  return {
    id: 1,
    origin_url: origin,
    visit_type: 'git',
    save_request_date: '2024-05-06T07:08:09.000000+00:00',
    save_request_status: 'accepted',
    save_task_status: 'pending',
    visit_date: null,
    visit_status: null,
    note: null,
    snapshot_swhid: null,
    snapshot_url: null,
  };
}
