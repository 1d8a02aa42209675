import type { MailEntry } from './mail-entry.ts';
import type { MailMessageTable, MailNameTable } from './mail-tables.ts';

/** What messages change in the names and threads of a list. */
export interface Threading {
  readonly added: readonly { readonly row: MailMessageTable; readonly entry: MailEntry }[];
  /** Threads that are part of another now. */
  readonly joined: ReadonlyMap<number, number>;
  /** The names that are new, or changed. */
  readonly touched: readonly string[];
}

/** One message ties no more threads than that: who refers to all there are would make one of them. */
const MAX_JOINED = 4;

/**
 * Puts messages into threads: a message is of the thread of whatever it refers to, and of whatever referred to it. `names`
 * are those that the list knows of all the names in question; it is brought up to date. New rows have numbers from `first`.
 * `oids` are those of the messages that the names name: another message of the same name is known by its own.
 */
export function joinThreads(
  list: string,
  entries: readonly MailEntry[],
  {
    names,
    oids,
    first,
  }: {
    readonly names: Map<string, MailNameTable>;
    readonly oids: ReadonlyMap<number, string>;
    readonly first: number;
  },
): Threading {
  const joined = new Map<number, number>();
  const touched = new Set<string>();
  const added: { row: MailMessageTable; entry: MailEntry }[] = [];
  const today = (thread: number): number => {
    const into = joined.get(thread);
    if (into === undefined) return thread;
    const last = today(into);
    joined.set(thread, last);
    return last;
  };
  const save = (name: MailNameTable) => {
    names.set(name.message_id, name);
    touched.add(name.message_id);
  };

  const oidNamed = (name: string): string | undefined => {
    const number = names.get(name)?.message ?? undefined;
    return number === undefined ? undefined : (oids.get(number) ?? added[number - first]?.row.oid);
  };
  /** The name of what is new; undefined of a message that the list has. */
  const nameFor = ({ message_id, oid }: MailEntry): string | undefined => {
    const namesake = oidNamed(message_id);
    if (namesake === undefined) return message_id;
    return namesake === oid || oidNamed(oid) !== undefined ? undefined : oid;
  };

  for (const entry of entries) {
    const name = nameFor(entry);
    if (name === undefined) continue;
    const id = first + added.length;
    const references = entry.references.filter((reference) => reference !== entry.message_id);
    const nearest = [entry.message_id, ...references.toReversed()].flatMap((name) => {
      const known = names.get(name);
      return known ? [today(known.thread)] : [];
    });
    const threads = [...new Set(nearest)].slice(0, MAX_JOINED);
    const thread = threads.length === 0 ? id : Math.min(...threads);
    for (const other of threads) if (other !== thread) joined.set(other, thread);
    references.forEach((reference, at) => {
      const known = names.get(reference);
      const parent = at > 0 ? (references[at - 1] as string) : null;
      if (!known) save({ list, message_id: reference, thread, message: null, parent, erased: 0 });
      else if (known.message === null && known.parent === null && parent !== null) save({ ...known, parent });
    });
    save({ list, message_id: name, thread, message: id, parent: null, erased: 0 });
    added.push({
      row: { ...rowOf(list, entry, id, thread, references.at(-1) ?? null), message_id: name },
      entry,
    });
  }

  for (const name of touched) {
    const known = names.get(name) as MailNameTable;
    names.set(name, { ...known, thread: today(known.thread) });
  }
  return {
    added: added.map(({ row, entry }) => ({ row: { ...row, thread: today(row.thread) }, entry })),
    joined: new Map([...joined.keys()].map((thread) => [thread, today(thread)])),
    touched: [...touched],
  };
}

function rowOf(
  list: string,
  { references: _, tokens: __, ...facts }: MailEntry,
  id: number,
  thread: number,
  inReplyTo: string | null,
): MailMessageTable {
  return { ...facts, id, list, thread, in_reply_to: inReplyTo };
}
