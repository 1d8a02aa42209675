import { createHash } from 'node:crypto';
import { z } from 'zod';
import { filesRecord } from './files-record.ts';

/** What may be unknown has three states: null is “nobody said”, never false. */
const flag = z.boolean().nullable().default(null);
const text = z.string().nullable().default(null);
const count = z.number().int().min(0).nullable().default(null);

/** Since when a listing of its account no longer has it (RFC 3339), and what was told instead. */
const missing = z
  .object({
    last_seen: z.string(),
    reason: z.enum(['not-listed', 'not-found', 'gone', 'account-not-found', 'account-ignored']),
    /** On how many days it was looked for and not found. */
    days: z.number().int(),
    /** The last of those days. */
    day: z.string(),
  })
  .nullable()
  .default(null);

/** What is kept of repositories and accounts alike. */
const identity = {
  /** The name of its file in the register: it never changes. */
  key: z.string(),
  /** What the forge itself tells it from others by; null until the forge was asked. */
  id: text,
  /** Every address it ever had, as `codeAddress` gives them; the present one is the first. */
  aliases: z.array(z.string()).default([]),
};

/** The columns of code.gouv.fr’s `repository.json`, under their names, and what the register knows besides. */
export const repositoryRecord = z.object({
  ...identity,
  name: z.string(),
  organization_name: z.string(),
  platform: z.string(),
  repository_url: z.string(),
  description: text,
  default_branch: text,
  is_fork: flag,
  is_archived: flag,
  is_template: flag,
  is_mirror: flag,
  is_empty: flag,
  creation_date: text,
  last_update: text,
  last_modification: text,
  homepage: text,
  stars_count: count,
  forks_count: count,
  watchers_count: count,
  license: text,
  /** The SPDX identifier of the licence. */
  spdx_id: text,
  open_issues_count: count,
  language: text,
  topics: z.array(z.string()).default([]),
  software_heritage_exists: flag,
  software_heritage_url: text,
  has_readme: flag,
  has_contributing: flag,
  has_changelog: flag,
  has_publiccode: flag,
  /** In bytes, its history with it. */
  size: count,
  /** What Software Heritage calls its last snapshot (https://www.swhid.org). */
  swhid: text,
  ...filesRecord,
  missing,
  /** When it was found out that it is no more. */
  gone: text,
});

/** The columns of code.gouv.fr’s `organization.json`: an account on a forge. */
export const accountRecord = z.object({
  ...identity,
  login: z.string(),
  name: text,
  description: text,
  organization_url: z.string(),
  avatar_url: text,
  website: text,
  location: text,
  email: text,
  is_verified: flag,
  repositories_count: count,
  /** Who follows it; ecosyste.ms, GitHub, Gitea and Forgejo say so. */
  followers_count: count,
  creation_date: text,
  platform: z.string(),
  missing,
  gone: text,
});

/** An account as the index keeps it: what a former version knew nothing of is unknown until the index is made again. */
export function keptAccount(record: string): AccountRecord {
  return accountRecord.parse(JSON.parse(record));
}

export type RepositoryRecord = z.infer<typeof repositoryRecord>;
export type AccountRecord = z.infer<typeof accountRecord>;

/** What a source says of something: undefined where it says nothing, null where it says that there is none. */
export type Said<R> = {
  readonly [K in keyof Omit<R, 'key' | 'aliases' | 'missing' | 'gone'>]?: R[K] | undefined;
} & {
  readonly aliases?: readonly string[];
  /** Only of who asked the forge itself: null of what is there. */
  readonly missing?: RepositoryRecord['missing'];
  readonly gone?: RepositoryRecord['gone'];
};

export type SaidRepository = Said<RepositoryRecord> &
  Pick<RepositoryRecord, 'name' | 'organization_name' | 'platform' | 'repository_url'> & {
    /** The commit of its default branch, where only that tells whether it changed; it is not recorded. */
    readonly head?: string;
  };
export type SaidAccount = Said<AccountRecord> &
  Pick<AccountRecord, 'login' | 'organization_url' | 'platform'>;

/** The bytes of a record: keys in the order of its definition, two spaces, a final line end. */
export function recordText(record: RepositoryRecord | AccountRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** The name of a file that is not taken, from what something is first known by. */
export function recordKey(identity: string): string {
  return createHash('sha256').update(identity).digest('hex').slice(0, 20);
}
