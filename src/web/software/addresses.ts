import { encodeAddress } from '../../wiki/addresses.ts';

/** The catalogue of supported software. */
export const SOFTWARE = '/-/software';

/** The page of a software, by its key. */
export function softwarePage(key: string): string {
  return encodeAddress(`${SOFTWARE}/${key}`);
}

export function contractPage(name: string): string {
  return encodeAddress(`${SOFTWARE}/contracts/${name}`);
}

/** Pages about all of it. */
export const SOFTWARE_PAGES = {
  changes: `${SOFTWARE}/changes`,
  compare: `${SOFTWARE}/compare`,
  trainings: `${SOFTWARE}/trainings`,
} as const;

/** Files for programs. */
export const SOFTWARE_FILES = [
  'software.csv',
  'software.json',
  'software.jsonl',
  'software.parquet',
  'sill.json',
] as const;
export type SoftwareFile = (typeof SOFTWARE_FILES)[number];
