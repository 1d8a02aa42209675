import { git } from './run.ts';
import type { Workshop } from './workshop.ts';

/** How a commit is mailed. */
export interface PatchMail {
  /** Who the mail comes from (`Ada <ada@example.org>`); the author is named in its text where that is somebody else. */
  readonly from: string;
  /** `PATCH wiki`. */
  readonly prefix: string;
  /** From 1. */
  readonly version: number;
  /** Without brackets. */
  readonly messageId: string;
  /** Of the first version. */
  readonly inReplyTo?: string;
  readonly to: string;
  readonly cc: string;
}

/** The mail of a commit (git-format-patch(1)), as bytes, its lines ending with LF, with the commit it is made from. */
export async function formatPatch(
  { folder }: Pick<Workshop, 'folder'>,
  commit: string,
  { from, prefix, version, messageId, inReplyTo, to, cc }: PatchMail,
): Promise<Buffer> {
  const bytes = await git(folder, [
    ...['format-patch', '--stdout', '-1', '--no-thread', '--encode-email-headers', '--no-signature'],
    ...[`--base=${commit}~1`, `--from=${from}`, `--subject-prefix=${prefix}`],
    ...(version > 1 ? [`--reroll-count=${version}`] : []),
    ...(inReplyTo === undefined ? [] : [`--in-reply-to=<${inReplyTo}>`]),
    ...[`--to=${to}`, `--cc=${cc}`, `--add-header=Message-ID: <${messageId}>`],
    commit,
  ]);
  // The first line is of an mbox.
  return bytes.subarray(bytes.indexOf('\n') + 1);
}
