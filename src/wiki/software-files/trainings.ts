import { type ErrorCode, isNode, isSeq, LineCounter } from 'yaml';
import { z } from 'zod';
import { yamlDocument } from '../../config/yaml-document.ts';
import { offsetOf } from '../../config/yaml-places.ts';
import { inOrder, type Reading } from '../register-files/finding.ts';
import { folded } from './folded.ts';
import { readLink } from './values.ts';

/** An organisation that gives courses on free software. */
export interface Training {
  readonly organisation: string;
  readonly description: string | null;
  readonly courses: readonly string[];
  readonly website: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

const text = z
  .string('is not a text; put it between quotation marks')
  .trim()
  .min(1, 'is empty; write it, or take the key away')
  .max(10_000, 'is longer than 10000 characters; make it shorter')
  .nullish();

const NO_TITLE = 'is not the title of a course; write a text';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A title with a colon in it, `Git : les bases`, is a map to YAML. */
const parted = z.record(z.string(), scalar).refine((map) => Object.keys(map).length === 1, NO_TITLE);

const title = z
  .union([scalar, parted], NO_TITLE)
  .transform((value) =>
    (typeof value === 'object'
      ? (Object.entries(value)[0] as [string, unknown]).join(' : ')
      : String(value)
    ).trim(),
  )
  .refine((value) => value.length <= 1_000, 'is longer than 1000 characters; make it shorter');

const training = z.object(
  {
    organisme: z
      .string({
        error: ({ input }) =>
          input === undefined || input === null
            ? 'is missing: name the organisation'
            : 'is not a text; put it between quotation marks',
      })
      .trim()
      .min(1, 'is missing: name the organisation')
      .max(300, 'is longer than 300 characters; make it shorter'),
    description: text,
    formations: z
      .array(title, 'is not a list of titles; write [A title, Another one]')
      .max(1_000, 'holds more than 1000 titles; keep the main ones')
      .nullish(),
    site_web: text,
    courriel: text,
    adresse: text,
  },
  'is not a map with the key organisme',
);

const TOO_MUCH =
  'the file nests too deep, or its aliases (*) lead to nothing or to too much; write it without them';

/** The faults of YAML that people make most, and what to write instead. */
const YAML_FAULTS: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'a bracket is not closed, or a line is not indented enough',
  BAD_SCALAR_START: 'a value begins with a sign; put it between quotation marks',
  BLOCK_AS_IMPLICIT_KEY:
    'the line does not begin where the one before does, or its value has a colon in it; align it, or put the value between quotation marks',
  DUPLICATE_KEY: 'a key is there twice; keep one',
  MISSING_CHAR: 'a quotation mark, a dash, a comma or a colon is missing',
  RESOURCE_EXHAUSTION: TOO_MUCH,
  TAB_AS_INDENT: 'a tab begins the line; write spaces instead',
};
const OTHER_FAULT = 'this is not valid YAML; look at indentation, quotation marks and brackets';

const MAX_LENGTH = 4 * 1024 * 1024;
const MAX_ALIASES = 20;

/** Reads courses, in the format of code.gouv.fr's `formations-logiciels-libres.yml`, each by itself. Never throws. */
export function readTrainings(source: string): Reading<readonly Training[]> {
  const nothing = (message: string, line = 1) => ({ value: [], findings: [{ line, column: 1, message }] });
  if (source.length > MAX_LENGTH)
    return nothing(`the file is longer than ${MAX_LENGTH / 1024 ** 2} MB; make it shorter`);
  const lines = new LineCounter();
  try {
    const document = yamlDocument(source, { lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error) return nothing(YAML_FAULTS[error.code] ?? OTHER_FAULT, lines.linePos(error.pos[0]).line);
    if (document.contents === null) return { value: [], findings: [] };
    if (!isSeq(document.contents))
      return nothing('the file is not a list of organisations; begin each with - organisme:');
    const value: Training[] = [];
    const findings: { line: number; column: number; message: string }[] = [];
    for (const [at, node] of document.contents.items.entries()) {
      const plain = isNode(node) ? node.toJS(document, { maxAliasCount: MAX_ALIASES }) : node;
      const read = training.safeParse(plain);
      if (read.success) value.push(trainingOf(read.data));
      else
        for (const { path, message } of read.error.issues) {
          const { line, col } = lines.linePos(offsetOf(document, [at, ...path]));
          const place = path.join('.');
          findings.push({
            line,
            column: col,
            message: place === '' ? `this ${message}` : `${place}: ${message}`,
          });
        }
    }
    return { value, findings: inOrder(findings) };
  } catch {
    // What expands or nests without end has no place of its own.
    return nothing(TOO_MUCH);
  }
}

function trainingOf(read: z.infer<typeof training>): Training {
  const website = readLink(read.site_web);
  return {
    organisation: read.organisme,
    description: read.description ?? null,
    courses: (read.formations ?? []).filter((course) => course !== ''),
    website: website === undefined || website === 'wrong' ? null : website,
    email: read.courriel ?? null,
    address: read.adresse ?? null,
  };
}

/** The shortest name that is looked for inside the titles of courses: `R` is in most of them. */
const MIN_NAME = 3;

/** Those that have a course whose title names a software, with these courses alone. */
export function trainingsOn(trainings: readonly Training[], name: string): readonly Training[] {
  const sought = words(name);
  if (sought.trim().length < MIN_NAME) return [];
  return trainings.flatMap((one) => {
    const courses = one.courses.filter((course) => words(course).includes(sought));
    return courses.length === 0 ? [] : [{ ...one, courses }];
  });
}

/** Its words with a space around each. */
export function words(text: string): string {
  return ` ${folded(text.replace(/[^\p{L}\p{M}\p{N}+#]+/gu, ' '))} `;
}
