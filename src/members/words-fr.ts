import { paragraphs } from '../mail/words/paragraphs.ts';
import type { MemberWords } from './words.ts';

const said = (because: string) => (because === '' ? [] : [because]);

export const frenchMemberWords: MemberWords = {
  signIn: ({ site, link, minutes }) => ({
    subject: 'Votre lien de connexion',
    text: paragraphs(
      `Pour vous connecter à ${site}, ouvrez cette page et appuyez sur le bouton\u202f:`,
      link,
      `Le lien sert une fois, pendant ${minutes} minutes. Si vous ne l’avez pas demandé, ne faites rien.`,
    ),
  }),
  requested: ({ name, address, reason, link }) => ({
    subject: `${name} demande un accès en écriture`,
    text: paragraphs(
      `${name} <${address}> demande à pouvoir écrire dans le wiki\u202f:`,
      reason,
      'Pour l’accorder ou le refuser\u202f:',
      link,
    ),
  }),
  granted: ({ site, link, because }) => ({
    subject: 'Vous avez un accès en écriture',
    text: paragraphs(
      `Vous pouvez désormais pousser vers le wiki de ${site}.`,
      ...said(because),
      'Créez un jeton pour git push sur cette page\u202f:',
      link,
    ),
  }),
  refused: ({ site, because }) => ({
    subject: 'Votre demande d’accès en écriture',
    text: paragraphs(
      `Les responsables du wiki de ${site} n’accordent pas d’accès en écriture pour l’instant. Vos modifications sont les bienvenues comme propositions.`,
      ...said(because),
    ),
  }),
  passkeyAdded: ({ name, link }) => ({
    subject: 'Une clé d’accès a été ajoutée à votre compte',
    text: paragraphs(
      `La clé d’accès «\u202f${name}\u202f» permet désormais de se connecter en votre nom.`,
      'Si ce n’est pas vous qui l’avez ajoutée, supprimez-la sur cette page, et déconnectez-vous partout\u202f:',
      link,
    ),
  }),
  sshKeyAdded: ({ label, fingerprint, link }) => ({
    subject: 'Une clé SSH a été ajoutée à votre compte',
    text: paragraphs(
      `La clé SSH «\u202f${label}\u202f» permet désormais de pousser vers le wiki en votre nom. Son empreinte\u202f:`,
      fingerprint,
      'Si ce n’est pas vous qui l’avez ajoutée, supprimez-la sur cette page, et déconnectez-vous partout\u202f:',
      link,
    ),
  }),
  unused: ({ people, months, link }) => ({
    subject: people.length === 1 ? 'Un rôle qui ne sert pas' : `${people.length} rôles qui ne servent pas`,
    text: paragraphs(
      `Sans usage depuis ${months} mois\u202f:`,
      people.join('\n'),
      'Pour les regarder, et retirer ceux qui ne sont plus utiles\u202f:',
      link,
      'Ce rappel ne vient qu’une fois par mois au plus.',
    ),
  }),
  ending: ({ site, link, day }) => ({
    subject: 'Votre rôle prend bientôt fin',
    text: paragraphs(
      `Votre rôle dans le wiki de ${site} prend fin après le ${day}.`,
      'S’il vous est encore utile, dites-le aux responsables du wiki. Ce que vous pouvez faire est sur cette page\u202f:',
      link,
    ),
  }),
  revoked: ({ site, because }) => ({
    subject: 'Votre accès en écriture a pris fin',
    text: paragraphs(
      `Vous ne pouvez plus pousser vers le wiki de ${site}. Vos modifications sont les bienvenues comme propositions.`,
      ...said(because),
    ),
  }),
};
