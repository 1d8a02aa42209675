import { frenchAbuseMessages } from './abuse-fr.ts';
import { frenchApiMessages } from './api-fr.ts';
import { frenchCheckMessages } from './check-fr.ts';
import { frenchCodeFeedsMessages } from './code-feeds-fr.ts';
import { frenchCodeMessages } from './code-fr.ts';
import { frenchCodePagesMessages } from './code-pages-fr.ts';
import { frenchCodeRepositoryMessages } from './code-repository-fr.ts';
import { frenchCodeStatisticsMessages } from './code-statistics-fr.ts';
import { frenchContributionMessages } from './contribution-fr.ts';
import { frenchDataMessages } from './data-fr.ts';
import { frenchDifferenceMessages } from './difference-fr.ts';
import { frenchFeedMessages } from './feed-fr.ts';
import { fileTypeName } from './file-types.ts';
import { formats, plural } from './formats.ts';
import { frenchGrantMessages } from './grant-fr.ts';
import { frenchHistoryMessages } from './history-fr.ts';
import { frenchListsMessages } from './lists-fr.ts';
import { frenchMemberMessages } from './member-fr.ts';
import type { Messages } from './messages.ts';
import { frenchOpenDataMessages } from './open-data-fr.ts';
import { frenchOwnDataMessages } from './own-data-fr.ts';
import { frenchProposalMessages } from './proposal-fr.ts';
import { frenchReviewMessages } from './review-fr.ts';
import { frenchSearchMessages } from './search-fr.ts';
import { frenchSignInMessages } from './sign-in-fr.ts';
import { frenchSoftwareMessages } from './software-fr.ts';
import { frenchSshKeyMessages } from './ssh-key-fr.ts';
import { frenchStaticSiteMessages } from './static-site-fr.ts';
import { frenchSubscriptionMessages } from './subscription-fr.ts';
import { frenchTokenMessages } from './token-fr.ts';
import { frenchTrailMessages } from './trail-fr.ts';

const format = formats('fr', 'fr-FR');
const { number } = format;
const count = (value: number, one: string, other: string) =>
  `${number(value)}\u00a0${plural('fr', value, one, other)}`;

