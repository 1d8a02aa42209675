import type { PubliccodeFinding } from './finding.ts';
import type { PubliccodeWords, Said } from './said.ts';

const KINDS: Readonly<Record<string, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  section: 'a section of keys',
  'text-or-list': 'a text or a list of texts',
};

const say = (sentence: string, remedy: string): Said => ({ sentence, remedy });
const kind = (name: string | undefined) => KINDS[name ?? ''] ?? 'something else';
const quoted = (text: string | undefined) => `“${text ?? ''}”`;
const instead = ({ expected }: PubliccodeFinding, otherwise: string) =>
  expected === undefined ? otherwise : `Write ${quoted(expected)}.`;
const drop = ({ expected }: PubliccodeFinding) =>
  expected === undefined ? 'It can be taken out.' : `Use ${expected} instead.`;

export const ENGLISH: PubliccodeWords = {
  'file-size': ({ expected }) =>
    say(
      `The file is larger than ${expected}, and was not read.`,
      'Shorten it: a publiccode.yml describes, it does not document.',
    ),
  encoding: () => say('The file is not encoded in UTF-8.', 'Save it again as UTF-8.'),
  'byte-order-mark': () =>
    say('The file begins with a byte order mark.', 'Save it as UTF-8 without that mark.'),
  empty: () => say('The file is empty.', 'Begin with publiccodeYmlVersion, name and url.'),
  'not-a-mapping': () =>
    say(
      'The file does not hold keys and their values.',
      'Write it as lines of “key: value”, not as a list or a text.',
    ),
  'too-complex': () =>
    say(
      'The file is nested too deeply, or holds too many values, and was not read to its end.',
      'Keep to the keys of the standard, and write values out instead of aliases.',
    ),
  'yaml-syntax': ({ expected, found }) =>
    say(
      `This is not valid YAML${expected ? `: ${expected}` : found ? `: ${quoted(found)}` : ''}${expected?.endsWith('.') ? '' : '.'}`,
      'Look at the indentation, the quotes and the colons of this line and the one before.',
    ),
  'json-syntax': () =>
    say('This is not valid JSON.', 'Look at the quotes, the commas and the braces around this place.'),
  'yaml-tab': () => say('A tab indents this line.', 'Indent with spaces: YAML takes no tabs.'),
  'yaml-documents': () =>
    say('The file holds more than one YAML document.', 'Take out the lines “---” after the first.'),
  'yaml-tag': ({ found }) => say(`${quoted(found)} is a tag that is not understood.`, 'Take the tag out.'),
  'duplicate-key': ({ found }) => say(`The key ${found} is there twice.`, 'Keep one of the two.'),
  'yaml-1.1': ({ found, expected }) =>
    say(`${quoted(found)} is YAML 1.1, which is deprecated.`, `Write ${quoted(expected)}.`),
  unquoted: ({ key, found, expected }) =>
    say(`${key} is a text, and YAML reads a number in ${found}.`, `Put it in quotes: ${expected}.`),
  'unknown-version': ({ found, expected }) =>
    say(
      `${quoted(found)} is no version of the standard.`,
      `Write "${expected}"; the file was checked as if it did.`,
    ),
  'old-version': ({ found, expected }) =>
    say(
      `The file follows version ${found} of the standard; the latest is ${expected}.`,
      `See what changed, then write publiccodeYmlVersion: "${expected}".`,
    ),
  'later-key': ({ key, expected }) =>
    say(
      `${key} came with version ${expected} of the standard, which is later than this file’s.`,
      `Raise publiccodeYmlVersion to "${expected}" at least.`,
    ),
  'later-value': ({ key, found, expected }) =>
    say(
      `${quoted(found)} came to ${key} with version ${expected} of the standard.`,
      `Raise publiccodeYmlVersion to "${expected}" at least.`,
    ),
  'removed-key': (finding) =>
    say(`${finding.key} is no longer a key of this version of the standard.`, drop(finding)),
  'removed-value': (finding) =>
    say(
      `${quoted(finding.found)} is no longer allowed in ${finding.key}.`,
      instead(finding, 'Choose another value.'),
    ),
  'deprecated-key': (finding) => say(`${finding.key} is deprecated.`, drop(finding)),
  'deprecated-value': (finding) =>
    say(
      `${quoted(finding.found)} is deprecated in ${finding.key}.`,
      instead(finding, 'Choose another value.'),
    ),
  'unknown-key': ({ key, expected }) =>
    say(
      `${key} is not a key of the standard.`,
      expected === undefined ? 'Take it out, or look for the right name.' : `Did you mean ${expected}?`,
    ),
  'missing-key': ({ key }) => say(`${key} is missing.`, 'Add it: it is mandatory.'),
  'missing-in-all-languages': ({ expected }) =>
    say(`No language of description has ${expected}.`, 'Add it in one language at least.'),
  'empty-value': ({ key }) => say(`${key} is empty.`, 'Fill it in.'),
  'wrong-type': ({ key, found, expected }) =>
    say(`${key} must be ${kind(expected)}, and is ${kind(found)}.`, `Write ${kind(expected)}.`),
  'both-spellings': ({ key, expected }) => say(`There are both ${key} and ${expected}.`, `Keep ${expected}.`),
  'key-not-expected': ({ key, found, expected }) =>
    say(
      `${key} goes with maintenance.type: ${expected}, and the type is ${found}.`,
      'Take it out, or change the type.',
    ),
  'not-in-list': (finding) =>
    say(
      `${quoted(finding.found)} is not one of the values of ${finding.key}.`,
      finding.expected?.includes(', ')
        ? `Choose among ${finding.expected}.`
        : finding.expected === undefined
          ? 'Choose from the list of the standard.'
          : `Did you mean ${quoted(finding.expected)}?`,
    ),
  'other-spelling': ({ found, expected }) =>
    say(`${quoted(found)} has another spelling in the standard.`, `Write ${quoted(expected)}.`),
  'too-long': ({ key, found, expected }) =>
    say(`${key} has ${found} characters; at most ${expected} are allowed.`, 'Shorten it.'),
  'too-short': ({ key, found, expected }) =>
    say(
      `${key} has ${found} characters; at least ${expected} are needed.`,
      'Say more of what the software does, and for whom.',
    ),
  'several-lines': ({ key }) => say(`${key} has several lines.`, 'Make it one sentence on one line.'),
  html: ({ key, found }) =>
    say(`${key} holds HTML: ${found}.`, 'Write plain text; a long description may have simple Markdown.'),
  'not-a-url': (finding) =>
    say(
      `${quoted(finding.found)} is not a URL.`,
      instead(finding, 'Write the whole address, from https:// on.'),
    ),
  'not-http': ({ found }) =>
    say(`${quoted(found)} is not a web address.`, 'Write an address that begins with https:// or http://.'),
  'not-a-uri': ({ found }) =>
    say(
      `${quoted(found)} is not a URI.`,
      'Write an address with its https://, or a URN such as urn:x-example:name.',
    ),
  'not-a-path': ({ found }) =>
    say(
      `${quoted(found)} is not a path in the repository.`,
      'Write it from the root of the repository, without a “/” before it, or give a web address.',
    ),
  'file-format': ({ found, expected }) =>
    say(`${quoted(found)} has a format that is not allowed.`, `Use ${expected}.`),
  'not-a-date': (finding) =>
    say(`${quoted(finding.found)} is not a date.`, instead(finding, 'Write an existing day as YYYY-MM-DD.')),
  'future-date': ({ key, found }) =>
    say(`${key} is in the future: ${found}.`, 'Write the day of the latest release that is out.'),
  'contract-ended': ({ found }) =>
    say(`The contract ended on ${found}.`, 'Write the new end, or change maintenance.type.'),
  'not-an-email': ({ found }) =>
    say(`${quoted(found)} is not an e-mail address.`, 'Write the address of a person, as name@example.org.'),
  'not-a-phone': ({ found }) =>
    say(
      `${quoted(found)} is not an international phone number.`,
      'Begin with the prefix of the country, as +33 1 23 45 67 89.',
    ),
  'phone-prefix': ({ found }) =>
    say(
      `The phone number ${quoted(found)} lacks its international prefix.`,
      'Begin with the prefix of the country, as +33 1 23 45 67 89.',
    ),
  'not-a-language': (finding) =>
    say(
      `${quoted(finding.found)} is not a language of BCP 47.`,
      instead(finding, 'Write a code such as fr, en or pt-BR.'),
    ),
  'not-a-country': (finding) =>
    say(
      `${quoted(finding.found)} is not a country of ISO 3166-1.`,
      instead(finding, 'Write two capital letters, such as FR.'),
    ),
  'not-a-media-type': ({ found }) =>
    say(`${quoted(found)} is not a media type.`, 'Write one such as text/plain.'),
  'unknown-licence': ({ found }) =>
    say(
      `SPDX does not know the licence ${quoted(found)}.`,
      'Write an identifier of https://spdx.org/licenses/.',
    ),
  'not-an-expression': ({ found }) =>
    say(
      `${quoted(found)} is not an SPDX licence expression.`,
      'Write identifiers joined by AND, OR or WITH, such as MIT OR EUPL-1.2.',
    ),
  'deprecated-licence': (finding) =>
    say(
      `SPDX no longer uses the identifier ${quoted(finding.found)}.`,
      instead(finding, 'Look for the identifier that took its place.'),
    ),
  'licence-spelling': (finding) =>
    say(
      `SPDX writes the licence ${quoted(finding.found)} otherwise.`,
      instead(finding, 'Write it as SPDX does.'),
    ),
};
