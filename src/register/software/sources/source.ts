import type { SaidSoftware } from '../../../wiki/software-files/said-software.ts';
import type { Known } from '../compose.ts';

/** What a source says of one software, and what it knows it by. */
export interface Told {
  readonly name?: string | undefined;
  readonly wikidata?: string | undefined;
  readonly sill?: string | undefined;
  /** Its page there. */
  readonly page?: string | undefined;
  readonly said: SaidSoftware;
}

/** How an outside source is asked and understood. */
export interface Connector {
  /** Where it is asked, unless the settings say otherwise. */
  readonly url: string;
  /** What it is asked about: one question each; `['']` of a source that tells all at once. */
  subjects(known: readonly Known[]): readonly string[];
  /** The address of a question, under `url`. */
  address(url: string, subject: string): string;
  /** What an answer says. Throws what zod throws when it is not what such a source answers. */
  read(value: unknown, subject: string): readonly Told[];
}
