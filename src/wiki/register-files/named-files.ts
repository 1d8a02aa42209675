import type { RegisterSettings } from '../../config/register-settings.ts';
import { readAccounts } from './accounts-file.ts';
import { readDirectory } from './directory-file.ts';
import type { Reading } from './finding.ts';
import { readOffices } from './offices-file.ts';
import { readOrganisations } from './organisations-file.ts';
import { readPlatforms } from './platforms-file.ts';
import { readRemarkable } from './remarkable-file.ts';

/** How each of the files that the settings name is read. */
export const REGISTER_READERS = {
  accounts: readAccounts,
  directory: readDirectory,
  organisations: readOrganisations,
  offices: readOffices,
  remarkable: readRemarkable,
  platforms: readPlatforms,
} as const satisfies Partial<Record<keyof RegisterSettings, (source: string) => Reading<unknown>>>;

export type RegisterFile = keyof typeof REGISTER_READERS;

/** The files that the settings name, with what each is for. */
export function namedFiles(
  settings: RegisterSettings | undefined,
): readonly { readonly name: RegisterFile; readonly path: string }[] {
  return (Object.keys(REGISTER_READERS) as RegisterFile[]).flatMap((name) => {
    const path = settings?.[name];
    return path === undefined ? [] : [{ name, path }];
  });
}
