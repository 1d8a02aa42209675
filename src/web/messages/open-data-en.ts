import { formats, plural } from './formats.ts';
import type { OpenDataMessages } from './open-data-messages.ts';

const { number } = formats('en', 'en-GB');
const counted = (value: number, one: string, other: string) =>
  `${number(value)} ${plural('en', value, one, other)}`;

export const englishOpenDataMessages: OpenDataMessages = {
  openData: {
    link: 'Open data',
    title: (site) => `${site}: public source code`,
    description:
      'The repositories of source code that public bodies publish, the accounts they are under, and the bodies themselves.',
    softwareTitle: (site) => `${site}: supported software`,
    softwareDescription: 'The free software that the organisation recommends, watches or has supported.',
    intro:
      'The whole register, to download and to use again. The files follow the register: they change with it, and their addresses do not.',
    files: 'Files',
    format: 'Format',
    table: 'Table',
    columns: (table) => `Columns: ${table}`,
    column: 'Column',
    type: 'Type',
    meaning: 'Meaning',
    types: { string: 'text', integer: 'whole number', boolean: 'yes or no', datetime: 'date and time' },
    reuse: 'Use',
    licence: 'Licence',
    publisher: 'Published by',
    modified: 'Changed on',
    noLicence: 'None is named',
    git: 'With its history',
    gitText:
      'The register is a Git repository of JSON files: one a repository or an account, one commit a change.',
    described: 'Descriptions for programs',
    dataPackage: 'Data package, with the schema of each table',
    catalogue: 'DCAT-AP catalogue, as JSON-LD',
    published: 'Under code.gouv.fr’s names',
    publishedText: 'The same data, with code.gouv.fr’s names of files and columns.',
    awesomeLink: 'Remarkable projects, as Markdown',
    found: (count) =>
      count === 1
        ? 'Download this repository'
        : `Download these ${number(count)} ${plural('en', count, 'repository', 'repositories')}`,
    latest: 'Newest repositories',
    latestText: 'The newest repositories of source code in the register.',
    releases: 'Newest releases',
    releasesText: 'What the repositories of the register released last.',
    findings: 'Faults of publiccode.yml files',
    findingsOf: (repository) => `publiccode.yml of ${repository}`,
    findingsText: 'What is to be mended in publiccode.yml files, and how.',
    faults: ({ errors, warnings, notes }) =>
      [
        ...(errors > 0 ? [counted(errors, 'error', 'errors')] : []),
        ...(warnings > 0 ? [counted(warnings, 'warning', 'warnings')] : []),
        ...(notes > 0 ? [counted(notes, 'note', 'notes')] : []),
      ].join(', '),
    badge: {
      valid: 'valid',
      none: 'none',
      unknown: 'unknown',
      unchecked: 'there',
      title: 'Show the state of publiccode.yml',
      intro: 'This line, in the README of the repository, shows whether its publiccode.yml is valid.',
    },
    awesome: (site) => `Remarkable projects – ${site}`,
    awesomeText: 'A list of remarkable free-software projects, funded by public bodies.',
    terms: (publisher, licence) =>
      licence === undefined ? `Published by ${publisher}.` : `Published by ${publisher} under ${licence}.`,
  },
};
