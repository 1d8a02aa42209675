import type { CheckRule } from '../../config/check-rules.ts';
import { capitalized } from './capitalized.ts';
import type { FindingSentence, RuleWords } from './check-messages.ts';
import { formats } from './formats.ts';

const { languageName, number, date } = formats('en', 'en-GB');
const quoted = (text: string | number | undefined) => `“${text ?? ''}”`;

/** What each rule looks for, in English. */
export const englishRules: Readonly<Record<CheckRule, RuleWords>> = {
  'dead-link': {
    title: 'Dead link',
    why: 'Nothing is at the address that the link names: readers see its text, without a link.',
    how: 'Write the path of a file of the wiki, from the folder of the page, or remove the link.',
  },
  'moved-link': {
    title: 'Link to a former name',
    why: 'The file was renamed. This site still leads there; an editor or a forge does not.',
    how: 'Write the name of today.',
  },
  'dead-anchor': {
    title: 'Link to a missing section',
    why: 'The page is there, the section is not: readers arrive at the top of the page.',
    how: 'Write the name of the section as the address of its heading shows it.',
  },
  'malformed-link': {
    title: 'Malformed link',
    why: 'Markdown does not read it as a link: readers see brackets and parentheses.',
    how: 'Write [text](address), without spaces in the address and without a link inside another.',
  },
  'unchecked-link': {
    title: 'Links not checked',
    why: 'So many links of the page lead nowhere obvious that only the first ones were looked at.',
    how: 'Mend those that are listed; the others will then be looked at.',
  },
  'broken-symlink': {
    title: 'Broken symbolic link',
    why: 'It leads to nothing in the wiki: those who clone the repository cannot open it.',
    how: 'Make it again to today’s name, or remove it.',
  },
  'front-matter': {
    title: 'Invalid front matter',
    why: 'What is between the two lines of --- is not valid YAML: other programs may not read the page.',
    how: 'Put between quotation marks a value that contains “: ” or begins with a sign.',
  },
  'front-matter-value': {
    title: 'Value of the front matter',
    why: 'The value is not of the form expected: it is left aside.',
    how: 'Write dates as 2026-03-31, languages as fr or en, and true or false for what is either.',
  },
  'duplicate-title': {
    title: 'Title used twice',
    why: 'Two pages have the same title in the same language: nobody can tell them apart in a list or a search.',
    how: 'Make each title say what its page alone is about.',
  },
  'duplicate-address': {
    title: 'Address used twice',
    why: 'Two files would be at the same address: only the first is shown.',
    how: 'Rename or remove one of them.',
  },
  table: {
    title: 'Table',
    why: 'The table breaks its schema, or the rules of CSV: what reuses it may fail.',
    how: 'Correct the cell, the row or the schema; the line is given.',
  },
  calendar: {
    title: 'Calendar',
    why: 'The calendar breaks RFC 5545: other programs may show another date, or none.',
    how: 'Correct the event; the line is given.',
  },
  'image-alt': {
    title: 'Image without a text',
    why: 'Who does not see the image learns nothing of it, and hears the name of its file.',
    how: 'Write what the image tells: ![text](image.png). For mere decoration, write <img alt="">.',
  },
  'heading-skip': {
    title: 'Level of heading skipped',
    why: 'Who moves from heading to heading with a screen reader looks for the part that is missing.',
    how: 'Go down one level at a time: ## under the title, then ###.',
  },
  'stale-translation': {
    title: 'Translation out of date',
    why: 'The original changed since the translation last followed it.',
    how: 'Carry the changes over: the page of differences shows them.',
  },
  'missing-translation': {
    title: 'Missing translation',
    why: 'The wiki is written in this language, the page is not: its readers are offered another language.',
    how: 'Add the page in this language beside it: name.en.md for name.md.',
  },
  encoding: {
    title: 'Encoding',
    why: 'The file is not in UTF-8: its accents are guessed.',
    how: 'Save it in UTF-8.',
  },
  'unreadable-file': {
    title: 'Unreadable file',
    why: 'The file cannot be shown.',
    how: 'Make it smaller, or give it a name without empty parts, out of the folder “-” at the root.',
  },
  'unreferenced-file': {
    title: 'File that no page names',
    why: 'Readers only come across it by the list of its folder.',
    how: 'Link to it from a page, or remove it.',
  },
  settings: {
    title: 'Settings',
    why: 'greffe.yml has a fault: the last good settings are in force.',
    how: 'Correct the line.',
  },
  register: {
    title: 'Files of the register',
    why: 'What is wrong is left out of the register of source code; the rest of the file stands.',
    how: 'Correct the line.',
  },
  software: {
    title: 'Files of the software catalogue',
    why: 'What is wrong is left out of the catalogue of supported software; the rest of the file stands.',
    how: 'Write what the line asks for, in the table, the sheet, the list of courses or greffe.yml.',
  },
  'external-dead': {
    title: 'Dead outside link',
    why: 'The other site says that there is nothing at this address.',
    how: 'Look for the page elsewhere, or in a web archive, or remove the link.',
  },
  'external-unreachable': {
    title: 'Outside link that does not answer',
    why: 'The other site did not answer, after several attempts: it may come back.',
    how: 'Try it in a browser; correct the address if it is wrong.',
  },
  'external-moved': {
    title: 'Outside link that moved',
    why: 'The other site says that the page has moved for good.',
    how: 'Write its new address.',
  },
};

