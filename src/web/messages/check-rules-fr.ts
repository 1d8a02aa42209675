import type { CheckRule } from '../../config/check-rules.ts';
import { capitalized } from './capitalized.ts';
import type { FindingSentence, RuleWords } from './check-messages.ts';
import { formats } from './formats.ts';
import { registerFileSentence } from './register-file-fr.ts';
import { softwareFileSentence } from './software-file-fr.ts';

const { languageName, number, date } = formats('fr', 'fr-FR');
const quoted = (text: string | number | undefined) => `«\u00a0${text ?? ''}\u00a0»`;

/** What each rule looks for, in French. */
export const frenchRules: Readonly<Record<CheckRule, RuleWords>> = {
  'dead-link': {
    title: 'Lien mort',
    why: 'Rien ne se trouve à l’adresse du lien\u202f: le lecteur en voit le texte, sans lien.',
    how: 'Écrivez le chemin d’un fichier du wiki, depuis le dossier de la page, ou retirez le lien.',
  },
  'moved-link': {
    title: 'Lien vers un ancien nom',
    why: 'Le fichier a été renommé. Ce site y mène encore\u202f; un éditeur ou une forge, non.',
    how: 'Écrivez le nom d’aujourd’hui.',
  },
  'dead-anchor': {
    title: 'Lien vers une section absente',
    why: 'La page existe, pas la section\u202f: le lecteur arrive en haut de la page.',
    how: 'Écrivez le nom de la section tel que le montre l’adresse de son titre.',
  },
  'malformed-link': {
    title: 'Lien mal écrit',
    why: 'Markdown n’y voit pas un lien\u202f: le lecteur voit des crochets et des parenthèses.',
    how: 'Écrivez [texte](adresse), sans espace dans l’adresse ni lien dans un autre.',
  },
  'unchecked-link': {
    title: 'Liens non vérifiés',
    why: 'Tant de liens de la page paraissent morts que seuls les premiers ont été suivis.',
    how: 'Corrigez ceux qui sont listés\u202f: les autres seront vérifiés ensuite.',
  },
  'broken-symlink': {
    title: 'Lien symbolique rompu',
    why: 'Ce lien ne mène à rien dans le wiki\u202f: qui clone le dépôt ne peut pas l’ouvrir.',
    how: 'Refaites-le vers le nom d’aujourd’hui, ou supprimez-le.',
  },
  'front-matter': {
    title: 'En-tête invalide',
    why: 'Ce qui est entre les deux lignes --- n’est pas du YAML valide\u202f: d’autres logiciels ne liront pas la page.',
    how: 'Mettez entre guillemets droits une valeur qui contient «\u00a0:\u00a0» ou commence par un signe.',
  },
  'front-matter-value': {
    title: 'Valeur de l’en-tête',
    why: 'La valeur n’a pas la forme attendue\u202f: elle n’est pas prise en compte.',
    how: 'Écrivez les dates ainsi\u202f: 2026-03-31, les langues fr ou en, et true ou false pour oui ou non.',
  },
  'duplicate-title': {
    title: 'Titre en double',
    why: 'Deux pages ont le même titre dans la même langue\u202f: rien ne les distingue dans une liste ou une recherche.',
    how: 'Donnez à chaque page un titre qui dise ce qu’elle seule contient.',
  },
  'duplicate-address': {
    title: 'Adresse en double',
    why: 'Deux fichiers auraient la même adresse\u202f: seul le premier est montré.',
    how: 'Renommez ou supprimez l’un des deux.',
  },
  table: {
    title: 'Tableau',
    why: 'Le tableau ne suit pas son schéma, ou les règles du CSV\u202f: ce qui le réutilise risque d’échouer.',
    how: 'Corrigez la cellule, la ligne ou le schéma\u202f; le numéro de ligne est donné.',
  },
  calendar: {
    title: 'Agenda',
    why: 'L’agenda ne suit pas la RFC 5545\u202f: d’autres logiciels montreront une autre date, ou aucune.',
    how: 'Corrigez l’événement\u202f; le numéro de ligne est donné.',
  },
  'image-alt': {
    title: 'Image sans texte',
    why: 'Qui ne voit pas l’image n’en saura rien\u202f: un lecteur d’écran en dit le nom de fichier.',
    how: 'Écrivez ce que l’image apprend\u202f: «\u00a0![texte](image.png)\u00a0». Pour une simple décoration, écrivez <img alt="">.',
  },
  'heading-skip': {
    title: 'Niveau de titre sauté',
    why: 'Qui va de titre en titre avec un lecteur d’écran cherche la partie qui manque.',
    how: 'Descendez d’un niveau à la fois\u202f: ## sous le titre, puis ###.',
  },
  'stale-translation': {
    title: 'Traduction dépassée',
    why: 'L’original a changé depuis la dernière mise à jour de la traduction.',
    how: 'Reportez-y les changements\u202f: la page des différences les montre.',
  },
  'missing-translation': {
    title: 'Traduction absente',
    why: 'Le wiki est écrit dans cette langue, pas cette page\u202f: une autre langue est proposée à ses lecteurs.',
    how: 'Ajoutez la page dans cette langue à côté\u202f: nom.en.md pour nom.md.',
  },
  encoding: {
    title: 'Encodage',
    why: 'Le fichier n’est pas en UTF-8\u202f: ses accents sont devinés.',
    how: 'Enregistrez-le en UTF-8.',
  },
  'unreadable-file': {
    title: 'Fichier illisible',
    why: 'Le fichier ne peut pas être montré.',
    how: 'Réduisez-le, ou donnez-lui un nom sans partie vide, hors du dossier «\u00a0-\u00a0» de la racine.',
  },
  'unreferenced-file': {
    title: 'Fichier que rien ne cite',
    why: 'On ne le trouve que par la liste de son dossier.',
    how: 'Faites-y un lien depuis une page, ou supprimez-le.',
  },
  settings: {
    title: 'Réglages',
    why: 'greffe.yml a une erreur\u202f: les derniers réglages valides restent en vigueur.',
    how: 'Corrigez la ligne.',
  },
  register: {
    title: 'Fichiers du registre',
    why: 'Ce qui est faux est laissé hors du registre des codes sources ; le reste du fichier compte.',
    how: 'Corrigez la ligne.',
  },
  software: {
    title: 'Fichiers du catalogue de logiciels',
    why: 'Ce qui est faux est laissé hors du catalogue des logiciels\u202f; le reste du fichier compte.',
    how: 'Écrivez ce que demande la ligne, dans le tableau, la fiche, la liste des formations ou greffe.yml.',
  },
  'external-dead': {
    title: 'Lien extérieur mort',
    why: 'L’autre site répond qu’il n’y a rien à cette adresse.',
    how: 'Cherchez la page ailleurs, ou dans une archive du web, ou retirez le lien.',
  },
  'external-unreachable': {
    title: 'Lien extérieur sans réponse',
    why: 'L’autre site n’a pas répondu, après plusieurs essais\u202f: il reviendra peut-être.',
    how: 'Essayez l’adresse dans un navigateur\u202f; corrigez-la si elle est fausse.',
  },
  'external-moved': {
    title: 'Lien extérieur déplacé',
    why: 'L’autre site répond que la page a changé d’adresse pour de bon.',
    how: 'Écrivez sa nouvelle adresse.',
  },
};

