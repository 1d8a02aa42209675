import { z } from 'zod';
import { type Answer, textAnswer } from '../answer.ts';
import type { Context } from '../context.ts';
import { messagesByLocale } from '../messages/locales.ts';
import type { Messages } from '../messages/messages.ts';
import { answerExample } from './answer-example.ts';
import { componentName, components, type Json } from './components.ts';
import { type Operation, type Parameter, placeholders } from './operation.ts';
import { operations } from './operations.ts';
import { API, API_HEADERS, DOCUMENTATION } from './place.ts';
import { PROBLEMS, type ProblemStatus } from './problem.ts';
import { parameterWords } from './words.ts';

/** `/-/openapi.json`: the API as programs read of it. */
export async function descriptionPage({ origin }: Context): Promise<Answer> {
  const json = JSON.stringify(describeApi(origin), null, 2);
  return textAnswer(`${json}\n`, 'application/json', API_HEADERS);
}

/** The description of the API (OpenAPI 3.1.1), made of the schemas that read the queries and type the answers. */
export function describeApi(origin: string): Json {
  const messages = messagesByLocale.en;
  const { api } = messages;
  const schemas = components();
  return {
    openapi: '3.1.1',
    info: { title: api.title, version: '1', description: api.intro },
    servers: [{ url: origin }],
    externalDocs: { url: `${origin}${DOCUMENTATION}` },
    tags: [{ name: 'v1' }],
    paths: Object.fromEntries(
      operations.map((operation) => [
        API + operation.path,
        { [operation.method.toLowerCase()]: describe(operation, messages, schemas) },
      ]),
    ),
    components: { schemas, responses: problemResponses(), securitySchemes: { token: TOKEN } },
  };
}

/** What stands for somebody (RFC 6750); each operation that needs it names what the token must be for. */
const TOKEN = {
  type: 'http',
  scheme: 'bearer',
  description: 'A token that is made on /-/account, for the scope that the operation names.',
};

/** What may go wrong where a token is asked for. */
const OF_TOKENS: readonly ProblemStatus[] = [401, 403];

/** What may go wrong whatever is asked. */
const ALWAYS: readonly ProblemStatus[] = [400, 405, 406, 500, 503];

function describe(operation: Operation, messages: Messages, schemas: Json): Json {
  const { id, method, scope, body, formats, mayMove, problems } = operation;
  const { title, sentence } = messages.api.operations[id as keyof Messages['api']['operations']];
  const answer = { $ref: `#/components/schemas/${componentName(id)}` };
  const statuses = [
    ...new Set([...ALWAYS, ...(scope === undefined ? [] : OF_TOKENS), ...problems]),
  ].toSorted();
  return {
    operationId: id,
    tags: ['v1'],
    summary: title,
    description: sentence,
    ...(scope !== undefined && { security: [{ token: [scope] }] }),
    ...(body && { requestBody: requestBody(body) }),
    parameters: [
      ...pathParameters(operation, messages),
      ...operation.parameters.map((parameter) => queryParameter(operation, parameter, messages)),
      ...(operation.others ? [otherParameters(operation.id, operation.others, messages)] : []),
    ],
    responses: {
      200: {
        description: 'What was asked for.',
        headers: {
          ETag: { description: 'Of the content: send it as If-None-Match.', schema: { type: 'string' } },
          Link: { description: 'rel="next", where there is more (RFC 8288).', schema: { type: 'string' } },
        },
        content: {
          'application/json': { schema: answer, example: answerExample(answer, schemas) },
          ...Object.fromEntries(
            Object.values(formats).map(({ type, example }) => [
              type.split(';')[0],
              { schema: { type: 'string' }, example },
            ]),
          ),
        },
      },
      ...(mayMove && {
        301: {
          description: 'What is named has another name today.',
          headers: { Location: { schema: { type: 'string', format: 'uri-reference' } } },
        },
      }),
      ...(method === 'GET' && {
        304: { description: 'The copy that If-None-Match names is still right.' },
      }),
      ...Object.fromEntries(
        statuses.map((status) => [status, { $ref: `#/components/responses/${responseName(status)}` }]),
      ),
    },
  };
}

function requestBody(body: z.ZodObject): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(body, { io: 'input' });
  return {
    required: true,
    content: { 'application/json': { schema, example: answerExample(schema as Json, {}) } },
  };
}

function pathParameters({ id, path, examples }: Operation, messages: Messages): Json[] {
  return placeholders(path).map((name, at) => ({
    name,
    in: 'path',
    required: true,
    description: parameterWords(messages, id, name),
    schema: { type: 'string', minLength: 1 },
    ...(examples[at] !== undefined && { example: examples[at] }),
  }));
}

function queryParameter({ id }: Operation, { name, required, schema }: Parameter, messages: Messages): Json {
  return {
    name,
    in: 'query',
    required,
    description: parameterWords(messages, id, name),
    schema,
    ...(schema.type === 'array' && { style: 'form', explode: true }),
  };
}

/** Parameters that only what is asked about knows: the columns of a table, the attributes of a catalogue. */
function otherParameters(id: string, example: Json, messages: Messages): Json {
  return {
    name: 'filters',
    in: 'query',
    required: false,
    description: parameterWords(messages, id, 'filters'),
    style: 'form',
    explode: true,
    schema: { type: 'object', additionalProperties: { type: 'string' } },
    example,
  };
}

function responseName(status: ProblemStatus): string {
  return PROBLEMS[status].title.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
}

function problemResponses(): Json {
  const statuses = Object.keys(PROBLEMS).map(Number) as ProblemStatus[];
  return Object.fromEntries(
    statuses.map((status) => {
      const { kind, title, detail } = PROBLEMS[status];
      const example = { type: `${DOCUMENTATION}#${kind}`, title, status, detail };
      const schema = { $ref: '#/components/schemas/Problem' };
      return [
        responseName(status),
        { description: detail, content: { 'application/problem+json': { schema, example } } },
      ];
    }),
  );
}
