import type { DataFileTable } from '../../../store/schema.ts';
import type { Finding } from '../finding.ts';

interface DataProblem {
  readonly rule: string;
  readonly line: number;
  readonly column?: string;
  readonly message: string;
  /** The schema, where it is the schema that is wrong: a line of it, then. */
  readonly file?: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What the reader of a table or a calendar found wrong in it; what it only counted is counted. */
export function dataFindings({ path, kind, problems, problem_count }: DataFileTable): Finding[] {
  const known = JSON.parse(problems) as readonly DataProblem[];
  const findings = known.map(({ rule, line, column: field, message, values, file }): Finding => {
    const detail = { ...values, problem: rule, message, ...(field !== undefined && { field }) };
    const subject = [rule, field ?? '', Object.values(values).join(' ') || message].join(' ');
    return { rule: kind, path, line: file === undefined ? line : 1, column: 1, subject, detail, times: 1 };
  });
  const rest = problem_count - known.length;
  const last = findings.at(-1);
  return rest > 0 && last ? [...findings, { ...last, times: rest }] : findings;
}
