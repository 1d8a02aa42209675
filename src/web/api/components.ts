import { z } from 'zod';
import { repositorySummary } from './code/repository-summary.ts';
import { event } from './event.ts';
import { messageSummary } from './messages.ts';
import { operations } from './operations.ts';
import { pageSummary } from './page-summary.ts';
import { problemSchema } from './problem.ts';
import { softwareSummary } from './software/software-summary.ts';

export type Json = Readonly<Record<string, unknown>>;

/** What the answer of an operation is called: `Page` for `getPage`, `PageList` for `listPages`, `SearchAnswer` for `search`. */
export function componentName(operation: string): string {
  const [, verb, noun = ''] = /^(get|list)(.*)$/.exec(operation) ?? [];
  if (verb === undefined) return `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Answer`;
  return verb === 'get' ? noun : `${noun.replace(/ories$/, 'ory').replace(/s$/, '')}List`;
}

/**
 * The schemas of the answers, by name, as JSON Schema 2020-12. What an answer holds besides is not forbidden: later ones
 * may have more.
 */
export function components(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({
    Problem: problemSchema,
    PageSummary: pageSummary,
    MessageSummary: messageSummary,
    Event: event,
    RepositorySummary: repositorySummary,
    SoftwareSummary: softwareSummary,
  }))
    registry.add(schema, { id });
  for (const { id, answer } of operations) registry.add(answer, { id: componentName(id) });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}
