import type { RepositoryRecord } from '../../register/record.ts';
import { webLink } from './web-link.ts';

/** How each program of forges writes the address of a file at a branch. */
const BETWEEN: Readonly<Record<string, string>> = {
  GitHub: '/blob/',
  GitLab: '/-/blob/',
  Gitea: '/src/branch/',
  Forgejo: '/src/branch/',
};

/** The address of a line of a file on the forge of a repository; undefined where it cannot be told. */
export function lineLink(
  { repository_url, platform, default_branch }: RepositoryRecord,
  file: string,
  line: number,
): string | undefined {
  const between = BETWEEN[platform];
  const repository = webLink(repository_url);
  if (between === undefined || repository === undefined || default_branch === null) return undefined;
  const branch = default_branch.split('/').map(encodeURIComponent).join('/');
  return `${repository.replace(/\/$/, '').replace(/\.git$/, '')}${between}${branch}/${file}#L${line}`;
}
