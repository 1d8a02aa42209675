import { MAX_FINDINGS, type RecordedFindings, type RecordedPubliccode } from '../../files-record.ts';
import type { PubliccodeReading } from '../../publiccode/check.ts';
import type { PubliccodeFinding } from '../../publiccode/finding.ts';

const MAX_LANGUAGES = 30;
const MAX_CATEGORIES = 20;
const MAX_SHORT = 300;

/** What a record keeps of a publiccode.yml; null of what is no such file. */
export function saidPubliccode({ publiccode, version }: PubliccodeReading): RecordedPubliccode | null {
  if (!publiccode) return null;
  const descriptions = Object.entries(publiccode.description ?? {}).flatMap(
    ([language, { shortDescription }]) =>
      shortDescription ? [[language, short(shortDescription)] as const] : [],
  );
  return {
    version,
    name: orNull(publiccode.name),
    url: orNull(publiccode.url),
    landing_url: orNull(publiccode.landingURL),
    short_descriptions: Object.fromEntries(descriptions.slice(0, MAX_LANGUAGES)),
    software_version: orNull(publiccode.softwareVersion),
    release_date: orNull(publiccode.releaseDate),
    maintenance_type: orNull(publiccode.maintenance?.type),
    development_status: orNull(publiccode.developmentStatus),
    software_type: orNull(publiccode.softwareType),
    categories: (publiccode.categories ?? []).slice(0, MAX_CATEGORIES).map(short),
  };
}

/** How much is wrong in it, and the first of it. */
export function saidFindings(findings: readonly PubliccodeFinding[]): RecordedFindings {
  const count = (severity: PubliccodeFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    list: findings.slice(0, MAX_FINDINGS).map((finding) => ({
      ...finding,
      key: short(finding.key),
    })),
  };
}

function orNull(text: string | undefined): string | null {
  return text === undefined ? null : short(text) || null;
}

function short(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > MAX_SHORT ? `${trimmed.slice(0, MAX_SHORT - 1)}…` : trimmed;
}
