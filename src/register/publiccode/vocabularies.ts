import type { Version } from './versions.ts';

/** A word of a controlled list: from which version on, until which one (without it), and since when it is deprecated. */
export interface Word {
  readonly word: string;
  readonly since?: Version;
  readonly removed?: Version;
  readonly deprecated?: Version;
  readonly instead?: string;
}

function words(list: string, more: Omit<Word, 'word'> = {}): readonly Word[] {
  return list.split(/\s+/).map((word) => ({ word, ...more }));
}

/** `tags`, of 0.1 alone. */
const TAGS = words(
  `3dgraphics accessibility accounting amusement archiving art artificial-intelligence backend calculator calendar chat
  classroom-management clock content-management compression construction contact-management database debugger dictionary
  documentation electronics email emulator engineering file-manager file-transfer finance flowchart gui-designer identity
  instant-messaging library medical monitor museum music news ocr parallel-computing photography presentation printing
  procurement project-management publishing raster-graphics remote-access revision-control robotics scanning security
  sports spreadsheet telephony terminal-emulator texteditor texttools translation vector-graphics video-conference viewer
  web-browser whistleblowing word-processor`,
);

const CATEGORIES = [
  ...words(
    `accounting agile-project-management applicant-tracking application-development appointment-scheduling backup
    billing-and-invoicing blog budgeting business-intelligence business-process-management cad call-center-management
    cloud-management collaboration communications compliance-management contact-management content-management crm
    customer-service-and-support data-analytics data-collection data-visualization digital-asset-management
    digital-citizenship document-management donor-management e-commerce e-signature email-management email-marketing
    employee-management enterprise-project-management enterprise-social-networking erp event-management
    facility-management feedback-and-reviews-management financial-reporting fleet-management fundraising gamification
    geographic-information-systems grant-management graphic-design help-desk hr ide identity-management
    instant-messaging inventory-management it-asset-management it-development it-management it-security
    it-service-management knowledge-management learning-management-system marketing mind-mapping mobile-marketing
    mobile-payment network-management office online-booking online-community payment-gateway payroll
    predictive-analysis procurement productivity-suite project-collaboration project-management property-management
    real-estate-management remote-support resource-management sales-management seo service-desk
    social-media-management survey talent-management task-management taxes-management test-management time-management
    time-tracking translation video-conferencing video-editing visitor-management voip warehouse-management
    web-collaboration web-conferencing website-builder workflow-management`,
  ),
  ...words('educational-content whistleblowing', { since: '0.3' }),
  ...words('design design-system integrated-library-system regulations-and-directives', { since: '0.4' }),
  ...words('other', { since: '0.5' }),
];

const SCOPES = [
  ...words(
    `agriculture culture defence education emergency-services employment energy environment
    finance-and-economic-development foreign-affairs healthcare infrastructures justice local-authorities manufacturing
    research science-and-technology security society sport tourism transportation welfare`,
  ),
  ...words('government', { removed: '1' }),
];

const SOFTWARE_TYPES = [
  ...words('addon library configurationFiles'),
  ...words('softwareAddon', { removed: '0.2', instead: 'addon' }),
  ...words('standalone', { deprecated: '0.2', removed: '0.3', instead: 'standalone/other' }),
  ...words(
    'standalone/mobile standalone/iot standalone/desktop standalone/web standalone/backend standalone/other',
    { since: '0.2' },
  ),
];

/** `intendedAudience/onlyFor`, of 0.1 alone. */
const ADMINISTRATIONS = words(
  `cities health-services police-forces schools universities it-ag-turismo it-ag-lavoro it-ag-agricolo it-ag-formazione
  it-ag-fiscale it-ag-negoziale it-ag-erogagric it-ag-sanita it-ag-dirstudio it-altrilocali it-aci it-au-indip it-au-ato
  it-au-bacino it-au-portuale it-az-edilizia it-az-autonomo hospital it-az-servizi it-az-sanita it-camcom it-metro city
  it-montana it-co-bacino it-co-ricerca it-co-industria it-co-locali it-centrale it-provincia police it-regione it-afam
  school university`,
);

export const VOCABULARIES = {
  tags: TAGS,
  categories: CATEGORIES,
  scopes: SCOPES,
  administrations: ADMINISTRATIONS,
  softwareTypes: SOFTWARE_TYPES,
  statuses: words('concept development beta stable obsolete'),
  maintenance: words('internal contract community none'),
  extensionVersions: words('0.2 1.0'),
} as const satisfies Readonly<Record<string, readonly Word[]>>;

export type Vocabulary = keyof typeof VOCABULARIES;

/** Values that have one spelling; others are allowed beside them. */
export const PLATFORMS: readonly string[] = ['web', 'windows', 'mac', 'linux', 'ios', 'android'];

/** What `supports` calls by a short name, after `alias:`. */
export const SUPPORT_ALIASES: readonly string[] = [
  'gdpr',
  'eidas',
  'nis2',
  'cra',
  'spid',
  'cie',
  'anpr',
  'pagopa',
  'io',
];
