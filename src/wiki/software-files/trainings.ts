import { isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
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

const text = z.string().trim().min(1).max(10_000).nullish();

const training = z.object({
  organisme: z.string('is missing: name the organisation').trim().min(1, 'is empty').max(300),
  description: text,
  formations: z.array(z.coerce.string().trim().max(1_000)).max(1_000).nullish(),
  site_web: text,
  courriel: text,
  adresse: text,
});

const MAX_LENGTH = 4 * 1024 * 1024;
const MAX_ALIASES = 20;

/** Reads courses, in the format of code.gouv.fr's `formations-logiciels-libres.yml`, each by itself. Never throws. */
export function readTrainings(source: string): Reading<readonly Training[]> {
  const nothing = (message: string, line = 1) => ({ value: [], findings: [{ line, column: 1, message }] });
  if (source.length > MAX_LENGTH) return nothing(`the file is longer than ${MAX_LENGTH / 1024 ** 2} MB`);
  const lines = new LineCounter();
  try {
    const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error) return nothing(error.message.split('\n', 1)[0] as string, lines.linePos(error.pos[0]).line);
    if (document.contents === null) return { value: [], findings: [] };
    if (!isSeq(document.contents)) return nothing('the file is not a list of organisations');
    const value: Training[] = [];
    const findings: { line: number; column: number; message: string }[] = [];
    for (const node of document.contents.items) {
      const start = isNode(node) ? (node.range?.[0] ?? 0) : 0;
      const { line, col } = lines.linePos(start);
      const plain = isNode(node) ? node.toJS(document, { maxAliasCount: MAX_ALIASES }) : node;
      const read = training.safeParse(plain);
      if (read.success) value.push(trainingOf(read.data));
      else
        for (const { path, message } of read.error.issues)
          findings.push({
            line,
            column: col,
            message: `${path.join('.') || 'the organisation'}: ${message}`,
          });
    }
    return { value, findings: inOrder(findings) };
  } catch (error) {
    return nothing((error as Error).message.split('\n', 1)[0] as string);
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
