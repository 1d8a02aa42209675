import type { FeedMessages } from './feed-messages.ts';
import { formats, plural } from './formats.ts';

const { number } = formats('en', 'en-GB');
const count = (value: number, one: string, other: string) =>
  `${number(value)} ${plural('en', value, one, other)}`;
const quoted = (text: string) => `“${text}”`;

/** The words of feeds, in English. */
export const englishFeedMessages: FeedMessages = {
  feed: {
    siteSubtitle: (site) => `What changes in ${quoted(site)}, commit by commit.`,
    folderSubtitle: (folder) => `What changes in the folder ${quoted(folder)}, commit by commit.`,
    fileTitle: (title) => `Changes to ${quoted(title)}`,
    fileSubtitle: (title) => `Each version of ${quoted(title)}, with its changes marked.`,
    collectionSubtitle: (title) => `The new pages of ${quoted(title)}, in full.`,
    searchTitle: (text) => `Search: ${text}`,
    searchSubtitle: (text) => `What the site has that is nearest to ${quoted(text)}.`,
    unknownPerson: 'Anonymous',
    readOn: 'This is too long for a feed: read on at the site.',
    deleted: 'Deleted.',
    sameContent: 'Its content has not changed.',
    notText: (size) => `This file (${size}) cannot be read in a feed.`,
    field: (name) => `${name}:`,
    filesChanged: (names) => `Changes: ${names}`,
  },
  follow: {
    title: 'Follow this site',
    link: 'Follow',
    linkHere: 'Follow this page',
    intro:
      'Be told what changes, without an account and without giving an address: choose below what you want to follow, and copy its address into a feed reader.',
    here: (title) => `Follow ${quoted(title)}`,
    site: 'The whole site',
    collections: 'New pages',
    tables: 'Tables',
    calendars: 'Calendars',
    folders: 'Folders',
    more: (others) =>
      `And ${count(others, 'other', 'others')}: each page leads, at its foot, to how to follow it.`,
    what: 'What is a feed?',
    whatText: [
      'A feed is an address that a program looks at for you, from time to time. When there is something new, it shows you, like a message in an inbox.',
      'There is nothing to sign up for, and no tracking. To stop, remove the address from your reader.',
    ],
    how: 'How do I do it?',
    howSteps: [
      'Choose a feed reader, if you do not have one yet.',
      'Copy the address of one of the feeds on this page.',
      'In your reader, choose “Add a feed” or “Subscribe”, and paste the address.',
    ],
    readers:
      'There are free-software feed readers for every habit: Thunderbird, with your e-mail; Feeder, on Android; NetNewsWire, on Mac and iPhone; Newsboat, in a terminal; FreshRSS and Miniflux, on a server.',
    calendarHelp:
      'A calendar is followed in your calendar software, where its dates stay up to date. Its feed tells you what is added to it, moved or cancelled.',
    anyPage:
      'Every page, table and folder has its feed: the link “Follow this page”, at the foot of each, leads to it.',
    atom: 'Atom',
    json: 'JSON',
    subscribe: 'Subscribe in my calendar',
    holds: {
      recent: 'Each change, with what was added and removed.',
      folder: 'Each change to a page or a file of this folder.',
      page: 'Each new version of the page, in full, with its changes marked.',
      table: 'The rows added, changed and removed.',
      calendar: 'Each change to the calendar.',
      file: 'Each new version of the file.',
      collection: 'Each new page, in full.',
      events: 'The dates, kept up to date in your calendar.',
    },
    recent: 'Recent changes',
    allDates: 'All the dates of the site',
  },
};
