import { paragraphs } from '../mail/words/paragraphs.ts';
import type { ContributionWords } from './words.ts';

export const englishContributionWords: ContributionWords = {
  confirm: ({ path, reason, site, link, days }) => ({
    subject: `Confirm your change of ${path}`,
    text: paragraphs(
      `Somebody, surely you, changed ${path} on ${site}: “${reason}”.`,
      'To send the change to those who keep the wiki, open this page and press the button:',
      link,
      `Keep this message: by the same link you follow your change, improve it, or withdraw it. Without a confirmation within ${days} days, it is forgotten.`,
      'If it was not you, do nothing: nothing is sent, and nothing else will come.',
    ),
  }),
  withdrawn: 'Withdrawn by its author.',
};
