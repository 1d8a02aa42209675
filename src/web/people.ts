import type { CommitTable } from '../store/schema.ts';

type Signed = Pick<CommitTable, 'author_name' | 'author_email' | 'committer_name' | 'committer_email'>;

/** Who wrote a change, and who applied it when that is somebody else. */
export function madeBy(commit: Signed): { readonly author: string; readonly committer?: string } {
  const { author_name: author, author_email, committer_name: committer, committer_email } = commit;
  const same = author === committer && author_email === committer_email;
  return same ? { author } : { author, committer };
}

/** As forges sign what a program of theirs did: `renovate[bot]`, `1234+app[bot]@users.noreply.example`. */
const ROBOT = /\[bot\](?:$|@)/i;

export function isRobot({ author_name, author_email }: Signed): boolean {
  return ROBOT.test(author_name) || ROBOT.test(author_email);
}
