/** The programs that forges run, `git` being a server of Git and nothing else, as `comptes-organismes-publics.yml` and `platforms.csv` name them. */
export const FORGE_KINDS = [
  'github',
  'gitlab',
  'gitea',
  'forgejo',
  'gogs',
  'sourcehut',
  'bitbucket',
  'git',
] as const;

export type ForgeKind = (typeof FORGE_KINDS)[number];

/** Their names as people, and code.gouv.fr's column `platform`, write them. */
export const FORGE_NAMES: Readonly<Record<ForgeKind, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  gitea: 'Gitea',
  forgejo: 'Forgejo',
  gogs: 'Gogs',
  sourcehut: 'SourceHut',
  bitbucket: 'Bitbucket',
  git: 'Git',
};

/** The kind that a name is of, by any case: `GitLab` is a `gitlab`. */
export function forgeKindNamed(name: string): ForgeKind | undefined {
  return FORGE_KINDS.find((kind) => kind === name.trim().toLowerCase());
}

/** Those whose addresses say what they are. */
export const FORGE_HOSTS: ReadonlyMap<string, ForgeKind> = new Map([
  ['github.com', 'github'],
  ['gitlab.com', 'gitlab'],
  ['codeberg.org', 'forgejo'],
  ['gitea.com', 'gitea'],
  ['git.sr.ht', 'sourcehut'],
  ['bitbucket.org', 'bitbucket'],
]);

/** A host, with a port where it has one, and nothing else: `gitlab.example`, `localhost:8080`. */
export const HOST =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::\d{1,5})?$/;
