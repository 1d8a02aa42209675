/**
 * What a publiccode.yml says, as far as it could be read: each value is of its kind, none is sure to be there, and a value
 * that breaks a rule (a text too long, a word of no list) is kept as it is written. What may be one or several is a list.
 */
export interface Publiccode {
  readonly publiccodeYmlVersion?: string;
  readonly name?: string;
  readonly applicationSuite?: string;
  readonly url?: string;
  readonly landingURL?: string;
  readonly isBasedOn?: readonly string[];
  readonly softwareVersion?: string;
  readonly releaseDate?: string;
  readonly logo?: string;
  readonly platforms?: readonly string[];
  readonly categories?: readonly string[];
  readonly usedBy?: readonly string[];
  readonly fundedBy?: readonly Organisation[];
  readonly roadmap?: string;
  readonly developmentStatus?: string;
  readonly softwareType?: string;
  readonly organisation?: Organisation;
  readonly supports?: readonly { readonly id?: string }[];
  readonly intendedAudience?: {
    readonly countries?: readonly string[];
    readonly unsupportedCountries?: readonly string[];
    readonly scope?: readonly string[];
  };
  /** By language, as BCP 47 writes it. */
  readonly description?: Readonly<Record<string, Description>>;
  readonly legal?: {
    readonly license?: string;
    readonly mainCopyrightOwner?: string;
    readonly repoOwner?: string;
  };
  readonly maintenance?: {
    readonly type?: string;
    readonly contractors?: readonly Contractor[];
    readonly contacts?: readonly Contact[];
  };
  readonly localisation?: {
    readonly localisationReady?: boolean;
    readonly availableLanguages?: readonly string[];
  };
  readonly dependsOn?: Readonly<Partial<Record<'open' | 'proprietary' | 'hardware', readonly Dependency[]>>>;
}

export interface Organisation {
  readonly name?: string;
  readonly uri?: string;
}

export interface Description {
  readonly localisedName?: string;
  readonly genericName?: string;
  readonly shortDescription?: string;
  readonly longDescription?: string;
  readonly documentation?: string;
  readonly apiDocumentation?: string;
  readonly features?: readonly string[];
  readonly screenshots?: readonly string[];
  readonly videos?: readonly string[];
  readonly awards?: readonly string[];
}

export interface Contractor {
  readonly name?: string;
  readonly until?: string;
  readonly email?: string;
  readonly website?: string;
}

export interface Contact {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly affiliation?: string;
}

export interface Dependency {
  readonly name?: string;
  readonly versionMin?: string;
  readonly versionMax?: string;
  readonly version?: string;
  readonly optional?: boolean;
}
