import { paragraphs } from '../mail/words/paragraphs.ts';
import type { ContributionWords } from './words.ts';

export const frenchContributionWords: ContributionWords = {
  confirm: ({ paths, reason, site, link, days }) => ({
    subject: `Confirmez votre modification de ${named(paths)}`,
    text: paragraphs(
      `Quelqu’un, sans doute vous, a modifié ${paths.join(', ')} sur ${site}\u202f: «\u00a0${reason}\u00a0».`,
      'Pour envoyer cette modification aux responsables du wiki, ouvrez cette page et appuyez sur le bouton\u202f:',
      link,
      `Gardez ce message\u202f: le même lien permet de suivre la modification, de l’améliorer, ou de la retirer. Sans confirmation sous ${days} jours, elle est oubliée.`,
      'Si ce n’était pas vous, ne faites rien\u202f: rien n’est envoyé, et rien d’autre ne viendra.',
    ),
  }),
  sent: ({ paths, reason, site, link }) => ({
    subject: `Votre modification de ${named(paths)}`,
    text: paragraphs(
      `Vous avez modifié ${paths.join(', ')} sur ${site}\u202f: «\u00a0${reason}\u00a0». La modification est envoyée aux responsables du wiki.`,
      'Par ce lien, qui n’est qu’à vous, vous pouvez la suivre, l’améliorer ou la retirer\u202f:',
      link,
    ),
  }),
  withdrawn: 'Retirée par son auteur.',
};

function named(paths: readonly string[]): string {
  const [first = ''] = paths;
  if (paths.length === 1) return first;
  return paths.length === 2
    ? `${first} et d’un autre fichier`
    : `${first} et de ${paths.length - 1} autres fichiers`;
}
