/** An address of a repository or an account, as the register tells them apart. */
export interface CodeAddress {
  readonly host: string;
  /** The path as the forge writes it, without slashes at its ends and without `.git`. */
  readonly path: string;
  /** What is the same for all ways to write it: `gitlab.com/exemple/outil`. */
  readonly alias: string;
}

const MAX_LENGTH = 500;

/**
 * Reads the address of a repository or an account: case, `.git`, `www.`, a final slash, GitLab’s `/groups/`, GitHub’s `/orgs/` and `git@host:path`
 * make no difference. Undefined when it is none.
 */
export function codeAddress(text: string): CodeAddress | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return undefined;
  const scp = /^(?:ssh:\/\/)?git@([^:/\s]+)[:/](.+)$/.exec(trimmed);
  const url = URL.parse(scp ? `https://${scp[1]}/${scp[2]}` : trimmed);
  if (!url || !/^(?:https?|git):$/.test(url.protocol) || url.host === '') return undefined;
  const path = decoded(url.pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/^\/(?:groups|orgs)(?=\/.)/, '')
    .replace(/^\/|\/$/g, '')
    .replace(/\.git$/i, '');
  const host = url.host.toLowerCase().replace(/^www\./, '');
  return { host, path, alias: `${host}/${path}`.toLowerCase().replace(/\/$/, '') };
}

/** The account that a repository is under: the first step of its path. */
export function accountOf(address: CodeAddress): string {
  return [address.host, ...address.path.toLowerCase().split('/').slice(0, 1)].join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
