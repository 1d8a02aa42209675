import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that was answered. */
export interface AnsweredRequest {
  readonly id: string;
  readonly method: string;
  /** The path and the query, as they were asked for. */
  readonly target: string;
  readonly status: number;
  /** From the request's arrival until the last byte of its answer was handed over. */
  readonly milliseconds: number;
}

/** The request that a failure happened in. */
export interface FailedRequest {
  readonly id?: string;
  readonly path: string;
}

/** What the server tells its operator. */
export interface RequestLog {
  /** Told of each request once it is answered; a log that has no use for them leaves it out. */
  readonly answered?: (request: AnsweredRequest) => void;
  readonly failed: (error: unknown, request?: FailedRequest) => void;
}

const SAFE_ID = /^[\w.:-]{1,64}$/;

/** What tells a request from all others: what a proxy in front called it (`X-Request-Id`), else a name of our own. */
export function requestId(named: string | null | undefined): string {
  return named && SAFE_ID.test(named) ? named : randomUUID().slice(0, 13);
}

/** Tells the log of a request when its answer has been sent, or given up. */
export function logWhenAnswered(
  answered: (request: AnsweredRequest) => void,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const start = performance.now();
  response.once('close', () => {
    answered({
      id,
      method: request.method ?? '',
      target: request.url ?? '',
      status: response.statusCode,
      milliseconds: Math.round((performance.now() - start) * 1_000) / 1_000,
    });
  });
}

/** What a token is (`mail/tokens.ts`); a Message-ID of ours, which begins with one too, is public. */
const TOKEN = /[a-z2-7]{26}(?![a-z0-9]|@|%40)/gi;

/** What an OpenID provider sends back: a code, and what proves the attempt. */
const CALLBACK = /^(\/-\/sign-in\/openid\/callback)\?.*$/s;

/** The address of a request, without what lets whoever reads it sign in, decide or change something in the name of another. */
export function withoutTokens(target: string): string {
  return target.replace(CALLBACK, '$1?…').replace(TOKEN, '…');
}

/** A log that is told no private link: whoever reads it may not use those of others. */
export function withoutPrivateLinks({ answered, failed }: RequestLog): RequestLog {
  return {
    ...(answered && {
      answered: (request) => answered({ ...request, target: withoutTokens(request.target) }),
    }),
    failed: (error, request) => failed(error, request && { ...request, path: withoutTokens(request.path) }),
  };
}
