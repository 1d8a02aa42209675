import { englishApiCatalogue } from './api-catalogue-en.ts';
import type { ApiMessages } from './api-messages.ts';

export const englishApiMessages: ApiMessages = {
  api: {
    title: 'API',
    intro:
      'Everything this site shows, programs can read: its pages, tables, events and changes, its catalogues of code and software, as JSON. No key is needed. What is somebody’s own is asked for with a token.',
    description: 'OpenAPI description',
    contents: 'Operations',
    subjects: {
      site: 'All of it',
      content: 'Pages and data',
      code: 'Source code',
      software: 'Supported software',
      lists: 'Mailing lists',
      proposals: 'Proposals',
      members: 'With a token',
    },
    rules: [
      {
        name: 'From anywhere',
        text: 'Pages of any other site may call it from a browser (CORS). Only GET, HEAD and OPTIONS are answered, but where an operation says otherwise.',
      },
      {
        name: 'Tokens',
        text: 'An operation that names a scope is asked with Authorization: Bearer, and a token that is made for it on /-/account. It does what the roles of its owner allow at that moment, and its answers are never kept.',
      },
      {
        name: 'Long lists',
        text: 'A list comes in parts. Its “next” member, and its Link header, give the address of the following part; it is null at the end. Never make up a cursor.',
      },
      {
        name: 'Unchanged answers',
        text: 'Each answer has an ETag. Send it back as If-None-Match: while nothing has changed, the answer is 304, without content.',
      },
      {
        name: 'Values',
        text: 'Addresses are absolute, times are RFC 3339 in UTC, languages are BCP 47 codes, texts are UTF-8. What is not known is null.',
      },
      {
        name: 'Version',
        text: 'As long as addresses begin with /-/api/v1, answers may gain members and operations may gain parameters; none is renamed, removed or given another meaning.',
      },
    ],
    operations: {
      ...englishApiCatalogue.operations,
      getSite: {
        title: 'The site',
        sentence: 'Its title, languages and licence, the commit it shows, and where each list begins.',
      },
      listPages: {
        title: 'List the pages',
        sentence: 'By path, drafts left out. Filters add up.',
      },
      getPage: {
        title: 'A page',
        sentence:
          'What it says of itself, its outline, its translations, the links it has and those that lead to it, as HTML and as Markdown. A page that moved answers 301, a deleted one 410.',
      },
      listTables: {
        title: 'List the tables',
        sentence: 'The CSV and TSV files, by path.',
      },
      getTable: {
        title: 'The rows of a table',
        sentence:
          'Its columns, and the rows that answer a query written as in the addresses of the table’s page. As CSV, all the rows that match, whatever the page.',
      },
      listCalendars: {
        title: 'List the calendars',
        sentence: 'The iCalendar files, by path.',
      },
      listEvents: {
        title: 'List the events',
        sentence:
          'Of one calendar or of all, by start. A recurring event is there each time it happens, a cancelled one with its status.',
      },
      listCollections: {
        title: 'List the collections',
        sentence: 'The folders that the settings of the site follow.',
      },
      getCollection: {
        title: 'The pages of a collection',
        sentence: 'In its order, each in the language asked for when it has been translated.',
      },
      listChanges: {
        title: 'List the changes',
        sentence: 'The commits, newest first, with what each did to which files.',
      },
      search: {
        title: 'Search',
        sentence: 'Pages, rows of tables, events and files, the best answers first.',
      },
      listFindings: {
        title: 'List what is to be mended',
        sentence: 'Dead links, faults of tables and calendars, missing translations: what the checks find.',
      },
      listLists: {
        title: 'List the mailing lists',
        sentence: 'Those whose archive anyone may read, in the order of the settings.',
      },
      getList: {
        title: 'A mailing list',
        sentence: 'What it is for, its address, how much its archive holds, and where to get all of it.',
      },
      listThreads: {
        title: 'List the threads of a list',
        sentence: 'The one with the newest message first, with who wrote in each.',
      },
      listMessages: {
        title: 'List the messages of a list',
        sentence: 'Those that arrived last first: all of them, or what a search finds.',
      },
      listSeries: {
        title: 'List the series of patches of a list',
        sentence: 'The newest first, with how many patches it announces and how many have come.',
      },
      listProposals: {
        title: 'List the proposals',
        sentence: 'What people want to change in the wiki, the newest first.',
      },
      getProposal: {
        title: 'A proposal',
        sentence:
          'Its versions, what it changes, whether it applies to the wiki of today, and what the checks say of it.',
      },
      getAccount: {
        title: 'Who a token stands for',
        sentence: 'Their address, their roles and where those are for, and what the token may be used for.',
      },
      listOwnProposals: {
        title: 'List one’s own proposals',
        sentence: 'What the person whose token it is has proposed, the newest first.',
      },
      decideProposal: {
        title: 'Decide of a proposal',
        sentence:
          'Applies, approves or rejects it, or asks for another version, as its review page does. Of another version than the one that is named nothing is decided: 409.',
      },
      listTrail: {
        title: 'What members did',
        sentence: 'Sign-ins, requests, grants, pushes and decisions, the newest first: for administrators.',
      },
      getMessage: {
        title: 'A message',
        sentence:
          'Its text, what is attached to it, what it answers and what answers it, and what was found out of its origin. An erased message answers 410.',
      },
    },
    parameters: {
      ...englishApiCatalogue.parameters,
      path: 'The path of the file in the repository; its slashes may be written as they are.',
      name: 'The name of the collection.',
      'getList.name': 'The name of the list.',
      'listThreads.name': 'The name of the list.',
      'listMessages.name': 'The name of the list.',
      'getMessage.name': 'The name of the list.',
      'listSeries.name': 'The name of the list.',
      number: 'The number of the proposal.',
      state: 'Only those of this state.',
      id: 'The Message-ID, without angle brackets.',
      'listLists.language': 'The language of the titles.',
      'getList.language': 'The language of the titles.',
      'listMessages.q':
        'What to look for, written as in the search of the archive: words, s:subject, f:author, d:2026-01-01.., is:patch.',
      language: 'A language, by its code.',
      folder: 'Only what is in this folder or below it.',
      tag: 'Only the pages that have this tag, written the same.',
      limit: 'How many at most.',
      cursor: 'Where to go on: comes from the “next” of an answer.',
      fields: 'Only these parts, beside what lists have. Repeat it, or part names by commas.',
      'getTable.q': 'Words that must all be in the row, whatever the case and accents.',
      sort: 'The column to sort by; with - before it, from the last.',
      page: 'Which page of rows.',
      size: 'How many rows a page.',
      row: 'Only the row of this key.',
      format: 'JSON, or CSV.',
      filters:
        'Column=value, as in an address: rows that have it. Repeat a column for one value or the other. A column named like another parameter has _ put before it.',
      'listTrail.person': 'Of who did it, or to whom: an address.',
      'listTrail.what': 'Only what is of this kind: grant, push, decide…',
      'listTrail.since': 'Done at this time or later.',
      'listTrail.until': 'Done before this time.',
      calendar: 'The path of a calendar; all of them otherwise.',
      from: 'From this date or time on; from now on otherwise. A date alone is in the time zone of the site.',
      to: 'Until this date or time, left out; a year later otherwise.',
      since: 'Committed at this time or later.',
      until: 'Committed before this time.',
      'getCollection.language': 'The language of the reader.',
      'listCollections.language': 'The language of the titles.',
      'search.q': 'What to look for: words, or “a phrase” between quotation marks.',
      'search.language': 'The language of the reader, whose pages come first.',
      in: 'Only what is in this language.',
      kind: 'Only what is of this kind.',
      section: 'Only what is in this folder at the root.',
      rule: 'Only the findings of these rules.',
      severity: 'Only the findings of these severities.',
      'listFindings.language': 'The language of the messages.',
    },
    needsToken: (scope) => `With a token for ${scope}.`,
    required: 'required',
    any: 'any',
    usual: (value) => `${value} unless given`,
    send: 'Send',
    sending: 'Waiting for the answer…',
    answer: 'Answer',
    cut: 'The answer is long: only its beginning is shown. The command gives all of it.',
    failed: 'The server cannot be reached. Check your connection and send again.',
    command: 'Command',
    problems: 'When something is wrong',
    problemsIntro:
      'The answer is a problem (RFC 9457, application/problem+json): what happened, what was expected, and each parameter that is wrong.',
    status: 'Status',
    meaning: 'What it means',
    problem: {
      400: 'A parameter is unknown, or what it says cannot be understood. “errors” names each one and what may be written.',
      401: 'No token was sent, or it is no longer good: it ended, or it was revoked.',
      403: 'The token is not for this, or who it stands for may not do it.',
      404: 'There is nothing of this name, today or before.',
      405: 'The operation is not asked with this method: the Allow header names those it is.',
      406: 'The Accept header names no type that can be answered.',
      409: 'What was looked at is another one by now.',
      410: 'There was a file of this name; it was deleted.',
      500: 'The server has failed, and its operator was told.',
      503: 'The wiki cannot be read at the moment, or is being prepared. Ask again a little later.',
    },
  },
};
