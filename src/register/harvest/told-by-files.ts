import type { LicenceText } from '../licence-texts.ts';
import type { SaidRepository } from '../record.ts';
import { rfc3339 } from './absent.ts';
import { lastChange } from './changed-files.ts';
import { ForgeFault } from './fault.ts';
import { readFiles } from './files/read-files.ts';
import type { RepositoryFiles } from './files/repository-files.ts';
import type { Connector, ForgePlace } from './forges/connector.ts';
import { lastRelease } from './forges/releases.ts';

export interface FilesContext {
  readonly place: ForgePlace;
  readonly connector: Connector;
  readonly licences: () => readonly LicenceText[];
  /** Seconds since 1970. */
  readonly now: number;
}

const NO_FILES: RepositoryFiles = {
  list: async () => [],
  read: async () => ({ bytes: new Uint8Array(), isCut: false }),
};

/** What ends the reading of files at a forge for this run. */
const ENDS = ['budget', 'too-many-requests', 'private-network', 'no-answer'];

/**
 * What is said of a repository, with what its files and releases tell. As it is where the forge does not tell them; throws
 * {@link ForgeFault} where it will not tell those of the next one either.
 */
export async function toldByFiles(
  { place, connector, licences, now }: FilesContext,
  said: SaidRepository,
): Promise<SaidRepository> {
  if (!connector.files) return said;
  try {
    const files = said.is_empty === true ? NO_FILES : await connector.files(place, said);
    try {
      const needsLicence = (said.spdx_id ?? null) === null;
      const told = await readFiles(files, { today: rfc3339(now).slice(0, 10), needsLicence, licences });
      const releases = await connector.releases?.(place, said);
      return {
        ...said,
        ...told,
        ...files.told,
        ...(releases && { releases: [...releases], last_release: lastRelease(releases) }),
        files_read_at: lastChange(said),
      };
    } finally {
      await files.close?.();
    }
  } catch (error) {
    if (!(error instanceof ForgeFault) || ENDS.includes(error.reason)) throw error;
    return said;
  }
}
