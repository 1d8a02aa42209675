import { type Kysely, sql } from 'kysely';
import type { TableDefinition } from './table-definition.ts';

/** A list whose archive is indexed. */
export interface MailListTable {
  name: string;
  /** The commit of the archive that the index holds. */
  head: string;
  /** What wrote the index, and how: another one makes it again. */
  format: string;
}

/** A message of an archive, numbered as they were archived. Of one that was erased nothing is here. */
export interface MailMessageTable {
  id: number;
  list: string;
  /** Without angle brackets. */
  message_id: string;
  /** Of its bytes, in the archive. */
  oid: string;
  thread: number;
  /** The message that it answers, whether the list has it or not. */
  in_reply_to: string | null;
  /** Its date, unless it is of a time after it came. */
  sent_at: number;
  received_at: number;
  from_name: string;
  from_address: string;
  subject: string;
  /** In bytes. */
  size: number;
  is_patch: number;
  attachments: number;
  /** What was verified when it came: the value of an Authentication-Results (RFC 8601); empty when nothing was. */
  results: string;
}

/** A Message-ID that a list has, or had, or that its messages refer to; all that refer to one another are of one thread. */
export interface MailNameTable {
  list: string;
  message_id: string;
  thread: number;
  /** The number of the message; null where the list has none of that name. */
  message: number | null;
  /** What it answers, as far as other messages tell; null of what the list has. */
  parent: string | null;
  /** Whether the list had it, and it was erased. */
  erased: number;
}

/** A conversation; its number is that of the message that began it here. */
export interface MailThreadTable {
  id: number;
  list: string;
  /** Of its oldest message. */
  subject: string;
  started_at: number;
  last_at: number;
  messages: number;
}

/** The full text: in SQLite a table of FTS5, whose number is `rowid`; in PostgreSQL `id` and a `tsvector`. */
export interface MailWordsTable {
  id: number;
  rowid: number;
  tokens: string;
}

export interface MailSchema {
  mail_list: MailListTable;
  mail_message: MailMessageTable;
  mail_name: MailNameTable;
  mail_thread: MailThreadTable;
  mail_words: MailWordsTable;
}

export const mailTables: Readonly<Record<string, TableDefinition>> = {
  mail_list: { columns: { name: 'text', head: 'text', format: 'text' }, key: ['name'] },
  mail_message: {
    columns: {
      id: 'integer',
      list: 'text',
      message_id: 'text',
      oid: 'text',
      thread: 'integer',
      in_reply_to: 'text',
      sent_at: 'bigint',
      received_at: 'bigint',
      from_name: 'text',
      from_address: 'text',
      subject: 'text',
      size: 'integer',
      is_patch: 'integer',
      attachments: 'integer',
      results: 'text',
    },
    nullable: ['in_reply_to'],
    key: ['id'],
    indexes: [
      ['thread', 'sent_at'],
      ['list', 'id'],
      ['list', 'oid'],
    ],
  },
  mail_name: {
    columns: {
      list: 'text',
      message_id: 'text',
      thread: 'integer',
      message: 'integer',
      parent: 'text',
      erased: 'integer',
    },
    nullable: ['message', 'parent'],
    key: ['list', 'message_id'],
    indexes: [['thread']],
  },
  mail_thread: {
    columns: {
      id: 'integer',
      list: 'text',
      subject: 'text',
      started_at: 'bigint',
      last_at: 'bigint',
      messages: 'integer',
    },
    key: ['id'],
    indexes: [['list', 'last_at', 'id']],
  },
};

/**
 * The full text of messages: which tokens each has, not where. In PostgreSQL the function makes sure of the index, as that
 * of the wiki's search does.
 */
export async function createMailWords(db: Kysely<unknown>, engine: 'sqlite' | 'postgresql'): Promise<void> {
  if (engine === 'sqlite') {
    await sql`
      create virtual table mail_words using fts5(
        tokens, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_.'"
      )`.execute(db);
    return;
  }
  await sql`create table mail_words (id integer primary key, tokens tsvector not null)`.execute(db);
  await sql`create index mail_words_by_tokens on mail_words using gin (tokens)`.execute(db);
  await sql`
    create function mail_candidates(query text, below integer, wanted integer) returns setof integer
    language sql stable
    set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set jit = off
    as $$
      select w.id from mail_words w where w.tokens @@ query::tsquery and w.id < below order by w.id desc limit wanted
    $$`.execute(db);
}
