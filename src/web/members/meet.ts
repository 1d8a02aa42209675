import { signedIn } from '../../members/sessions.ts';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { framedNowhere } from '../framed-nowhere.ts';
import { cookieOf, setCookie } from './cookies.ts';
import { secondsOf, type Visitor } from './visitor.ts';

/** Who asks, and the cookie that they get with the answer where theirs changes. */
export interface Met {
  readonly visitor: Visitor;
  readonly cookie: string | undefined;
}

/** Looks who asks for a page of members. What is sent by a form changes no cookie: its answer may give one of its own. */
export async function meet(context: Context, request: Request, client: string): Promise<Met> {
  const header = request.headers.get('cookie');
  const found = await signedIn(context.wiki.database, cookieOf(header, 'greffe'), {
    now: secondsOf(context),
    canRotate: request.method === 'GET',
  });
  return {
    visitor: {
      session: found?.session,
      attempt: cookieOf(header, 'greffe-attempt'),
      agent: request.headers.get('user-agent') ?? '',
      client,
    },
    cookie: found?.cookie,
  };
}

/** Framed nowhere; its address told to no other page. */
export function guarded(context: Context, { cookie }: Met, answer: Answer): Answer {
  return {
    ...answer,
    headers: {
      ...(cookie !== undefined && { 'set-cookie': setCookie(context, cookie) }),
      ...answer.headers,
      'referrer-policy': 'no-referrer',
      ...framedNowhere(answer.headers),
      'cross-origin-opener-policy': 'same-origin',
    },
  };
}
