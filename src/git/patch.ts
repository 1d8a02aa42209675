import { gitStream } from './run.ts';

const TIMEOUT_MS = 60_000;

/** A commit that is no merge as the mail that `git am` applies (git-format-patch(1)), binary files too. */
export function patchStream(gitDir: string, commit: string): AsyncGenerator<Buffer, void> {
  const options = [
    '-1',
    '--stdout',
    '--root',
    '--full-index',
    '--binary',
    '--no-signature',
    '-M',
    '--no-ext-diff',
  ];
  return gitStream(gitDir, ['format-patch', ...options, commit, '--'], { timeoutMs: TIMEOUT_MS });
}
