import { z } from 'zod';

const path = z
  .string()
  .min(1)
  .max(1_000)
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))/, 'is not the path of a file of the wiki');

const points = z.number().int().min(-1_000_000).max(1_000_000);

/** Points for how many there are: `{ above: 100, points: 1000 }`; of a list, the first that applies. */
const steps = z.array(z.strictObject({ above: z.number().int().min(0), points })).max(20);

/** What a repository is worth by how open it is; the default is code.gouv.fr's formula. */
const score = z.strictObject({
  licence: points.default(1_000),
  template: points.default(1_000),
  publiccode: points.default(1_000),
  readme: points.default(100),
  contributing: points.default(100),
  changelog: points.default(10),
  withoutDescription: points.default(-100),
  archived: points.default(-1_000),
  fork: points.default(-1_000),
  forks: steps.default([
    { above: 100, points: 1_000 },
    { above: 10, points: 100 },
    { above: 1, points: 10 },
  ]),
  watchers: steps.default([
    { above: 100, points: 1_000 },
    { above: 10, points: 100 },
    { above: 1, points: 10 },
  ]),
});

export type ScoreSettings = z.infer<typeof score>;

export const DEFAULT_SCORE: ScoreSettings = score.parse({});

/** Who publishes the register; the wiki where nobody is named. */
const publisher = z.strictObject({
  name: z.string().min(1).max(300),
  url: z
    .url({ protocol: /^https?$/, error: 'is not an address that begins with http:// or https://' })
    .optional(),
  email: z.email('is not a mail address').optional(),
});

/** What the server does about Software Heritage by itself: nothing, look what it has, or ask it to save what it has not. */
export const ARCHIVING = ['off', 'check', 'save'] as const;

/** `register:` in `greffe.yml`: the files of the wiki that the register is made from. */
export const registerSettings = z.strictObject({
  /** Forges and accounts (`comptes-organismes-publics.yml`). */
  accounts: path.optional(),
  /** Names and parents of organisations (`top_organizations.yml`). */
  organisations: path.optional(),
  /** Free-software offices (`fr-public-sector-ospo.yml`). */
  offices: path.optional(),
  /** Remarkable projects (`awesome-codegouvfr.yml`). */
  remarkable: path.optional(),
  /** Which program a forge runs (`platforms.csv`). */
  platforms: path.optional(),
  /** The public directory, as lannuaire.service-public.fr exports it: names and parents of organisations. */
  directory: path.optional(),
  score: score.default(DEFAULT_SCORE),
  /** The licence of the register as data; that of the wiki where it is not named. */
  licence: z.string().min(1).max(200).optional(),
  publisher: publisher.optional(),
  archive: z.enum(ARCHIVING, `is none of ${ARCHIVING.join(', ')}`).default('off'),
  /** When `greffe serve` harvests by itself, in the time zone of the wiki. */
  harvest: z
    .string()
    .regex(
      /^(?:hourly|(?:daily|weekly on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)) at (?:[01]\d|2[0-3]):[0-5]\d)$/,
      'is none of hourly, daily at HH:MM, weekly on DAY at HH:MM',
    )
    .optional(),
});

export type RegisterSettings = z.infer<typeof registerSettings>;

/** The settings that name a file of the wiki. */
export type RegisterFile = Exclude<
  keyof RegisterSettings,
  'score' | 'licence' | 'publisher' | 'archive' | 'harvest'
>;
