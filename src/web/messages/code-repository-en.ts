import type { CodeRepositoryMessages } from './code-repository-messages.ts';
import { formats, plural } from './formats.ts';

const { number } = formats('en', 'en-GB');
const count = (value: number, one: string, other: string) =>
  `${number(value)}\u00a0${plural('en', value, one, other)}`;

const errors = (value: number) => count(value, 'error', 'errors');
const warnings = (value: number) => count(value, 'warning', 'warnings');
const notes = (value: number) => count(value, 'note', 'notes');

export const englishCodeRepositoryMessages: CodeRepositoryMessages = {
  codeRepository: {
    reuse: 'Reuse it',
    clone: 'Clone',
    swhid: 'Software Heritage identifier (SWHID)',
    badgeTitle: 'Badge for its README, in Markdown',
    badge: { none: 'none', there: 'not read yet', valid: 'valid' },
    errors,
    warnings,
    notes,
    files: 'Files that help to reuse it',
    filesUnknown: 'Its files have not been looked at yet.',
    has: {
      readme: 'README: what it is for',
      licence: 'Licence: what may be done with it',
      contributing: 'CONTRIBUTING: how to take part',
      changelog: 'CHANGELOG: what each version changes',
      publiccode: 'publiccode.yml: its description for catalogues',
      security: 'SECURITY: whom to tell of a vulnerability',
      ci: 'Continuous integration: it is built or tested at each change',
      reuse: 'REUSE: the licence of each file',
      codemeta: 'codemeta.json: its description for archives',
      citation: 'CITATION.cff: how to cite it',
    },
    there: 'Present',
    notThere: 'Absent',
    publiccode: 'publiccode.yml',
    publiccodeClean: 'Nothing is wrong in it.',
    publiccodeFound: (e, w, n) =>
      [e > 0 && errors(e), w > 0 && warnings(w), n > 0 && notes(n)].filter((one) => one !== false).join(', '),
    publiccodeMore: (value) => `And ${number(value)} more.`,
    line: (line) => `Line ${number(line)}`,
    severity: { error: 'Error', warning: 'Warning', note: 'Note' },
    version: 'Version',
    releases: 'Releases',
    noRelease: 'It has no release.',
    dependencies: 'Dependencies',
    direct: (value) => `${count(value, 'package', 'packages')} that it asks for`,
    indirect: (value) => `${count(value, 'package', 'packages')} that those bring`,
    unknownDependencies: (value) =>
      `${count(value, 'package', 'packages')} of which it is not known whether it asks for them`,
    dependenciesMore: (shown, all) => `${number(shown)} of ${number(all)} are shown.`,
    readme: 'From its README',
    source: 'Where these data come from',
    fromForge: (forge) => `From ${forge}, asked by this register.`,
    fromCatalogue: (forge) => `From a catalogue that was imported; ${forge} itself has not been asked yet.`,
    asked: 'Asked on',
    filesRead: 'Files read as of',
    cut: 'Files too large to be read whole',
    reasons: {
      'not-listed': 'its account no longer lists it',
      'not-found': 'the forge does not find it (404)',
      gone: 'the forge says that it is gone (410)',
      'account-not-found': 'the forge does not find its account',
      'account-ignored': 'the list of accounts leaves it aside',
    },
    missingSince: (date, reason) => `It was last seen on ${date}: ${reason}. These are the last known data.`,
    days: (value) => `Looked for in vain on ${count(value, 'day', 'days')}.`,
    total: 'Total',
    possible: 'At most',
    notLooked: 'Nobody looked yet.',
    remarkable: 'A remarkable project',
  },
};
