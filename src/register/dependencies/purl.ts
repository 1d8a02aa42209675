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

function encoded(segment: string): string {
  return encodeURIComponent(segment).replaceAll('%3A', ':');
}
