import { z } from 'zod';
import { licenceOfForge } from '../../forge-licence.ts';
import { time } from '../../import/cell.ts';

/** What forges leave out, or send empty, where there is none. */
export const text = z
  .string()
  .nullish()
  .transform((value) => (value === undefined ? undefined : value?.trim() || null));
export const flag = z.boolean().optional().catch(undefined);
export const count = z.number().int().min(0).optional().catch(undefined);
export const instant = z
  .string()
  .nullish()
  .transform((value) => time(value));
export const topics = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? undefined);
export const id = z.union([z.number().int(), z.string()]).transform(String);

/** A licence as a forge calls it, and as SPDX does; nothing where the forge does not say. */
export function licence(said: string | null | undefined) {
  if (said === undefined) return {};
  return { license: said, spdx_id: said === null ? null : (licenceOfForge(said) ?? null) };
}
