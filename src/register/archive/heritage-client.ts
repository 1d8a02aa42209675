import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { ArchiveChoices } from '../../config/archive.ts';
import { publicLookup } from '../../wiki/checks/external/public-address.ts';
import { type HeritageAnswer, pausedUntil } from './heritage-answer.ts';

export interface HeritageOptions extends ArchiveChoices {
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;
/** Its answers have a few hundred bytes. */
const MAX_BYTES = 1024 * 1024;

/** Asks Software Heritage, one question a call, without trying again: its quota is small. */
export class HeritageClient {
  readonly origin: string;
  readonly #options: HeritageOptions;

  constructor(options: HeritageOptions) {
    this.origin = options.origin;
    this.#options = options;
  }

  /** The last visit of an origin of which a snapshot was taken: `GET /api/1/origin/…/visit/latest/`. */
  visit(url: string): Promise<HeritageAnswer | undefined> {
    return this.#ask('GET', `/api/1/origin/${inPath(url)}/visit/latest/?require_snapshot=true`);
  }

  /** Asks for an origin to be archived: `POST /api/1/origin/save/git/url/…/`. */
  save(url: string): Promise<HeritageAnswer | undefined> {
    return this.#ask('POST', `/api/1/origin/save/git/url/${inPath(url)}/`);
  }

  /** The page of an origin, for people. */
  pageOf(url: string): string {
    return `${this.origin}/browse/origin/directory/?origin_url=${encodeURIComponent(url)}`;
  }

  /** Undefined where there was no whole answer in time. A redirect is an answer that says nothing. */
  #ask(method: 'GET' | 'POST', path: string): Promise<HeritageAnswer | undefined> {
    const { token, contact, mayBePrivate, timeoutMs = TIMEOUT_MS } = this.#options;
    const url = new URL(this.origin + path);
    const headers = {
      'user-agent': `Greffe-Harvest${contact === undefined ? '' : ` (+${contact})`}`,
      accept: 'application/json',
      'accept-encoding': 'identity',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(method === 'POST' && { 'content-length': '0' }),
    };
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const options = { method, agent: false, headers, ...(mayBePrivate ? {} : { lookup: publicLookup }) };
    return new Promise((resolve) => {
      const sent = send(url, options, (answer) => {
        read(answer)
          .catch(() => undefined)
          .then(resolve)
          .finally(() => {
            clearTimeout(timer);
            sent.destroy();
          });
      });
      const timer = setTimeout(() => sent.destroy(new Error('no answer in time')), timeoutMs);
      sent.on('error', () => {
        clearTimeout(timer);
        resolve(undefined);
      });
      sent.end();
    });
  }
}

async function read(answer: IncomingMessage): Promise<HeritageAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error('too large');
    chunks.push(chunk);
  }
  const { statusCode: status = 0, headers } = answer;
  return {
    status,
    value: parsed(Buffer.concat(chunks).toString()),
    pausedUntil: pausedUntil(status, headers, Math.floor(Date.now() / 1_000)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An address inside a path, as the API takes it: its slashes stay. */
function inPath(url: string): string {
  return encodeURI(url).replace(/[?#]/g, encodeURIComponent);
}
