import { z } from 'zod';
import { encodeAddress } from '../../wiki/addresses.ts';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { API } from './place.ts';
import type { ProblemStatus } from './problem.ts';

/** What an operation is asked. */
export interface Call<Q> {
  readonly context: Context;
  /** What stands for `{path}` or `{name}` in its address, decoded. */
  readonly name: string;
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
  /** Under the API, a last `{path}` being any number of segments: `/pages/{path}`. */
  readonly path: string;
  /** Of what stands for `{path}`. */
  readonly example?: string;
  readonly query: z.ZodObject;
  readonly parameters: readonly Parameter[];
  /** Whether there are other parameters, which its subject names. */
  readonly open: boolean;
  readonly answer: z.ZodType;
  /** Other forms of the answer, by their `format`. */
  readonly formats: Readonly<Record<string, Format>>;
  /** What may be wrong, besides what may always be. */
  readonly problems: readonly ProblemStatus[];
  respond(call: Call<unknown>): Promise<Made<unknown>>;
}

interface Definition<Q extends z.ZodObject, A extends z.ZodType> {
  readonly id: string;
  readonly path: string;
  readonly example?: string;
  readonly query: Q;
  readonly open?: boolean;
  readonly answer: A;
  readonly formats?: Readonly<Record<string, Format>>;
  readonly problems?: readonly ProblemStatus[];
  readonly respond: (call: Call<z.infer<Q>>) => Promise<Made<z.infer<A>>>;
}

/** Ties an operation to its schemas: it cannot be made to answer what they do not say. */
export function operation<Q extends z.ZodObject, A extends z.ZodType>(
  definition: Definition<Q, A>,
): Operation {
  const { properties = {}, required = [] } = z.toJSONSchema(definition.query, { io: 'input' });
  return {
    open: false,
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

/** The address of an operation, encoded, without a query: `name` stands for its `{path}`. */
export function operationAddress(path: string, name = ''): string {
  return API + path.replace(/\{\w+\}$/, () => encodeAddress(name));
}
