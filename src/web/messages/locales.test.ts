import { expect, test } from 'vitest';
import { messagesByLocale, messagesFor } from './locales.ts';

const { fr, en } = messagesByLocale;
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('a size is in the units of its reader', () => {
  expect([0, 1, 512, 12_000, 2_345_678].map((bytes) => spaces(fr.fileSize(bytes)))).toEqual([
    '0 octet',
    '1 octet',
    '512 octets',
    '12 ko',
    '2,3 Mo',
  ]);
  expect([512, 12_000, 999_600].map((bytes) => spaces(en.fileSize(bytes)))).toEqual([
    '512 bytes',
    '12 kB',
    '1 MB',
  ]);
});

test('a date stays on the day it was written', () => {
  expect(fr.date('2022-01-10T23:30:00+11:00')).toBe('10 janvier 2022');
  expect(en.date('2022-01-10')).toBe('10 January 2022');
});

test('a count agrees in number', () => {
  expect(spaces(fr.listing.pageCount(0))).toBe('0 page');
  expect(spaces(fr.history.versions(2))).toBe('2 versions');
  expect(spaces(en.listing.pageCount(0))).toBe('0 pages');
  expect(spaces(en.page.stale(1))).toContain('changed once since');
});

test('a language is named in the words of the reader', () => {
  expect(fr.page.untranslated('fr', 'it')).toContain('La voici en italien.');
  expect(en.page.untranslated('en', 'fr')).toContain('Here it is in French.');
});

test('a page in a third language has the interface of the site', () => {
  expect(messagesFor('it', 'fr')).toBe(fr);
  expect(messagesFor('en-GB', 'fr')).toBe(en);
});

test('French keeps its double punctuation on the line of the word before', () => {
  const said: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') said.push(value);
    else if (value && typeof value === 'object') for (const part of Object.values(value)) collect(part);
  };
  collect(fr);
  expect(said.filter((text) => / [;:!?»]|« |\w'/.test(text))).toEqual([]);
});
