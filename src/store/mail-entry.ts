import type { MailMessageTable } from './mail-tables.ts';

/** A message to index. */
export interface MailEntry extends Omit<MailMessageTable, 'id' | 'list' | 'thread' | 'in_reply_to'> {
  /** The Message-IDs that it refers to, the oldest first and the one it answers last. */
  readonly references: readonly string[];
  /** What it is found by, each once. */
  readonly tokens: ReadonlySet<string>;
}
