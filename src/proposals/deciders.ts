import type { MailList } from '../mail/list.ts';
import type { Reader } from '../store/database.ts';

/** A proposal, as far as it matters for who decides of it. */
export interface Decidable {
  readonly list: string;
  /** All the files that it changes. */
  readonly paths: readonly string[];
}

/** Who decides of proposals now: asked of roles, which are known above. */
export interface Deciders {
  /** The addresses of those who are told that a proposal came: who keeps its list, and whose role is to decide of it. */
  toTell(reader: Reader, proposal: Decidable): Promise<readonly string[]>;
  may(reader: Reader, address: string, proposal: Decidable): Promise<boolean>;
}

/** They are those of the lists that a wiki has at the time. */
export type DecidersAmong = (lists: readonly MailList[]) => Deciders;
