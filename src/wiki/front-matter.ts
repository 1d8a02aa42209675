import { LineCounter } from 'yaml';
import { yamlDocument } from '../config/yaml-document.ts';
import { yamlPlaces } from '../config/yaml-places.ts';

/** Something wrong in a file, that does not keep it from being shown. `line` counts from 1. */
export interface Problem {
  readonly rule: 'front-matter' | 'encoding' | 'size';
  readonly line: number;
  readonly message: string;
}

export interface FrontMatter {
  /** Every key, those unknown to us too. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What follows it. */
  readonly body: string;
  /** How many lines come before `body`. */
  readonly lines: number;
  readonly problems: readonly Problem[];
}

const MAX_LENGTH = 64 * 1024;
const BLOCK = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** A block that begins so is meant as front matter. */
const OPENING = /^---[ \t]*\r?\n[A-Za-z_][\w-]*[ \t]*:/;

/**
 * Parts a page from its front matter: YAML between two lines of `---`. What is not valid YAML is understood line by line
 * (`key: the rest of the line`), and told; what has no key at all is text between two rules.
 */
export function readFrontMatter(source: string): FrontMatter {
  const block = source.startsWith('---') ? BLOCK.exec(source.slice(0, MAX_LENGTH)) : null;
  if (!block) {
    const tooLong = source.length > MAX_LENGTH && OPENING.test(source.slice(0, MAX_LENGTH));
    const message = `it does not end within ${MAX_LENGTH / 1024} kB`;
    return withoutBlock(source, tooLong ? [{ rule: 'front-matter', line: 1, message }] : []);
  }
  const yaml = block[1] ?? '';
  const { values = readLines(yaml), problem } = parseYaml(yaml);
  if (problem && Object.keys(values).length === 0) return withoutBlock(source, []);
  return {
    values,
    body: source.slice(block[0].length),
    lines: block[0].split('\n').length - 1,
    problems: problem ? [problem] : [],
  };
}

/** What follows the front matter, as {@link readFrontMatter} tells it: where a line of it has a key, whatever the YAML. */
export function withoutFrontMatter(source: string): string {
  const block = source.startsWith('---') ? BLOCK.exec(source.slice(0, MAX_LENGTH)) : null;
  if (!block) return source;
  const hasKeys = Object.keys(readLines(block[1] ?? '')).length > 0;
  return hasKeys ? source.slice(block[0].length) : readFrontMatter(source).body;
}

/** Tells where something in the front matter of a page is written, in the page; its first line for what is not there. */
export function frontMatterPlaces(
  source: string,
): (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number } {
  const yaml = source.startsWith('---') ? BLOCK.exec(source.slice(0, MAX_LENGTH))?.[1] : undefined;
  const places = yamlPlaces(yaml ?? '');
  return (path) => {
    if (yaml === undefined || path.length === 0) return { line: 1, column: 1 };
    const { line, column } = places(path);
    return { line: line + 1, column };
  };
}

function withoutBlock(source: string, problems: readonly Problem[]): FrontMatter {
  return { values: {}, body: source, lines: 0, problems };
}

function parseYaml(yaml: string): { values?: Record<string, unknown>; problem?: Problem } {
  const lines = new LineCounter();
  // The block starts on the second line of the file.
  const problem = (position: number, message: string): { problem: Problem } => ({
    problem: {
      rule: 'front-matter',
      line: lines.linePos(position).line + 1,
      message: message.split('\n', 1)[0] as string,
    },
  });
  try {
    const document = yamlDocument(yaml, { lineCounter: lines, prettyErrors: false });
    const error = document.errors[0];
    if (error) return problem(error.pos[0], error.message);
    // Through JSON, since an alias can make a value that holds itself.
    const value: unknown = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 20 }) ?? {}));
    if (typeof value === 'object' && !Array.isArray(value))
      return { values: value as Record<string, unknown> };
    return problem(0, 'it is not a list of keys and values');
  } catch (error) {
    return problem(0, (error as Error).message);
  }
}

const LINE = /^([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*?)[ \t\r]*$/;

function readLines(yaml: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const line of yaml.split('\n')) {
    const [, key, value] = LINE.exec(line) ?? [];
    if (key !== undefined && value !== undefined && value !== '') values[key] = scalar(value);
  }
  return values;
}

function scalar(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  const quoted = /^(["'])(.*)\1$/.exec(value);
  if (quoted) return quoted[2];
  const list = /^\[(.*)\]$/.exec(value);
  if (list)
    return (list[1] as string)
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  return value;
}
