import type { Status } from './said-software.ts';
import { type Read, readDay, readFlag, readLink, readStatus, readWikidata } from './values.ts';

/** How a value of a row or a sheet is read, and what to write where it is not understood. */
export interface Form<T> {
  readonly read: (value: unknown) => Read<T>;
  readonly remedy: string;
}

export const FLAG: Form<boolean> = { read: readFlag, remedy: 'write yes or no' };

export const STATUS: Form<Status> = {
  read: readStatus,
  remedy: 'write observation, recommended or withdrawn',
};

export const DAY: Form<string> = {
  read: readDay,
  remedy: 'write a date such as 2024, 2024-05 or 2024-05-06',
};

export const LINK: Form<string> = {
  read: readLink,
  remedy: 'write an address such as https://www.example.org',
};

export const WIKIDATA: Form<string> = { read: readWikidata, remedy: 'write an identifier such as Q3454' };
