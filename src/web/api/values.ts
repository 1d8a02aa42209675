import { z } from 'zod';
import { encodeAddress } from '../../wiki/addresses.ts';
import type { Context } from '../context.ts';

/** The pieces that several answers have. */

export const url = (about: string) => z.string().meta({ format: 'uri', description: about });

export const dateTime = (about: string) =>
  z.string().meta({ format: 'date-time', description: `${about} (RFC 3339, UTC)` });

export const day = (about: string) =>
  z.string().meta({ format: 'date', description: `${about} (YYYY-MM-DD)` });

export const languageCode = z.string().describe('A language (BCP 47).');

export const path = z.string().describe('The path of the file in the repository.');

export const next = url('The address of what comes after; null at the end.').nullable();

/** Seconds since 1970 as RFC 3339, UTC. */
export function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** The absolute address of a decoded path of the site. */
export function absolute({ origin }: Pick<Context, 'origin'>, address: string): string {
  return origin + encodeAddress(address);
}
