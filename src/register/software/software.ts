import type { OutsideSource } from '../../config/software-settings.ts';
import type {
  AttributeValue,
  Contribution,
  Instance,
  Provider,
  SaidSoftware,
  Similar,
} from '../../wiki/software-files/said-software.ts';

/** Who says something of a software: the table, its sheet, or an outside source. */
export type Voice = 'table' | 'sheet' | OutsideSource;

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