/** The interface in French. */
export const fr: Messages = {
  ...format,
  ...frenchDataMessages,
  ...frenchApiMessages,
  ...frenchCheckMessages,
  ...frenchFeedMessages,
  ...frenchStaticSiteMessages,
  ...frenchSubscriptionMessages,
  ...frenchProposalMessages,
  ...frenchReviewMessages,
  ...frenchContributionMessages,
  ...frenchMemberMessages,
  ...frenchAbuseMessages,
  ...frenchSignInMessages,
  ...frenchCodeMessages,
  ...frenchSoftwareMessages,
  ...frenchCodePagesMessages,
  ...frenchCodeStatisticsMessages,
  ...frenchCodeRepositoryMessages,
  ...frenchCodeFeedsMessages,
  ...frenchGrantMessages,
  ...frenchTrailMessages,
  ...frenchTokenMessages,
  ...frenchSshKeyMessages,
  ...frenchOpenDataMessages,
  ...frenchOwnDataMessages,
  ...frenchSearchMessages,
  ...frenchDifferenceMessages,
  ...frenchHistoryMessages,
  ...frenchListsMessages,
  layout: {
    skipToContent: 'Aller au contenu',
    home: 'Accueil',
    menu: 'Menu',
    navigation: 'Navigation du site',
    breadcrumb: 'Fil d’Ariane',
    languages: 'Langues',
    licence: 'Contenus sous licence',
    lastChangedOn: 'Dernière modification le',
    by: 'par',
    history: 'Historique',
    source: 'Source en Markdown',
    translations: 'Traductions',
  },
  page: {
    contents: 'Sommaire',
    tags: 'Mots-clés',
    publishedOn: 'Publié le',
    untranslated: (wanted, shown) =>
      `Cette page n’existe pas encore en ${format.languageName(wanted)}. La voici en ${format.languageName(shown)}.`,
    translate: 'La traduire',
    stale: (changes) =>
      `Cette traduction est en retard\u202f: l’original a changé ${number(changes)}\u00a0fois depuis.`,
    staleDiff: 'Voir ce qui a changé',
    staleOriginal: (language) => `Lire l’original en ${format.languageName(language)}`,
    draft: 'Ceci est un brouillon\u202f: son contenu peut changer et n’engage personne.',
    notice: 'À savoir',
  },
  listing: {
    pages: 'Pages',
    folders: 'Dossiers',
    files: 'Fichiers',
    others: 'Autres entrées',
    empty: 'Ce dossier ne contient encore rien à lire.',
    name: 'Nom',
    type: 'Type',
    size: 'Taille',
    changed: 'Modifié le',
    pageCount: (pages) => count(pages, 'page', 'pages'),
    symlinkTo: (target) => `Lien symbolique vers ${target}, non suivi`,
    submodule: (commit) => `Sous-module Git, au commit ${commit}`,
    fileType: (mediaType, extension) => fileTypeName('fr', mediaType, extension),
  },
  history: {
    title: (page) => `Historique de «\u00a0${page}\u00a0»`,
    label: 'Historique',
    versions: (versions) => count(versions, 'version', 'versions'),
    by: 'par',
    committedBy: (name) => `intégré par ${name}`,
    renamedFrom: 'Renommé depuis',
    created: 'Création de la page',
    deleted: 'Suppression de la page',
    newer: 'Versions plus récentes',
    older: 'Versions plus anciennes',
    pages: 'Pages de l’historique',
    backToPage: 'Revenir à la page',
    empty: 'Aucune version à montrer.',
  },
  diff: {
    title: (page) => `Changements dans «\u00a0${page}\u00a0»`,
    label: 'Changements',
    before: 'Avant',
    after: 'Après',
    added: (lines) => count(lines, 'ligne ajoutée', 'lignes ajoutées'),
    removed: (lines) => count(lines, 'ligne supprimée', 'lignes supprimées'),
    addedLine: 'Ajouté\u202f:',
    removedLine: 'Supprimé\u202f:',
    oldLineNumber: 'Ligne avant',
    newLineNumber: 'Ligne après',
    line: 'Texte',
    hunk: (oldStart, newStart) =>
      oldStart === newStart
        ? `À partir de la ligne ${number(newStart)}`
        : `À partir de la ligne ${number(newStart)} (ligne ${number(oldStart)} avant)`,
    identical: 'Le contenu du fichier n’a pas changé.',
    tooLarge: 'Ce changement est trop grand pour être montré ici.',
    unfollowed: 'Un lien symbolique ou un sous-module Git n’est pas suivi.',
    renamed: 'Le fichier a aussi changé de nom\u202f:',
    nothingBefore: 'Le fichier n’existait pas encore.',
    nothingAfter: 'Le fichier a été supprimé.',
  },
  translations: {
    title: 'État des traductions',
    intro:
      'Chaque page et ses traductions. Une traduction est en retard quand l’original a changé après elle.',
    page: 'Page',
    language: 'Langue',
    summary: 'Résumé par langue',
    details: 'Page par page',
    original: 'Original',
    present: 'À jour',
    missing: 'À traduire',
    stale: (changes) => `En retard de ${count(changes, 'changement', 'changements')}`,
    staleCount: 'En retard',
    diff: 'Voir les changements',
    diffOf: (title) => `Voir les changements de l’original, pour «\u00a0${title}\u00a0»`,
    coverage: 'Pages disponibles',
    empty: 'Ce wiki n’a pas encore de page.',
  },
  notFound: {
    title: 'Page introuvable',
    sentence: 'Il n’y a pas de page à cette adresse\u202f:',
    didYouMean: 'Cherchiez-vous l’une de ces pages\u202f?',
    moved: 'elle a changé d’adresse',
    otherLanguages: 'Cette page existe dans une autre langue',
    remedy: 'Vérifiez l’adresse, ou repartez de l’accueil.',
    home: 'Aller à l’accueil',
  },
  gone: {
    title: 'Page supprimée',
    deletedOn: 'Cette page a été supprimée le',
    by: 'par',
    reason: (subject) => `Motif indiqué\u202f: «\u00a0${subject}\u00a0».`,
    commit: 'Voir la suppression',
    lastVersion: 'Dernière version',
    lastVersionOf: (title) => `Dernière version de «\u00a0${title}\u00a0»`,
  },
  errors: {
    code: (status) => `Erreur ${status}`,
    request: 'Référence à indiquer aux responsables du site\u00a0:',
    badRequest: {
      title: 'Demande incorrecte',
      sentence: 'Le serveur n’a pas compris cette demande.',
      remedy: 'Vérifiez l’adresse, ou repartez de l’accueil.',
    },
    refused: {
      title: 'Accès refusé',
      sentence: 'Cette demande a été comprise, mais elle n’est pas autorisée.',
      remedy: 'Revenez à la page précédente, ou repartez de l’accueil.',
    },
    methodNotAllowed: {
      title: 'Action impossible',
      sentence: 'Cette adresse se consulte, mais n’accepte pas l’action demandée.',
      remedy: 'Revenez à la page précédente, ou repartez de l’accueil.',
    },
    internal: {
      title: 'Erreur du serveur',
      sentence: 'Un problème de notre côté empêche d’afficher cette page.',
      remedy: 'Réessayez dans quelques minutes. Si cela persiste, prévenez les responsables du site.',
    },
    unavailable: {
      title: 'Service momentanément indisponible',
      sentence: 'Le site ne peut pas répondre pour l’instant.',
      remedy: 'Réessayez dans quelques minutes.',
    },
  },
  preparing: {
    title: 'Le wiki se prépare',
    sentence: 'Le serveur lit l’historique du dépôt. Les pages s’afficheront dès que ce sera fait.',
    progress: 'Avancement',
    progressOf: (done, total) => `${number(done)} sur ${number(total)}`,
    refresh: 'Cette page se met à jour d’elle-même.',
  },
  client: {
    copy: 'Copier',
    copied: 'Copié',
    copyFailed: 'Copie impossible',
    table: 'Tableau à faire défiler',
    code: 'Code à faire défiler',
    diagram: 'Schéma, dont la source suit',
    diagramSource: 'Source du schéma',
  },
  markdown: {
    alerts: {
      note: 'Remarque',
      tip: 'Conseil',
      important: 'Important',
      warning: 'Attention',
      caution: 'Danger',
    },
    footnotes: 'Notes',
    footnote: (n) => `Note ${n}`,
    backToReference: (n, occurrence) =>
      occurrence === 1
        ? `Retour à l’appel de la note ${n}`
        : `Retour à l’appel ${occurrence} de la note ${n}`,
    taskDone: 'Fait',
    taskToDo: 'À faire',
    headingLink: (heading) => `Lien vers la section «\u00a0${heading}\u00a0»`,
  },
};
