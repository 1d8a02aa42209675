import type { ListedFile } from './repository-files.ts';

/** What people name the files that tell something of a repository. */
const NAMES = {
  readme: /^readme(?:$|[._-])/i,
  licence: /^(?:licen[cs]e|copying|unlicense)(?:$|[._-])/i,
  contributing: /^contributing(?:$|[._-])/i,
  changelog: /^(?:changelog|changes|history|news|releases)(?:$|\.(?:md|markdown|txt|rst|adoc|org)$)/i,
  security: /^security(?:$|[._-])/i,
  publiccode: /^publiccode\.ya?ml$/i,
  codemeta: /^codemeta\.json$/i,
  citation: /^citation\.cff$/i,
} as const;

export type FileRole = keyof typeof NAMES;

/** Folders in which forges look for those files, too. */
export const FORGE_FOLDERS = ['.github', '.gitlab', '.gitea', '.forgejo'] as const;

const CI_FILES =
  /^(?:\.gitlab-ci\.ya?ml|\.travis\.ya?ml|jenkinsfile|\.woodpecker\.ya?ml|\.drone\.ya?ml|\.build\.ya?ml|azure-pipelines\.ya?ml|bitbucket-pipelines\.ya?ml|appveyor\.ya?ml|\.cirrus\.ya?ml)$/i;
const CI_FOLDERS = /^(?:\.circleci|\.woodpecker|\.builds)$/;

/** The files of a role, `README.md` before `README.fr.md`. */
export function filesOf(role: FileRole, files: readonly ListedFile[]): readonly ListedFile[] {
  return files
    .filter(({ name, isFolder }) => !isFolder && NAMES[role].test(name))
    .toSorted((one, other) => one.name.split('.').length - other.name.split('.').length);
}

/** Whether a service builds or tests it: `first` is the first folder, `own` those of {@link FORGE_FOLDERS}. */
export function hasCi(first: readonly ListedFile[], own: readonly ListedFile[]): boolean {
  return (
    first.some(({ name, isFolder }) => (isFolder ? CI_FOLDERS : CI_FILES).test(name)) ||
    own.some(({ name, isFolder }) => isFolder && name === 'workflows')
  );
}

/** Whether it tells its licences as REUSE 3 does (https://reuse.software/spec/). */
export function hasReuse(first: readonly ListedFile[]): boolean {
  return first.some(({ name, isFolder }) =>
    (isFolder ? /^(?:LICENSES|\.reuse)$/ : /^REUSE\.toml$/).test(name),
  );
}
