import type { ForgeKind } from '../../../wiki/register-files/forge-kind.ts';
import type { RecordedRelease } from '../../files-record.ts';
import type { SaidAccount, SaidRepository } from '../../record.ts';
import type { RepositoryFiles } from '../files/repository-files.ts';
import type { ForgeClient } from '../forge-client.ts';
import type { KeptPages } from '../listed-pages.ts';

/** Where a forge is, and how it is asked. */
export interface ForgePlace {
  readonly host: string;
  readonly kind: ForgeKind;
  readonly client: ForgeClient;
  readonly kept: KeptPages;
}

/** What a forge says of an account. */
export interface AccountListing {
  readonly account: SaidAccount;
  readonly repositories: readonly SaidRepository[];
  /** Whether every repository of it is there. */
  readonly isComplete: boolean;
}

/** How forges of a kind are asked. */
export interface Connector {
  /** An account with its repositories; throws {@link ForgeFault}. */
  listAccount(place: ForgePlace, login: string): Promise<AccountListing>;
  /** The logins of all accounts, of a forge that is an organisation's own. */
  listLogins(place: ForgePlace): Promise<readonly string[]>;
  /** What it says of one repository, by its present or former address; throws {@link ForgeFault}. */
  repository(place: ForgePlace, path: string): Promise<SaidRepository | undefined>;
  /** The files of the default branch of a repository. */
  files?(place: ForgePlace, repository: SaidRepository): Promise<RepositoryFiles>;
  /** Its newest releases, the newest first; throws {@link ForgeFault}. */
  releases?(place: ForgePlace, repository: SaidRepository): Promise<readonly RecordedRelease[]>;
}
