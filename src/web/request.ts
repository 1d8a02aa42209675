import { percentDecode } from '../wiki/targets.ts';
import type { InterfaceLocale } from './messages/messages.ts';
import { requestId } from './request-log.ts';
import type { Question } from './responder.tsx';

/** A host and port as RFC 3986 writes them; what else a client sends as its Host is not repeated to anyone. */
const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d+)?$/i;

/** What of a request decides its answer. */
export function questionOf(request: Request, id = requestId(request.headers.get('x-request-id'))): Question {
  const url = new URL(request.url);
  const host = request.headers.get('host') ?? '';
  const wantsMarkdown = prefersMarkdown(request.headers.get('accept') ?? undefined);
  const key = cacheKey(host, url.pathname + url.search, wantsMarkdown);
  // A client may write any scheme in its target (RFC 9112, 3.2.2); the server itself speaks one.
  const origin = `http://${HOST.test(host) ? host : 'localhost'}`;
  return {
    origin,
    // No name of Git's holds a NUL, and no question to PostgreSQL may.
    path: percentDecode(url.pathname).replaceAll('\0', '\ufffd'),
    query: withoutNul(url.searchParams),
    wantsMarkdown,
    key,
    id,
    locale: localeOf(request),
  };
}

/** No question to PostgreSQL may hold a NUL. */
function withoutNul(query: URLSearchParams): URLSearchParams {
  if (!/%00|\0/.test(query.toString())) return query;
  const clean = (text: string) => text.replaceAll('\0', '\ufffd');
  return new URLSearchParams(
    [...query].map(([name, value]): [string, string] => [clean(name), clean(value)]),
  );
}

/** Which of the interface's languages the browser names first (RFC 9110, 12.5.4). */
export function localeOf(request: Request): InterfaceLocale {
  return /\b(fr|en)\b/.exec(request.headers.get('accept-language') ?? '')?.[1] === 'fr' ? 'fr' : 'en';
}

/** The name under which the answer to a request is kept. */
export function cacheKey(host: string, target: string, wantsMarkdown: boolean): string {
  return `${wantsMarkdown ? 'md' : 'html'} ${host} ${target}`;
}

/** Whether a client ranks Markdown (RFC 7763) above HTML (RFC 9110, 12.5.1). */
export function prefersMarkdown(accept: string | undefined): boolean {
  if (!accept?.includes('text/markdown')) return false;
  const rank = (type: string) => {
    const part = accept.split(',').find((range) => range.trim().split(';', 1)[0]?.trim() === type);
    return part === undefined ? 0 : Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1);
  };
  return rank('text/markdown') > 0 && rank('text/markdown') >= rank('text/html');
}

/** Whether the copy a client has (RFC 9110, 13.1.2) is this one. */
export function isNotModified(ifNoneMatch: string | undefined, etag: string | undefined): boolean {
  if (ifNoneMatch === undefined || etag === undefined) return false;
  return ifNoneMatch === '*' || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
