import type { CodeRepositoryMessages } from './code-repository-messages.ts';
import { formats, plural } from './formats.ts';

const { number } = formats('fr', 'fr-FR');
const count = (value: number, one: string, other: string) =>
  `${number(value)}\u00a0${plural('fr', value, one, other)}`;

const errors = (value: number) => count(value, 'erreur', 'erreurs');
const warnings = (value: number) => count(value, 'avertissement', 'avertissements');
const notes = (value: number) => count(value, 'remarque', 'remarques');

export const frenchCodeRepositoryMessages: CodeRepositoryMessages = {
  codeRepository: {
    reuse: 'Le reprendre',
    clone: 'Cloner',
    swhid: 'Identifiant Software Heritage (SWHID)',
    badgeTitle: 'Badge pour son README, en Markdown',
    badge: { none: 'aucun', there: 'pas encore lu', valid: 'valide' },
    errors,
    warnings,
    notes,
    files: 'Les fichiers qui aident à le reprendre',
    filesUnknown: 'Ses fichiers n’ont pas encore été regardés.',
    has: {
      readme: 'README\u00a0: à quoi il sert',
      licence: 'Licence\u00a0: ce qu’on peut en faire',
      contributing: 'CONTRIBUTING\u00a0: comment participer',
      changelog: 'CHANGELOG\u00a0: ce que change chaque version',
      publiccode: 'publiccode.yml\u00a0: sa description pour les catalogues',
      security: 'SECURITY\u00a0: à qui dire une faille',
      ci: 'Intégration continue\u00a0: il est construit ou testé à chaque changement',
      reuse: 'REUSE\u00a0: la licence de chaque fichier',
      codemeta: 'codemeta.json\u00a0: sa description pour les archives',
      citation: 'CITATION.cff\u00a0: comment le citer',
    },
    there: 'Présent',
    notThere: 'Absent',
    publiccode: 'publiccode.yml',
    publiccodeClean: 'Rien n’y est faux.',
    publiccodeFound: (e, w, n) =>
      [e > 0 && errors(e), w > 0 && warnings(w), n > 0 && notes(n)].filter((one) => one !== false).join(', '),
    publiccodeMore: (value) => `Et ${number(value)} de plus.`,
    line: (line) => `Ligne ${number(line)}`,
    severity: { error: 'Erreur', warning: 'Avertissement', note: 'Remarque' },
    version: 'Version',
    releases: 'Versions publiées',
    noRelease: 'Il n’a publié aucune version.',
    dependencies: 'Dépendances',
    direct: (value) => `${count(value, 'paquet', 'paquets')} qu’il demande`,
    indirect: (value) => `${count(value, 'paquet', 'paquets')} que ceux-là apportent`,
    unknownDependencies: (value) =>
      `${count(value, 'paquet', 'paquets')} dont on ne sait pas s’il les demande`,
    dependenciesMore: (shown, all) => `${number(shown)} sur ${number(all)} sont montrés.`,
    readme: 'Extrait de son README',
    source: 'D’où viennent ces données',
    fromForge: (forge) => `De ${forge}, interrogé par ce registre.`,
    fromCatalogue: (forge) => `D’un catalogue importé\u202f; ${forge} n’a pas encore été interrogé.`,
    asked: 'Interrogé le',
    filesRead: 'État des fichiers lus',
    cut: 'Fichiers trop grands pour être lus en entier',
    reasons: {
      'not-listed': 'son compte ne le liste plus',
      'not-found': 'la forge ne le trouve pas (404)',
      gone: 'la forge dit qu’il n’existe plus (410)',
      'account-not-found': 'la forge ne trouve pas son compte',
      'account-ignored': 'la liste des comptes le laisse de côté',
    },
    missingSince: (date, reason) =>
      `On l’a vu pour la dernière fois le ${date}\u00a0: ${reason}. Voici les dernières données connues.`,
    days: (value) => `Cherché en vain pendant ${count(value, 'jour', 'jours')}.`,
    total: 'Total',
    possible: 'Au plus',
    notLooked: 'On n’a pas encore regardé.',
    remarkable: 'Un projet remarquable',
  },
};
