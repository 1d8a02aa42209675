import { fileAt, foldersAt } from '../store/files.ts';
import { commitAt, departuresFrom, lastDeparture, nextArrival, nextDeparture } from '../store/history.ts';
import { pathOfAlias } from '../store/pages.ts';
import type { ChangeTable, CommitTable } from '../store/schema.ts';
import { aliasOf, pathsOfAddress } from './addresses.ts';
import type { Site } from './site.ts';
import type { Ask } from './trace.ts';

/** A file that was deleted: its last name and content, and the commit that did it. */
export interface Deletion {
  readonly path: string;
  readonly oid: string;
  readonly commit: CommitTable;
}

/** What became of what is no longer where it was. */
export type Fate =
  | { readonly kind: 'moved'; readonly path: string }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'deleted'; readonly deletion: Deletion };

/** A file is renamed a few times in its life; this only bounds the work. */
const MAX_STEPS = 100;

/** Of a folder that is no more, how many files are looked at to see where it went. */
const MAX_DEPARTURES = 100;

/** The object ids of the empty file, in SHA-1 and in SHA-256: to have nothing in common is not to be the same. */
const EMPTY = new Set([
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
]);

/** What became of what was at an address where there is nothing today: a page may claim it, else the history tells. */
export async function fateOfAddress(ask: Ask, address: string, site: Site): Promise<Fate | undefined> {
  const claimant = await ask(pathOfAlias, aliasOf(address));
  if (claimant !== undefined) return { kind: 'moved', path: claimant };
  const fate = await fateOf(ask, pathsOfAddress(address, site));
  return fate ?? (await folderFate(ask, address.slice(1).replace(/\/$/, '')));
}

/**
 * Follows through the history what was last at one of `paths`, none of which is in the tree today: to its name today
 * through every rename (and through a deletion when the same content came back elsewhere), or to its deletion.
 */
export async function fateOf(ask: Ask, paths: readonly string[]): Promise<Fate | undefined> {
  let departure = paths.length === 0 ? undefined : await ask(lastDeparture, paths);
  for (let step = 0; departure && step < MAX_STEPS; step++) {
    const arrival: ChangeTable | undefined =
      departure.kind === 'deleted' ? await cameBack(ask, departure) : departure;
    if (!arrival) return await deletion(ask, departure);
    const next: ChangeTable | undefined = await ask(nextDeparture, arrival.path, arrival.seq);
    if (!next && (await ask(fileAt, arrival.path))) return { kind: 'moved', path: arrival.path };
    departure = next;
  }
  return undefined;
}

async function cameBack(ask: Ask, { oid, seq }: ChangeTable): Promise<ChangeTable | undefined> {
  return EMPTY.has(oid) ? undefined : await ask(nextArrival, oid, seq);
}

/** A name that was written anew after a deletion is the best there is to offer. */
async function deletion(ask: Ask, { path, oid, seq }: ChangeTable): Promise<Fate | undefined> {
  if (await ask(fileAt, path)) return { kind: 'moved', path };
  const commit = await ask(commitAt, seq);
  return commit && { kind: 'deleted', deletion: { path, oid, commit } };
}

/** Where a folder that is no more went, when a file of it was renamed with the same end to its path. */
async function folderFate(ask: Ask, folder: string): Promise<Fate | undefined> {
  let from = folder;
  for (let step = 0; step < MAX_STEPS && from !== ''; step++) {
    const departures = await ask(departuresFrom, from, MAX_DEPARTURES);
    const to = departures.map((departure) => folderAfter(departure, from)).find((path) => path !== undefined);
    if (to === undefined || to === from) return undefined;
    if ((await ask(foldersAt, [to])).length > 0) return { kind: 'folder', folder: to };
    from = to;
  }
  return undefined;
}

function folderAfter({ path, old_path }: ChangeTable, folder: string): string | undefined {
  const within = (old_path as string).slice(folder.length + 1);
  if (path === within) return '';
  return path.endsWith(`/${within}`) ? path.slice(0, -within.length - 1) : undefined;
}
