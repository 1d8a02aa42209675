import { z } from 'zod';
import { encodeAddress } from '../../wiki/addresses.ts';
import type { Context } from '../context.ts';

/** The pieces that several answers have. */

export const string = (example: string) => z.string().meta({ examples: [example] });

export const url = (about: string, example = '/guides/publier-son-code') =>
  string(`https://wiki.example${example}`).meta({ format: 'uri', description: about });

export const dateTime = (about: string, example = '2026-03-10T13:00:00Z') =>
  string(example).meta({ format: 'date-time', description: `${about} (RFC 3339, UTC)` });

export const day = (about: string) =>
  string('2026-03-10').meta({ format: 'date', description: `${about} (YYYY-MM-DD)` });

export const languageCode = string('fr').describe('A language (BCP 47).');

export const path = string('guides/publier-son-code.md').describe('The path of the file in the repository.');

export const next = url('The address of what comes after; null at the end.')
  .nullable()
  .meta({ examples: [null] });

/** The absolute address of a decoded path of the site. */
export function absolute({ origin }: Pick<Context, 'origin'>, address: string): string {
  return origin + encodeAddress(address);
}
