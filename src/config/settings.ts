import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

/** A text in one language for all readers, or one text a language (`{ fr: …, en: … }`). */
const localizedText = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]);

const navigationEntry = z.union([
  z.string().min(1),
  z.strictObject({ path: z.string().min(1), title: localizedText.optional() }),
  z.strictObject({ title: localizedText, link: z.url() }),
]);

const schema = z.strictObject({
  title: localizedText.optional(),
  description: localizedText.optional(),
  url: z.url().optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'is not a language code such as fr or en'))
    .min(1)
    .optional(),
  licence: z.string().min(1).optional(),
  legacy: z.array(z.url()).default([]),
  navigation: z.array(navigationEntry).optional(),
  theme: z
    .strictObject({
      accent: z
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/, 'is not a colour such as #0b5d5e')
        .optional(),
    })
    .default({}),
});

export type LocalizedText = z.infer<typeof localizedText>;
export type NavigationEntry = z.infer<typeof navigationEntry>;

/** What `greffe.yml`, at the root of the wiki's repository, may say. Every key is optional. */
export type Settings = z.infer<typeof schema>;

/** A fault of a settings file; `line` and `column` count from 1. */
export interface SettingsProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export const SETTINGS_FILE = 'greffe.yml';
export const DEFAULT_SETTINGS: Settings = schema.parse({});

const MAX_SETTINGS_BYTES = 256 * 1024;

/**
 * Reads a settings file (YAML 1.2). Never throws: what is wrong is told in `problems`, with its line, and `settings`
 * holds the keys that are right.
 */
export function readSettings(source: string): { settings: Settings; problems: readonly SettingsProblem[] } {
  if (source.length > MAX_SETTINGS_BYTES) {
    const message = `the file is larger than ${MAX_SETTINGS_BYTES / 1024} kB`;
    return { settings: DEFAULT_SETTINGS, problems: [{ line: 1, column: 1, message }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const problems: SettingsProblem[] = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { line, column: col, message: firstLine(error.message) };
  });
  if (problems.length > 0) return { settings: DEFAULT_SETTINGS, problems };

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 }) ?? {};
  } catch (error) {
    const message = firstLine((error as Error).message);
    return { settings: DEFAULT_SETTINGS, problems: [{ line: 1, column: 1, message }] };
  }

  const parsed = schema.safeParse(value);
  if (parsed.success) return { settings: parsed.data, problems: [] };
  const wrongKeys = new Set<string>();
  for (const issue of parsed.error.issues) {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] as string] : issue.path;
    wrongKeys.add(String(path[0]));
    problems.push({ ...positionOf(path), message: `${path.join('.') || 'the file'}: ${issue.message}` });
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { settings: DEFAULT_SETTINGS, problems };
  const right = Object.fromEntries(Object.entries(value).filter(([key]) => !wrongKeys.has(key)));
  return { settings: schema.parse(right), problems };

  function positionOf(path: readonly PropertyKey[]): { line: number; column: number } {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) {
        const { line, col } = lines.linePos(node.range[0]);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] as string;
}

/** The text for a reader of `language`: theirs, else the first there is. */
export function localized(text: LocalizedText, language: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? (Object.values(text)[0] as string);
}
