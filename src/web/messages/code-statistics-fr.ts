import type { CodeStatisticsMessages } from './code-statistics-messages.ts';
import { formats } from './formats.ts';

const { number } = formats('fr', 'fr-FR');
const percents = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });

export const frenchCodeStatisticsMessages: CodeStatisticsMessages = {
  codeStatistics: {
    of: {
      growth: {
        title: 'Croissance',
        description:
          'Combien de dépôts il y avait chaque année\u202f; ceux qui ont été créés dans l’année sont en couleur, au-dessus.',
      },
      licensed: { title: 'Avec une licence', description: 'Les dépôts dont une licence est connue.' },
      licences: { title: 'Licences', description: 'Les dix licences que le plus de dépôts ont.' },
      languages: { title: 'Langages', description: 'Les dix langages principaux que le plus de dépôts ont.' },
      forges: { title: 'Forges', description: 'Les dix forges où sont le plus de dépôts.' },
      heritage: {
        title: 'Dans Software Heritage',
        description: 'Les dépôts dont l’archive universelle du code source a une copie.',
      },
      scores: {
        title: 'Ouverture',
        description: 'Combien de dépôts ont tant de points, par tranches de cinq cents.',
      },
      organisations: {
        title: 'Organismes',
        description: 'Les dix organismes qui ont le plus de dépôts, avec ceux de leurs services.',
      },
      'organisations-stars': {
        title: 'Organismes\u00a0: dépôts et étoiles',
        description:
          'Chaque point est un organisme\u00a0: vers la droite ses dépôts, vers le haut leurs étoiles.',
      },
      'organisations-forks': {
        title: 'Organismes\u00a0: dépôts et forks',
        description:
          'Chaque point est un organisme\u00a0: vers la droite ses dépôts, vers le haut leurs forks.',
      },
      'accounts-followers': {
        title: 'Comptes\u00a0: dépôts et abonnés',
        description:
          'Chaque point est un compte dont la forge dit combien de personnes le suivent\u00a0: vers la droite ses dépôts, vers le haut ses abonnés.',
      },
    },
    parts: {
      licensed: { yes: 'Une licence est connue', no: 'Aucune n’est connue' },
      heritage: { yes: 'Archivés', no: 'Pas archivés' },
    },
    year: 'Année',
    created: 'Créés',
    inAll: 'En tout',
    score: 'Points',
    fromTo: (from, to) => `${number(from)} à ${number(to)}`,
    share: 'Part',
    what: 'Partie',
    table: 'Les chiffres en tableau',
    percent: (part) => percents.format(part),
    download: (format, title) => `${format}\u00a0: ${title}`,
  },
};