const EXPECTED: Readonly<Record<string, string>> = {
  date: 'a date such as 2026-03-31',
  language: 'a language such as fr or en',
  boolean: 'true or false',
};

/** What is wrong, by rule, in English. */
export const englishFindings: Readonly<Record<Exclude<CheckRule, 'table' | 'calendar'>, FindingSentence>> = {
  'dead-link': ({ subject, detail }) => {
    const what = `${detail.kind === 'image' ? 'The image' : 'The link'} ${quoted(subject)}`;
    const target = detail.kind === 'image' ? 'is missing' : 'leads nowhere';
    if (detail.cause === 'mail') return `${what} lacks “mailto:” before the address.`;
    if (detail.cause === 'scheme') return `${what} lacks “https://” before the address.`;
    if (detail.cause === 'outside') return `${what} leads out of the wiki.`;
    if (detail.cause === 'deleted')
      return `${what} leads to what was deleted on ${date(String(detail.day))}.`;
    return detail.nearest === undefined
      ? `${what} ${target}.`
      : `${what} ${target}; the nearest name is ${quoted(detail.nearest)}.`;
  },
  'moved-link': ({ subject, detail }) =>
    `The link ${quoted(subject)} leads to what is now ${quoted(detail.to)}.`,
  'dead-anchor': ({ detail }) => {
    const where = quoted(detail.path);
    if (detail.cause === 'row')
      return `There is no row ${quoted(String(detail.anchor).slice(4))} in ${where}.`;
    if (detail.cause === 'event')
      return `There is no event ${quoted(String(detail.anchor).slice(6))} in ${where}.`;
    const nearest = detail.nearest === undefined ? '' : `; the nearest is ${quoted(detail.nearest)}`;
    return `There is no section ${quoted(detail.anchor)} in ${where}${nearest}.`;
  },
  'malformed-link': ({ detail }) => {
    if (detail.cause === 'nested') return 'There is a link inside the address of this link.';
    if (detail.cause === 'space') return 'There is a space in the address of this link.';
    return 'This is not read as a link.';
  },
  'unchecked-link': ({ detail }) =>
    `Links of this page that were not checked: ${number(Number(detail.count))}.`,
  'broken-symlink': ({ subject, detail }) => {
    if (detail.cause === 'outside') return `The symbolic link leads out of the wiki, to ${quoted(subject)}.`;
    if (detail.cause === 'loop') return `The symbolic link to ${quoted(subject)} goes round in circles.`;
    return `The symbolic link leads to ${quoted(subject)}, which does not exist.`;
  },
  'front-matter': ({ subject, detail }) =>
    detail.cause === 'colon'
      ? `The value of ${quoted(subject.replace(/:$/, ''))} contains a colon: put it between quotation marks.`
      : `The front matter cannot be read: ${detail.message}.`,
  'front-matter-value': ({ subject, detail }) =>
    `${quoted(subject)} is ${quoted(detail.value)}, where ${EXPECTED[String(detail.expected)]} is expected.`,
  'duplicate-title': ({ subject, detail }) =>
    Number(detail.others) > 1
      ? `${number(Number(detail.others))} other pages are called ${quoted(subject)}, ${detail.other} among them.`
      : `${detail.other} is also called ${quoted(subject)}.`,
  'duplicate-address': ({ subject, detail, path }) =>
    detail.shown === path
      ? `${detail.other} has the same address, ${subject}, and is not shown.`
      : `${detail.shown} has the same address, ${subject}, and is shown instead of this page.`,
  'image-alt': ({ subject }) => `The image ${quoted(subject)} has no alternative text.`,
  'heading-skip': ({ subject, detail }) =>
    `The heading ${quoted(subject)} is of level ${detail.level}, after one of level ${detail.above}.`,
  'stale-translation': ({ subject, detail }) =>
    Number(detail.changes) === 1
      ? `${subject} changed once since this translation.`
      : `${subject} changed ${number(Number(detail.changes))} times since this translation.`,
  'missing-translation': ({ subject }) => `The page is not written in ${languageName(subject)}.`,
  encoding: () => 'The file is not in UTF-8.',
  'unreadable-file': ({ subject, detail }) => {
    if (subject === 'size') return `The page is too large: ${detail.message}.`;
    return subject === 'reserved'
      ? 'Addresses that begin with /-/ are the software’s own: this file is not shown.'
      : 'No address can have this name.';
  },
  'unreferenced-file': () => 'No page names this file.',
  settings: ({ detail }) => `${detail.message}.`,
  register: ({ detail }) => `${capitalized(String(detail.message))}.`,
  software: ({ detail }) => `${capitalized(String(detail.message))}.`,
  'external-dead': ({ subject, detail }) => `${subject} answers ${detail.status}.`,
  'external-unreachable': ({ subject, detail }) =>
    detail.status === undefined
      ? `${subject} does not answer (${detail.reason}).`
      : `${subject} answers ${detail.status}.`,
  'external-moved': ({ subject, detail }) => `${subject} has moved to ${detail.to}.`,
};
