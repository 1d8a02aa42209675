import type { PubliccodeFinding } from './publiccode/finding.ts';

/** What codemeta.json and CITATION.cff say alike; nothing is sure to be there. */
export interface SoftwareMetadata {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** Names, in the order of the file. */
  readonly authors: readonly string[];
  /** An SPDX expression, of licences that SPDX knows. */
  readonly licence?: string | undefined;
  readonly version?: string | undefined;
}

export interface MetadataReading {
  /** Nothing if the file is not what its name says. */
  readonly metadata: SoftwareMetadata | undefined;
  readonly findings: readonly PubliccodeFinding[];
}
