import { z } from 'zod';
import { MAX_RELEASES, type RecordedRelease } from '../../files-record.ts';
import { ForgeFault } from '../fault.ts';
import { noFiles } from '../files/contents-api.ts';
import type { ForgeClient } from '../forge-client.ts';
import { flag, instant, text } from './fields.ts';

/** A release as GitHub, GitLab, Gitea and Gogs tell it, each under some of these names. */
const release = z.object({
  tag_name: z.string(),
  name: text,
  draft: flag,
  published_at: instant,
  released_at: instant,
  created_at: instant,
  html_url: text,
  _links: z.object({ self: text }).optional(),
});

const MAX_NAME = 200;

/** The newest releases of a listing, without drafts; `pageOf` is where one without an address is shown. */
export async function listedReleases(
  client: ForgeClient,
  address: string,
  pageOf: (tag: string) => string,
): Promise<RecordedRelease[]> {
  // Where releases are turned off, forges say 404.
  const answer = await client.get(address).catch(noFiles);
  if (!answer) return [];
  if (!Array.isArray(answer.value)) throw new ForgeFault('not-json', address);
  return answer.value
    .flatMap((item) => release.safeParse(item).data ?? [])
    .filter(({ draft }) => draft !== true)
    .slice(0, MAX_RELEASES)
    .map(({ tag_name, name, published_at, released_at, created_at, html_url, _links }) => ({
      tag: tag_name.slice(0, MAX_NAME),
      name: name?.slice(0, MAX_NAME) ?? null,
      date: released_at ?? published_at ?? created_at ?? null,
      url: html_url ?? _links?.self ?? pageOf(encodeURIComponent(tag_name)),
    }));
}

/** When the last of them came out; null where none says when. */
export function lastRelease(releases: readonly RecordedRelease[]): string | null {
  return (
    releases
      .map(({ date }) => date ?? '')
      .sort()
      .at(-1) || null
  );
}
