import type { SoftwareSettings } from '../../config/settings.ts';
import type { AttributeValue } from './said-software.ts';
import { type Read, readDay, readFlag, readLink, readList, readText } from './values.ts';

export type AttributeKind = SoftwareSettings['attributes'][string]['kind'];

const READERS: Readonly<Record<AttributeKind, (value: unknown) => Read<AttributeValue>>> = {
  text: readText,
  list: readList,
  flag: readFlag,
  number: (value) => {
    const text = readText(value);
    if (text === undefined) return undefined;
    const number = Number(text.replace(',', '.').replace(/\s/g, ''));
    return Number.isFinite(number) ? number : 'wrong';
  },
  date: readDay,
  link: readLink,
};

/** The value of an attribute that the settings define. */
export function readAttribute(kind: AttributeKind, value: unknown): Read<AttributeValue> {
  return READERS[kind](value);
}
