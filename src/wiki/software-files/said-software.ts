export const STATUSES = ['observation', 'recommended', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

/** Why and when a software is no longer recommended, and which version was the last that was. */
export interface Withdrawal {
  readonly on: string | null;
  readonly why: string | null;
  readonly lastVersion: string | null;
}

export interface Similar {
  readonly name: string;
  /** Null where nobody says. */
  readonly free: boolean | null;
  readonly wikidata: string | null;
}

export interface Instance {
  readonly url: string;
  /** For whom it is. */
  readonly audience: string | null;
  readonly operator: string | null;
}

export interface Provider {
  readonly name: string;
  readonly url: string | null;
}

/** What was given back to its project. */
export interface Contribution {
  readonly title: string;
  readonly url: string | null;
  readonly date: string | null;
}

export type AttributeValue = string | number | boolean | readonly string[];

/** What a row, a sheet or another source says of a software: undefined where it says nothing. */
export interface SaidSoftware {
  readonly category?: string | undefined;
  readonly critical?: boolean | undefined;
  readonly status?: Status | undefined;
  readonly withdrawal?: Withdrawal | undefined;
  /** A year, a month or a day. */
  readonly since?: string | undefined;
  readonly minimumVersion?: string | undefined;
  readonly latestVersion?: string | undefined;
  readonly licence?: string | undefined;
  readonly repository?: string | undefined;
  readonly homepage?: string | undefined;
  readonly wikidata?: string | undefined;
  /** Its number in the SILL. */
  readonly sill?: string | undefined;
  readonly systems?: readonly string[] | undefined;
  readonly contracts?: readonly string[] | undefined;
  readonly descriptions?: Readonly<Record<string, string>> | undefined;
  readonly attributes?: Readonly<Record<string, AttributeValue>> | undefined;
  readonly similar?: readonly Similar[] | undefined;
  readonly instances?: readonly Instance[] | undefined;
  readonly providers?: readonly Provider[] | undefined;
  readonly contributions?: readonly Contribution[] | undefined;
}
