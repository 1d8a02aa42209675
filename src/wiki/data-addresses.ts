import { encodeAddress } from './addresses.ts';

/** The files whose content is data, which have a page of their own, and where that page is. */
const KINDS = [
  { kind: 'table', name: /\.(?:csv|tsv)$/i },
  { kind: 'calendar', name: /\.ics$/i },
] as const;

export type DataKind = (typeof KINDS)[number]['kind'];

export function dataKind(path: string): DataKind | undefined {
  return KINDS.find(({ name }) => name.test(path))?.kind;
}

/** Where people read a file, encoded: the page of a table or a calendar, else the file itself. */
export function fileAddress(path: string): string {
  const kind = dataKind(path);
  return kind === undefined ? encodeAddress(`/${path}`) : `/-/${kind}${encodeAddress(`/${path}`)}`;
}

/** A row by its own address (`/-/table/PATH#row=KEY`). */
export function rowAddress(path: string, key: string): string {
  return `${fileAddress(path)}#row=${encodeURIComponent(key.toWellFormed())}`;
}

/** An event by its own address (`/-/calendar/PATH#event=KEY`). */
export function eventAddress(path: string, key: string): string {
  return `${fileAddress(path)}#event=${encodeURIComponent(key.toWellFormed())}`;
}
