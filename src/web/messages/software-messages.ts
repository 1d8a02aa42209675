import type { SOFTWARE_FACETS } from '../../register/software/index-entry.ts';
import type { Voice } from '../../register/software/software.ts';
import type { SoftwareSort } from '../../store/software-listing.ts';
import type { Status } from '../../wiki/software-files/said-software.ts';

export type SoftwareFact =
  | 'id'
  | 'category'
  | 'critical'
  | 'status'
  | 'since'
  | 'minimumVersion'
  | 'latestVersion'
  | 'licence'
  | 'repository'
  | 'homepage'
  | 'wikidata'
  | 'sill'
  | 'description'
  | 'systems'
  | 'contracts'
  | 'name'
  | 'withdrawnOn'
  | 'withdrawnWhy'
  | 'lastVersion'
  | 'similar'
  | 'providers'
  | 'instances'
  | 'users';

/** Words around the catalogue of supported software. */
export interface SoftwareMessages {
  readonly software: {
    readonly title: string;
    readonly intro: string;
    readonly search: string;
    readonly found: (count: number) => string;
    readonly nothing: string;
    readonly nothingYet: string;
    readonly nothingYetText: string;
    readonly pages: string;
    readonly download: string;
    readonly facets: Readonly<Record<(typeof SOFTWARE_FACETS)[number], string>>;
    readonly sorts: Readonly<Record<SoftwareSort, string>>;
    readonly statuses: Readonly<Record<Status, string>>;
    readonly critical: string;
    readonly notCritical: string;
    readonly removed: string;
    readonly software: string;
    readonly facts: Readonly<Record<SoftwareFact, string>>;
    readonly voices: Readonly<Record<Voice, string>>;
    readonly from: (voice: string) => string;
    readonly origins: string;
    readonly noDescription: string;
    readonly open: string;
    readonly readSheet: string;
    readonly inRegister: string;
    /** In the register of source code: what a repository is the source of. */
    readonly supported: string;
    readonly withdrawn: string;
    readonly withdrawnOn: (date: string) => string;
    readonly lastRecommended: (version: string) => string;
    readonly removedOn: (date: string) => string;
    readonly similar: string;
    readonly free: string;
    readonly notFree: string;
    readonly instances: string;
    readonly audience: (who: string) => string;
    readonly operatedBy: (who: string) => string;
    readonly providers: string;
    readonly trainings: string;
    readonly trainingsIntro: string;
    readonly trainingsFound: (count: number) => string;
    readonly searchTrainings: string;
    readonly allTrainings: string;
    readonly website: string;
    readonly contributions: string;
    readonly studies: string;
    readonly wikiPages: string;
    readonly people: string;
    readonly users: (count: number) => string;
    readonly referents: (count: number) => string;
    readonly nobody: string;
    readonly anonymous: string;
    readonly declare: string;
    readonly history: string;
    readonly events: {
      readonly added: string;
      readonly removed: string;
      readonly changed: (field: string, before: string, after: string) => string;
    };
    readonly changes: string;
    readonly changesIntro: string;
    readonly changesOf: (count: number) => string;
    readonly moreChanges: (count: number) => string;
    readonly noChanges: string;
    readonly older: string;
    readonly empty: string;
    readonly by: string;
    readonly follow: string;
    readonly faults: (count: number) => string;
    readonly lastGood: string;
    readonly line: (path: string, line: number) => string;
    readonly compare: string;
    readonly compareTick: string;
    readonly compareOne: (name: string) => string;
    readonly compareButton: string;
    readonly compareThem: string;
    readonly compareIntro: string;
    readonly compareTooFew: string;
    readonly compareTooMany: string;
    readonly contracts: string;
    readonly contract: string;
    readonly contractFrom: (date: string) => string;
    readonly contractUntil: (date: string) => string;
    readonly contractOver: (date: string) => string;
    readonly presentation: string;
    readonly covered: (count: number) => string;
    readonly beneficiaries: string;
    readonly beneficiariesIntro: (count: number) => string;
    readonly searchBeneficiaries: string;
    readonly allBeneficiaries: string;
    readonly feedTitle: string;
    readonly feedSubtitle: string;
    readonly feedTitleOf: (name: string) => string;
    readonly declareTitle: (name: string) => string;
    readonly declareIntro: string;
    readonly kind: string;
    readonly kinds: Readonly<Record<'user' | 'referent', string>>;
    readonly yourName: string;
    readonly yourOrganisation: string;
    readonly purpose: string;
    readonly version: string;
    readonly visible: string;
    readonly visibleIntro: string;
    readonly showName: string;
    readonly showOrganisation: string;
    readonly showAddress: (address: string) => string;
    readonly declareButton: string;
    readonly withdrawButton: string;
    readonly yours: string;
    readonly declared: string;
    readonly takenBack: string;
    readonly wrongKind: string;
    readonly backTo: (name: string) => string;
  };
}
