import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { isTooComplex } from '../../config/yaml-document.ts';
import { finding, type Place, type PubliccodeFinding } from './finding.ts';
import type { PubliccodeRule } from './rules.ts';

/** A file longer than this, in bytes, is not looked into: twenty languages of the longest descriptions fit. */
export const MAX_BYTES = 1024 * 1024;

/** A thousand lines have about 10,000; more take seconds. */
const MAX_LEXEMES = 100_000;
const MAX_ERRORS = 5;

/** One document of YAML 1.2, and how to tell where in the file something is. */
export interface YamlFile {
  readonly document: Document;
  placeOf(offset: number | undefined): Place;
}

export interface YamlReading {
  readonly file?: YamlFile;
  readonly findings: readonly PubliccodeFinding[];
}

const START: Place = { line: 1, column: 1 };

const RULES: Readonly<Partial<Record<YAMLError['code'], PubliccodeRule>>> = {
  TAB_AS_INDENT: 'yaml-tab',
  MULTIPLE_DOCS: 'yaml-documents',
  TAG_RESOLVE_FAILED: 'yaml-tag',
  RESOURCE_EXHAUSTION: 'too-complex',
};

/**
 * Reads the bytes of a file, whatever they are: what cannot be read is a finding. Of a file that is not YAML nothing else is
 * told: what is missing or wrong in the rest of it would be guesses.
 */
export function readYaml(bytes: Uint8Array): YamlReading {
  if (bytes.length > MAX_BYTES) return refused('file-size', `${MAX_BYTES / 1024} kB`);
  const text = decoded(bytes);
  if (text === undefined) return refused('encoding');
  const hasMark = text.startsWith('\ufeff');
  const mark = hasMark ? [finding('byte-order-mark', START, '')] : [];
  const source = hasMark ? text.slice(1) : text;
  if (isTooComplex(source, MAX_LEXEMES)) return refused('too-complex');
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const placeOf = (offset: number | undefined): Place => {
    const { line, col } = lines.linePos(offset ?? 0);
    return line === 0 ? START : { line, column: col };
  };
  const errors = [...document.errors, ...document.warnings];
  const findings = [...mark, ...withoutRepeats(errors.map((error) => yamlFinding(error, source, placeOf)))];
  if (document.errors.length > 0) return { findings };
  if (document.contents === null) return { findings: [...mark, finding('empty', START, '')] };
  return { file: { document, placeOf }, findings };
}

function refused(rule: PubliccodeRule, expected?: string): YamlReading {
  return { findings: [finding(rule, START, '', { expected })] };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function yamlFinding(error: YAMLError, source: string, placeOf: YamlFile['placeOf']): PubliccodeFinding {
  const rule = RULES[error.code] ?? 'yaml-syntax';
  const [start, end] = error.pos;
  const found = source
    .slice(start, Math.max(end, start + 1))
    .split('\n', 1)[0]
    ?.trim();
  return finding(rule, placeOf(start), '', {
    found: found === '' ? undefined : found,
    expected: rule === 'yaml-syntax' ? error.message.replace(/\s+/g, ' ') : undefined,
  });
}

/** One mistake makes the parser complain several times at one place. */
function withoutRepeats(findings: readonly PubliccodeFinding[]): readonly PubliccodeFinding[] {
  const seen = new Set<string>();
  return findings
    .filter(({ rule, line, column }) => {
      const key = rule === 'yaml-syntax' ? `${rule} ${line}` : `${rule} ${line} ${column}`;
      return seen.size !== seen.add(key).size;
    })
    .slice(0, MAX_ERRORS);
}
