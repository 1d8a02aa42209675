import { GreffeError, Unavailable } from '../../config/errors.ts';
import { type Answer, answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { BadQuery } from './bad-query.ts';
import type { Caller } from './caller.ts';
import { type Operation, pathPattern } from './operation.ts';
import { operations } from './operations.ts';
import { API, API_HEADERS, DESCRIPTION, DOCUMENTATION } from './place.ts';
import { isProblemStatus, problemAnswer } from './problem.ts';
import { readQuery } from './query.ts';

/** What a program asked for: the answer of the operation that its path names. */
export async function apiPage(context: Context): Promise<Answer> {
  const found = findOperation(context.path);
  if (!found)
    return problemAnswer(404, {
      detail: `There is nothing to ask here. ${DESCRIPTION} says what there is, and ${DOCUMENTATION} tells it to people.`,
    });
  return await respondTo(context, found.operation, { names: found.names });
}

/** What an operation is asked besides its query. */
interface Asking {
  readonly names: readonly string[];
  readonly caller?: Caller;
  readonly sent?: () => Promise<unknown>;
}

/** The answer of an operation, or the problem with what it is asked. */
export async function respondTo(context: Context, operation: Operation, asking: Asking): Promise<Answer> {
  try {
    return await respond(context, operation, asking);
  } catch (error) {
    if (error instanceof BadQuery) return problemAnswer(400, { detail: error.message, errors: error.faults });
    // What cannot be read at the moment is told to the operator, where the rest is.
    if (!(error instanceof GreffeError) || error instanceof Unavailable || !isProblemStatus(error.status))
      throw error;
    return problemAnswer(error.status, { detail: [error.message, error.remedy].join(' ').trim() });
  }
}

const byPrecision = operations
  .map((operation) => ({ operation, pattern: pathPattern(operation.path) }))
  .toSorted((a, b) => b.operation.path.length - a.operation.path.length);

/** The operation of a path, and what stands for its placeholders: that of which the path says most. */
export function findOperation(
  path: string,
): { readonly operation: Operation; readonly names: readonly string[] } | undefined {
  if (path !== API && !path.startsWith(`${API}/`)) return undefined;
  const within = path.slice(API.length).replace(/^\/$/, '');
  for (const { operation, pattern } of byPrecision) {
    const [, ...names] = pattern.exec(within) ?? [];
    if (names.length > 0 || operation.path === within) return { operation, names };
  }
  return undefined;
}

async function respond(
  context: Context,
  operation: Operation,
  { names, caller, sent }: Asking,
): Promise<Answer> {
  const parameters = context.query;
  const made = await operation.respond({
    context,
    names,
    query: readQuery(operation, parameters),
    parameters,
    caller,
    sent: await sent?.(),
  });
  if ('body' in made) return made;
  const { value, until } = made;
  const json = answer(200, `${JSON.stringify(value, null, 2)}\n`, {
    ...API_HEADERS,
    'content-type': 'application/json',
    link: links(context.origin, value),
  });
  return until === undefined ? json : { ...json, until };
}

/** Where to go on, and where all this is described (RFC 8288, RFC 8631). */
function links(origin: string, value: unknown): string {
  const next = (value as { readonly next?: string | null }).next;
  return [
    ...(next ? [`<${next}>; rel="next"`] : []),
    `<${origin}${DESCRIPTION}>; rel="service-desc"; type="application/json"`,
    `<${origin}${DOCUMENTATION}>; rel="service-doc"; type="text/html"`,
  ].join(', ');
}
