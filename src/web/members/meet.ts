import { signedIn } from '../../members/sessions.ts';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
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

/** Framed nowhere, so that nobody is made to press its buttons unseen; its address told to no other page. */
export function guarded(context: Context, { cookie }: Met, answer: Answer): Answer {
  const policy = answer.headers['content-security-policy'];
  return {
    ...answer,
    headers: {
      ...(cookie !== undefined && { 'set-cookie': setCookie(context, cookie) }),
      ...answer.headers,
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      ...(policy && {
        'content-security-policy': policy.replace("frame-ancestors 'self'", "frame-ancestors 'none'"),
      }),
    },
  };
}
