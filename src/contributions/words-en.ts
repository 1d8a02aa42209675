import { paragraphs } from '../mail/words/paragraphs.ts';
import type { ContributionWords } from './words.ts';

export const englishContributionWords: ContributionWords = {
  confirm: ({ paths, reason, site, link, days }) => ({
    subject: `Confirm your change of ${named(paths)}`,
    text: paragraphs(
      `Somebody, surely you, changed ${paths.join(', ')} on ${site}: “${reason}”.`,
      'To send the change to those who keep the wiki, open this page and press the button:',
      link,
      `Keep this message: by the same link you follow your change, improve it, or withdraw it. Without a confirmation within ${days} days, it is forgotten.`,
      'If it was not you, do nothing: nothing is sent, and nothing else will come.',
    ),
  }),
  sent: ({ paths, reason, site, link }) => ({
    subject: `Your change of ${named(paths)}`,
    text: paragraphs(
      `You changed ${paths.join(', ')} on ${site}: “${reason}”. It is sent to those who keep the wiki.`,
      'By this link, which is yours alone, you follow it, improve it, or withdraw it:',
      link,
    ),
  }),
  withdrawn: 'Withdrawn by its author.',
};

function named(paths: readonly string[]): string {
  const [first = ''] = paths;
  return paths.length > 1 ? `${first} and ${paths.length - 1} more` : first;
}
