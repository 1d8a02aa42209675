import { Invalid } from '../../config/errors.ts';
import { RecordReader } from '../../wiki/tables/records.ts';
import { codeAddress } from '../address.ts';
import { codeJson, isCodeJson } from './code-json.ts';
import { developersItalia, isDevelopersItalia } from './developers-italia.ts';
import { type Catalogue, listKind, type Row, recordsOf } from './rows.ts';

const REMEDY =
  'It may be a CSV or JSON file of code.gouv.fr, a code.json, a page of the API of Developers Italia, or a list of addresses, one a line.';

/** Reads a published catalogue, whichever it is; throws {@link Invalid} when it is none that is known. */
export function readCatalogue(name: string, bytes: Buffer): Catalogue {
  const text = bytes.toString().replace(/^\ufeff/, '');
  if (/^\s*[[{]/.test(text)) return jsonCatalogue(name, text);
  const { header, rows, lines } = csvRows(text);
  const kind = listKind(header);
  if (kind) {
    const { faults, ...said } = recordsOf(kind, rows);
    return { ...said, skipped: faults.map((at) => lines[at] as number) };
  }
  return addressList(name, text);
}

function jsonCatalogue(name: string, text: string): Catalogue {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Invalid(`${name} is not JSON: ${(cause as Error).message}.`, 'Fetch it again: it may be cut.', {
      cause,
    });
  }
  if (isCodeJson(value)) return codeJson(value);
  if (isDevelopersItalia(value)) return developersItalia(value);
  const rows = (Array.isArray(value) ? value : []).filter(
    (row): row is Row => typeof row === 'object' && row !== null,
  );
  const kind = listKind(Object.keys(rows[0] ?? {}));
  if (!kind) throw new Invalid(`${name} is not a catalogue that can be read.`, REMEDY);
  const { faults, ...said } = recordsOf(kind, rows);
  return { ...said, skipped: faults.map((at) => at + 1) };
}

/** The rows by the names of the first one, and the lines they start on. */
function csvRows(text: string): { header: readonly string[]; rows: Row[]; lines: number[] } {
  let header: readonly string[] | undefined;
  const rows: Row[] = [];
  const lines: number[] = [];
  const reader = new RecordReader(separatorOf(text), {
    problem: () => {},
    record(cells, line) {
      if (!header) header = cells.map((cell) => cell.trim().toLowerCase());
      else if (cells.some((cell) => cell !== '')) {
        rows.push(Object.fromEntries(header.map((name, at) => [name, cells[at]])));
        lines.push(line);
      }
    },
  });
  reader.push(text);
  reader.end();
  return { header: header ?? [], rows, lines };
}

function separatorOf(text: string): string {
  const first = text.split('\n', 1)[0] as string;
  return first.split(';').length > first.split(',').length ? ';' : ',';
}

/** A list of addresses, one a line: of repositories, or of accounts where the path has one step. */
function addressList(name: string, text: string): Catalogue {
  const lines = text.split(/\r?\n/);
  const rows: { readonly kind: 'repositories' | 'accounts'; readonly row: Row }[] = [];
  const skipped: number[] = [];
  for (const [at, line] of lines.entries()) {
    const written = line.replace(/(?:^|\s)#.*$/, '').trim();
    if (written === '') continue;
    const address = codeAddress(/^[a-z]+:\/\/|^git@/i.test(written) ? written : `https://${written}`);
    if (!address || address.path === '' || /\s/.test(written)) skipped.push(at + 1);
    else if (address.path.includes('/'))
      rows.push({ kind: 'repositories', row: { repository_url: `https://${address.host}/${address.path}` } });
    else
      rows.push({ kind: 'accounts', row: { organization_url: `https://${address.host}/${address.path}` } });
  }
  if (rows.length === 0) throw new Invalid(`${name} is not a catalogue that can be read.`, REMEDY);
  const of = (kind: 'repositories' | 'accounts') =>
    recordsOf(
      kind,
      rows.filter((one) => one.kind === kind).map(({ row }) => row),
    );
  return { repositories: of('repositories').repositories, accounts: of('accounts').accounts, skipped };
}
