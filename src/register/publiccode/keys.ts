import type { Version } from './versions.ts';
import type { Vocabulary } from './vocabularies.ts';

/** What a value has to be. */
export type Value =
  | {
      readonly is: 'text';
      readonly min?: Bound;
      readonly max?: number;
      readonly oneLine?: true;
      readonly prose?: true;
      /** A number will do, if YAML does not change how it reads. */
      readonly orNumber?: true;
    }
  | { readonly is: 'word'; readonly of: Vocabulary }
  | { readonly is: 'path'; readonly formats?: readonly string[] }
  | { readonly is: 'date'; readonly warns?: 'future' | 'past' }
  | { readonly is: Simple }
  | { readonly is: 'boolean' }
  | { readonly is: 'list'; readonly of: Value; readonly filled?: true; readonly orOne?: true }
  | { readonly is: 'section'; readonly keys: Keys }
  | { readonly is: 'languages'; readonly keys: Keys }
  | { readonly is: 'anything' };

type Simple =
  | 'version'
  | 'url'
  | 'webAddress'
  | 'uri'
  | 'support'
  | 'platform'
  | 'email'
  | 'phone'
  | 'language'
  | 'country'
  | 'mediaType'
  | 'licence'
  | 'ipaCode';

/** A bound that changed with a version: the last entry the version has reached holds. */
export type Bound = readonly (readonly [Version, number])[];

/** A key of the standard. Where no version is told, all have it. */
export interface Key {
  readonly value: Value;
  /** The versions in which it must be there: from one, until another (without it). */
  readonly required?: readonly [from: Version, until?: Version];
  /** It must be there in one language at least. */
  readonly inOneLanguage?: true;
  readonly since?: Version;
  readonly deprecated?: Version;
  /** The first version that no longer has it. */
  readonly removed?: Version;
  readonly instead?: string;
}

export type Keys = Readonly<Record<string, Key>>;

const ALWAYS = ['0.1'] as const;
const TEXT: Value = { is: 'text' };
const URL: Value = { is: 'url' };
const WEB: Value = { is: 'webAddress' };
const BOOLEAN: Value = { is: 'boolean' };
const LOGO: Value = { is: 'path', formats: ['svg', 'svgz', 'png'] };

const list = (of: Value): Value => ({ is: 'list', of });
const oneOrList = (of: Value): Value => ({ is: 'list', of, orOne: true });
const section = (keys: Keys): Value => ({ is: 'section', keys });
const word = (of: Vocabulary): Value => ({ is: 'word', of });

const ORGANISATION: Keys = {
  name: { value: TEXT },
  uri: { value: { is: 'uri' }, required: ['0.5'] },
};

const FUNDER: Keys = {
  name: { value: TEXT, required: ['0.5', '1'] },
  uri: { value: { is: 'uri' }, required: ['1'] },
};

const DEPENDENCY: Keys = {
  name: { value: TEXT, required: ALWAYS },
  versionMin: { value: { is: 'text', orNumber: true } },
  versionMax: { value: { is: 'text', orNumber: true } },
  version: { value: { is: 'text', orNumber: true } },
  optional: { value: BOOLEAN },
};

const CONTRACTOR: Keys = {
  name: { value: TEXT, required: ALWAYS },
  until: { value: { is: 'date', warns: 'past' }, required: ALWAYS },
  email: { value: { is: 'email' } },
  website: { value: WEB },
};

const CONTACT: Keys = {
  name: { value: TEXT, required: ALWAYS },
  email: { value: { is: 'email' } },
  phone: { value: { is: 'phone' } },
  affiliation: { value: TEXT },
};

const DESCRIPTION: Keys = {
  localisedName: { value: TEXT },
  genericName: {
    value: { is: 'text', max: 35 },
    required: ['0.1', '0.3'],
    deprecated: '0.3',
    removed: '1',
  },
  shortDescription: {
    value: { is: 'text', max: 150, oneLine: true, prose: true },
    required: ALWAYS,
  },
  longDescription: {
    value: {
      is: 'text',
      min: [
        ['0.1', 500],
        ['0.3', 150],
      ],
      max: 10_000,
      prose: true,
    },
    inOneLanguage: true,
  },
  documentation: { value: WEB },
  apiDocumentation: { value: WEB },
  freeTags: { value: list(TEXT), removed: '0.2', instead: 'categories' },
  features: { value: { is: 'list', of: { is: 'text', prose: true }, filled: true }, inOneLanguage: true },
  screenshots: { value: list({ is: 'path', formats: ['png', 'jpg', 'jpeg'] }) },
  videos: { value: list(WEB) },
  awards: { value: list(TEXT) },
};

