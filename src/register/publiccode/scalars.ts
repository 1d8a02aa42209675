import { readLicenceExpression } from '../spdx.ts';
import type { Value } from './keys.ts';
import { nearest } from './nearest.ts';
import {
  type Complaint,
  checkCountry,
  checkDate,
  checkLanguage,
  checkPath,
  checkUri,
  checkUrl,
  countCharacters,
  htmlIn,
  isEmail,
  isIpaCode,
  isMediaType,
  isPhone,
  isUri,
} from './values.ts';
import { DEFAULT_VERSION, isFrom, type Version, versionNamed } from './versions.ts';
import { PLATFORMS, SUPPORT_ALIASES, VOCABULARIES, type Vocabulary, type Word } from './vocabularies.ts';

/** What texts are checked against. */
export interface Against {
  readonly version: Version;
  /** YYYY-MM-DD. */
  readonly today: string;
}

export type TextValue = Exclude<Value, { is: 'list' | 'section' | 'languages' | 'anything' | 'boolean' }>;

type Of<Kind extends TextValue['is']> = Extract<TextValue, { is: Kind }>;

type Checks = {
  readonly [Kind in TextValue['is']]: (text: string, value: Of<Kind>, against: Against) => Some;
};

type Some = readonly Complaint[] | Complaint | undefined;

/** How each kind of text is checked. */
const CHECKS: Checks = {
  text: (text, value, { version }) => checkText(text, value, version),
  word: (text, { of }, { version }) => checkWord(text, of, version),
  path: (text, { formats }) => checkPath(text, formats),
  date: (text, { warns }, { today }) => checkDate(text, warns, today),
  version: checkVersion,
  url: (text) => checkUrl(text, false),
  webAddress: (text) => checkUrl(text, true),
  uri: checkUri,
  support: checkSupport,
  platform: checkPlatform,
  email: (text) => (isEmail(text) ? undefined : { rule: 'not-an-email' }),
  phone: (text, _, { version }) =>
    isPhone(text) ? undefined : { rule: isFrom(version, '1') ? 'not-a-phone' : 'phone-prefix' },
  language: (text, _, { version }) => checkLanguage(text, version),
  country: (text, _, { version }) => checkCountry(text, version),
  mediaType: (text) => (isMediaType(text) ? undefined : { rule: 'not-a-media-type' }),
  licence: checkLicence,
  ipaCode: (text) => (isIpaCode(text) ? undefined : { rule: 'not-a-uri' }),
};

/** What is wrong with a text that should be `value`. */
export function checkScalar(text: string, value: TextValue, against: Against): readonly Complaint[] {
  const check = CHECKS[value.is] as (text: string, value: TextValue, against: Against) => Some;
  const complaints = check(text, value, against) ?? [];
  return Array.isArray(complaints) ? complaints : [complaints as Complaint];
}

function checkText(text: string, value: Of<'text'>, version: Version): readonly Complaint[] {
  const { max, min, oneLine, prose } = value;
  const least = min?.findLast(([since]) => isFrom(version, since))?.[1] ?? 0;
  const length = max === undefined && least === 0 ? 0 : countCharacters(text.trim());
  const html = prose ? htmlIn(text) : undefined;
  return [
    ...(max !== undefined && length > max
      ? [{ rule: 'too-long', found: `${length}`, expected: `${max}` } as const]
      : []),
    ...(length < least ? [{ rule: 'too-short', found: `${length}`, expected: `${least}` } as const] : []),
    ...(oneLine && text.trim().includes('\n') ? [{ rule: 'several-lines' } as const] : []),
    ...(html !== undefined ? [{ rule: 'html', found: html } as const] : []),
  ];
}

function checkWord(text: string, of: Vocabulary, version: Version): Complaint | undefined {
  const words: readonly Word[] = VOCABULARIES[of];
  const entry = words.find(({ word }) => word === text);
  if (!entry) {
    const now = words.filter(({ since, removed }) => isHeld(version, since, removed)).map(({ word }) => word);
    const meant = nearest(text, now);
    return { rule: 'not-in-list', expected: meant ?? (now.length <= 12 ? now.join(', ') : undefined) };
  }
  const { since, removed, deprecated, instead } = entry;
  if (removed !== undefined && isFrom(version, removed)) return { rule: 'removed-value', expected: instead };
  if (since !== undefined && !isFrom(version, since)) return { rule: 'later-value', expected: since };
  if (deprecated !== undefined && isFrom(version, deprecated))
    return { rule: 'deprecated-value', expected: instead };
  return undefined;
}

function isHeld(version: Version, since: Version | undefined, removed: Version | undefined): boolean {
  return (
    (since === undefined || isFrom(version, since)) && (removed === undefined || !isFrom(version, removed))
  );
}

function checkVersion(text: string): Complaint | undefined {
  const version = versionNamed(text);
  if (version === undefined) return { rule: 'unknown-version', expected: DEFAULT_VERSION };
  return isFrom(version, DEFAULT_VERSION) ? undefined : { rule: 'old-version', expected: DEFAULT_VERSION };
}

function checkSupport(text: string): Complaint | undefined {
  const alias = /^alias:(.*)$/i.exec(text)?.[1];
  if (alias === undefined) return isUri(text) ? undefined : { rule: 'not-a-uri' };
  if (SUPPORT_ALIASES.includes(alias)) return undefined;
  const meant = nearest(alias, SUPPORT_ALIASES);
  return {
    rule: 'not-in-list',
    expected: meant ? `alias:${meant}` : SUPPORT_ALIASES.map((one) => `alias:${one}`).join(', '),
  };
}

/** Any platform will do; those of the list have one spelling. */
function checkPlatform(text: string): Complaint | undefined {
  if (PLATFORMS.includes(text)) return undefined;
  const fold = text.toLowerCase();
  const meant =
    fold === 'macos' || fold === 'mac os' ? 'mac' : PLATFORMS.find((platform) => platform === fold);
  return meant === undefined ? undefined : { rule: 'other-spelling', expected: meant };
}

function checkLicence(text: string): Some {
  const expression = readLicenceExpression(text);
  if (!expression) return { rule: 'not-an-expression' };
  const { canonical, unknown, deprecated, isRespelled } = expression;
  return [
    ...unknown.map((id) => ({ rule: 'unknown-licence', found: id }) as const),
    ...deprecated.map(
      ({ id, instead }) => ({ rule: 'deprecated-licence', found: id, expected: instead }) as const,
    ),
    ...(isRespelled && unknown.length === 0
      ? [{ rule: 'licence-spelling', expected: canonical } as const]
      : []),
  ];
}
