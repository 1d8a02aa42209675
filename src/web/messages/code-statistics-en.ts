import type { CodeStatisticsMessages } from './code-statistics-messages.ts';
import { formats } from './formats.ts';

const { number } = formats('en', 'en-GB');
const percents = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });

export const englishCodeStatisticsMessages: CodeStatisticsMessages = {
  codeStatistics: {
    of: {
      growth: {
        title: 'Growth',
        description:
          'How many repositories there were each year; those created in the year are in colour, on top.',
      },
      licensed: { title: 'With a licence', description: 'Repositories of which a licence is known.' },
      licences: { title: 'Licences', description: 'The ten licences that most repositories have.' },
      languages: { title: 'Languages', description: 'The ten main languages that most repositories have.' },
      forges: { title: 'Forges', description: 'The ten forges on which most repositories are.' },
      heritage: {
        title: 'At Software Heritage',
        description: 'Repositories of which the universal archive of source code has a copy.',
      },
      scores: {
        title: 'Openness',
        description: 'How many repositories have so many points, by steps of five hundred.',
      },
      organisations: {
        title: 'Organisations',
        description: 'The ten organisations with most repositories, those of their services among them.',
      },
      'organisations-stars': {
        title: 'Organisations: repositories and stars',
        description: 'Each point is an organisation: its repositories across, the stars they got upwards.',
      },
      'organisations-forks': {
        title: 'Organisations: repositories and forks',
        description:
          'Each point is an organisation: its repositories across, how often they were forked upwards.',
      },
      'accounts-followers': {
        title: 'Accounts: repositories and followers',
        description:
          'Each point is an account of which its forge says how many follow it: its repositories across, its followers upwards.',
      },
    },
    parts: {
      licensed: { yes: 'A licence is known', no: 'None is known' },
      heritage: { yes: 'Archived', no: 'Not archived' },
    },
    year: 'Year',
    created: 'Created',
    inAll: 'In all',
    score: 'Points',
    fromTo: (from, to) => `${number(from)} to ${number(to)}`,
    share: 'Share',
    what: 'Part',
    table: 'The figures as a table',
    percent: (part) => percents.format(part),
    download: (format, title) => `${format}: ${title}`,
  },
};
