import type { Json } from './components.ts';

interface Schema {
  readonly $ref?: string;
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
}

/**
 * An answer as its schema (JSON Schema 2020-12, `$ref` being to one of `schemas` by the name that ends it) allows one: of its
 * own examples where it has some, else made of those of its parts, one of each.
 */
export function answerExample(schema: Schema, schemas: Json): unknown {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    return answerExample(schemas[name] as Schema, schemas);
  }
  if (schema.examples) return schema.examples[0];
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return answerExample(schema.anyOf[0] as Schema, schemas);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, part]) => [name, answerExample(part, schemas)]),
      );
    case 'array':
      return schema.items ? [answerExample(schema.items, schemas)] : [];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return false;
    default:
      return undefined;
  }
}
