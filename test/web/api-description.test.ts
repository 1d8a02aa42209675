import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations as definitions } from '../../src/web/api/operations.ts';
import { exampleKinds } from '../support/kinds.ts';
import { type Served, served } from '../support/served.ts';

type Json = Record<string, unknown>;
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Json;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security?: readonly { readonly token: readonly string[] }[];
  readonly requestBody?: { readonly content: Record<string, { schema: Json; example: unknown }> };
  readonly parameters: readonly Parameter[];
  readonly responses: Record<string, Json>;
}

let site: Served;
let description: Json;
let operations: [string, Operation][];
beforeAll(async () => {
  site = await served({ 'index.md': '# Accueil\n' }, { overrides: { languages: ['fr', 'en'] } });
  const { headers, text } = await site.get('/-/openapi.json');
  expect(headers['content-type']).toBe('application/json');
  description = JSON.parse(text);
  operations = Object.entries(description.paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, methods]) => Object.values(methods).map((operation): [string, Operation] => [path, operation]),
  );
});
afterAll(() => site[Symbol.asyncDispose]());

/** Every value of a key, anywhere in the description. */
function* all(value: unknown, key: string): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (name === key) yield member;
    yield* all(member, key);
  }
}

test('the description is one of OpenAPI 3.1, with what that requires', () => {
  expect(description.openapi).toMatch(/^3\.1\.\d+$/);
  expect(description.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  expect(description.servers).toEqual([{ url: site.origin }]);
  expect(Object.keys(description).sort()).toEqual(
    ['components', 'externalDocs', 'info', 'openapi', 'paths', 'servers', 'tags'].sort(),
  );
});

test('every answer has an example, which its schema reads and the published one allows', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema(description, 'api:');
  for (const [, { operationId, responses }] of operations) {
    const { content } = responses[200] as { content: Record<string, { schema: Json; example: unknown }> };
    for (const [type, { schema, example }] of Object.entries(content)) {
      expect(example, `${operationId} ${type}`).toBeTruthy();
      const validate = schema.$ref ? ajv.getSchema(`api:${schema.$ref}`) : undefined;
      if (schema.$ref)
        expect(validate?.(example), `${operationId} ${JSON.stringify(validate?.errors)}`).toBe(true);
    }
    const answer = definitions.find(({ id }) => id === operationId)?.answer;
    expect(answer?.parse(content['application/json']?.example), operationId).toEqual(
      content['application/json']?.example,
    );
  }
});

test('every reference of the description leads to something in it', () => {
  const references = [...all(description, '$ref')] as string[];
  expect(references.length).toBeGreaterThan(20);
  for (const reference of references) {
    const found = reference
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((value, key) => (value as Json | undefined)?.[key], description);
    expect(found, reference).toBeDefined();
  }
});

test('every schema and every answer of the components is used', () => {
  const references = new Set(all(description, '$ref'));
  for (const [kind, members] of Object.entries(description.components as Record<string, Json>)) {
    if (kind === 'securitySchemes') continue;
    expect(kind).toMatch(/^(?:schemas|responses)$/);
    for (const name of Object.keys(members)) {
      expect(name).toMatch(/^[\w.-]+$/);
      expect(references, name).toContain(`#/components/${kind}/${name}`);
    }
  }
});

test('every operation has a name of its own, words and answers', () => {
  const ids = operations.map(([, { operationId }]) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [path, { summary, description, tags, responses }] of operations) {
    expect(path).toMatch(/^\/-\/api\/v1(?:\/[a-z]+(?:\/\{[a-z]+\})?)*$/);
    expect(summary && description, path).toBeTruthy();
    expect(tags).toEqual(['v1']);
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining(['200', '400', '405', '406', '500', '503']),
    );
    for (const response of Object.values(responses))
      expect(response.$ref ?? response.description, path).toBeTruthy();
  }
});

