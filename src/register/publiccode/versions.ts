/** The versions of the standard, oldest first. 0.6 changed no rule. */
export const VERSIONS = ['0.1', '0.2', '0.3', '0.4', '0.5', '0.6', '0.7', '1'] as const;

export type Version = (typeof VERSIONS)[number];

/** What is taken where a file does not say, or says what is unknown: the newest before 1. */
export const DEFAULT_VERSION: Version = '0.7';

const ALIASES: Readonly<Record<string, Version>> = { '0': DEFAULT_VERSION };
const W3ID = /^https?:\/\/w3id\.org\/publiccode\/version\//;

/** The version a file claims: `0.2`, `0.2.1`, `0` (any before 1), `1`, `1.0`, or the address that 0.1 gave it. */
export function versionNamed(claimed: string): Version | undefined {
  const number = claimed.replace(W3ID, '').replace(/\/$/, '');
  const named = ALIASES[number];
  if (named) return named;
  const parts = /^(\d+)(?:\.(\d+))?(?:\.\d+)?$/.exec(number);
  if (!parts) return undefined;
  const short = parts[1] === '1' && (parts[2] ?? '0') === '0' ? '1' : `${parts[1]}.${parts[2]}`;
  return VERSIONS.find((version) => version === short);
}

/** Whether `version` is `other` or came after it. */
export function isFrom(version: Version, other: Version): boolean {
  return VERSIONS.indexOf(version) >= VERSIONS.indexOf(other);
}
