import { NotFound } from '../../config/errors.ts';
import { headBranch } from '../../git/head.ts';
import type { GitProtocol, Shown } from '../../git/upload-pack.ts';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { packAnswer, refsAnswer } from '../git-service.ts';
import type { FileStream } from './file.ts';

/** The name under which the wiki is cloned: `/NAME.git`. */
export function cloneName({ wiki }: Pick<Context, 'wiki'>): string {
  return `${wiki.source.name.replace(/\.git$/, '')}.git`;
}

/** `GET /NAME.git/info/refs?service=git-upload-pack`. Throws {@link NotFound} for any other name or service. */
export async function wikiRefs(context: Context, protocol: GitProtocol): Promise<Answer> {
  if (context.query.get('service') !== 'git-upload-pack')
    throw new NotFound('Only git-upload-pack answers here.', 'Send changes by git send-email.');
  return refsAnswer(context, await shownOf(context), protocol);
}

/** `POST /NAME.git/git-upload-pack`. */
export async function wikiPack(
  context: Context,
  question: { readonly protocol: GitProtocol; readonly asked: Buffer },
): Promise<FileStream> {
  return packAnswer(context, await shownOf(context), question);
}

/** The branch that is shown as pages, and the tags: what else the repository has is nobody's business. */
async function shownOf(context: Context): Promise<Shown> {
  const [, name = ''] = context.path.split('/');
  const { gitDir } = context.wiki.source;
  const branch = name === cloneName(context) ? await headBranch(gitDir) : undefined;
  if (branch === undefined) throw new NotFound('There is no such repository.');
  return { gitDir, refs: ['HEAD', branch, 'refs/tags'] };
}
