import { type Document, LineCounter } from 'yaml';
import { z } from 'zod';
import { isCheckRule, RULE_NAMES, SEVERITIES } from './check-rules.ts';
import { LANGUAGE_TAG } from './language-tag.ts';
import { listSettings } from './list-settings.ts';
import { registerSettings } from './register-settings.ts';
import { softwareSettings } from './software-settings.ts';
import { yamlDocument } from './yaml-document.ts';
import { firstLine, offsetOf } from './yaml-places.ts';

/** A text in one language for all readers, or one text a language (`{ fr: …, en: … }`). */
const localizedText = z.union(
  [
    z.string().min(1),
    z.record(z.string(), z.string().min(1)).refine((texts) => Object.keys(texts).length > 0, 'is empty'),
  ],
  'is neither a text nor one text a language',
);

const webAddress = z.url({
  protocol: /^https?$/,
  error: 'is not an address that begins with http:// or https://',
});

const navigationEntry = z.union(
  [
    z.string().min(1),
    z.strictObject({ path: z.string().min(1), title: localizedText.optional() }),
    z.strictObject({
      title: localizedText,
      link: z.url({ protocol: /^(?:https?|mailto)$/, error: 'is not a web or mail address' }),
    }),
  ],
  'is neither a path, nor a path with a title, nor a title with a link',
);

/** The least role, in the whole wiki, of whom something is taken. */
const pusher = z.enum(
  ['never', 'committer', 'maintainer', 'administrator'],
  'is none of never, committer, maintainer, administrator',
);

const schema = z.strictObject({
  title: localizedText.optional(),
  description: localizedText.optional(),
  url: webAddress.optional(),
  languages: z
    .array(z.string().regex(LANGUAGE_TAG, 'is not a language code such as fr or en'))
    .min(1)
    .refine((languages) => new Set(languages).size === languages.length, 'names a language twice')
    .optional(),
  licence: z.string().min(1).optional(),
  legacy: z.array(webAddress).default([]),
  navigation: z.array(navigationEntry).optional(),
  /** The zone of times that name none (IANA), and that of "today". */
  timezone: z.string().refine(isTimeZone, 'is not a time zone such as Europe/Paris').default('UTC'),
  collections: z
    .record(
      z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not a name of small letters, digits and hyphens'),
      z.strictObject({
        path: z.string().min(1),
        title: localizedText.optional(),
        order: z.enum(['date', 'name']).default('date'),
      }),
    )
    .default({}),
  /** Which findings matter, and where none are looked for. */
  checks: z
    .strictObject({
      rules: z
        .record(z.string(), z.enum([...SEVERITIES, 'off'], 'is none of error, warning, note, off'))
        .superRefine((rules, context) => {
          for (const name of Object.keys(rules).filter((name) => !isCheckRule(name)))
            context.addIssue({
              code: 'custom',
              path: [name],
              message: `is not a rule; the rules are ${RULE_NAMES.join(', ')}`,
            });
        })
        .default({}),
      ignore: z
        .array(
          z
            .string()
            .min(1)
            .max(300)
            .refine((pattern) => (pattern.match(/\*+|\?/g)?.length ?? 0) <= 6, 'has more than six * or ?'),
        )
        .max(200)
        .default([]),
      failOn: z.enum([...SEVERITIES, 'never'], 'is none of error, warning, note, never').default('error'),
    })
    .default({ rules: {}, ignore: [], failOn: 'error' }),
  /** From which severity on what a push would break refuses it, and of whom forced pushes and tags are taken. */
  push: z
    .strictObject({
      refuse: z.enum([...SEVERITIES, 'never'], 'is none of error, warning, note, never').default('never'),
      force: pusher.default('never'),
      tags: pusher.default('never'),
    })
    .default({ refuse: 'never', force: 'never', tags: 'never' }),
  /** The mailing lists, by name: `/-/lists/NAME/`. */
  lists: z
    .record(
      z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'is not a name of small letters, digits and hyphens'),
      listSettings(localizedText),
    )
    .refine((lists) => Object.keys(lists).length <= 100, 'holds more than 100 lists')
    .refine((lists) => {
      const addresses = Object.values(lists).map(({ address }) => address.toLowerCase());
      return new Set(addresses).size === addresses.length;
    }, 'gives two lists the same address')
    .default({}),
  /** The register of source code: which files of the wiki tell it whose code is where. */
  register: registerSettings.optional(),
  /** The catalogue of the free software that the organisation supports. */
  software: softwareSettings(localizedText).optional(),
  theme: z
    .strictObject({
      accent: z
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/, 'is not a colour such as #0b5d5e')
        .optional(),
    })
    .default({}),
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export type LocalizedText = z.infer<typeof localizedText>;
export type NavigationEntry = z.infer<typeof navigationEntry>;

