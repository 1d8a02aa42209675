import { existsSync } from 'node:fs';
import { NotFound } from '../../../config/errors.ts';
import { inboxRepository } from '../../../git/inbox.ts';
import type { GitProtocol } from '../../../git/upload-pack.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context } from '../../context.ts';
import { packAnswer, refsAnswer } from '../../git-service.ts';
import { findList } from '../../lists/list-place.ts';
import type { FileStream } from '../file.ts';

/** Where the archive of a list is cloned from, as with public-inbox: its first epoch, under both of its names. */
export const EPOCHS = ['0', 'git/0.git'];

/** `GET …/0/info/refs?service=git-upload-pack`. Throws {@link NotFound} for what is no archive that anyone may read. */
export async function archiveRefs(context: Context, protocol: GitProtocol): Promise<Answer> {
  if (context.query.get('service') !== 'git-upload-pack')
    throw new NotFound('Only git-upload-pack answers here.', 'Use git 1.6.6 or newer.');
  return await refsAnswer(context, { gitDir: repositoryOf(context) }, protocol);
}

/** `POST …/0/git-upload-pack`. */
export function archivePack(
  context: Context,
  question: { readonly protocol: GitProtocol; readonly asked: Buffer },
): Answer | FileStream {
  return packAnswer(context, { gitDir: repositoryOf(context) }, question);
}

function repositoryOf(context: Context): string {
  const [, name = ''] = /^\/-\/lists\/([^/]+)\//.exec(context.path) ?? [];
  const list = findList(context, name, askedLanguage(context));
  if (!list) throw new NotFound('There is no such list.');
  const repository = inboxRepository(list.archives.folderOf(list.name));
  if (!existsSync(repository))
    throw new NotFound('This list has no archive yet.', 'Its first message makes it.');
  return repository;
}
