import type { TrailMessages } from './trail-messages.ts';

export const englishTrailMessages: TrailMessages = {
  trail: {
    title: 'What members did',
    intro: 'Who signed in, asked, granted, pushed and decided, the newest first. For administrators alone.',
    person: 'Who did it, or to whom (an address)',
    what: 'What',
    anything: 'anything',
    since: 'From this day on',
    until: 'To this day',
    show: 'Show',
    nothing: 'Nothing of the kind was done.',
    older: 'Older',
    csv: 'Download as CSV',
    jsonLines: 'Download as JSON Lines',
    badDay: 'A day is written as 2027-01-31.',
  },
};
