import { encodeAddress } from '../../wiki/addresses.ts';

/** The register of source code. */
export const CODE = '/-/code';

const PAGES = { repository: `${CODE}/repository/`, account: `${CODE}/account/` } as const;

/** The page of a repository or an account, by its address (`gitlab.com/exemple/outil`). */
export function codePage(kind: keyof typeof PAGES, address: string): string {
  return encodeAddress(PAGES[kind] + address);
}

/** What the path of a page names. */
export function namedCode(
  path: string,
): { readonly kind: keyof typeof PAGES; readonly address: string } | undefined {
  for (const kind of ['repository', 'account'] as const)
    if (path.startsWith(PAGES[kind]))
      return { kind, address: path.slice(PAGES[kind].length).toLowerCase().replace(/\/$/, '') };
  return undefined;
}

/** Files for programs: under the names that code.gouv.fr gives them too. */
export const CODE_FILES = {
  'repositories.csv': { kind: 'repository', format: 'csv' },
  'repositories.json': { kind: 'repository', format: 'json' },
  'organizations.csv': { kind: 'account', format: 'csv' },
  'organizations.json': { kind: 'account', format: 'json' },
} as const;

export type CodeFile = (typeof CODE_FILES)[keyof typeof CODE_FILES];

export function codeFile(path: string): CodeFile | undefined {
  const name = path.slice(CODE.length + 1);
  return Object.hasOwn(CODE_FILES, name) ? CODE_FILES[name as keyof typeof CODE_FILES] : undefined;
}
