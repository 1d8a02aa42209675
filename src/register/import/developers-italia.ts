import { yamlDocument } from '../../config/yaml-document.ts';
import { type Catalogue, type Row, recordsOf } from './rows.ts';

/** A page of `/v1/software` of the API of Developers Italia: addresses, each with its publiccode.yml as a text. */
interface Page {
  readonly data: readonly Row[];
}

export function isDevelopersItalia(value: unknown): value is Page {
  const { data } = (value ?? {}) as { data?: unknown };
  return Array.isArray(data) && data.some((one) => typeof one?.publiccodeYml === 'string');
}

const MAX_PUBLICCODE = 512 * 1024;

export function developersItalia({ data }: Page): Catalogue {
  const { faults, ...said } = recordsOf(
    'repositories',
    data.filter((one) => typeof one === 'object' && one !== null).map(rowOf),
  );
  return { ...said, skipped: faults.map((at) => at + 1) };
}

function rowOf({ url, publiccodeYml, createdAt, updatedAt }: Row): Row {
  const publiccode = read(publiccodeYml);
  const legal = (publiccode?.legal ?? {}) as Row;
  return {
    repository_url: url,
    name: publiccode?.name,
    description: descriptionOf(publiccode?.description),
    homepage: publiccode?.landingURL,
    license: legal.license,
    created_at: createdAt,
    updated_at: updatedAt,
    has_publiccode: publiccode !== undefined,
  };
}

/** The map that a publiccode.yml is; undefined of what is none. */
function read(source: unknown): Row | undefined {
  if (typeof source !== 'string' || source.length > MAX_PUBLICCODE) return undefined;
  try {
    const document = yamlDocument(source, { prettyErrors: false });
    if (document.errors.length > 0) return undefined;
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    return typeof value === 'object' && value !== null ? (value as Row) : undefined;
  } catch {
    return undefined;
  }
}

/** The short description in the first language that there is. */
function descriptionOf(description: unknown): unknown {
  if (typeof description !== 'object' || description === null) return undefined;
  return Object.values(description)
    .map((one) => (one as Row | null)?.shortDescription)
    .find((text) => typeof text === 'string');
}
