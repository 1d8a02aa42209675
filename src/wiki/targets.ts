import { decodePath } from '../git/path.ts';
import { resolvePath } from './paths.ts';

/** What the target of a link says, before anything is known of what is there. */
export type Target =
  | { readonly kind: 'external' }
  | { readonly kind: 'here'; readonly query: string; readonly fragment: string }
  | {
      readonly kind: 'local';
      /** From the root of the wiki; undefined when it leads above it. */
      readonly path: string | undefined;
      /** The same written from the root, which is what authors often meant. */
      readonly rooted: string | undefined;
      /** Whether it is written as a folder is: with a slash, or dots, at the end. */
      readonly folder: boolean;
      readonly query: string;
      readonly fragment: string;
    };

/** A scheme, or a host; `::` is in names of pages, and in no URL there. */
const OUTSIDE = /^(?:[a-z][a-z0-9+.-]*:(?!:)|\/\/)/i;

/**
 * Reads the target of a link or an image in a page of `folder` (RFC 3986, section 4.1). An address under a former home
 * of the wiki (`legacy`) is one of its root.
 */
export function readTarget(target: string, folder: string, legacy: readonly string[]): Target {
  const local = fromFormerHome(target, legacy) ?? target;
  if (OUTSIDE.test(local)) return { kind: 'external' };
  const [, reference, query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(
    local,
  ) as unknown as [string, string, string?, string?];
  const decodedFragment = decodeFragment(fragment);
  if (reference === '') return { kind: 'here', query, fragment: decodedFragment };
  const decoded = percentDecode(reference).replaceAll('\0', '\ufffd');
  return {
    kind: 'local',
    path: resolvePath(folder, decoded),
    rooted: resolvePath('', decoded),
    folder: /(?:^|\/)\.{0,2}$/.test(decoded),
    query,
    fragment: decodedFragment,
  };
}

/** What follows the longest of the former homes under which an address is, from the root. */
function fromFormerHome(target: string, legacy: readonly string[]): string | undefined {
  const address = withoutScheme(target);
  const ends = legacy.flatMap((home) => {
    const prefix = withoutScheme(home).replace(/\/+$/, '');
    const end = address.slice(prefix.length);
    return address !== target && address.startsWith(prefix) && /^(?:$|[/?#])/.test(end) ? [end] : [];
  });
  const shortest = ends.sort((a, b) => a.length - b.length)[0];
  return shortest === undefined ? undefined : `/${shortest.replace(/^\/+/, '')}`;
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:(?=\/\/)/i, '');
}

/** The string of a percent-encoded path; a `%` that begins no byte is itself. */
export function percentDecode(path: string): string {
  if (!path.includes('%')) return path;
  const parts: Buffer[] = [];
  for (const part of path.split(/((?:%[0-9a-fA-F]{2})+)/)) {
    parts.push(
      /^%[0-9a-fA-F]{2}/.test(part) ? Buffer.from(part.replaceAll('%', ''), 'hex') : Buffer.from(part),
    );
  }
  return decodePath(Buffer.concat(parts));
}

function decodeFragment(fragment: string): string {
  return decoded(fragment).replaceAll('\0', '\ufffd');
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
