import type { SoftwareSettings } from '../../config/settings.ts';
import { DAY, FLAG, type Form, LINK } from './forms.ts';
import type { AttributeValue } from './said-software.ts';
import { readList, readText } from './values.ts';

export type AttributeKind = SoftwareSettings['attributes'][string]['kind'];

/** How the values of attributes that the settings define are read. Whatever is a text or a list is one. */
export const ATTRIBUTE_FORMS: Readonly<Record<AttributeKind, Form<AttributeValue>>> = {
  text: { read: readText, remedy: 'write a text' },
  list: { read: readList, remedy: 'write a list' },
  flag: FLAG,
  number: {
    read: (value) => {
      const text = readText(value);
      if (text === undefined) return undefined;
      const number = Number(text.replace(',', '.').replace(/\s/g, ''));
      return Number.isFinite(number) ? number : 'wrong';
    },
    remedy: 'write a number such as 12 or 0.5',
  },
  date: DAY,
  link: LINK,
};