const EXPECTED: Readonly<Record<string, string>> = {
  date: 'une date telle que 2026-03-31',
  language: 'une langue telle que fr ou en',
  boolean: 'true ou false',
};

/** What is wrong, by rule, in French. */
export const frenchFindings: Readonly<Record<Exclude<CheckRule, 'table' | 'calendar'>, FindingSentence>> = {
  'dead-link': ({ subject, detail }) => {
    const isImage = detail.kind === 'image';
    const what = `${isImage ? 'L’image' : 'Le lien'} ${quoted(subject)}`;
    const target = isImage ? 'est absente' : 'ne mène nulle part';
    if (detail.cause === 'mail') return `Il manque ${quoted('mailto:')} devant l’adresse ${quoted(subject)}.`;
    if (detail.cause === 'scheme')
      return `Il manque ${quoted('https://')} devant l’adresse ${quoted(subject)}.`;
    if (detail.cause === 'outside') return `${what} sort du wiki.`;
    if (detail.cause === 'deleted')
      return `${what} mène à un fichier supprimé le ${date(String(detail.day))}.`;
    return detail.nearest === undefined
      ? `${what} ${target}.`
      : `${what} ${target}\u202f; le nom le plus proche est ${quoted(detail.nearest)}.`;
  },
  'moved-link': ({ subject, detail }) =>
    `Le lien ${quoted(subject)} mène à ce qui s’appelle aujourd’hui ${quoted(detail.to)}.`,
  'dead-anchor': ({ detail }) => {
    const where = quoted(detail.path);
    if (detail.cause === 'row')
      return `Il n’y a pas de ligne ${quoted(String(detail.anchor).slice(4))} dans ${where}.`;
    if (detail.cause === 'event')
      return `Il n’y a pas d’événement ${quoted(String(detail.anchor).slice(6))} dans ${where}.`;
    const nearest =
      detail.nearest === undefined ? '' : `\u202f; la plus proche est ${quoted(detail.nearest)}`;
    return `Il n’y a pas de section ${quoted(detail.anchor)} dans ${where}${nearest}.`;
  },
  'malformed-link': ({ detail }) => {
    if (detail.cause === 'nested') return 'Il y a un lien dans l’adresse de ce lien.';
    if (detail.cause === 'space') return 'Il y a une espace dans l’adresse de ce lien.';
    return 'Ceci n’est pas lu comme un lien.';
  },
  'unchecked-link': ({ detail }) =>
    `Liens de cette page qui n’ont pas été vérifiés\u202f: ${number(Number(detail.count))}.`,
  'broken-symlink': ({ subject, detail }) => {
    if (detail.cause === 'outside') return `Le lien symbolique mène hors du wiki, à ${quoted(subject)}.`;
    if (detail.cause === 'loop') return `Le lien symbolique vers ${quoted(subject)} tourne en rond.`;
    return `Le lien symbolique mène à ${quoted(subject)}, qui n’existe pas.`;
  },
  'front-matter': ({ subject, detail }) =>
    detail.cause === 'colon'
      ? `La valeur de ${quoted(subject.replace(/:$/, ''))} contient un deux-points\u202f: mettez-la entre guillemets droits.`
      : `L’en-tête ne peut pas être lu (${detail.message}).`,
  'front-matter-value': ({ subject, detail }) =>
    `${quoted(subject)} vaut ${quoted(detail.value)}\u202f: il faut ${EXPECTED[String(detail.expected)]}.`,
  'duplicate-title': ({ subject, detail }) =>
    Number(detail.others) > 1
      ? `${number(Number(detail.others))} autres pages s’appellent ${quoted(subject)}, dont ${detail.other}.`
      : `${detail.other} s’appelle aussi ${quoted(subject)}.`,
  'duplicate-address': ({ subject, detail, path }) =>
    detail.shown === path
      ? `${detail.other} a la même adresse, ${subject}, et n’est pas montré.`
      : `${detail.shown} a la même adresse, ${subject}, et est montré à la place de cette page.`,
  'image-alt': ({ subject }) => `L’image ${quoted(subject)} n’a pas de texte alternatif.`,
  'heading-skip': ({ subject, detail }) =>
    `Le titre ${quoted(subject)} est de niveau ${detail.level}, après un titre de niveau ${detail.above}.`,
  'stale-translation': ({ subject, detail }) =>
    `${subject} a changé ${number(Number(detail.changes))}\u00a0fois depuis cette traduction.`,
  'missing-translation': ({ subject }) => `La page n’est pas écrite en ${languageName(subject)}.`,
  encoding: () => 'Le fichier n’est pas en UTF-8.',
  'unreadable-file': ({ subject }) => {
    if (subject === 'size') return 'La page dépasse 8\u00a0Mo.';
    return subject === 'reserved'
      ? 'Les adresses qui commencent par /-/ sont celles du logiciel\u202f: ce fichier n’est pas montré.'
      : 'Aucune adresse ne peut avoir ce nom.';
  },
  'unreferenced-file': () => 'Aucune page ne cite ce fichier.',
  register: ({ detail }) => `${capitalized(registerFileSentence(String(detail.message)))}.`,
  software: ({ detail }) => `${capitalized(softwareFileSentence(String(detail.message)))}.`,
  settings: ({ detail }) => `Réglage refusé\u202f: ${detail.message}.`,
  'external-dead': ({ subject, detail }) => `${subject} répond ${detail.status}.`,
  'external-unreachable': ({ subject, detail }) =>
    detail.status === undefined
      ? `${subject} ne répond pas (${detail.reason}).`
      : `${subject} répond ${detail.status}.`,
  'external-moved': ({ subject, detail }) => `${subject} est maintenant à ${detail.to}.`,
};
