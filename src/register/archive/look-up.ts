import { z } from 'zod';
import type { RepositoryRecord } from '../record.ts';
import type { HeritageAnswer } from './heritage-answer.ts';
import type { HeritageClient } from './heritage-client.ts';

/** What Software Heritage has of a repository; `fault` is “it did not say”. */
export type LookedUp =
  | { readonly kind: 'archived'; readonly url: string; readonly swhid: string }
  | { readonly kind: 'absent'; readonly url: string }
  | { readonly kind: 'paused' }
  | { readonly kind: 'fault' };

/** What became of asking for a repository to be saved. */
export type SaveStatus = 'accepted' | 'pending' | 'rejected';

/** An outcome, and until when nothing more may be asked. */
export interface Told<T> {
  readonly outcome: T;
  readonly pausedUntil: number | undefined;
  /** How many requests that took. */
  readonly requests: number;
}

const visit = z.object({ snapshot: z.string().regex(/^[0-9a-f]{40}$/) });
const notFound = z.object({ exception: z.string() });
const saveRequest = z.object({ save_request_status: z.enum(['accepted', 'pending', 'rejected']) });

/** Asks whether a repository is archived: under its address, then as forges give it for cloning. */
export async function lookUp(
  client: HeritageClient,
  { repository_url }: Pick<RepositoryRecord, 'repository_url'>,
): Promise<Told<LookedUp>> {
  const names = originsOf(repository_url);
  for (const [at, url] of names.entries()) {
    const answer = await client.visit(url);
    const outcome = visited(answer, url);
    const isLast = at === names.length - 1 || answer?.pausedUntil !== undefined;
    // What a pause cuts short is not known to be absent.
    const isCut = outcome.kind === 'absent' && at < names.length - 1 && isLast;
    if (outcome.kind !== 'absent' || isLast)
      return {
        outcome: isCut ? { kind: 'paused' } : outcome,
        pausedUntil: answer?.pausedUntil,
        requests: at + 1,
      };
  }
  return { outcome: { kind: 'fault' }, pausedUntil: undefined, requests: names.length };
}

/** Asks for a repository to be saved; undefined where it was not said what becomes of that. */
export async function askToSave(client: HeritageClient, url: string): Promise<Told<SaveStatus | undefined>> {
  const answer = await client.save(url);
  const parsed = saveRequest.safeParse(answer?.value);
  const isOk = answer?.status === 200 && parsed.success;
  // 400: no such origin can be; 403: its host does not want that.
  const isRefused = answer !== undefined && [400, 403].includes(answer.status) && answer.value !== undefined;
  return {
    outcome: isOk ? parsed.data.save_request_status : isRefused ? 'rejected' : undefined,
    pausedUntil: answer?.pausedUntil,
    requests: 1,
  };
}

function visited(answer: HeritageAnswer | undefined, url: string): LookedUp {
  if (answer?.status === 429) return { kind: 'paused' };
  const found = visit.safeParse(answer?.value);
  if (answer?.status === 200 && found.success)
    return { kind: 'archived', url, swhid: `swh:1:snp:${found.data.snapshot}` };
  // A 404 of anybody else, such as a proxy, says nothing of the archive.
  if (answer?.status === 404 && notFound.safeParse(answer.value).success) return { kind: 'absent', url };
  return { kind: 'fault' };
}

/** GitHub’s are archived under the address of their page, others’ under the one they are cloned from. */
function originsOf(address: string): readonly string[] {
  const url = address.replace(/\/+$/, '');
  if (/^https?:\/\/(?:www\.)?github\.com\//i.test(url) || /\.git$/.test(url)) return [url];
  return [url, `${url}.git`];
}
