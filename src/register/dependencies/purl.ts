import type { Dependency } from './dependency.ts';

/** The address of a package (https://github.com/package-url/purl-spec), with its version if one is known. */
export function purl({ ecosystem, name, version }: Dependency): string {
  const path = (ecosystem === 'maven' ? name.replace(':', '/') : name)
    .split('/')
    .filter((segment) => segment !== '')
    .map(encoded)
    .join('/');
  return `pkg:${ecosystem}/${path}${version === undefined ? '' : `@${encoded(version)}`}`;
}

/** The address of a package without a version, qualifiers or a path in it: what all its versions have in common. */
export function purlWithoutVersion(address: string): string {
  const [path = ''] = address.split(/[?#]/, 1);
  const at = path.lastIndexOf('@');
  // In `pkg:npm/@scope/name`, as people write it, the sign is no version.
  const name = at > path.lastIndexOf('/') + 1 ? path.slice(0, at) : path;
  return name.replaceAll('/@', '/%40');
}

function encoded(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replaceAll('%3A', ':');
}
