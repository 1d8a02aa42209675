import { foldWord } from '../../wiki/search/fold.ts';
import type { ListedSoftware, SoftwareList } from './read-list.ts';

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
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * What each version did to the rows of the one before, `versions` being from the oldest. A row keeps its identity by its
 * number and name, else by its name, else by its number: lists that were numbered anew, that had no numbers, or whose names
 * were mended are still the same lists. Only columns that two versions have in common are compared.
 */
export function rowHistory(versions: readonly ListVersion[]): RowHistory {
  const events: RowEvent[] = [];
  const gone = new Map<number, KnownRow>();
  let present: readonly Row[] = [];
  let fields: readonly string[] = [];
  let next = 1;
  for (const version of versions) {
    const { rows, fields: hasNow } = version.list;
    const common = fields.filter((field) => hasNow.includes(field));
    const before = matched(present, rows);
    const now = rows.map(({ id, name, cells }, at): Row => {
      const was = before.get(at) ?? revived(gone, { id, name });
      const row = was?.row ?? next++;
      const tell = (kind: RowEvent['kind'], field = '', old = '', recent = '') =>
        events.push({ row, name, kind, field, before: old, after: recent, version });
      if (!before.has(at)) tell('added');
      else
        for (const field of common) {
          const [old, recent] = [(was as Row).cells[field] ?? '', cells[field] ?? ''];
          if (old !== recent) tell('changed', field, old, recent);
        }
      gone.delete(row);
      return { row, id, name, cells };
    });
    const stay = new Set(now.map(({ row }) => row));
    for (const { row, id, name } of present) {
      if (stay.has(row)) continue;
      events.push({ row, name, kind: 'removed', field: '', before: '', after: '', version });
      gone.set(row, { row, id, name });
    }
    present = now;
    fields = hasNow;
  }
  return { events, present: present.map(({ row }) => row), gone: [...gone.values()] };
}

type Named = Pick<ListedSoftware, 'id' | 'name'>;

const WAYS: readonly ((row: Named) => string | undefined)[] = [
  ({ id, name }) => (id === null ? undefined : `${id}\0${folded(name)}`),
  ({ name }) => folded(name),
  ({ id }) => id ?? undefined,
];

/** The row before of each row now, by its place; each is taken once. */
function matched(before: readonly Row[], now: readonly Named[]): Map<number, Row> {
  const found = new Map<number, Row>();
  const taken = new Set<number>();
  for (const way of WAYS) {
    const known = new Map<string, Row>();
    for (const row of before) {
      const key = way(row);
      if (key !== undefined && !taken.has(row.row) && !known.has(key)) known.set(key, row);
    }
    for (const [at, row] of now.entries()) {
      const key = found.has(at) ? undefined : way(row);
      const was = key === undefined ? undefined : known.get(key);
      if (!was || taken.has(was.row)) continue;
      found.set(at, was);
      taken.add(was.row);
    }
  }
  return found;
}

/** A row that went and comes back is itself again. */
function revived(gone: ReadonlyMap<number, KnownRow>, { id, name }: Named): KnownRow | undefined {
  return gone.values().find((row) => row.id === id && folded(row.name) === folded(name));
}

function folded(name: string): string {
  return name.split(/\s+/).map(foldWord).join(' ');
}
