import { z } from 'zod';
import type { TokenScope } from '../../members/token-scopes.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import type { Caller } from './caller.ts';
import { API } from './place.ts';
import type { ProblemStatus } from './problem.ts';

/** What an operation is asked. */
export interface Call<Q, B = unknown, C = unknown> {
  readonly context: Context;
  /** Who asks, of an operation that names a scope. */
  readonly caller: C;
  /** What was sent, of one that takes a body. */
  readonly sent: B;
  /** What stands for each `{path}` or `{name}` in its address, decoded. */
  readonly names: readonly string[];
  readonly query: Q;
  /** All the parameters, those that the operation does not name itself among them. */
  readonly parameters: URLSearchParams;
}

/** The value to answer, and until when it is right (milliseconds since 1970); or an answer of another kind. */
export type Made<A> = { readonly value: A; readonly until?: number } | Answer;

/** A parameter of the query, as JSON Schema. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly schema: ParameterSchema;
}

export interface ParameterSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: ParameterSchema;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
}

/** Another form of an answer: its media type, and an example of it. */
export interface Format {
  readonly type: string;
  readonly example: string;
}

/** One thing that programs can ask, described by the schemas that read its query and type its answer. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** What a token must be for to ask it; undefined where anybody may. */
  readonly scope: TokenScope | undefined;
  /** What it is sent, as JSON; undefined for nothing. */
  readonly body: z.ZodObject | undefined;
  /** Under the API, a placeholder that ends it being any number of segments: `/pages/{path}`. */
  readonly path: string;
  /** Of what stands for each of its placeholders. */
  readonly examples: readonly string[];
  readonly query: z.ZodObject;
  readonly parameters: readonly Parameter[];
  /** An example of the other parameters, which its subject names; undefined where there are none. */
  readonly others: Readonly<Record<string, string>> | undefined;
  readonly answer: z.ZodType;
  /** Other forms of the answer, by their `format`. */
  readonly formats: Readonly<Record<string, Format>>;
  /** Whether what it names may have another address today, to which it leads. */
  readonly mayMove: boolean;
  /** What may be wrong, besides what may always be. */
  readonly problems: readonly ProblemStatus[];
  respond(call: Call<unknown>): Promise<Made<unknown>>;
}

interface Definition<
  Q extends z.ZodObject,
  A extends z.ZodType,
  B extends z.ZodObject | undefined,
  S extends TokenScope | undefined,
> {
  readonly id: string;
  readonly method?: 'GET' | 'POST';
  readonly scope?: S;
  readonly body?: B;
  readonly path: string;
  readonly examples?: readonly string[];
  readonly query: Q;
  readonly others?: Readonly<Record<string, string>>;
  readonly answer: A;
  readonly formats?: Readonly<Record<string, Format>>;
  readonly mayMove?: boolean;
  readonly problems?: readonly ProblemStatus[];
  readonly respond: (
    call: Call<
      z.infer<Q>,
      B extends z.ZodObject ? z.infer<B> : undefined,
      S extends TokenScope ? Caller : undefined
    >,
  ) => Promise<Made<z.infer<A>>>;
}

/** Ties an operation to its schemas: it cannot be made to answer what they do not say. */
export function operation<
  Q extends z.ZodObject,
  A extends z.ZodType,
  B extends z.ZodObject | undefined = undefined,
  S extends TokenScope | undefined = undefined,
>(definition: Definition<Q, A, B, S>): Operation {
  const { properties = {}, required = [] } = z.toJSONSchema(definition.query, { io: 'input' });
  return {
    method: 'GET',
    scope: undefined,
    body: undefined,
    others: undefined,
    mayMove: false,
    examples: [],
    formats: {},
    problems: [],
    ...definition,
    parameters: Object.entries(properties).map(([name, schema]) => ({
      name,
      required: required.includes(name),
      schema: schema as ParameterSchema,
    })),
    respond: definition.respond as Operation['respond'],
  };
}

const PLACEHOLDER = /\{(\w+)\}/g;

/** What the placeholders of a path are called: `name` and `id` of `/lists/{name}/messages/{id}`. */
export function placeholders(path: string): string[] {
  return [...path.matchAll(PLACEHOLDER)].map(([, name]) => name as string);
}

/** What a decoded path must be like to be one of an operation, a group being what stands for each placeholder. */
export function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\}$/, '(.+)').replace(PLACEHOLDER, '([^/]+)')}$`, 's');
}

/** The address of an operation, encoded, without a query: these names stand for its placeholders. */
export function operationAddress(path: string, ...names: readonly string[]): string {
  let at = 0;
  return API + path.replace(PLACEHOLDER, () => encodeAddress(names[at++] ?? ''));
}