/** What `greffe.yml`, at the root of the wiki's repository, may say. Every key is optional. */
export type Settings = z.infer<typeof schema>;

/** One mailing list, as the settings describe it. */
export type ListSettings = Settings['lists'][string];

export type { RegisterSettings } from './register-settings.ts';

/** The catalogue of software, as the settings describe it. */
export type SoftwareSettings = NonNullable<Settings['software']>;

/** A fault of a settings file; `line` and `column` count from 1. */
export interface SettingsProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export const SETTINGS_FILE = 'greffe.yml';
export const DEFAULT_SETTINGS: Settings = schema.parse({});

const MAX_SETTINGS_LENGTH = 256 * 1024;
const MAX_ALIASES = 50;

/** What a settings file says; `named` are the keys that it has and that are right. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly named: readonly string[];
  readonly problems: readonly SettingsProblem[];
}

/**
 * Reads a settings file (YAML 1.2). Never throws: what is wrong is told in `problems`, with its line, and `settings`
 * holds the keys that are right.
 */
export function readSettings(source: string): SettingsReading {
  if (source.length > MAX_SETTINGS_LENGTH) {
    const message = `the file is longer than ${MAX_SETTINGS_LENGTH / 1024} kB`;
    return nothingRight([{ line: 1, column: 1, message }]);
  }
  const lines = new LineCounter();
  try {
    const document = yamlDocument(source, { lineCounter: lines, prettyErrors: false });
    const problems = document.errors.map(({ pos, message }) => problemAt(lines, pos[0], firstLine(message)));
    if (problems.length > 0) return nothingRight(problems);
    return checkSettings(document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {}, document, lines);
  } catch (error) {
    // What only expands or nests without end has no place of its own.
    const message = firstLine((error as Error).message);
    return nothingRight([{ line: 1, column: 1, message }]);
  }
}

function nothingRight(problems: readonly SettingsProblem[]): SettingsReading {
  return { settings: DEFAULT_SETTINGS, named: [], problems };
}

function checkSettings(value: unknown, document: Document, lines: LineCounter): SettingsReading {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { settings: parsed.data, named: Object.keys(value as object), problems: [] };
  const wrong = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not a setting' }))
      : [{ path: issue.path, message: issue.message }],
  );
  const problems = wrong.map(({ path, message }) =>
    problemAt(lines, offsetOf(document, path), `${path.join('.') || 'the file'}: ${message}`),
  );
  const wrongKeys = new Set(wrong.map(({ path }) => path[0]));
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const right = isObject ? Object.entries(value).filter(([key]) => !wrongKeys.has(key)) : [];
  return {
    settings: schema.parse(Object.fromEntries(right)),
    named: right.map(([key]) => key),
    problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column),
  };
}

function problemAt(lines: LineCounter, offset: number, message: string): SettingsProblem {
  const { line, col } = lines.linePos(offset);
  return { line, column: col, message };
}

/** The text for a reader of `language`: theirs, else the first there is. */
export function localized(text: LocalizedText, language: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? (Object.values(text)[0] as string);
}
