import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Reply, Served } from './served.ts';

type Json = Record<string, unknown>;

/** An answer of the API, read, and what of it the published description does not allow. */
export interface ApiReply extends Reply {
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  readonly json: any;
  /** The answer of the `next` address; undefined at the end. */
  next(): Promise<ApiReply | undefined>;
}

export interface Api {
  readonly description: Json;
  /** Asks for what is at a path under `/-/api/v1`; throws where the description does not allow the answer. */
  ask(path: string, headers?: Readonly<Record<string, string>>): Promise<ApiReply>;
}

/** The API of a site, as its own `/-/openapi.json` describes it. */
export async function apiOf(site: Served): Promise<Api> {
  const description: Json = JSON.parse((await site.get('/-/openapi.json')).text);
  const faults = validator(description);
  const ask = async (path: string, headers = {}): Promise<ApiReply> => {
    const reply = await site.get(`/-/api/v1${path}`, headers);
    const found = faults(path.replace(/\?.*/s, ''), reply);
    if (found.length > 0) throw new Error(`${path} is not as described: ${JSON.stringify(found, null, 1)}`);
    const json = /json/.test(reply.headers['content-type'] ?? '') ? JSON.parse(reply.text) : undefined;
    const following = json?.next?.replace(`${site.origin}/-/api/v1`, '');
    return { ...reply, json, next: async () => (following ? await ask(following) : undefined) };
  };
  return { description, ask };
}

type Described = {
  responses: Record<string, { $ref?: string; content?: Record<string, { schema?: Json }> }>;
};

function validator(description: Json): (path: string, reply: Reply) => readonly (string | ErrorObject)[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema(closed(description) as Json, 'api:');
  const paths = description.paths as Record<string, Record<string, Described>>;
  return (path, { status, headers, text }) => {
    const template = Object.keys(paths)
      .filter((candidate) => patternOf(candidate).test(`/-/api/v1${path}`))
      .toSorted((a, b) => b.length - a.length)[0];
    if (template === undefined) return status === 404 ? [] : ['no operation has this path'];
    const { responses } = Object.values(paths[template] ?? {})[0] as Described;
    const described = responses[status];
    if (!described) return [`status ${status} is not described`];
    const name = described.$ref?.split('/').at(-1);
    const { content } = name
      ? ((description.components as { responses: Record<string, { content?: Record<string, Json> }> })
          .responses[name] ?? {})
      : described;
    const type = headers['content-type']?.split(';')[0] ?? '';
    if (content === undefined) return [];
    const schema = content[type]?.schema as { $ref?: string } | undefined;
    if (!schema) return [`${type} is not described`];
    if (!schema.$ref) return [];
    const validate = ajv.getSchema(`api:${schema.$ref}`);
    if (!validate) return [`${schema.$ref} leads nowhere`];
    return validate(JSON.parse(text)) ? [] : (validate.errors ?? []);
  };
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{\w+\}$/, '.+').replace(/\{\w+\}/g, '[^/]+')}/?$`);
}

/** The description, with nothing allowed besides what it names: what is answered must be told. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inside = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, closed(member)]));
  const isObject = inside.type === 'object' && inside.properties && !('additionalProperties' in inside);
  return isObject ? { ...inside, additionalProperties: false } : inside;
}
