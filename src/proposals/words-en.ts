import { paragraphs } from '../mail/words/paragraphs.ts';
import type { ProposalWords, Trouble } from './words.ts';

const STATES = {
  proposed: 'proposed again',
  needs_revision: 'to be revised',
  superseded: 'superseded',
  approved: 'approved',
  applied: 'applied',
  rejected: 'rejected',
} as const;

const TROUBLES: Readonly<Record<Trouble, string>> = {
  conflict:
    'It was made from another version of the wiki, and what it changes has changed since. To mend it: git fetch, git rebase origin/HEAD, then send it again with git send-email --reroll-count=2.',
  already: 'The wiki already has all that it changes: there is nothing left to apply.',
  refused: 'It changes something that a patch may not change here.',
  invalid:
    'It is damaged: the program that sent it has probably wrapped its lines. Send it again with git send-email, or attached as the file that git format-patch makes.',
};

const MAX_FILES = 20;

const link = (href: string | undefined) => (href === undefined ? [] : [href]);

/** The mails about proposals, in English. */
export const englishProposalWords: ProposalWords = {
  came: ({ number, title, from, version, decide, verdict, files, broken }) => ({
    subject: `To review: ${title} (proposal ${number}${version > 1 ? `, version ${version}` : ''})`,
    text: paragraphs(
      `${from} proposes a change of the wiki: “${title}”.`,
      verdict === 'applies'
        ? 'It applies to the wiki as it is today.'
        : 'It does not apply to the wiki as it is today.',
      files.length === 0
        ? 'No file changes.'
        : [
            'It changes:',
            ...files.slice(0, MAX_FILES).map((file) => `  ${file}`),
            ...(files.length > MAX_FILES ? ['  …'] : []),
          ].join('\n'),
      ...(broken ? [`The checks find ${broken} new ${broken === 1 ? 'thing' : 'things'} to mend.`] : []),
      ...(decide === undefined ? [] : ['See it as it will be shown, and decide:', decide]),
      'Or answer this message with one word: APPLY, APPROVE, REVISE or REJECT. What follows the word is told to whoever sent it.',
    ),
  }),
  received: ({ number, title, link: href }) => ({
    subject: `Received: ${title} (proposal ${number})`,
    text: paragraphs(
      `Thank you. Your change “${title}” is proposal ${number}.`,
      'Those who keep the wiki look at it. You get a message when they decide, or ask for something.',
      ...(href === undefined ? [] : ['Its page:', href]),
    ),
  }),
  trouble: ({ number, title, trouble, detail, link: href }) => ({
    subject: `Cannot be applied: ${title} (proposal ${number})`,
    text: paragraphs(
      `Thank you. Your change “${title}” came as proposal ${number}, and cannot be applied as it is.`,
      TROUBLES[trouble],
      ...(detail === '' ? [] : [detail]),
      ...link(href),
    ),
  }),
  decided: ({ number, title, state, by, because, commit, link: href }) => ({
    subject: `Proposal ${number} is ${STATES[state]}: ${title}`,
    text: paragraphs(
      `Proposal ${number}, “${title}”, is ${STATES[state]}${by === '' ? '' : ` by ${by}`}.`,
      ...(because === '' ? [] : [because]),
      ...(commit === undefined ? [] : [`It is in the wiki now, as commit ${commit.slice(0, 12)}.`]),
      ...(state === 'needs_revision'
        ? ['Answer here, or send the next version with git send-email --reroll-count.']
        : []),
      ...link(href),
    ),
  }),
  notApplied: ({ number, title, why, decide }) => ({
    subject: `Not applied: ${title} (proposal ${number})`,
    text: paragraphs(
      `Proposal ${number}, “${title}”, is not applied.`,
      {
        changed:
          'The wiki has changed since you looked at it, and the result would be another one. Look again, please.',
        trouble: 'It no longer applies to the wiki as it is.',
        dirty: 'The working copy of the wiki has changes that nobody committed.',
        elsewhere:
          'The home of this wiki is another repository: apply it there, and it will be marked as applied.',
        away: 'For half a day, the home of this wiki has not taken it. Have its operator look, then apply it again.',
      }[why],
      ...link(decide),
    ),
  }),
  noLonger: ({ number, title, kind, link: page }) => ({
    subject: `Not done: your decision about ${title} (proposal ${number})`,
    text: paragraphs(
      `You decided ${{ apply: 'to apply', approve: 'to approve', revise: 'to ask for a revision of', reject: 'to reject' }[kind]} proposal ${number}, “${title}”. Your role was taken back or made narrower since then: the decision was not carried out, and nothing has changed.`,
      'To have it taken, write to those who keep the wiki; one of them can decide on the page of the proposal.',
      ...link(page),
    ),
  }),
  putOff: ({ number, title, said, link: page }) => ({
    subject: `Approved, not published yet: ${title} (proposal ${number})`,
    text: paragraphs(
      `Proposal ${number}, “${title}”, is approved, and waits for the home of the wiki, which has not taken it.`,
      said,
      'It is tried again by itself, for half a day; there is nothing for you to do unless this lasts.',
      ...link(page),
    ),
  }),
};
