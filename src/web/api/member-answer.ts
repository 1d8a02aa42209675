import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { respondTo } from './api-page.ts';
import { callerOf } from './caller.ts';
import type { Operation } from './operation.ts';
import { readRequestBody } from './request-body.ts';

/** What an operation answers to somebody, by their token: never kept. */
export async function memberAnswer(
  context: Context,
  { operation, names }: { readonly operation: Operation; readonly names: readonly string[] },
  request: Request,
): Promise<Answer> {
  const { scope, body } = operation;
  const caller = await callerOf(
    context,
    request.headers.get('authorization') ?? undefined,
    scope ?? 'api:read',
  );
  if ('body' in caller) return caller;
  const sent = async () => (body ? await readRequestBody(body, request) : undefined);
  const made = await respondTo(context, operation, { names, caller, sent });
  return { ...made, headers: { ...made.headers, 'cache-control': 'no-store' } };
}
