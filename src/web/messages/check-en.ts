import type { CheckMessages } from './check-messages.ts';
import { englishFindings, englishRules } from './check-rules-en.ts';
import { dataSentence } from './check-sentence.ts';
import { englishDataMessages } from './data-en.ts';
import { formats, plural } from './formats.ts';

const { number } = formats('en', 'en-GB');
const count = (value: number, one: string, other: string) =>
  `${number(value)} ${plural('en', value, one, other)}`;
const findings = (value: number) => count(value, 'finding', 'findings');
const files = (value: number) => count(value, 'file', 'files');

/** What is said around what is wrong in a wiki, in English. */
export const englishCheckMessages: { readonly checks: CheckMessages } = {
  checks: {
    title: 'Checks',
    intro:
      'What there is to mend in the files of this wiki. Each finding says where it is, and how to mend it.',
    rules: englishRules,
    sentence: (finding) => {
      const { rule, times } = finding;
      if (times > 1) return `and ${number(times)} more like these`;
      return rule === 'table' || rule === 'calendar'
        ? dataSentence(finding, englishDataMessages.problems)
        : englishFindings[rule](finding);
    },
    write: (text) => `Write: ${text}`,
    severity: { error: 'Error', warning: 'Warning', note: 'Note' },
    counted: (severity, value) =>
      severity === 'error'
        ? count(value, 'error', 'errors')
        : severity === 'warning'
          ? count(value, 'warning', 'warnings')
          : count(value, 'note', 'notes'),
    findings,
    files,
    filters: {
      label: 'Choose',
      severity: 'Severity',
      rule: 'Rule',
      section: 'Section',
      root: 'Root',
      clear: 'Show everything',
    },
    line: (line) => `Line ${number(line)}`,
    lineOf: (line, path) => `Line ${number(line)} of ${path}`,
    more: (value) => `See ${number(value)} more in this file`,
    seeChanges: 'See what changed',
    explanations: 'What the rules look for',
    clean: 'Nothing to mend',
    cleanSentence: 'Nothing wrong was found in the files of this wiki.',
    noMatch: 'Nothing of this kind was found.',
    pages: 'Pages of findings',
    command: 'The same findings on the command line, in continuous integration for instance:',
    summary: (value, inFiles) => `${findings(value)} in ${files(inFiles)}`,
    introduced: (value, base) => `${findings(value)} that ${base} does not have`,
    nothingFound: 'Nothing wrong was found.',
    nothingIntroduced: (base) => `Nothing wrong was found that ${base} does not have.`,
  },
};
