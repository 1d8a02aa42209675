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

/** The register as open data, for people. */
export const CODE_DATA = `${CODE}/data`;
