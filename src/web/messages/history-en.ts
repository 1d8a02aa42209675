import { formats, plural } from './formats.ts';
import type { HistoryMessages } from './history-messages.ts';

const { number, date } = formats('en', 'en-GB');
const count = (value: number, one: string, other: string) =>
  `${number(value)} ${plural('en', value, one, other)}`;
const quoted = (text: string) => `“${text}”`;

/** The words around histories, in English. */
export const englishHistoryMessages: HistoryMessages = {
  versions: {
    contributors: 'Contributors',
    contributions: (versions) => count(versions, 'version', 'versions'),
    since: (first, last) =>
      date(first) === date(last) ? `on ${date(first)}` : `from ${date(first)} to ${date(last)}`,
    otherContributors: (people) => `and ${count(people, 'other person', 'other people')}`,
    compare: 'Compare these two versions',
    compareHint: 'Pick two versions to see what changed from one to the other.',
    olderSide: 'Before',
    newerSide: 'After',
    choose: (side, day, subject) => `${side}: version of ${date(day)}, ${quoted(subject)}`,
    asItWas: 'The page on that day',
    asItWasOn: (day) => `The page on that day, ${day}`,
    blame: 'Who wrote what',
    feed: 'Feed of changes',
  },
  recent: {
    title: 'Recent changes',
    titleOf: (folder) => `Recent changes in ${quoted(folder)}`,
    folder: 'Folder',
    wholeSite: 'The whole site',
    show: 'Show',
    newest: 'Newest changes',
    older: 'Older changes',
    pages: 'Pages of changes',
    feed: 'Follow in a feed reader',
    files: 'All files',
    empty: 'There is no change to show.',
    atTime: (time) => `at ${time}`,
    robot: 'automated',
    merge: 'merge',
    otherFiles: (files) => `and ${count(files, 'other file', 'other files')}`,
    touched: 'Files concerned',
  },
  happened: {
    added: 'added',
    modified: 'modified',
    deleted: 'deleted',
    renamed: (from) => `formerly ${from}`,
    changes: 'Changes',
    lines: (added, removed) =>
      [
        ...(added > 0 ? [count(added, 'line added', 'lines added')] : []),
        ...(removed > 0 ? [count(removed, 'line removed', 'lines removed')] : []),
      ].join(', '),
  },
  commit: {
    name: 'Commit',
    author: 'Written by',
    committer: 'Committed by',
    on: (day, time) => `on ${day} at ${time}`,
    parents: 'Follows',
    noParent: 'First commit',
    mergeOf: 'Merges',
    files: (files) => count(files, 'file changed', 'files changed'),
    mergeFiles: (files) => `${count(files, 'file changed', 'files changed')} by the merge itself`,
    noFile: 'This commit changes no file.',
    mergedOnly: 'This merge joins two lines of changes and adds nothing of its own.',
    patch: 'Download the patch',
    tree: 'The files at that point',
    bounded: 'This commit changes too much for everything to be shown here.',
    others: (files) =>
      `${count(files, 'other file is not shown', 'other files are not shown')} here: the patch has them.`,
    noSubject: '(no subject)',
  },
  tree: {
    title: 'All files',
    titleOf: (folder) => `Files of ${quoted(folder)}`,
    root: 'Root',
    asOf: (day) => `These are the files as they were on ${date(day)}.`,
    today: 'See today’s files',
    download: 'Download the whole site',
    others: (entries) => `and ${count(entries, 'other entry', 'other entries')}`,
    empty: 'This folder is empty.',
  },
  version: {
    title: (page) => `${page} (former version)`,
    notice: (day) => `This is the page as it was on ${day}. Its links lead to today’s site.`,
    unchanged: 'It has not changed since.',
    today: 'Read today’s version',
    moved: 'Read it at today’s address',
    deleted: 'It has been deleted since.',
    since: 'See what changed since',
    file: 'The file on that day',
    firstRows: (shown, total) =>
      `These are the first ${number(shown)} rows of ${number(total)}; the file has them all.`,
    upcoming: 'Upcoming, on that day',
    past: 'Past, on that day',
    noEvent: 'This calendar announced nothing.',
  },
  blame: {
    title: (page) => `Who wrote what in ${quoted(page)}`,
    intro: 'Each passage of the source, with the last change that touched it.',
    asOf: (day) => `This is the file as it was on ${date(day)}.`,
    lines: (lines) => count(lines, 'line', 'lines'),
    tooLarge: 'This file is too large to be shown line by line.',
    binary: 'This file is not text: it cannot be shown line by line.',
    tooLong:
      'The history of this file is too long to be read again line by line. Its versions can still be read.',
    empty: 'This file is empty.',
    linesOf: (first, last) =>
      first === last ? `Line ${number(first)}` : `Lines ${number(first)} to ${number(last)}`,
  },
};
