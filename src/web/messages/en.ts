import { englishAbuseMessages } from './abuse-en.ts';
import { englishApiMessages } from './api-en.ts';
import { englishCheckMessages } from './check-en.ts';
import { englishCodeMessages } from './code-en.ts';
import { englishCodeFeedsMessages } from './code-feeds-en.ts';
import { englishCodePagesMessages } from './code-pages-en.ts';
import { englishCodeRepositoryMessages } from './code-repository-en.ts';
import { englishCodeStatisticsMessages } from './code-statistics-en.ts';
import { englishContributionMessages } from './contribution-en.ts';
import { englishDataMessages } from './data-en.ts';
import { englishDifferenceMessages } from './difference-en.ts';
import { englishFeedMessages } from './feed-en.ts';
import { fileTypeName } from './file-types.ts';
import { formats, plural } from './formats.ts';
import { englishGrantMessages } from './grant-en.ts';
import { englishHistoryMessages } from './history-en.ts';
import { englishListsMessages } from './lists-en.ts';
import { englishMemberMessages } from './member-en.ts';
import type { Messages } from './messages.ts';
import { englishOpenDataMessages } from './open-data-en.ts';
import { englishOwnDataMessages } from './own-data-en.ts';
import { englishProposalMessages } from './proposal-en.ts';
import { englishReviewMessages } from './review-en.ts';
import { englishSearchMessages } from './search-en.ts';
import { englishSignInMessages } from './sign-in-en.ts';
import { englishSoftwareMessages } from './software-en.ts';
import { englishSshKeyMessages } from './ssh-key-en.ts';
import { englishStaticSiteMessages } from './static-site-en.ts';
import { englishSubscriptionMessages } from './subscription-en.ts';
import { englishTokenMessages } from './token-en.ts';
import { englishTrailMessages } from './trail-en.ts';

const format = formats('en', 'en-GB');
const { number } = format;
const count = (value: number, one: string, other: string) =>
  `${number(value)}\u00a0${plural('en', value, one, other)}`;

