import { paragraphs } from '../mail/words/paragraphs.ts';
import type { ProposalWords, Trouble } from './words.ts';

const STATES = {
  proposed: 'de nouveau proposée',
  needs_revision: 'à reprendre',
  superseded: 'remplacée',
  approved: 'approuvée',
  applied: 'appliquée',
  rejected: 'rejetée',
} as const;

const TROUBLES: Readonly<Record<Trouble, string>> = {
  conflict:
    'Elle part d’une autre version du wiki, et ce qu’elle modifie a changé depuis. Pour y remédier\u202f: git fetch, git rebase origin/HEAD, puis git send-email --reroll-count=2.',
  already: 'Le wiki contient déjà tout ce qu’elle modifie\u202f: il n’y a plus rien à appliquer.',
  refused: 'Elle modifie quelque chose qu’un correctif ne peut pas modifier ici.',
  invalid:
    'Elle est abîmée\u202f: le logiciel qui l’a envoyée a sans doute coupé ses lignes. Renvoyez-la avec git send-email, ou joignez le fichier que fait git format-patch.',
};

const MAX_FILES = 20;

const quoted = (text: string) => `«\u00a0${text}\u00a0»`;
const link = (href: string | undefined) => (href === undefined ? [] : [href]);

/** The mails about proposals, in French. */
export const frenchProposalWords: ProposalWords = {
  came: ({ number, title, from, version, decide, verdict, files, broken }) => ({
    subject: `À relire\u202f: ${title} (proposition ${number}${version > 1 ? `, version ${version}` : ''})`,
    text: paragraphs(
      `${from} propose de modifier le wiki\u202f: ${quoted(title)}.`,
      verdict === 'applies'
        ? 'La proposition s’applique au wiki d’aujourd’hui.'
        : 'La proposition ne s’applique pas au wiki d’aujourd’hui.',
      files.length === 0
        ? 'Aucun fichier ne change.'
        : [
            'Elle modifie\u202f:',
            ...files.slice(0, MAX_FILES).map((file) => `  ${file}`),
            ...(files.length > MAX_FILES ? ['  …'] : []),
          ].join('\n'),
      ...(broken
        ? [
            `Les vérifications trouvent ${broken} ${broken === 1 ? 'nouvelle chose' : 'nouvelles choses'} à corriger.`,
          ]
        : []),
      ...(decide === undefined ? [] : ['Pour la voir telle qu’elle sera publiée, et décider\u202f:', decide]),
      'Ou répondez à ce message par un seul mot\u202f: APPLIQUER, APPROUVER, REPRENDRE ou REJETER. Ce qui suit ce mot est transmis à qui l’a envoyée.',
    ),
  }),
  received: ({ number, title, link: href }) => ({
    subject: `Reçu\u202f: ${title} (proposition ${number})`,
    text: paragraphs(
      `Merci. Votre modification ${quoted(title)} est la proposition ${number}.`,
      'Les responsables du wiki vont la relire. Vous recevrez un message quand ils auront décidé, ou s’ils ont une question.',
      ...(href === undefined ? [] : ['Sa page\u202f:', href]),
    ),
  }),
  trouble: ({ number, title, trouble, detail, link: href }) => ({
    subject: `Ne s’applique pas\u202f: ${title} (proposition ${number})`,
    text: paragraphs(
      `Merci. Votre modification ${quoted(title)} est la proposition ${number}, mais elle ne peut pas être appliquée telle quelle.`,
      TROUBLES[trouble],
      ...(detail === '' ? [] : [detail]),
      ...link(href),
    ),
  }),
  decided: ({ number, title, state, by, because, commit, link: href }) => ({
    subject: `La proposition ${number} est ${STATES[state]}\u202f: ${title}`,
    text: paragraphs(
      `La proposition ${number}, ${quoted(title)}, est ${STATES[state]}${by === '' ? '' : ` par ${by}`}.`,
      ...(because === '' ? [] : [because]),
      ...(commit === undefined ? [] : [`Elle est dans le wiki, au commit ${commit.slice(0, 12)}.`]),
      ...(state === 'needs_revision'
        ? ['Répondez ici, ou envoyez la version suivante avec git send-email --reroll-count.']
        : []),
      ...link(href),
    ),
  }),
  notApplied: ({ number, title, why, decide }) => ({
    subject: `Non appliquée\u202f: ${title} (proposition ${number})`,
    text: paragraphs(
      `La proposition ${number}, ${quoted(title)}, n’est pas appliquée.`,
      {
        changed:
          'Le wiki a changé depuis que vous l’avez relue, et le résultat ne serait plus le même. Relisez-la, s’il vous plaît.',
        trouble: 'Elle ne s’applique plus au wiki d’aujourd’hui.',
        dirty: 'La copie de travail du wiki a des modifications que personne n’a enregistrées.',
        elsewhere:
          'Ce wiki a son dépôt ailleurs\u202f: appliquez-la là-bas, et elle sera marquée comme appliquée.',
        away: 'Depuis une demi-journée, le dépôt d’origine du wiki ne la prend pas. Demandez à son exploitant de regarder, puis appliquez-la de nouveau.',
      }[why],
      ...link(decide),
    ),
  }),
  noLonger: ({ number, title, kind, link: page }) => ({
    subject: `Décision sans effet\u202f: ${title} (proposition ${number})`,
    text: paragraphs(
      `Vous avez décidé ${{ apply: 'd’appliquer', approve: 'd’approuver', revise: 'de faire reprendre', reject: 'de rejeter' }[kind]} la proposition ${number}, ${quoted(title)}. Votre rôle a été retiré ou restreint depuis\u202f: cette décision n’a pas eu lieu, et rien n’a changé.`,
      'Pour qu’elle soit prise, écrivez aux responsables du wiki\u202f; l’un d’eux peut la prendre sur la page de la proposition.',
      ...link(page),
    ),
  }),
  putOff: ({ number, title, said, link: page }) => ({
    subject: `Approuvée, pas encore publiée\u202f: ${title} (proposition ${number})`,
    text: paragraphs(
      `La proposition ${number}, ${quoted(title)}, est approuvée, et attend le dépôt d’origine du wiki, qui ne l’a pas prise. Le message de Git est en anglais\u202f:`,
      said,
      'Un nouvel essai est fait de lui-même, pendant une demi-journée\u202f; vous n’avez rien à faire, sauf si cela dure.',
      ...link(page),
    ),
  }),
};
