import type { Severity } from '../../config/check-rules.ts';

/** What may be wrong in a publiccode.yml, by a name that does not change, and how much it matters. */
export const PUBLICCODE_RULES = {
  // The file
  'file-size': 'error',
  encoding: 'error',
  'byte-order-mark': 'warning',
  empty: 'error',
  'not-a-mapping': 'error',
  'too-complex': 'error',
  // YAML
  'yaml-syntax': 'error',
  'json-syntax': 'error',
  'yaml-tab': 'error',
  'yaml-documents': 'error',
  'yaml-tag': 'error',
  'duplicate-key': 'error',
  'yaml-1.1': 'warning',
  unquoted: 'warning',
  // Versions
  'unknown-version': 'error',
  'old-version': 'note',
  'later-key': 'warning',
  'later-value': 'warning',
  'removed-key': 'error',
  'removed-value': 'error',
  'deprecated-key': 'warning',
  'deprecated-value': 'warning',
  // Keys
  'unknown-key': 'error',
  'missing-key': 'error',
  'missing-in-all-languages': 'error',
  'empty-value': 'error',
  'wrong-type': 'error',
  'both-spellings': 'error',
  'key-not-expected': 'error',
  // Values
  'not-in-list': 'error',
  'other-spelling': 'note',
  'too-long': 'error',
  'too-short': 'error',
  'several-lines': 'warning',
  html: 'warning',
  'not-a-url': 'error',
  'not-http': 'error',
  'not-a-uri': 'error',
  'not-a-path': 'error',
  'file-format': 'error',
  'not-a-date': 'error',
  'future-date': 'warning',
  'contract-ended': 'warning',
  'not-an-email': 'error',
  'not-a-phone': 'error',
  'phone-prefix': 'warning',
  'not-a-language': 'error',
  'not-a-country': 'error',
  'not-a-media-type': 'error',
  'unknown-licence': 'error',
  'not-an-expression': 'error',
  'deprecated-licence': 'warning',
  'licence-spelling': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

export type PubliccodeRule = keyof typeof PUBLICCODE_RULES;

export const PUBLICCODE_RULE_NAMES = Object.keys(PUBLICCODE_RULES) as readonly PubliccodeRule[];