/** The interface in English. */
export const en: Messages = {
  ...format,
  ...englishDataMessages,
  ...englishApiMessages,
  ...englishCheckMessages,
  ...englishFeedMessages,
  ...englishStaticSiteMessages,
  ...englishSubscriptionMessages,
  ...englishProposalMessages,
  ...englishReviewMessages,
  ...englishContributionMessages,
  ...englishMemberMessages,
  ...englishAbuseMessages,
  ...englishSignInMessages,
  ...englishCodeMessages,
  ...englishSoftwareMessages,
  ...englishCodePagesMessages,
  ...englishCodeStatisticsMessages,
  ...englishCodeRepositoryMessages,
  ...englishCodeFeedsMessages,
  ...englishGrantMessages,
  ...englishTrailMessages,
  ...englishTokenMessages,
  ...englishSshKeyMessages,
  ...englishOpenDataMessages,
  ...englishOwnDataMessages,
  ...englishSearchMessages,
  ...englishDifferenceMessages,
  ...englishHistoryMessages,
  ...englishListsMessages,
  layout: {
    skipToContent: 'Skip to content',
    home: 'Home',
    menu: 'Menu',
    navigation: 'Site navigation',
    breadcrumb: 'Breadcrumb',
    languages: 'Languages',
    licence: 'Content licence',
    lastChangedOn: 'Last changed on',
    by: 'by',
    history: 'History',
    source: 'Markdown source',
    translations: 'Translations',
  },
  page: {
    contents: 'Contents',
    tags: 'Tags',
    publishedOn: 'Published on',
    untranslated: (wanted, shown) =>
      `This page is not available in ${format.languageName(wanted)} yet. Here it is in ${format.languageName(shown)}.`,
    translate: 'Translate it',
    stale: (changes) =>
      `This translation is out of date: the original has changed ${timesSince(changes)} since.`,
    staleDiff: 'See what changed',
    staleOriginal: (language) => `Read the original in ${format.languageName(language)}`,
    draft: 'This is a draft: it may change, and commits nobody.',
    notice: 'Please note',
  },
  listing: {
    pages: 'Pages',
    folders: 'Folders',
    files: 'Files',
    others: 'Other entries',
    empty: 'There is nothing to read in this folder yet.',
    name: 'Name',
    type: 'Type',
    size: 'Size',
    changed: 'Changed on',
    pageCount: (pages) => count(pages, 'page', 'pages'),
    symlinkTo: (target) => `Symbolic link to ${target}, not followed`,
    submodule: (commit) => `Git submodule, at commit ${commit}`,
    fileType: (mediaType, extension) => fileTypeName('en', mediaType, extension),
  },
  history: {
    title: (page) => `History of “${page}”`,
    label: 'History',
    versions: (versions) => count(versions, 'version', 'versions'),
    by: 'by',
    committedBy: (name) => `committed by ${name}`,
    renamedFrom: 'Renamed from',
    created: 'Page created',
    deleted: 'Page deleted',
    newer: 'Newer versions',
    older: 'Older versions',
    pages: 'History pages',
    backToPage: 'Back to the page',
    empty: 'No version to show.',
  },
  diff: {
    title: (page) => `Changes to “${page}”`,
    label: 'Changes',
    before: 'Before',
    after: 'After',
    added: (lines) => count(lines, 'line added', 'lines added'),
    removed: (lines) => count(lines, 'line removed', 'lines removed'),
    addedLine: 'Added:',
    removedLine: 'Removed:',
    oldLineNumber: 'Line before',
    newLineNumber: 'Line after',
    line: 'Text',
    hunk: (oldStart, newStart) =>
      oldStart === newStart
        ? `From line ${number(newStart)}`
        : `From line ${number(newStart)} (line ${number(oldStart)} before)`,
    identical: 'The content of the file did not change.',
    tooLarge: 'This change is too large to be shown here.',
    unfollowed: 'A symbolic link or a Git submodule is not followed.',
    renamed: 'The file was also renamed:',
    nothingBefore: 'The file did not exist yet.',
    nothingAfter: 'The file was deleted.',
  },
  translations: {
    title: 'State of translations',
    intro:
      'Every page and its translations. A translation is out of date when the original has changed after it.',
    page: 'Page',
    language: 'Language',
    summary: 'Summary by language',
    details: 'Page by page',
    original: 'Original',
    present: 'Up to date',
    missing: 'To translate',
    stale: (changes) => `${count(changes, 'change', 'changes')} behind`,
    staleCount: 'Out of date',
    diff: 'See the changes',
    diffOf: (title) => `See the changes to the original, for “${title}”`,
    coverage: 'Pages available',
    empty: 'This wiki has no pages yet.',
  },
  notFound: {
    title: 'Page not found',
    sentence: 'There is no page at this address:',
    didYouMean: 'Were you looking for one of these pages?',
    moved: 'its address has changed',
    otherLanguages: 'This page exists in another language',
    remedy: 'Check the address, or start again from the home page.',
    home: 'Go to the home page',
  },
  gone: {
    title: 'Page deleted',
    deletedOn: 'This page was deleted on',
    by: 'by',
    reason: (subject) => `Reason given: “${subject}”.`,
    commit: 'See the deletion',
    lastVersion: 'Last version',
    lastVersionOf: (title) => `Last version of “${title}”`,
  },
  errors: {
    code: (status) => `Error ${status}`,
    request: 'Reference to quote to the people who run this site:',
    badRequest: {
      title: 'Bad request',
      sentence: 'The server did not understand this request.',
      remedy: 'Check the address, or start again from the home page.',
    },
    refused: {
      title: 'Not allowed',
      sentence: 'This request was understood, but it is not allowed.',
      remedy: 'Go back to the previous page, or start again from the home page.',
    },
    methodNotAllowed: {
      title: 'Action not possible',
      sentence: 'This address can be read, but does not accept the action requested.',
      remedy: 'Go back to the previous page, or start again from the home page.',
    },
    internal: {
      title: 'Server error',
      sentence: 'A problem on our side prevents this page from being shown.',
      remedy: 'Try again in a few minutes. If it persists, tell the people who run this site.',
    },
    unavailable: {
      title: 'Service temporarily unavailable',
      sentence: 'The site cannot answer at the moment.',
      remedy: 'Try again in a few minutes.',
    },
  },
  preparing: {
    title: 'The wiki is getting ready',
    sentence: 'The server is reading the history of the repository. Pages will appear as soon as it is done.',
    progress: 'Progress',
    progressOf: (done, total) => `${number(done)} of ${number(total)}`,
    refresh: 'This page updates by itself.',
  },
  client: {
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Copy failed',
    table: 'Scrollable table',
    code: 'Scrollable code',
    diagram: 'Diagram; its source follows',
    diagramSource: 'Diagram source',
  },
  markdown: {
    alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
    footnotes: 'Notes',
    footnote: (n) => `Note ${n}`,
    backToReference: (n, occurrence) =>
      occurrence === 1
        ? `Back to the reference to note ${n}`
        : `Back to reference ${occurrence} to note ${n}`,
    taskDone: 'Done',
    taskToDo: 'To do',
    headingLink: (heading) => `Link to the section “${heading}”`,
  },
};

function timesSince(changes: number): string {
  if (changes === 1) return 'once';
  if (changes === 2) return 'twice';
  return `${number(changes)}\u00a0times`;
}
