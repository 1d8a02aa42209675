/** Where packages of a kind come from. */
export const ECOSYSTEMS = ['npm', 'pypi', 'maven', 'composer', 'gem', 'cargo', 'golang'] as const;

export type Ecosystem = (typeof ECOSYSTEMS)[number];

/** A package that a repository depends on, as one of its files says. */
export interface Dependency {
  readonly ecosystem: Ecosystem;
  /** As its registry writes it: `@scope/name`, `group:artifact`, `vendor/name`. */
  readonly name: string;
  /** Which versions will do, as it is written. */
  readonly requirement?: string | undefined;
  /** The version that a lock file chose. */
  readonly version?: string | undefined;
  /** Whether the repository itself asks for it; unknown where the file does not say. */
  readonly direct?: boolean | undefined;
}
