import { type Answer, answer } from '../answer.ts';
import type { Page, Question, Responder } from '../responder.tsx';
import { apiPage, findOperation } from './api-page.ts';
import { descriptionPage } from './description.ts';
import { memberAnswer } from './member-answer.ts';
import { API_HEADERS, DESCRIPTION } from './place.ts';
import { isProblemStatus, problemAnswer } from './problem.ts';

const METHODS = { GET: 'GET, HEAD, OPTIONS', POST: 'POST, OPTIONS' } as const;

/** What decides whether a request is answered, besides what it asks. */
export interface Asking {
  readonly method: string;
  readonly accept: string | undefined;
  /** Itself, for what an operation is sent and by whom. */
  readonly request: Request;
}

/**
 * Answers a program: what it asked for, or what is wrong, as JSON. An answer that was kept is given as long as it is
 * right, like a page's, under a key of its own, since only here is it known whether the program accepts it.
 */
export async function apiAnswer(
  { method, accept, request }: Asking,
  asked: Question,
  responder: Responder,
): Promise<{ readonly made: Answer; readonly question: Question }> {
  const question = { ...asked, wantsMarkdown: false, key: `api ${asked.key.replace(/^\w+ /, '')}` };
  const found = findOperation(question.path);
  const allow = METHODS[found?.operation.method ?? 'GET'];
  if (method === 'OPTIONS') return { made: preflight(allow), question };
  if (!allow.split(', ').includes(method))
    return { made: problemAnswer(405, { detail: `Ask with ${allow}.` }, { allow }), question };
  const offered = mediaTypes(question);
  if (!accepts(accept, offered))
    return {
      made: problemAnswer(406, { detail: `Accept ${offered[0]}, or whatever there is: */*.` }),
      question,
    };
  if (found?.operation.scope !== undefined) {
    const made = await responder.perform(question, (context) => memberAnswer(context, found, request));
    return { made: asProblem(made as Answer), question };
  }
  const page: Page = question.path === DESCRIPTION ? descriptionPage : apiPage;
  const made = await responder.respond(question, page);
  return { made: asProblem(made as Answer), question };
}

/** What a browser asks before a page of another site may (Fetch, “CORS-preflight fetch”). */
function preflight(allow: string): Answer {
  return answer(200, '', {
    ...API_HEADERS,
    allow,
    'access-control-allow-methods': allow,
    'access-control-allow-headers': 'Accept, Authorization, Content-Type, If-None-Match',
    'access-control-max-age': '86400',
  });
}

/** The types of which one is answered: that of the format asked for, or else JSON. */
function mediaTypes({ path, query }: Question): readonly [string, ...string[]] {
  const formats = findOperation(path)?.operation.formats ?? {};
  const format = formats[query.get('format') ?? ''];
  const [type = 'application/json'] = format?.type.split(';') ?? [];
  return [type, 'application/problem+json'];
}

/** Whether a client takes one of these types (RFC 9110, section 12.5.1). */
function accepts(accept: string | undefined, types: readonly string[]): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  return accept.split(',').some((part) => {
    const [range = '', ...parameters] = part
      .toLowerCase()
      .split(';')
      .map((text) => text.trim());
    if (parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) return false;
    return types.some(
      (type) => range === '*/*' || range === type || range === `${type.slice(0, type.indexOf('/'))}/*`,
    );
  });
}

/** What the server answers to everyone when it fails is a page: here, it is a problem of the same status. */
function asProblem(made: Answer): Answer {
  const isPage = made.headers['content-type']?.startsWith('text/html');
  if (!isPage || !isProblemStatus(made.status)) return made;
  const retry = made.headers['retry-after'];
  return problemAnswer(made.status, {}, retry === undefined ? {} : { 'retry-after': retry });
}
