import { GreffeError, Unavailable } from '../../config/errors.ts';
import { type Answer, answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { BadQuery } from './bad-query.ts';
import type { Operation } from './operation.ts';
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
  try {
    return await respond(context, found.operation, found.name);
  } catch (error) {
    if (error instanceof BadQuery) return problemAnswer(400, { detail: error.message, errors: error.faults });
    // What cannot be read at the moment is told to the operator, where the rest is.
    if (!(error instanceof GreffeError) || error instanceof Unavailable || !isProblemStatus(error.status))
      throw error;
    return problemAnswer(error.status, { detail: [error.message, error.remedy].join(' ').trim() });
  }
}

/** The operation of a path, and what stands for its `{path}`. */
export function findOperation(
  path: string,
): { readonly operation: Operation; readonly name: string } | undefined {
  if (path !== API && !path.startsWith(`${API}/`)) return undefined;
  const within = path.slice(API.length).replace(/^\/$/, '');
  for (const operation of operations) {
    if (operation.path === within) return { operation, name: '' };
    const start = operation.path.replace(/\{\w+\}$/, '');
    if (start !== operation.path && within.startsWith(start) && within.length > start.length)
      return { operation, name: within.slice(start.length) };
  }
  return undefined;
}

async function respond(context: Context, operation: Operation, name: string): Promise<Answer> {
  const parameters = context.query;
  const made = await operation.respond({
    context,
    name,
    query: readQuery(operation, parameters),
    parameters,
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
