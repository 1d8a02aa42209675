import { type Finding, finding } from '../finding.ts';
import type { PageContent } from '../page-content.ts';

/** A value of a text that YAML takes for a key and its value. */
const UNQUOTED = /^([A-Za-z_][\w-]*:[ \t]+)([^"'[{|>\s].*:.*?)[ \t]*$/;

/** What keeps the front matter, or the file, from being read as it was meant. */
export function frontMatterFindings(page: PageContent, lines: readonly string[]): readonly Finding[] {
  return [
    ...page.problems.map((problem) => problemFinding(page, lines, problem)),
    ...wrongValues(page, lines),
  ];
}

function problemFinding(
  { path }: PageContent,
  lines: readonly string[],
  { rule, line, message }: PageContent['problems'][number],
): Finding {
  if (rule === 'encoding') return finding({ rule: 'encoding', path, line, subject: '' });
  if (rule === 'size')
    return finding({ rule: 'unreadable-file', path, line, subject: 'size', detail: { message } });
  const [, key = '', value = ''] = UNQUOTED.exec(lines[line - 1] ?? '') ?? [];
  const detail = { message, ...(value !== '' && { cause: 'colon' }) };
  if (value === '') return finding({ rule: 'front-matter', path, line, subject: message, detail });
  const fix = { before: value, after: `"${value.replace(/["\\]/g, '\\$&')}"` };
  return finding({
    rule: 'front-matter',
    path,
    line,
    column: key.length + 1,
    subject: key.trim(),
    detail,
    fix,
  });
}

/** The keys whose value has a form, and what is expected. */
const FORMS: Readonly<
  Record<string, { readonly expected: string; readonly accepts: (value: unknown) => boolean }>
> = {
  date: { expected: 'date', accepts: isDate },
  lang: { expected: 'language', accepts: (value) => /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i.test(String(value)) },
  toc: { expected: 'boolean', accepts: (value) => typeof value === 'boolean' },
  draft: { expected: 'boolean', accepts: (value) => typeof value === 'boolean' },
};

function wrongValues({ path, front, frontLines }: PageContent, lines: readonly string[]): Finding[] {
  return Object.entries(FORMS).flatMap(([key, { expected, accepts }]) => {
    const value = front[key];
    if (value === undefined || value === null || accepts(value)) return [];
    const line = lineOfKey(lines, frontLines, key);
    return [
      finding({
        rule: 'front-matter-value',
        path,
        line,
        subject: key,
        detail: { expected, value: shown(value) },
      }),
    ];
  });
}

/** The line of a key of the front matter; the first of the file where it cannot be told. */
export function lineOfKey(lines: readonly string[], frontLines: number, key: string): number {
  const at = lines.slice(0, frontLines).findIndex((line) => line.startsWith(`${key}:`));
  return Math.max(at, 0) + 1;
}

function isDate(value: unknown): boolean {
  const [, date = ''] = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(String(value)) ?? [];
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
