import { type Catalogue, type Row, recordsOf } from './rows.ts';

/** A `code.json`, in version 1 and 2 of the schema of code.gov (`projects` and `releases`). */
interface CodeJson {
  readonly agency: unknown;
  readonly releases?: readonly Row[];
  readonly projects?: readonly Row[];
}

export function isCodeJson(value: unknown): value is CodeJson {
  if (typeof value !== 'object' || value === null || !('agency' in value)) return false;
  return ['releases', 'projects'].some((name) => Array.isArray((value as Row)[name]));
}

/** What an agency says of its code; what it says is not published has no address, and is passed over. */
export function codeJson({ releases, projects }: CodeJson): Catalogue {
  const all = (releases ?? projects ?? []).filter((one) => typeof one === 'object' && one !== null);
  const { faults, ...said } = recordsOf('repositories', all.map(rowOf));
  return { ...said, skipped: faults.map((at) => at + 1) };
}

function rowOf(release: Row): Row {
  const permissions = (release.permissions ?? {}) as Row;
  const [licence] = Array.isArray(permissions.licenses) ? (permissions.licenses as Row[]) : [];
  const date = (release.date ?? {}) as Row;
  const [language] = Array.isArray(release.languages) ? release.languages : [];
  return {
    name: release.name,
    repository_url: release.repositoryURL ?? release.repository,
    description: release.description,
    homepage: release.homepageURL ?? release.homepage,
    license: licence?.name,
    language,
    topics: release.tags,
    created_at: date.created,
    updated_at: date.metadataLastUpdated ?? date.lastModified,
  };
}
