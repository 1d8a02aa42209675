import { Agent, request as requestHttp } from 'node:http';
import { request as requestHttps, Agent as SecureAgent } from 'node:https';
import { isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { HarvestChoices } from '../../config/harvest.ts';
import { isPublicAddress, publicLookup } from '../../wiki/checks/external/public-address.ts';
import { ForgeFault } from './fault.ts';
import { asJson, type ForgeAnswer, isHtml, type RawAnswer, readAnswer } from './forge-answer.ts';
import { pauseOf } from './pause.ts';

/** How it is asked: for JSON as a rule. */
export interface Asked {
  readonly etag?: string | undefined;
  readonly accept?: string | undefined;
  /** JSON that is posted; what is posted only asks. */
  readonly post?: unknown;
  /** A part of the body is taken for it, where it is longer. */
  readonly maxBytes?: number;
}

export interface ForgeClientOptions extends HarvestChoices {
  /** Requests of one run to one host. */
  readonly budget?: number;
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  /** The longest pause that a forge may ask for; a longer one ends its run. */
  readonly maxPauseMs?: number;
  /** The first pause after a fault; each is four times the one before. */
  readonly backOffMs?: number;
  /** Ends what is under way. */
  readonly signal?: AbortSignal;
}

const MAX_REDIRECTS = 5;
const MAX_TRIES = 4;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Asks forges, politely: one request at a time to each host, as many as its budget allows, and not before it says. */
export class ForgeClient {
  readonly #options: Required<Omit<ForgeClientOptions, 'contact' | 'signal'>> &
    Pick<ForgeClientOptions, 'signal'>;
  readonly #privateOrigins: ReadonlySet<string>;
  readonly #userAgent: string;
  readonly #asked = new Map<string, number>();
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #schemes = new Map<string, string>();
  /** Connections that stay: those into a private network are for nobody who is led there. */
  readonly #agents = { public: connections(), private: connections() };

  constructor({ contact, ...options }: ForgeClientOptions) {
    this.#options = {
      budget: 20_000,
      maxBytes: 16 * 1024 * 1024,
      timeoutMs: 60_000,
      maxPauseMs: 15 * 60_000,
      backOffMs: 1_000,
      through: new Map(),
      ...options,
    };
    this.#privateOrigins = new Set(this.#options.privateOrigins.values());
    this.#userAgent = `Greffe-Harvest${contact === undefined ? '' : ` (+${contact})`}`;
  }

  /** The origin of a forge: `https://HOST`, unless the operator said that it is on a private network. */
  originOf(host: string): string {
    return this.#options.privateOrigins.get(host) ?? `https://${host}`;
  }

  /** The origin of a forge as people know it, wherever the operator has it asked. */
  publicOriginOf(host: string): string {
    const asked = this.originOf(host);
    return new URL(asked).host === host ? asked : `https://${host}`;
  }

  /** Asks for JSON; `etag` is that of the answer one has. Throws {@link ForgeFault}. */
  async get(address: string, etag?: string): Promise<ForgeAnswer> {
    return asJson(await this.#inTurn(address, { etag }));
  }

  /** Asks by a question that is JSON, as GraphQL is. Throws {@link ForgeFault}. */
  async post(address: string, question: unknown): Promise<ForgeAnswer> {
    return asJson(await this.#inTurn(address, { post: question }));
  }

  /** Asks for the bytes of a file, so many from its start. Throws {@link ForgeFault}. */
  async bytes(
    address: string,
    { maxBytes, accept = '*/*' }: { readonly maxBytes: number; readonly accept?: string | undefined },
  ): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> {
    const { body, isCut, headers } = await this.#inTurn(address, { maxBytes, accept });
    if (isHtml(headers)) throw new ForgeFault('sign-in-page', address);
    return { bytes: body ?? new Uint8Array(), isCut };
  }

  /** Does what is a request of its own, as git makes them, when it is its turn; counts it. Throws {@link ForgeFault}. */
  async asRequest<T>(address: string, work: () => Promise<T>): Promise<T> {
    return await this.#turn(address, async () => {
      this.#count(new URL(address));
      return await work();
    });
  }

  /** Whether the operator said that the private network at this address may be asked. */
  mayBePrivate(url: URL): boolean {
    return this.#privateOrigins.has(url.origin);
  }

  /** Gives tokens of a host under another scheme than `Bearer` (RFC 6750). */
  useScheme(host: string, scheme: string): void {
    this.#schemes.set(host, scheme);
  }

  /** Where else to ask of a host, as the operator said; undefined as a rule. */
  throughOf(host: string): string | undefined {
    return this.#options.through.get(host);
  }

  async #inTurn(address: string, asked: Asked): Promise<RawAnswer> {
    return await this.#turn(address, () => this.#patiently(address, asked));
  }

  async #turn<T>(address: string, work: () => Promise<T>): Promise<T> {
    const { host } = new URL(address);
    const before = this.#turns.get(host) ?? Promise.resolve();
    const turn = before.catch(() => {}).then(work);
    this.#turns.set(host, turn);
    return await turn;
  }

  #count(url: URL): void {
    this.#options.signal?.throwIfAborted();
    const asked = (this.#asked.get(url.host) ?? 0) + 1;
    if (asked > this.#options.budget) throw new ForgeFault('budget', url.href);
    this.#asked.set(url.host, asked);
  }

  async #patiently(address: string, asked: Asked): Promise<RawAnswer> {
    for (let tries = 1; ; tries++) {
      const found = await this.#follow(address, asked).catch((error: unknown) => {
        if (error instanceof ForgeFault && error.reason === 'no-answer') return error;
        throw error;
      });
      const pause = found instanceof ForgeFault ? 0 : pauseOf(found.status, found.headers, Date.now() / 1000);
      if (pause === undefined) return this.#settled(found as RawAnswer, address);
      const ms = Math.max(pause * 1_000, this.#options.backOffMs * 4 ** (tries - 1));
      if (tries === MAX_TRIES || ms > this.#options.maxPauseMs) {
        if (found instanceof ForgeFault) throw found;
        throw new ForgeFault(found.status >= 500 ? 'forge-fault' : 'too-many-requests', address);
      }
      await wait(ms, undefined, { signal: this.#options.signal });
    }
  }

  #settled(found: RawAnswer, address: string): RawAnswer {
    const { status } = found;
    if (status === 404) throw new ForgeFault('not-found', address);
    if (status === 410) throw new ForgeFault('gone', address);
    if (status !== 304 && (status < 200 || status > 299)) throw new ForgeFault('refused', address, status);
    return found;
  }

  async #follow(address: string, asked: Asked): Promise<RawAnswer> {
    let url = new URL(address);
    const { host, origin } = url;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      // Neither the token is for anybody else, nor the way into a private network.
      const isOwn = url.origin === origin;
      const token = isOwn ? this.#options.tokens.get(tokenHost(host)) : undefined;
      const answer = await this.#ask(url, { ...asked, isOwn, token });
      const { status, headers } = answer;
      if (!REDIRECTS.has(status) || headers.location === undefined) return answer;
      const next = URL.parse(headers.location, url.href);
      if (!next || !/^https?:$/.test(next.protocol)) throw new ForgeFault('refused', address);
      url = next;
    }
    throw new ForgeFault('too-many-redirects', address);
  }

  async #ask(url: URL, { isOwn, token, etag, post, accept, maxBytes: wanted }: Asking): Promise<RawAnswer> {
    const { timeoutMs, maxBytes } = this.#options;
    this.#count(url);
    const isPrivate = isOwn && this.mayBePrivate(url);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!isPrivate && isIP(host) !== 0 && !isPublicAddress(host))
      throw new ForgeFault('private-network', url.href);
    const headers = {
      'user-agent': this.#userAgent,
      accept: accept ?? 'application/json',
      'accept-encoding': 'identity',
      ...(token !== undefined && { authorization: `${this.#schemes.get(url.host) ?? 'Bearer'} ${token}` }),
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(post !== undefined && { 'content-type': 'application/json' }),
    };
    return await new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp;
      const sent = send(
        url,
        {
          agent: this.#agents[isPrivate ? 'private' : 'public'][url.protocol === 'https:' ? 'https' : 'http'],
          ...(this.#options.signal && { signal: this.#options.signal }),
          method: post === undefined ? 'GET' : 'POST',
          headers,
          ...(isPrivate ? {} : { lookup: publicLookup }),
        },
        (answer) => {
          readAnswer(answer, url.href, { maxBytes: wanted ?? maxBytes, cuts: wanted !== undefined })
            .then(resolve, reject)
            .finally(() => {
              clearTimeout(timer);
              // What was read to its end leaves its connection to the next request.
              if (!answer.complete) sent.destroy();
            });
        },
      );
      const timer = setTimeout(() => sent.destroy(new Error('no answer in time')), timeoutMs);
      sent.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        reject(new ForgeFault(error.code === 'EPRIVATE' ? 'private-network' : 'no-answer', url.href));
      });
      sent.end(post === undefined ? undefined : JSON.stringify(post));
    });
  }
}

function connections() {
  const options = { keepAlive: true, maxSockets: 2, maxTotalSockets: 100 };
  return { http: new Agent(options), https: new SecureAgent(options) };
}

/** How one address is asked. */
interface Asking extends Asked {
  /** Whether it is where the question was put, and not where that leads. */
  readonly isOwn: boolean;
  readonly token: string | undefined;
}

/** The APIs of GitHub and Bitbucket have hosts of their own. */
function tokenHost(host: string): string {
  return host === 'api.github.com' ? 'github.com' : host === 'api.bitbucket.org' ? 'bitbucket.org' : host;
}
