import { hasCode } from '../../../store/code-addresses.ts';
import type { Answer } from '../../answer.ts';
import type { Context } from '../../context.ts';
import { problemAnswer } from '../problem.ts';

/** Whether the wiki keeps a register of source code, be it empty as yet. */
export async function hasRegister({ ask, site }: Pick<Context, 'ask' | 'site'>): Promise<boolean> {
  return site.settings.register !== undefined || (await ask(hasCode));
}

export function noRegister(): Answer {
  return problemAnswer(404, {
    detail:
      'This wiki keeps no register of source code. It begins one with “register:” in its greffe.yml, or with `greffe register import`.',
  });
}
