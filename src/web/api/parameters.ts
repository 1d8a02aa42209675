import { z } from 'zod';

/** The parameters that several operations have. Their words are in `messages/api-*.ts`. */

export const limit = (usual: number, most: number) => z.coerce.number().int().min(1).max(most).default(usual);

export const cursor = z.string().max(4_000, 'is not a cursor: it is too long').optional();

export const language = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'is not a language code such as fr or en')
  .meta({ examples: ['fr'] })
  .optional();

export const folder = z
  .string()
  .max(1_000, 'is not a folder: it is too long')
  .transform((path) => path.replace(/^\/+|\/+$/g, ''))
  .optional();

export const text = (most: number) => z.string().max(most, `is not a text of ${most} characters at most`);

/** A date, or a date and a time with its offset (RFC 3339). */
export const instant = z
  .string()
  .regex(
    /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[Tt]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:\d\d))?$/,
    'is not a date such as 2026-03-01, nor a time such as 2026-03-01T09:00:00Z, from 1900 to 2099',
  )
  .refine(isInstant, 'is not a date or a time that exists')
  .optional();

function isInstant(text: string): boolean {
  const day = text.slice(0, 10);
  const time = Date.parse(day);
  return (
    !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && !Number.isNaN(Date.parse(text))
  );
}

/** One or several of these. */
export const list = <T extends string>(choices: readonly T[]) =>
  z.array(z.enum(choices as readonly [T, ...T[]])).optional();
