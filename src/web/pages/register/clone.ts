import { existsSync } from 'node:fs';
import { NotFound } from '../../../config/errors.ts';
import type { GitProtocol, Shown } from '../../../git/upload-pack.ts';
import { type Answer, answer, COMMON_HEADERS } from '../../answer.ts';
import type { Context } from '../../context.ts';
import { packAnswer, refsAnswer } from '../../git-service.ts';
import { CODE } from '../../register/addresses.ts';
import type { FileStream } from '../file.ts';

/** Where the register is cloned from: below `/-/`, since a wiki may have the name `register`. */
export const REGISTER_CLONE = `${CODE}/register.git`;

/** `GET …/register.git/info/refs`. Throws {@link NotFound} where there is no register, or for an unknown service. */
export async function registerRefs(context: Context, protocol: GitProtocol): Promise<Answer> {
  const service = context.query.get('service');
  if (service === 'git-receive-pack') return registerPush();
  if (service !== 'git-upload-pack')
    throw new NotFound('Only git-upload-pack answers here.', 'Use git 1.6.6 or newer.');
  return await refsAnswer(context, registerOf(context), protocol);
}

/** `POST …/register.git/git-upload-pack`. */
export function registerPack(
  context: Context,
  question: { readonly protocol: GitProtocol; readonly asked: Buffer },
): FileStream {
  return packAnswer(context, registerOf(context), question);
}

/** What who pushes is told: Git shows a plain text. */
export function registerPush(): Answer {
  return answer(
    403,
    'The register is only read here: it is written by greffe harvest and greffe register import. To correct it, change the files of the wiki that it is made from.\n',
    { ...COMMON_HEADERS, 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' },
  );
}

function registerOf({ register }: Context): Shown {
  if (register === undefined || !existsSync(register))
    throw new NotFound('There is no register here.', 'Make it with greffe harvest.');
  return { gitDir: register, refs: ['HEAD', 'refs/heads/main'] };
}
