import { paragraphs } from '../mail/words/paragraphs.ts';
import type { MemberWords } from './words.ts';

const said = (because: string) => (because === '' ? [] : [because]);

export const englishMemberWords: MemberWords = {
  signIn: ({ site, link, minutes }) => ({
    subject: 'Your link to sign in',
    text: paragraphs(
      `To sign in at ${site}, open this page and press the button:`,
      link,
      `The link is good once, for ${minutes} minutes. If you did not ask for it, do nothing.`,
    ),
  }),
  requested: ({ name, address, reason, link }) => ({
    subject: `${name} asks for write access`,
    text: paragraphs(
      `${name} <${address}> asks for write access to the wiki:`,
      reason,
      'To grant or refuse it:',
      link,
    ),
  }),
  granted: ({ site, link, because }) => ({
    subject: 'You have write access',
    text: paragraphs(
      `You may now push to the wiki at ${site}.`,
      ...said(because),
      'Make a token for git push on this page:',
      link,
    ),
  }),
  refused: ({ site, because }) => ({
    subject: 'Your request for write access',
    text: paragraphs(
      `Those who keep the wiki at ${site} do not grant write access now. Your changes are welcome as proposals.`,
      ...said(because),
    ),
  }),
  passkeyAdded: ({ name, link }) => ({
    subject: 'A passkey was added to your account',
    text: paragraphs(
      `The passkey “${name}” now signs in as you.`,
      'If you did not add it, remove it on this page, and sign out everywhere:',
      link,
    ),
  }),
  sshKeyAdded: ({ label, fingerprint, link }) => ({
    subject: 'An SSH key was added to your account',
    text: paragraphs(
      `The SSH key “${label}” now pushes to the wiki as you. Its fingerprint:`,
      fingerprint,
      'If you did not add it, remove it on this page, and sign out everywhere:',
      link,
    ),
  }),
  unused: ({ people, months, link }) => ({
    subject: people.length === 1 ? 'A role that nobody uses' : `${people.length} roles that nobody uses`,
    text: paragraphs(
      `These were of no use for ${months} months:`,
      people.join('\n'),
      'To look at them, and take back those that are needed no more:',
      link,
      'You are told of it once a month at most.',
    ),
  }),
  ending: ({ site, link, day }) => ({
    subject: 'Your role ends soon',
    text: paragraphs(
      `Your role in the wiki at ${site} ends after ${day}.`,
      'If you still need it, say so to those who keep the wiki. What you may do is on this page:',
      link,
    ),
  }),
  revoked: ({ site, because }) => ({
    subject: 'Your write access has ended',
    text: paragraphs(
      `You may no longer push to the wiki at ${site}. Your changes are welcome as proposals.`,
      ...said(because),
    ),
  }),
};
