import type { Child } from 'hono/jsx';
import type { Answer } from '../../answer.ts';
import type { Context } from '../../context.ts';
import { framedNowhere } from '../../framed-nowhere.ts';
import { ownPage } from '../../own-page.tsx';

/** A page about one person's mail: kept by nobody on the way, its address told to no other site, framed by none. */
export async function mailAnswer(
  context: Context,
  {
    language,
    title,
    status = 200,
    content,
  }: { language: string; title: string; status?: number; content: Child },
): Promise<Answer> {
  const answer = await ownPage(context, { language, title, status, content });
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      ...framedNowhere(answer.headers),
    },
  };
}