/** What is `deprecated` here gives no word of its own where the whole section is. */
const ITALY: Keys = {
  countryExtensionVersion: { value: word('extensionVersions'), required: ['0.2'], since: '0.2' },
  conforme: {
    value: section({
      lineeGuidaDesign: { value: BOOLEAN },
      modelloInteroperabilita: { value: BOOLEAN },
      misureMinimeSicurezza: { value: BOOLEAN },
      gdpr: { value: BOOLEAN },
      accessibile: { value: BOOLEAN, removed: '0.2', instead: 'conforme.lineeGuidaDesign' },
      interoperabile: { value: BOOLEAN, removed: '0.2', instead: 'conforme.modelloInteroperabilita' },
      sicuro: { value: BOOLEAN, removed: '0.2', instead: 'conforme.misureMinimeSicurezza' },
      privacy: { value: BOOLEAN, removed: '0.2', instead: 'conforme.gdpr' },
    }),
    deprecated: '0.5',
  },
  piattaforme: {
    value: section({
      spid: { value: BOOLEAN },
      cie: { value: BOOLEAN },
      anpr: { value: BOOLEAN },
      pagopa: { value: BOOLEAN },
      io: { value: BOOLEAN, since: '0.3' },
    }),
  },
  riuso: {
    value: section({
      codiceIPA: { value: { is: 'ipaCode' }, deprecated: '0.5', instead: 'organisation.uri' },
    }),
  },
  ecosistemi: { value: { is: 'anything' }, removed: '0.2', instead: 'intendedAudience.scope' },
  designKit: { value: { is: 'anything' }, removed: '0.2' },
};

/** The sections of countries: `IT` has keys of its own, those of the others are not in the standard. */
export const COUNTRY_SECTION: Key = {
  value: { is: 'anything' },
  deprecated: '0.7',
  removed: '1',
  instead: 'supports',
};

export const ITALIAN_SECTION: Key = { ...COUNTRY_SECTION, value: section(ITALY) };

/** Every key of the standard, in every version: schema.core and its changelog, and the reference parser. See decision 032. */
export const KEYS: Keys = {
  'publiccode-yaml-version': {
    value: { is: 'version' },
    removed: '0.2',
    instead: 'publiccodeYmlVersion',
  },
  publiccodeYmlVersion: { value: { is: 'version' }, required: ['0.2'] },
  name: { value: TEXT, required: ALWAYS },
  applicationSuite: { value: TEXT },
  url: { value: URL, required: ALWAYS },
  landingURL: { value: WEB },
  isBasedOn: { value: oneOrList(URL) },
  softwareVersion: { value: TEXT },
  releaseDate: { value: { is: 'date', warns: 'future' }, required: ['0.1', '0.4'] },
  logo: { value: LOGO },
  monochromeLogo: { value: LOGO, deprecated: '0.3', removed: '1', instead: 'logo' },
  inputTypes: { value: list({ is: 'mediaType' }), deprecated: '0.3', removed: '1' },
  outputTypes: { value: list({ is: 'mediaType' }), deprecated: '0.3', removed: '1' },
  platforms: { value: { is: 'list', of: { is: 'platform' }, filled: true, orOne: true }, required: ALWAYS },
  tags: { value: list(word('tags')), required: ['0.1', '0.2'], removed: '0.2', instead: 'categories' },
  categories: { value: list(word('categories')), required: ['0.2', '0.5'], since: '0.2' },
  usedBy: { value: list(TEXT) },
  fundedBy: { value: list(section(FUNDER)), since: '0.5' },
  roadmap: { value: WEB },
  developmentStatus: { value: word('statuses'), required: ALWAYS },
  softwareType: { value: word('softwareTypes'), required: ALWAYS },
  organisation: { value: section(ORGANISATION), since: '0.5' },
  supports: {
    value: list(section({ id: { value: { is: 'support' }, required: ['0.7'] } })),
    since: '0.7',
  },
  intendedAudience: {
    value: section({
      countries: { value: list({ is: 'country' }) },
      unsupportedCountries: { value: list({ is: 'country' }) },
      onlyFor: {
        value: oneOrList(word('administrations')),
        removed: '0.2',
        instead: 'intendedAudience.scope',
      },
      scope: { value: list(word('scopes')), since: '0.2' },
    }),
  },
  description: { value: { is: 'languages', keys: DESCRIPTION }, required: ALWAYS },
  legal: {
    value: section({
      license: { value: { is: 'licence' }, required: ALWAYS },
      mainCopyrightOwner: { value: TEXT },
      repoOwner: { value: TEXT, deprecated: '0.5', removed: '1', instead: 'organisation.name' },
      authorsFile: { value: { is: 'path' }, deprecated: '0.4', removed: '1' },
    }),
    required: ALWAYS,
  },
  maintenance: {
    value: section({
      type: { value: word('maintenance'), required: ALWAYS },
      contractors: { value: list(section(CONTRACTOR)) },
      contacts: { value: list(section(CONTACT)) },
    }),
    required: ALWAYS,
  },
  localisation: {
    value: section({
      localisationReady: { value: BOOLEAN, required: ALWAYS },
      availableLanguages: {
        value: { is: 'list', of: { is: 'language' }, filled: true },
        required: ALWAYS,
      },
    }),
    required: ALWAYS,
  },
  dependsOn: {
    value: section({
      open: { value: list(section(DEPENDENCY)) },
      proprietary: { value: list(section(DEPENDENCY)) },
      hardware: { value: list(section(DEPENDENCY)) },
    }),
  },
};
