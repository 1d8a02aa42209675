import type { ObjectReader } from '../git/objects.ts';
import { SUBMODULE, SYMLINK } from '../git/tree.ts';
import { fileAt } from '../store/files.ts';
import type { FileTable } from '../store/schema.ts';
import { type Calendar, readCalendar } from './calendars/read-calendar.ts';
import { decodeText } from './decode.ts';
import { folderOf, joinPath } from './paths.ts';
import { type DescribedResource, schemaCandidates, schemaOfResource } from './tables/data-package.ts';
import type { TableProblem } from './tables/problem.ts';
import { readTable } from './tables/read-table.ts';
import { readTableSchema } from './tables/schema.ts';
import type { Table } from './tables/table.ts';
import type { Ask } from './trace.ts';

/** Of a larger table, what comes before is shown; it can be downloaded whole. */
export const MAX_TABLE_BYTES = 64 * 1024 * 1024;

/** Of a larger table, what comes before is counted and checked: a scan holds none of it, and takes some seconds a gigabyte. */
export const MAX_SCANNED_BYTES = 1024 * 1024 * 1024;

/** A larger calendar is not read. */
export const MAX_CALENDAR_BYTES = 16 * 1024 * 1024;

/** How much of the files' bytes stays read. */
const MAX_KEPT_BYTES = 96 * 1024 * 1024;

/** What is said of a table beside it, and the blobs that say it: another one makes another table. */
export interface TableDescription extends DescribedResource {
  readonly oids: readonly string[];
}

/** Finds what describes a table: a Table Schema beside it (`x.schema.json`), else the `datapackage.json` that lists it. */
export async function describeTable(
  ask: Ask,
  objects: ObjectReader,
  path: string,
): Promise<TableDescription> {
  const regular = async (path: string) => {
    const file = await ask(fileAt, path);
    return file?.mode === SYMLINK || file?.mode === SUBMODULE ? undefined : file;
  };
  const text = async (file: FileTable) => decodeText(await objects.read(file.oid)).text;
  for (const candidate of schemaCandidates(path)) {
    const file = await regular(candidate);
    if (!file) continue;
    if (!candidate.endsWith('datapackage.json')) {
      const described = readTableSchema(await text(file));
      return { ...described, problems: inFile(candidate, described.problems), oids: [file.oid] };
    }
    const folder = folderOf(candidate);
    const resource = schemaOfResource(await text(file), path.slice(folder === '' ? 0 : folder.length + 1));
    if (!resource) continue;
    const { schemaPath } = resource;
    const problems = inFile(candidate, resource.problems);
    const schemaFile = schemaPath === undefined ? undefined : await regular(joinPath(folder, schemaPath));
    if (!schemaFile) return { ...resource, problems, oids: [file.oid] };
    const described = readTableSchema(await text(schemaFile));
    return {
      ...resource,
      ...described,
      problems: [...problems, ...inFile(schemaFile.path, described.problems)],
      oids: [file.oid, schemaFile.oid],
    };
  }
  return { problems: [], oids: [] };
}

function inFile(file: string, problems: readonly TableProblem[]): readonly TableProblem[] {
  return problems.map((problem) => ({ ...problem, file }));
}

/** Tables and calendars as they were read, kept by the blobs they are made from. */
export class DataFiles {
  readonly #objects: ObjectReader;
  readonly #kept = new Map<string, { readonly value: Promise<Table | Calendar>; readonly bytes: number }>();
  #bytes = 0;

  constructor(objects: ObjectReader) {
    this.#objects = objects;
  }

  table(file: FileTable, description: TableDescription): Promise<Table> {
    const { schema, dialect, oids } = description;
    return this.#keep(`table ${file.path} ${file.oid} ${oids.join(' ')}`, file, () =>
      readTable(this.#objects.stream(file.oid), {
        path: file.path,
        maxBytes: MAX_TABLE_BYTES,
        ...(schema && { schema }),
        ...(dialect && { dialect }),
      }),
    );
  }

  calendar(file: FileTable, defaultZone: string): Promise<Calendar> {
    return this.#keep(`calendar ${file.path} ${file.oid} ${defaultZone}`, file, async () => {
      const tooLarge = (file.size ?? 0) > MAX_CALENDAR_BYTES;
      const bytes = tooLarge ? new Uint8Array() : await this.#objects.read(file.oid);
      return readCalendar(decodeText(bytes).text, { path: file.path, defaultZone });
    });
  }

  #keep<T extends Table | Calendar>(key: string, file: FileTable, read: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.value as Promise<T>;
    }
    const entry = { value: read(), bytes: file.size ?? 0 };
    entry.value.catch(() => this.#forget(key));
    this.#kept.set(key, entry);
    this.#bytes += entry.bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= MAX_KEPT_BYTES || oldest === key) break;
      this.#forget(oldest);
    }
    return entry.value;
  }

  #forget(key: string): void {
    const entry = this.#kept.get(key);
    if (entry && this.#kept.delete(key)) this.#bytes -= entry.bytes;
  }
}
