import type { FreedomSays } from '../../register/licence-freedom.ts';
import type { CodeList, CodePageKind } from '../register/addresses.ts';

/** Words around the pages by which the register is browsed. */
export interface CodePagesMessages {
  readonly codePages: {
    readonly sections: string;
    readonly titles: Readonly<Record<CodeList, string>>;
    readonly intros: Readonly<Record<CodeList, string>>;
    /** The way to each of these lists, from a facet. */
    readonly all: Readonly<Record<CodeList, string>>;
    readonly kindOf: Readonly<Record<CodePageKind, string>>;
    readonly about: (name: string) => string;
    /** An organisation of which only the identifier is known, and the name of an account it has. */
    readonly unnamed: (id: string, account?: string) => string;
    readonly unnamedTitle: string;
    readonly unnamedIntro: string;
    /** Sorts of software, as publiccode.yml names them. */
    readonly kinds: Readonly<Record<string, string>>;
    readonly seeAll: (count: string) => string;
    readonly openest: string;
    readonly latest: string;
    readonly most: Readonly<Record<'organisation' | 'language' | 'licence' | 'forge' | 'topic', string>>;
    readonly name: string;
    readonly repositories: string;
    readonly stars: string;
    readonly forks: string;
    readonly followers: string;
    readonly parents: string;
    readonly below: string;
    readonly accounts: string;
    readonly noAccount: string;
    readonly office: string;
    readonly offices: string;
    readonly directory: string;
    readonly identifier: string;
    readonly program: string;
    readonly policies: string;
    readonly nothing: string;
    readonly counted: (from: number, to: number, of: number) => string;
    readonly pages: string;
    readonly freedom: string;
    readonly osi: Readonly<Record<FreedomSays, string>>;
    readonly fsf: Readonly<Record<FreedomSays, string>>;
    readonly licenceText: string;
    readonly notSpdx: string;
    readonly deprecated: string;
    readonly country: string;
    readonly officeSite: string;
    readonly officeCode: string;
    readonly noOffices: string;
    readonly organisation: string;
    readonly ecosystem: string;
    readonly ecosystems: string;
    readonly allEcosystems: string;
    readonly added: string;
    readonly tested: string;
    readonly noRemarkable: string;
    readonly notInRegister: string;
    readonly release: string;
    readonly maintenance: string;
    readonly status: string;
    /** As publiccode.yml names them. */
    readonly statuses: Readonly<Record<string, string>>;
    readonly maintenances: Readonly<Record<string, string>>;
  };
}
