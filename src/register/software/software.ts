import type { OutsideSource } from '../../config/software-settings.ts';

/** Who says something of a software: the table, its sheet, or an outside source. */
export type Voice = 'table' | 'sheet' | OutsideSource;

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

/** What one voice says of a software: undefined where it says nothing. */
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

/** Fields of which the first voice that knows is believed. */
export const SINGLE_FIELDS = [
  'category',
  'critical',
  'status',
  'withdrawal',
  'since',
  'minimumVersion',
  'latestVersion',
  'licence',
  'repository',
  'homepage',
  'wikidata',
  'sill',
  'systems',
  'contracts',
] as const satisfies readonly (keyof SaidSoftware)[];

/** Fields to which each voice adds. */
export const GATHERED_FIELDS = ['similar', 'instances', 'providers', 'contributions'] as const;
export type GatheredField = (typeof GATHERED_FIELDS)[number];

/** A software of the catalogue, as all voices together tell it. */
export interface Software extends SaidSoftware {
  /** In its address. */
  readonly key: string;
  /** As the table numbers it; null where it does not. */
  readonly id: string | null;
  readonly name: string;
  readonly contracts: readonly string[];
  readonly descriptions: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly similar: readonly Similar[];
  readonly instances: readonly Instance[];
  readonly providers: readonly (Provider & { readonly from: Voice })[];
  readonly contributions: readonly Contribution[];
  /** The path of its sheet. */
  readonly sheet: string | null;
  /** Who told each field: `licence`, `descriptions.fr`, `attributes.hosting`. */
  readonly origins: Readonly<Record<string, Voice>>;
}
