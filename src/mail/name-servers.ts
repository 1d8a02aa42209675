import { resolve } from 'node:dns/promises';
import type { DNSResolver } from 'mailauth';

/** Answers are believed so long, whatever they say of themselves: a list gets many messages of the same domains. */
const KEPT_MS = 60_000;
const MAX_KEPT = 1_000;

/** Those that say that there is nothing; others may be otherwise in a moment. */
const NOTHING = new Set(['ENOTFOUND', 'ENODATA']);

/** Asks name servers, each question once a minute. */
export function rememberingResolver(ask: DNSResolver = askNameServers): DNSResolver {
  const kept = new Map<string, { readonly at: number; readonly answer: ReturnType<DNSResolver> }>();
  return (domain, type) => {
    const question = `${type} ${domain.toLowerCase()}`;
    const now = performance.now();
    const known = kept.get(question);
    if (known && now - known.at < KEPT_MS) return known.answer;
    if (kept.size >= MAX_KEPT) kept.clear();
    const answer = ask(domain, type);
    kept.set(question, { at: now, answer });
    answer.catch((error: NodeJS.ErrnoException) => {
      if (!NOTHING.has(error.code ?? '')) kept.delete(question);
    });
    return answer;
  };
}

const askNameServers: DNSResolver = async (domain, type) =>
  (await resolve(domain, type)) as string[] | string[][];
