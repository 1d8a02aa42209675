import type { AccountRecord, RepositoryRecord } from '../record.ts';

/** How a cell is read. */
export type CellKind = 'text' | 'flag' | 'count' | 'count-above-0' | 'time' | 'list' | 'address';

/** A column of a published catalogue: what it is here, and what it was called at other times. */
export interface Column<R> {
  readonly field: keyof R;
  readonly kind: CellKind;
  /** code.gouv.fr’s names in English, then in French (2018 to 2021), then those of 2024 and since. */
  readonly names: readonly string[];
}

export const REPOSITORY_COLUMNS: readonly Column<RepositoryRecord>[] = [
  { field: 'name', kind: 'text', names: ['name', 'nom', 'repo_name'] },
  { field: 'organization_name', kind: 'text', names: ['organization_name', 'organisation_nom'] },
  { field: 'platform', kind: 'text', names: ['platform', 'plateforme'] },
  { field: 'repository_url', kind: 'address', names: ['repository_url', 'repertoire_url', 'html_url'] },
  { field: 'description', kind: 'text', names: ['description'] },
  { field: 'default_branch', kind: 'text', names: ['default_branch'] },
  { field: 'is_fork', kind: 'flag', names: ['is_fork', 'est_fork', 'fork'] },
  { field: 'is_archived', kind: 'flag', names: ['is_archived', 'est_archive', 'archived'] },
  { field: 'is_template', kind: 'flag', names: ['is_template', 'template'] },
  { field: 'creation_date', kind: 'time', names: ['creation_date', 'date_creation', 'created_at'] },
  { field: 'last_update', kind: 'time', names: ['last_update', 'derniere_mise_a_jour', 'updated_at'] },
  {
    field: 'last_modification',
    kind: 'time',
    names: ['last_modification', 'derniere_modification', 'pushed_at'],
  },
  { field: 'homepage', kind: 'text', names: ['homepage', 'page_accueil'] },
  { field: 'stars_count', kind: 'count', names: ['stars_count', 'nombre_stars', 'stargazers_count'] },
  { field: 'forks_count', kind: 'count', names: ['forks_count', 'nombre_forks'] },
  { field: 'watchers_count', kind: 'count', names: ['watchers_count', 'subscribers_count'] },
  { field: 'license', kind: 'text', names: ['license', 'licence'] },
  { field: 'open_issues_count', kind: 'count', names: ['open_issues_count', 'nombre_issues_ouvertes'] },
  { field: 'language', kind: 'text', names: ['language', 'langage'] },
  { field: 'topics', kind: 'list', names: ['topics'] },
  { field: 'software_heritage_exists', kind: 'flag', names: ['software_heritage_exists'] },
  { field: 'software_heritage_url', kind: 'text', names: ['software_heritage_url'] },
  { field: 'has_publiccode', kind: 'flag', names: ['has_publiccode', 'publiccode'] },
  { field: 'has_contributing', kind: 'flag', names: ['has_contributing', 'contributing'] },
];

export const ACCOUNT_COLUMNS: readonly Column<AccountRecord>[] = [
  { field: 'login', kind: 'text', names: ['login'] },
  { field: 'name', kind: 'text', names: ['name', 'nom'] },
  { field: 'description', kind: 'text', names: ['description'] },
  { field: 'organization_url', kind: 'address', names: ['organization_url', 'organisation_url', 'html_url'] },
  { field: 'avatar_url', kind: 'text', names: ['avatar_url', 'icon_url'] },
  { field: 'website', kind: 'text', names: ['website', 'site_web'] },
  { field: 'location', kind: 'text', names: ['location', 'adresse'] },
  { field: 'email', kind: 'text', names: ['email'] },
  { field: 'is_verified', kind: 'flag', names: ['is_verified', 'est_verifiee'] },
  { field: 'repositories_count', kind: 'count', names: ['repositories_count', 'nombre_repertoires'] },
  { field: 'followers_count', kind: 'count', names: ['followers_count'] },
  // code.gouv.fr writes 0 where it does not know.
  { field: 'followers_count', kind: 'count-above-0', names: ['followers'] },
  { field: 'creation_date', kind: 'time', names: ['creation_date', 'date_creation', 'created_at'] },
  { field: 'platform', kind: 'text', names: ['platform', 'plateforme', 'forge'] },
];

/** Where the address is in a catalogue of 2024 and since: its `id`, which before was a number. */
export const ADDRESS_ID = 'id';
