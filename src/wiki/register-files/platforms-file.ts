import { RecordReader } from '../tables/records.ts';
import { type Finding, inOrder, type Reading } from './finding.ts';
import { FORGE_KINDS, type ForgeKind, HOST } from './forge-kind.ts';

/** What program each host runs, by the host. */
export type Platforms = ReadonlyMap<string, ForgeKind>;

const COLUMNS = ['domain_name', 'platform'];

/** Reads forges and their programs, in the format of code.gouv.fr's `platforms.csv`. */
export function readPlatforms(source: string): Reading<Platforms> {
  const platforms = new Map<string, ForgeKind>();
  const findings: Finding[] = [];
  let columns: readonly number[] | undefined;
  const told = (line: number, message: string) => findings.push({ line, column: 1, message });
  const reader = new RecordReader(',', {
    problem: (rule, line) => told(line, `the row cannot be read (${rule})`),
    record(cells, line) {
      if (!columns) {
        columns = COLUMNS.map((name) => cells.indexOf(name));
        if (columns.includes(-1)) told(line, `the first row is not ${COLUMNS.join(',')}`);
        return;
      }
      if (columns.includes(-1) || cells.every((cell) => cell === '')) return;
      const [host, kind] = columns.map((at) => (cells[at] ?? '').trim().toLowerCase());
      if (!HOST.test(host as string)) told(line, `${host}: is not the name of a host`);
      else if (!isForgeKind(kind)) told(line, `${host}: ${kind} is none of ${FORGE_KINDS.join(', ')}`);
      else if (platforms.has(host as string)) told(line, `${host}: is there already`);
      else platforms.set(host as string, kind);
    },
  });
  reader.push(source.replace(/^\ufeff/, ''));
  reader.end();
  return { value: platforms, findings: inOrder(findings) };
}

function isForgeKind(kind: string | undefined): kind is ForgeKind {
  return FORGE_KINDS.some((known) => known === kind);
}
