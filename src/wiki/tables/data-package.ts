import { folderOf, foldersAbove, joinPath, resolvePath } from '../paths.ts';
import type { Separator } from './dialect.ts';
import { type TableProblem, tableProblem } from './problem.ts';
import type { ReadingOptions } from './reading.ts';
import { isObject, readJson, type TableSchema, tableSchema } from './schema.ts';

/** What a data package says of one of its files. */
export interface DescribedResource {
  readonly title?: string;
  readonly description?: string;
  readonly schema?: TableSchema;
  /** Where its schema is, from the folder of the package, when it is a file of its own. */
  readonly schemaPath?: string;
  readonly dialect?: ReadingOptions['dialect'];
  /** Lines are those of the package's file. */
  readonly problems: readonly TableProblem[];
}

const PACKAGE = 'datapackage.json';

/** Where the schema of a file may be, the nearest first: `x.schema.json` beside it, or a data package in a folder above. */
export function schemaCandidates(path: string): string[] {
  const folder = folderOf(path);
  return [
    `${path.replace(/\.[^./]+$/, '')}.schema.json`,
    ...[...foldersAbove(folder), ''].map((above) => joinPath(above, PACKAGE)),
  ];
}

/**
 * What a `datapackage.json` (https://specs.frictionlessdata.io/data-package/) says of the file at a path from its folder;
 * undefined when the file is not one of its resources.
 */
export function schemaOfResource(packageText: string, pathInPackage: string): DescribedResource | undefined {
  const { value, problem } = readJson(packageText);
  if (problem) return { problems: [problem] };
  if (!isObject(value) || !Array.isArray(value.resources))
    return { problems: [tableProblem('not-a-package', 1, {})] };
  const resource = value.resources.find((resource: unknown) => isResourceOf(resource, pathInPackage));
  return isObject(resource) ? describe(resource, packageText) : undefined;
}

function isResourceOf(resource: unknown, path: string): boolean {
  if (!isObject(resource)) return false;
  const paths: unknown[] = Array.isArray(resource.path) ? resource.path : [resource.path];
  return paths.some((part) => typeof part === 'string' && resolvePath('', part) === path);
}

function describe(resource: Readonly<Record<string, unknown>>, packageText: string): DescribedResource {
  const { title, description, schema } = resource;
  const described = {
    ...(typeof title === 'string' && title !== '' && { title }),
    ...(typeof description === 'string' && description !== '' && { description }),
    ...readDialect(resource.dialect),
  };
  if (typeof schema === 'string') {
    const schemaPath = /^[a-z]+:/i.test(schema) ? undefined : resolvePath('', schema);
    if (schemaPath !== undefined) return { ...described, schemaPath, problems: [] };
    return { ...described, problems: [tableProblem('absent-schema', 1, {})] };
  }
  if (schema === undefined) return { ...described, problems: [] };
  return { ...described, ...tableSchema(schema, packageText) };
}

const SEPARATORS: ReadonlySet<unknown> = new Set<Separator>([',', ';', '\t', '|']);

function readDialect(value: unknown): Pick<DescribedResource, 'dialect'> {
  if (!isObject(value)) return {};
  const { delimiter, header } = value;
  const dialect = {
    ...(SEPARATORS.has(delimiter) && { separator: delimiter as Separator }),
    ...(typeof header === 'boolean' && { header }),
  };
  return Object.keys(dialect).length === 0 ? {} : { dialect };
}
