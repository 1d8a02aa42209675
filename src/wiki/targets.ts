import { decodePath } from '../git/path.ts';
import { resolvePath } from './paths.ts';

/** What the target of a link says, before anything is known of what is there. */
export type Target =
  | { readonly kind: 'external' }
  | { readonly kind: 'here'; readonly fragment: string }
  | {
      readonly kind: 'local';
      /** From the root of the wiki; undefined when it leads above it. */
      readonly path: string | undefined;
      /** The same written from the root, which is what authors often meant. */
      readonly rooted: string | undefined;
      readonly query: string;
      readonly fragment: string;
    };

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/**
 * Reads the target of a link or an image in a page of `folder` (RFC 3986, section 4.1). An address under a former home
 * of the wiki (`legacy`) is one of its root.
 */
export function readTarget(target: string, folder: string, legacy: readonly string[]): Target {
  const home = legacy.find((prefix) => target.startsWith(prefix));
  const local = home === undefined ? target : `/${target.slice(home.length).replace(/^\/+/, '')}`;
  if (SCHEME.test(local)) return { kind: 'external' };
  const [, reference, query, fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(local) as unknown as [
    string,
    string,
    string?,
    string?,
  ];
  if (reference === '' && query === undefined)
    return { kind: 'here', fragment: decodeFragment(fragment ?? '') };
  const decoded = percentDecode(reference);
  return {
    kind: 'local',
    path: resolvePath(folder, decoded),
    rooted: resolvePath('', decoded),
    query: query ?? '',
    fragment: decodeFragment(fragment ?? ''),
  };
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
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
