import type { CommitPatch } from '../../git/apply-patch.ts';
import { mailInfo } from '../../git/mailinfo.ts';
import { parseMessage } from '../../mail/mime/parse.ts';
import { commitMessage } from './commit-message.ts';
import { type DiffFile, diffFiles, stripOf } from './diff-files.ts';
import { diffLines } from './diff-lines.ts';
import { patchMail } from './patch-mail.ts';
import { type PatchSubject, readPatchSubject } from './patch-subject.ts';
import { type PatchWarning, patchWarnings } from './patch-warnings.ts';
import { utf8Diff } from './utf8-diff.ts';

/** A patch, as `git am --scissors` takes it from a mail. */
export interface Patch extends CommitPatch {
  /** The subject, as the mail has it, decoded. */
  readonly subject: string;
  /** What its brackets say; undefined when they do not say PATCH. */
  readonly prefix: PatchSubject | undefined;
  /** Who sent it, where that is not who it says wrote it. */
  readonly sender: { readonly name: string; readonly address: string } | undefined;
  readonly files: readonly DiffFile[];
  /** What those who review should be told. */
  readonly warnings: readonly PatchWarning[];
}

/**
 * The patch of a mail, from its bytes: a mail without a diff gives one whose diff is empty (a cover letter); undefined when
 * git cannot read it. The date is the mail's; where that is none, when it came (seconds since 1970 UTC).
 */
export async function readPatch(raw: Buffer, receivedAt: number): Promise<Patch | undefined> {
  const message = parseMessage(raw);
  const own = patchMail(message);
  const info = await mailInfo(own);
  if (!info) return undefined;
  const { subject, from } = message;
  const { date, parts } = own === raw ? message : parseMessage(own);
  const diff = utf8Diff(info.diff, parts);
  const lines = diffLines(diff);
  const strip = stripOf(lines);
  const files = diffFiles(lines, strip);
  const isOther = from !== undefined && from.address.toLowerCase() !== info.authorEmail.toLowerCase();
  return {
    subject,
    prefix: readPatchSubject(subject),
    authorName: info.authorName,
    authorEmail: info.authorEmail,
    // The date that mailinfo gives may be one of the body; git must be able to read it.
    date: info.date !== '' && date !== undefined ? info.date : `@${receivedAt} +0000`,
    message: commitMessage(info.subject, info.message),
    // What comes after scissors and has no diff is nothing to apply.
    diff: files.length > 0 ? diff : Buffer.alloc(0),
    strip,
    sender: isOther ? from : undefined,
    files,
    warnings: patchWarnings(lines, files, info),
  };
}
