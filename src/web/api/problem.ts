import { z } from 'zod';
import { type Answer, answer } from '../answer.ts';
import { API_HEADERS, DOCUMENTATION } from './place.ts';

const fault = z.object({
  parameter: z.string().describe('The parameter that is wrong.'),
  detail: z.string().describe('What is wrong with it.'),
  expected: z.string().describe('What may be written instead.'),
});

/** An error as RFC 9457 has it. */
export const problemSchema = z.object({
  type: z.string().describe('The kind of problem: an address of the documentation, relative to the site.'),
  title: z.string().describe('The kind of problem, in a few words.'),
  status: z.int().describe('The status of the answer.'),
  detail: z.string().describe('What happened this time, and what to do.'),
  errors: z.array(fault).optional().describe('Each parameter that is wrong.'),
});

export type Fault = z.infer<typeof fault>;

/** The kinds of problem, by status. */
export const PROBLEMS = {
  400: { kind: 'bad-request', title: 'Bad request', detail: 'The request cannot be understood.' },
  401: {
    kind: 'unauthorized',
    title: 'Unauthorized',
    detail: 'Send a token that is good, as Authorization: Bearer TOKEN: it is made on /-/account.',
  },
  403: {
    kind: 'forbidden',
    title: 'Forbidden',
    detail: 'Who the token stands for, or the token itself, may not do this.',
  },
  404: { kind: 'not-found', title: 'Not found', detail: 'There is nothing of this name.' },
  405: {
    kind: 'method-not-allowed',
    title: 'Method not allowed',
    detail: 'This operation is not asked with this method: the Allow header names those it is.',
  },
  406: {
    kind: 'not-acceptable',
    title: 'Not acceptable',
    detail: 'This operation does not answer any of the media types that the Accept header names.',
  },
  409: {
    kind: 'conflict',
    title: 'Conflict',
    detail: 'It is another one by now: read it, and ask again.',
  },
  410: { kind: 'gone', title: 'Gone', detail: 'This was deleted.' },
  500: {
    kind: 'internal',
    title: 'Internal error',
    detail: 'The server has failed, and its operator was told. Ask again later.',
  },
  503: {
    kind: 'unavailable',
    title: 'Unavailable',
    detail: 'The wiki cannot be read at the moment. Ask again in a few seconds.',
  },
} as const;

export type ProblemStatus = keyof typeof PROBLEMS;

export function isProblemStatus(status: number): status is ProblemStatus {
  return Object.hasOwn(PROBLEMS, status);
}

/** The answer that says what is wrong (RFC 9457). */
export function problemAnswer(
  status: ProblemStatus,
  { detail, errors }: { readonly detail?: string; readonly errors?: readonly Fault[] } = {},
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const { kind, title, detail: usual } = PROBLEMS[status];
  const problem: z.infer<typeof problemSchema> = {
    type: `${DOCUMENTATION}#${kind}`,
    title,
    status,
    detail: detail ?? usual,
    ...(errors && { errors: [...errors] }),
  };
  return answer(status, `${JSON.stringify(problem, null, 2)}\n`, {
    ...API_HEADERS,
    'content-type': 'application/problem+json',
    ...(status >= 500 && { 'cache-control': 'no-store' }),
    ...headers,
  });
}
