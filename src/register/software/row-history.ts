import { setImmediate } from 'node:timers/promises';
import { foldWord } from '../../wiki/search/fold.ts';
import type { SoftwareList } from '../../wiki/software-files/read-list.ts';

/** A version of the table, from Git. */
export interface ListVersion {
  readonly commit: string;
  readonly author: string;
  readonly subject: string;
  /** Of its author, in seconds since 1970. */
  readonly at: number;
  readonly list: SoftwareList;
}

/** What a version did to a row. `row` is the same for a row through all versions, whatever it is called. */
export interface RowEvent {
  readonly row: number;
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly version: ListVersion;
}

/** A row that was in some version. */
export interface KnownRow {
  readonly row: number;
  readonly id: string | null;
  readonly name: string;
}

export interface RowHistory {
  /** The oldest first. */
  readonly events: readonly RowEvent[];
  /** The rows of the last version, in its order. */
  readonly present: readonly number[];
  /** As they were last. */
  readonly gone: readonly KnownRow[];
}

interface Row extends KnownRow {
  readonly cells: readonly string[];
  readonly folded: string;
}

const VERSIONS_AT_ONCE = 10;

/**
 * What each version did to the rows of the one before, `versions` being from the oldest. A row keeps its identity by its
 * number and name, else by its name, else by its number: lists that were numbered anew, that had no numbers, or whose names
 * were mended are still the same lists. Only columns that two versions have in common are compared.
 */
export async function rowHistory(versions: readonly ListVersion[]): Promise<RowHistory> {
  const events: RowEvent[] = [];
  const gone = new Map<number, KnownRow & Pick<Row, 'folded'>>();
  let present: readonly Row[] = [];
  let fields: readonly string[] = [];
  let next = 1;
  const folded = folder();
  for (const [nth, version] of versions.entries()) {
    // Others of the process are served meanwhile.
    if (nth % VERSIONS_AT_ONCE === VERSIONS_AT_ONCE - 1) await setImmediate();
    const { fields: hasNow } = version.list;
    const rows = version.list.rows.map((row) => ({ ...row, folded: folded(row.name) }));
    const common = fields.flatMap((field, old) => {
      const recent = hasNow.indexOf(field);
      return recent === -1 ? [] : [{ field, old, recent }];
    });
    const before = matched(present, rows);
    const now = rows.map(({ id, name, cells, folded }, at): Row => {
      const was = before.get(at) ?? revived(gone, { id, folded });
      const row = was?.row ?? next++;
      const tell = (kind: RowEvent['kind'], field = '', old = '', recent = '') =>
        events.push({ row, name, kind, field, before: old, after: recent, version });
      if (!before.has(at)) tell('added');
      else
        for (const { field, old, recent } of common) {
          const [said, says] = [(was as Row).cells[old] ?? '', cells[recent] ?? ''];
          if (said !== says) tell('changed', field, said, says);
        }
      gone.delete(row);
      return { row, id, name, cells, folded };
    });
    const stay = new Set(now.map(({ row }) => row));
    for (const { row, id, name, folded } of present) {
      if (stay.has(row)) continue;
      events.push({ row, name, kind: 'removed', field: '', before: '', after: '', version });
      gone.set(row, { row, id, name, folded });
    }
    present = now;
    fields = hasNow;
  }
  return { events, present: present.map(({ row }) => row), gone: [...gone.values()] };
}

type Named = Pick<Row, 'id' | 'folded'>;

const WAYS: readonly ((row: Named) => string | undefined)[] = [
  ({ id, folded }) => (id === null ? undefined : `${id}\0${folded}`),
  ({ folded }) => folded,
  ({ id }) => id ?? undefined,
];

/** The row before of each row now, by its place; each is taken once. */
function matched(before: readonly Row[], now: readonly Named[]): Map<number, Row> {
  const found = new Map<number, Row>();
  let left: readonly Row[] = before;
  for (const way of WAYS) {
    if (left.length === 0 || found.size === now.length) break;
    const known = new Map<string, Row>();
    for (const row of left) {
      const key = way(row);
      if (key !== undefined && !known.has(key)) known.set(key, row);
    }
    const taken = new Set<Row>();
    for (const [at, row] of now.entries()) {
      const key = found.has(at) ? undefined : way(row);
      const was = key === undefined ? undefined : known.get(key);
      if (!was || taken.has(was)) continue;
      found.set(at, was);
      taken.add(was);
    }
    left = left.filter((row) => !taken.has(row));
  }
  return found;
}

/** A row that went and comes back is itself again. */
function revived<R extends Named>(gone: ReadonlyMap<number, R>, { id, folded }: Named): R | undefined {
  return gone.size === 0 ? undefined : gone.values().find((row) => row.id === id && row.folded === folded);
}

/** Names without case and accents; most come back in each version. */
function folder(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const folded = name.split(/\s+/).map(foldWord).join(' ');
    known.set(name, folded);
    return folded;
  };
}
