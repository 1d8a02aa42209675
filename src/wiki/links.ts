import { fateOfAddress } from './departures.ts';
import { ownPageOf } from './own-pages.ts';
import { folderOf } from './paths.ts';
import { type LinkingPage, type Place, placeOfFate, placesOf } from './places.ts';
import type { Site } from './site.ts';
import { readTarget, type Target } from './targets.ts';
import type { Ask } from './trace.ts';

/** Where a link of a page leads. */
export type Destination =
  | { readonly kind: 'external' }
  | { readonly kind: 'here'; readonly href: string }
  | Place
  | { readonly kind: 'missing' };

type LocalTarget = Extract<Target, { kind: 'local' }>;

/** Where each of these targets, as a page writes them, leads. */
export async function followLinks(
  ask: Ask,
  page: LinkingPage,
  targets: readonly string[],
  site: Site,
): Promise<ReadonlyMap<string, Destination>> {
  const destinations = new Map<string, Destination>();
  const local = new Map<string, LocalTarget>();
  for (const written of new Set(targets)) {
    const own = ownPageOf(written, page.language, site);
    if (own !== undefined) {
      destinations.set(written, { kind: 'here', href: own });
      continue;
    }
    const target = readTarget(written, folderOf(page.path), site.settings.legacy);
    if (target.kind === 'external') destinations.set(written, target);
    else if (target.kind === 'here') destinations.set(written, { kind: 'here', href: hereOf(target) });
    else local.set(written, target);
  }
  const all = [...local.values()];
  const places = await placesOf(ask, all.flatMap(fromFolder), page, site);
  // A link written from the root by an author in a folder is understood when it leads nowhere from the folder.
  const lost = all.filter((target) => !fromFolder(target).some((path) => places.has(path)));
  const placesFromRoot = await placesOf(ask, lost.flatMap(fromRoot), page, site);
  for (const [written, target] of local) {
    const place =
      first(places, fromFolder(target)) ??
      (await formerPlace(ask, target, page, site)) ??
      first(placesFromRoot, fromRoot(target));
    destinations.set(written, place ? withEnd(place, target) : { kind: 'missing' });
  }
  return destinations;
}

function fromFolder({ path, folder }: LocalTarget): readonly string[] {
  return path === undefined ? [] : [folder ? `${path}/` : path];
}

function fromRoot({ rooted, folder }: LocalTarget): readonly string[] {
  return rooted === undefined ? [] : [folder ? `${rooted}/` : rooted];
}

function first(places: ReadonlyMap<string, Place>, paths: readonly string[]): Place | undefined {
  return paths.map((path) => places.get(path)).find((place) => place !== undefined);
}

async function formerPlace(
  ask: Ask,
  target: LocalTarget,
  page: LinkingPage,
  site: Site,
): Promise<Place | undefined> {
  const [written] = fromFolder(target);
  const fate = written === undefined ? undefined : await fateOfAddress(ask, `/${written}`, site);
  return fate && (await placeOfFate(ask, fate, written as string, page, site));
}

function hereOf({ query, fragment }: Extract<Target, { kind: 'here' }>): string {
  return query === '' ? `#${encodeFragment(fragment)}` : query + fragmentOf(fragment);
}

function withEnd(place: Place, { query, fragment }: LocalTarget): Place {
  return { ...place, href: place.href + query + fragmentOf(fragment) };
}

function fragmentOf(fragment: string): string {
  return fragment === '' ? '' : `#${encodeFragment(fragment)}`;
}

function encodeFragment(fragment: string): string {
  const [, kind, key = ''] = /^(row|event)=(.+)$/s.exec(fragment) ?? [];
  if (kind) return `${kind}=${encodeURIComponent(key.toWellFormed())}`;
  return encodeURIComponent(fragment.toWellFormed()).replaceAll('%20', '-');
}
