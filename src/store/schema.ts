import type { AbuseSchema } from './abuse-tables.ts';
import type { CodeSchema } from './code-tables.ts';
import type { ContributionSchema } from './contribution-tables.ts';
import type { HeldTable } from './held-table.ts';
import type { MailSchema } from './mail-tables.ts';
import type { MemberSchema } from './member-tables.ts';
import type { OfficeSchema } from './office-tables.ts';
import type { ProposalSchema } from './proposal-tables.ts';
import type { PushBackTable } from './push-back-table.ts';
import type { ReviewSchema } from './review-tables.ts';
import type {
  SearchDocumentTable,
  SearchIndexTable,
  SearchTextTable,
  SearchWordTable,
} from './search-schema.ts';
import type { SignInSchema } from './sign-in-tables.ts';
import type { SoftwareSchema } from './software-tables.ts';
import type { SshKeyTable } from './ssh-key-table.ts';
import type { SubscriptionSchema } from './subscription-tables.ts';

/** The tables of the index, as Kysely sees them. Booleans are 0 and 1, times are seconds since 1970 UTC, in both engines. */
export interface Schema
  extends SubscriptionSchema,
    MailSchema,
    OfficeSchema,
    ProposalSchema,
    ContributionSchema,
    MemberSchema,
    AbuseSchema,
    SignInSchema,
    CodeSchema,
    SoftwareSchema,
    ReviewSchema {
  held: HeldTable;
  push_back: PushBackTable;
  ssh_key: SshKeyTable;
  wiki: WikiTable;
  commit: CommitTable;
  change: ChangeTable;
  file: FileTable;
  folder: FolderTable;
  page: PageTable;
  link: LinkTable;
  alias: AliasTable;
  translation: TranslationTable;
  data_file: DataFileTable;
  entry: EntryTable;
  search_document: SearchDocumentTable;
  search_text: SearchTextTable;
  search_word: SearchWordTable;
  search_index: SearchIndexTable;
  finding: FindingTable;
  awaited: AwaitedTable;
}

/** One row: which state of which repository the index holds. */
export interface WikiTable {
  id: 1;
  source: string;
  /** The commit indexed; empty when nothing is yet. */
  commit_id: string;
  /** Grows by one with each change of the index. */
  generation: number;
  /** The version of the code that wrote the index: another one rebuilds it. */
  format: number;
  /** The settings in force, the language and name deduced, and the faults of the settings file: JSON. */
  site: string;
}

/** The history, parents before children: a commit's `seq` is above its parents'. */
export interface CommitTable {
  seq: number;
  id: string;
  /** The `seq` of its parents, as JSON. */
  parents: string;
  /** The lowest `seq` from which each commit up to this one has the one before it as its only parent. */
  straight_from: number;
  author_name: string;
  author_email: string;
  author_time: number;
  committer_name: string;
  committer_email: string;
  committer_time: number;
  subject: string;
}

export interface ChangeTable {
  seq: number;
  path: string;
  kind: 'added' | 'modified' | 'deleted' | 'renamed';
  old_path: string | null;
  oid: string;
  /** Whether the content changed, and not the name or the mode only. */
  edited: number;
}

export interface FileTable {
  path: string;
  folder: string;
  /** The path without case and the form of accents, to find it under a name nearly right. */
  folded: string;
  mode: string;
  oid: string;
  size: number | null;
  width: number | null;
  height: number | null;
}

export interface FolderTable {
  path: string;
  parent: string | null;
}

export interface PageTable {
  path: string;
  folder: string;
  /** The path of its address, decoded: `/pocos/`, `/en/pocos/faq`. */
  address: string;
  folded_address: string;
  language: string;
  /** What pages that are translations of each other share. */
  family: string;
  /** The path its front matter names as its original. */
  translation_of: string | null;
  title: string;
  description: string;
  /** From the front matter: YYYY-MM-DD, or null. */
  date: string | null;
  /** The rest of what the page says of itself: JSON, see `wiki/page.ts`. */
  facts: string;
  /** A draft, or an address that leads elsewhere: it is in no list. */
  unlisted: number;
}

export interface LinkTable {
  source: string;
  position: number;
  line: number;
  kind: 'link' | 'image';
  target: string;
  text: string;
  /** The path in the wiki it seems to lead to, without its fragment; null when it leads outside. */
  path: string | null;
  fragment: string | null;
  first_paragraph: number;
}

/** A former address that a page claims (`aliases`). */
export interface AliasTable {
  address: string;
  path: string;
}

/** A page that translates another. */
export interface TranslationTable {
  path: string;
  original: string;
  /** How many commits changed the original since the translation last followed it. */
  behind: number;
  /** The commit of the version of the original that the translation followed; null when it followed none. */
  followed_commit: string | null;
}

/** A file whose content is data: a table, a calendar. */
export interface DataFileTable {
  path: string;
  kind: 'table' | 'calendar';
  title: string;
  /** How many rows or events it holds. */
  entries: number;
  /** What is wrong in it, the first thousand, as JSON; and how many there are. */
  problems: string;
  problem_count: number;
}

/** A row or an event, under an address of its own: `/-/table/PATH#row=KEY`, `/-/calendar/PATH#event=KEY`. */
export interface EntryTable {
  address: string;
  path: string;
  kind: 'row' | 'event';
  title: string;
  text: string;
}

/** Something wrong in a file: see `wiki/checks/finding.ts`. */
export interface FindingTable {
  path: string;
  /** What was looked at to find it: each is looked at again by itself. */
  scope:
    | 'content'
    | 'links'
    | 'title'
    | 'address'
    | 'translation'
    | 'data'
    | 'use'
    | 'settings'
    | 'register'
    | 'software';
  position: number;
  rule: string;
  line: number;
  column: number;
  subject: string;
  /** JSON. */
  detail: string;
  /** JSON; null when nothing can be proposed. */
  fix: string | null;
  /** How many it stands for. */
  times: number;
}

/** A path, beside those its links name, on which what is found wrong in the links of `source` depends. */
export interface AwaitedTable {
  path: string;
  source: string;
}
