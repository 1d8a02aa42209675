/** How much a finding matters, the gravest first. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What can be found wrong in a wiki, and how much it matters where the settings say nothing. */
export const CHECK_RULES = {
  'dead-link': 'error',
  'moved-link': 'warning',
  'dead-anchor': 'warning',
  'malformed-link': 'error',
  'unchecked-link': 'note',
  'broken-symlink': 'warning',
  'front-matter': 'error',
  'front-matter-value': 'warning',
  'duplicate-title': 'note',
  'duplicate-address': 'error',
  table: 'error',
  calendar: 'error',
  'image-alt': 'warning',
  'heading-skip': 'warning',
  'stale-translation': 'warning',
  'missing-translation': 'note',
  encoding: 'warning',
  'unreadable-file': 'error',
  'unreferenced-file': 'note',
  settings: 'error',
  register: 'error',
  software: 'error',
  'external-dead': 'error',
  'external-unreachable': 'warning',
  'external-moved': 'note',
} as const satisfies Readonly<Record<string, Severity>>;

export type CheckRule = keyof typeof CHECK_RULES;

export const RULE_NAMES = Object.keys(CHECK_RULES) as readonly CheckRule[];

export function isCheckRule(name: string): name is CheckRule {
  return Object.hasOwn(CHECK_RULES, name);
}
