import { paragraphs } from '../mail/words/paragraphs.ts';
import type { ContributionWords } from './words.ts';

export const frenchContributionWords: ContributionWords = {
  confirm: ({ path, reason, site, link, days }) => ({
    subject: `Confirmez votre modification de ${path}`,
    text: paragraphs(
      `Quelqu’un, sans doute vous, a modifié ${path} sur ${site}\u202f: «\u00a0${reason}\u00a0».`,
      'Pour envoyer cette modification aux responsables du wiki, ouvrez cette page et appuyez sur le bouton\u202f:',
      link,
      `Gardez ce message\u202f: le même lien permet de suivre la modification, de l’améliorer, ou de la retirer. Sans confirmation sous ${days} jours, elle est oubliée.`,
      'Si ce n’était pas vous, ne faites rien\u202f: rien n’est envoyé, et rien d’autre ne viendra.',
    ),
  }),
  withdrawn: 'Retirée par son auteur.',
};
