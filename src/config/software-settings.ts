import { z } from 'zod';

const path = z
  .string()
  .min(1)
  .max(1_000)
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))/, 'is not the path of a file of the wiki');

const name = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/i, 'is not a name of letters, digits and hyphens')
  .max(60);

const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date('is not a date such as 2024-08-09'),
);

/** A column by its title, or by its number from 1; or all that it was called over time. */
const column = z.union(
  [
    z.string().min(1),
    z.number().int().min(1),
    z
      .array(z.union([z.string().min(1), z.number().int().min(1)]))
      .min(1)
      .max(20),
  ],
  'is neither the title of a column nor its number, nor a list of them',
);

/** What a row of the table may say of a software. */
export const SOFTWARE_COLUMNS = [
  'id',
  'name',
  'category',
  'critical',
  'status',
  'since',
  'minimumVersion',
  'licence',
  'repository',
  'homepage',
  'wikidata',
  'description',
  'systems',
  'contracts',
] as const;

/** What the value of an attribute is. */
export const ATTRIBUTE_KINDS = ['text', 'list', 'flag', 'number', 'date', 'link'] as const;

/** What knows free software besides the wiki. */
export const OUTSIDE_SOURCES = ['wikidata', 'comptoir-du-libre', 'cnll'] as const;
export type OutsideSource = (typeof OUTSIDE_SOURCES)[number];

/** `software:` in `greffe.yml`: the files of the wiki that the catalogue of supported software is made from. */
export function softwareSettings<T extends z.ZodType>(localizedText: T) {
  return z.strictObject({
    /** Of a row each. */
    table: path.optional(),
    columns: z
      .strictObject(
        Object.fromEntries(SOFTWARE_COLUMNS.map((key) => [key, column.optional()])) as {
          [K in (typeof SOFTWARE_COLUMNS)[number]]: z.ZodOptional<typeof column>;
        },
      )
      .default({}),
    /** The folder of pages that each say more of one. */
    sheets: path.optional(),
    attributes: z
      .record(
        name,
        z.strictObject({
          kind: z.enum(ATTRIBUTE_KINDS, `is none of ${ATTRIBUTE_KINDS.join(', ')}`).default('text'),
          label: localizedText.optional(),
          filter: z.boolean().default(false),
          /** The title of the column that says it, where the table does. */
          column: column.optional(),
        }),
      )
      .refine((all) => Object.keys(all).length <= 40, 'holds more than 40 attributes')
      .default({}),
    contracts: z
      .record(
        name,
        z.strictObject({
          title: localizedText.optional(),
          /** The page that presents it. */
          page: path.optional(),
          from: day.optional(),
          until: day.optional(),
          /** Every row of the table, or those that name it. */
          covers: z.enum(['table', 'named'], 'is neither table nor named').default('table'),
          /** Who may call upon it: a table. */
          beneficiaries: path.optional(),
          /** What was given back to projects under it: a table. */
          contributions: path.optional(),
        }),
      )
      .refine((all) => Object.keys(all).length <= 20, 'holds more than 20 contracts')
      .default({}),
    /** The folder of pages that each study one or several. */
    studies: path.optional(),
    /** `formations-logiciels-libres.yml` */
    trainings: path.optional(),
    /** Which of them are asked, the one that is believed first first. */
    sources: z
      .array(
        z.strictObject({
          name: z.enum(OUTSIDE_SOURCES, `is none of ${OUTSIDE_SOURCES.join(', ')}`),
          off: z.boolean().default(false),
          /** Where it is asked, in the place of where it usually is. */
          url: z
            .url({ protocol: /^https?$/, error: 'is not an address that begins with http:// or https://' })
            .optional(),
        }),
      )
      .refine((all) => new Set(all.map((one) => one.name)).size === all.length, 'names a source twice')
      .default([]),
  });
}
