import { localized } from '../../config/settings.ts';
import type { Software } from '../../register/software/software.ts';
import type { SoftwareTable } from '../../store/software-tables.ts';
import type { Site } from '../../wiki/site.ts';
import type { AttributeValue, Status } from '../../wiki/software-files/said-software.ts';
import { messagesOf } from '../context.ts';
import type { Messages } from '../messages/messages.ts';

/** How systems write their own names. */
const SYSTEMS: Readonly<Record<string, string>> = {
  linux: 'Linux',
  windows: 'Windows',
  macos: 'macOS',
  mac: 'macOS',
  android: 'Android',
  ios: 'iOS',
  bsd: 'BSD',
};

/** What the catalogue calls things for a reader of a language. */
export interface SoftwareWords {
  readonly messages: Messages;
  facetTitle(facet: string): string;
  valueName(facet: string, value: string): string;
  /** What a field of the table or an attribute is called. */
  fieldName(field: string): string;
  /** A cell of the table as it is said in a sentence. */
  cell(field: string, value: string): string;
  contract(name: string): string;
  attribute(name: string): string;
  attributeValue(value: AttributeValue): string;
  /** A year, a month or a day. */
  day(written: string): string;
}

export function softwareWords(site: Site, language: string): SoftwareWords {
  const messages = messagesOf({ site }, language);
  const words = messages.software;
  const { code } = messages;
  const settings = site.settings.software;
  const attribute = (name: string) => {
    const label = settings?.attributes[name]?.label;
    return label === undefined ? name : localized(label, language);
  };
  const contract = (name: string) => {
    const title = settings?.contracts[name]?.title;
    return title === undefined ? name : localized(title, language);
  };
  const flag = (value: string) => (value === 'yes' ? code.yes : value === 'no' ? code.no : value);
  const titled = words.facets as Readonly<Record<string, string>>;
  const facts = words.facts as Readonly<Record<string, string>>;
  const ofAttribute = (name: string) => /^attributes?\.(.+)$/.exec(name)?.[1];
  return {
    messages,
    facetTitle: (facet) => {
      const name = ofAttribute(facet);
      return name === undefined ? (titled[facet] ?? facet) : attribute(name);
    },
    valueName: (facet, value) => {
      if (facet === 'critical') return value === 'yes' ? words.critical : words.notCritical;
      if (facet === 'status') return words.statuses[value as Status] ?? value;
      if (facet === 'contract') return contract(value);
      if (facet === 'system') return SYSTEMS[value] ?? value;
      const name = ofAttribute(facet);
      return name !== undefined && settings?.attributes[name]?.kind === 'flag' ? flag(value) : value;
    },
    fieldName: (field) => {
      const name = ofAttribute(field);
      return name === undefined ? (facts[field] ?? field) : attribute(name);
    },
    cell: (_, value) => (value === '' ? words.empty : value),
    contract,
    attribute,
    attributeValue: (value) =>
      typeof value === 'boolean'
        ? flag(value ? 'yes' : 'no')
        : typeof value === 'number'
          ? messages.number(value)
          : typeof value === 'string'
            ? value
            : value.join(', '),
    day: (written) =>
      written.length === 4
        ? written
        : written.length === 7
          ? messages.month(`${written}-01`)
          : messages.date(written),
  };
}

/** What it is in a sentence, in the reader's language where somebody wrote it, else in the first there is. */
export function descriptionOf(
  { descriptions }: Pick<Software, 'descriptions'>,
  language: string,
  { languages }: Pick<Site, 'languages'>,
): { readonly text: string; readonly language: string } | undefined {
  const known = [language, ...languages, 'en', ...Object.keys(descriptions)].find((one) => descriptions[one]);
  return known === undefined ? undefined : { text: descriptions[known] as string, language: known };
}

/** What one must know of a software before anything else. */
export function softwareMarks(
  { critical, status }: Pick<Software, 'critical' | 'status'>,
  state: SoftwareTable['state'],
  { software: words }: Pick<Messages, 'software'>,
): string[] {
  return [
    ...(state === 'removed' ? [words.removed] : []),
    ...(status === undefined ? [] : [words.statuses[status]]),
    ...(critical === true ? [words.critical] : []),
  ];
}

export function recordOf({ record }: Pick<SoftwareTable, 'record'>): Software {
  return JSON.parse(record) as Software;
}