test('an operation that needs a token says for what, and an example of what it is sent is right', () => {
  const ajv = new Ajv2020({ strict: false });
  const secured = operations.filter(([, { security }]) => security);
  expect(secured.map(([, { operationId }]) => operationId)).toEqual([
    'getAccount',
    'listOwnProposals',
    'decideProposal',
    'listTrail',
  ]);
  for (const [path, { security, responses, requestBody }] of secured) {
    expect(security?.[0]?.token, path).toEqual([expect.stringMatching(/^api:(?:read|write)$/)]);
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403']));
    const { schema, example } = requestBody?.content['application/json'] ?? { schema: {}, example: {} };
    expect(ajv.validate(schema, example), path).toBe(true);
  }
  expect(description.components).toMatchObject({
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
  });
});

test('every parameter is told once, and those of the path are those it names', () => {
  for (const [path, { parameters }] of operations) {
    const names = parameters.map(({ in: place, name }) => `${place} ${name}`);
    expect(new Set(names).size).toBe(names.length);
    const inPath = parameters.filter(({ in: place }) => place === 'path');
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    for (const { name, required, schema, description, in: place } of parameters) {
      expect(description, `${path} ${name}`).toBeTruthy();
      expect(schema.type, `${path} ${name}`).toBeTruthy();
      expect(required || place === 'query').toBe(true);
    }
  }
});

test('every schema says what its members are, and which are always there', () => {
  for (const properties of all(description.components, 'properties')) {
    for (const [name, schema] of Object.entries(properties as Json))
      expect(Object.keys(schema as Json).length, name).toBeGreaterThan(0);
  }
  expect([...all(description.components, 'required')].length).toBeGreaterThan(10);
});

test.each(['fr', 'en'])('the page in %s tells every operation, parameter and problem', async (language) => {
  const { status, text } = await site.get(language === 'fr' ? '/-/api' : '/-/api?lang=en');
  expect(status).toBe(200);
  for (const [path, { operationId, parameters, security }] of operations) {
    expect(text).toContain(`id="${operationId}"`);
    expect(text).toContain(`</b> ${path}</code>`);
    for (const { name } of parameters)
      expect(text).toContain(security ? `<code>${name}</code>` : `name="${name}"`);
  }
  for (const kind of ['bad-request', 'not-found', 'gone', 'not-acceptable', 'internal', 'unavailable'])
    expect(text).toContain(`id="${kind}"`);
  expect(text).not.toMatch(/undefined|\[object/);
  expect(text).not.toMatch(/<p class="hint"[^>]*><\/p>/);
});

test('every page leads to the page of the API, in the language of its reader', async () => {
  expect((await site.get('/')).text).toContain('href="/-/api"');
  expect((await site.get('/-/translations?lang=en')).text).toContain('href="/-/api?lang=en"');
});

test('a form of the page leads to the address of what it asks, without what is empty', async () => {
  for (const [form, address] of [
    ['operation=getSite', '/-/api/v1'],
    ['operation=listPages&language=fr&folder=&tag=&limit=&cursor=', '/-/api/v1/pages?language=fr'],
    [
      'operation=getPage&path=a+b%2Fc%3F.md&fields=html&fields=outline',
      '/-/api/v1/pages/a%20b/c%3F.md?fields=html&fields=outline',
    ],
    [
      'operation=getTable&path=l.csv&q=&filters=Licence%3DMIT%26Critique%3DOui',
      '/-/api/v1/tables/l.csv?Licence=MIT&Critique=Oui',
    ],
    ['operation=getPage&path=%2F%2Fevil.example', '/-/api/v1/pages/evil.example'],
  ]) {
    const { status, headers } = await site.get(`/-/api?${form}`);
    expect(status).toBe(302);
    expect(headers.location).toBe(address);
  }
});

test('the page is one of the kinds that are looked at in a browser', () => {
  expect(exampleKinds.map(({ fr }) => fr)).toContain('/-/api');
});
