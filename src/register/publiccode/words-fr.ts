import type { PubliccodeFinding } from './finding.ts';
import type { PubliccodeWords, Said } from './said.ts';

const KINDS: Readonly<Record<string, string>> = {
  text: 'un texte',
  number: 'un nombre',
  boolean: 'true ou false',
  list: 'une liste',
  section: 'une section avec des clés',
  'text-or-list': 'un texte ou une liste de textes',
};

const say = (sentence: string, remedy: string): Said => ({ sentence, remedy });
const kind = (name: string | undefined) => KINDS[name ?? ''] ?? 'autre chose';
const quoted = (text: string | undefined) => `« ${text ?? ''} »`;
const instead = ({ expected }: PubliccodeFinding, otherwise: string) =>
  expected === undefined ? otherwise : `Écrivez ${quoted(expected)}.`;
const drop = ({ expected }: PubliccodeFinding) =>
  expected === undefined ? 'Vous pouvez la retirer.' : `Utilisez plutôt ${expected}.`;

export const FRENCH: PubliccodeWords = {
  'file-size': ({ expected }) =>
    say(
      `Le fichier dépasse ${expected} et n’a pas été lu.`,
      'Raccourcissez-le : un publiccode.yml décrit, il ne documente pas.',
    ),
  encoding: () => say('Le fichier n’est pas encodé en UTF-8.', 'Enregistrez-le de nouveau en UTF-8.'),
  'byte-order-mark': () =>
    say(
      'Le fichier commence par une marque d’ordre des octets.',
      'Enregistrez-le en UTF-8 sans cette marque.',
    ),
  empty: () => say('Le fichier est vide.', 'Commencez par publiccodeYmlVersion, name et url.'),
  'not-a-mapping': () =>
    say(
      'Le fichier ne contient pas de clés et leurs valeurs.',
      'Écrivez des lignes « clé: valeur », et non une liste ou un texte.',
    ),
  'too-complex': () =>
    say(
      'Le fichier a trop de niveaux ou trop de valeurs, et n’a pas été lu jusqu’au bout.',
      'Tenez-vous-en aux clés du standard, et écrivez les valeurs plutôt que des alias.',
    ),
  'yaml-syntax': ({ found }) =>
    say(
      `Ce n’est pas du YAML valide${found ? ` : ${quoted(found)}` : ''}.`,
      'Regardez l’indentation, les guillemets et les deux-points de cette ligne et de la précédente.',
    ),
  'json-syntax': () =>
    say(
      'Ce n’est pas du JSON valide.',
      'Regardez les guillemets, les virgules et les accolades à cet endroit.',
    ),
  'yaml-tab': () =>
    say(
      'Une tabulation indente cette ligne.',
      'Indentez avec des espaces : YAML n’accepte pas les tabulations.',
    ),
  'yaml-documents': () =>
    say('Le fichier contient plusieurs documents YAML.', 'Retirez les lignes « --- » après la première.'),
  'yaml-tag': ({ found }) => say(`${quoted(found)} est une étiquette inconnue.`, 'Retirez cette étiquette.'),
  'duplicate-key': ({ found }) => say(`La clé ${found} figure deux fois.`, 'N’en gardez qu’une.'),
  'yaml-1.1': ({ found, expected }) =>
    say(`${quoted(found)} relève de YAML 1.1, qui est obsolète.`, `Écrivez ${quoted(expected)}.`),
  unquoted: ({ key, found, expected }) =>
    say(
      `${key} est un texte, et YAML lit un nombre dans ${found}.`,
      `Mettez-le entre guillemets : ${expected}.`,
    ),
  'unknown-version': ({ found, expected }) =>
    say(
      `${quoted(found)} n’est pas une version du standard.`,
      `Écrivez "${expected}" ; le fichier a été vérifié comme si c’était le cas.`,
    ),
  'old-version': ({ found, expected }) =>
    say(
      `Le fichier suit la version ${found} du standard ; la dernière est la ${expected}.`,
      `Regardez ce qui a changé, puis écrivez publiccodeYmlVersion: "${expected}".`,
    ),
  'later-key': ({ key, expected }) =>
    say(
      `${key} est apparue avec la version ${expected} du standard, postérieure à celle du fichier.`,
      `Passez publiccodeYmlVersion à "${expected}" au moins.`,
    ),
  'later-value': ({ key, found, expected }) =>
    say(
      `${quoted(found)} est apparu dans ${key} avec la version ${expected} du standard.`,
      `Passez publiccodeYmlVersion à "${expected}" au moins.`,
    ),
  'removed-key': (finding) =>
    say(`${finding.key} n’est plus une clé de cette version du standard.`, drop(finding)),
  'removed-value': (finding) =>
    say(
      `${quoted(finding.found)} n’est plus admis dans ${finding.key}.`,
      instead(finding, 'Choisissez une autre valeur.'),
    ),
  'deprecated-key': (finding) => say(`${finding.key} est obsolète.`, drop(finding)),
  'deprecated-value': (finding) =>
    say(
      `${quoted(finding.found)} est obsolète dans ${finding.key}.`,
      instead(finding, 'Choisissez une autre valeur.'),
    ),
  'unknown-key': ({ key, expected }) =>
    say(
      `${key} n’est pas une clé du standard.`,
      expected === undefined ? 'Retirez-la, ou cherchez le bon nom.' : `Vouliez-vous dire ${expected} ?`,
    ),
  'missing-key': ({ key }) => say(`Il manque ${key}.`, 'Ajoutez cette clé : elle est obligatoire.'),
  'missing-in-all-languages': ({ expected }) =>
    say(`Aucune langue de description n’a ${expected}.`, 'Ajoutez cette clé dans une langue au moins.'),
  'empty-value': ({ key }) => say(`${key} est vide.`, 'Donnez-lui une valeur.'),
  'wrong-type': ({ key, found, expected }) =>
    say(`${key} doit être ${kind(expected)}, et c’est ${kind(found)}.`, `Écrivez ${kind(expected)}.`),
  'both-spellings': ({ key, expected }) =>
    say(`${key} et ${expected} figurent tous deux.`, `Gardez ${expected}.`),
  'key-not-expected': ({ key, found, expected }) =>
    say(
      `${key} va avec maintenance.type: ${expected}, or le type est ${found}.`,
      'Retirez cette clé, ou changez le type.',
    ),
  'not-in-list': (finding) =>
    say(
      `${quoted(finding.found)} n’est pas une des valeurs de ${finding.key}.`,
      finding.expected?.includes(', ')
        ? `Choisissez parmi ${finding.expected}.`
        : finding.expected === undefined
          ? 'Choisissez dans la liste du standard.'
          : `Vouliez-vous dire ${quoted(finding.expected)} ?`,
    ),
  'other-spelling': ({ found, expected }) =>
    say(`${quoted(found)} s’écrit autrement dans le standard.`, `Écrivez ${quoted(expected)}.`),
  'too-long': ({ key, found, expected }) =>
    say(`${key} compte ${found} caractères ; ${expected} au plus sont admis.`, 'Raccourcissez ce texte.'),
  'too-short': ({ key, found, expected }) =>
    say(
      `${key} compte ${found} caractères ; il en faut ${expected} au moins.`,
      'Dites davantage ce que fait le logiciel, et pour qui.',
    ),
  'several-lines': ({ key }) =>
    say(`${key} a plusieurs lignes.`, 'Faites-en une phrase sur une seule ligne.'),
  html: ({ key, found }) =>
    say(
      `${key} contient du HTML : ${found}.`,
      'Écrivez du texte ; une description longue peut contenir du Markdown simple.',
    ),
  'not-a-url': (finding) =>
    say(
      `${quoted(finding.found)} n’est pas une URL.`,
      instead(finding, 'Écrivez l’adresse entière, depuis https://.'),
    ),
  'not-http': ({ found }) =>
    say(
      `${quoted(found)} n’est pas une adresse du web.`,
      'Écrivez une adresse qui commence par https:// ou http://.',
    ),
  'not-a-uri': ({ found }) =>
    say(
      `${quoted(found)} n’est pas un URI.`,
      'Écrivez une adresse avec son https://, ou un URN tel que urn:x-exemple:nom.',
    ),
  'not-a-path': ({ found }) =>
    say(
      `${quoted(found)} n’est pas un chemin dans le dépôt.`,
      'Écrivez-le depuis la racine du dépôt, sans « / » devant, ou donnez une adresse du web.',
    ),
  'file-format': ({ found, expected }) =>
    say(`${quoted(found)} est dans un format qui n’est pas admis.`, `Utilisez ${expected}.`),
  'not-a-date': (finding) =>
    say(
      `${quoted(finding.found)} n’est pas une date.`,
      instead(finding, 'Écrivez un jour qui existe, sous la forme AAAA-MM-JJ.'),
    ),
  'future-date': ({ key, found }) =>
    say(`${key} est dans l’avenir : ${found}.`, 'Écrivez le jour de la dernière version publiée.'),
  'contract-ended': ({ found }) =>
    say(`Le contrat a pris fin le ${found}.`, 'Écrivez la nouvelle échéance, ou changez maintenance.type.'),
  'not-an-email': ({ found }) =>
    say(
      `${quoted(found)} n’est pas une adresse électronique.`,
      'Écrivez l’adresse d’une personne, comme nom@example.org.',
    ),
  'not-a-phone': ({ found }) =>
    say(
      `${quoted(found)} n’est pas un numéro de téléphone international.`,
      'Commencez par l’indicatif du pays, comme +33 1 23 45 67 89.',
    ),
  'phone-prefix': ({ found }) =>
    say(
      `Il manque l’indicatif international au numéro ${quoted(found)}.`,
      'Commencez par l’indicatif du pays, comme +33 1 23 45 67 89.',
    ),
  'not-a-language': (finding) =>
    say(
      `${quoted(finding.found)} n’est pas une langue de BCP 47.`,
      instead(finding, 'Écrivez un code tel que fr, en ou pt-BR.'),
    ),
  'not-a-country': (finding) =>
    say(
      `${quoted(finding.found)} n’est pas un pays d’ISO 3166-1.`,
      instead(finding, 'Écrivez deux capitales, comme FR.'),
    ),
  'not-a-media-type': ({ found }) =>
    say(`${quoted(found)} n’est pas un type de média.`, 'Écrivez-en un tel que text/plain.'),
  'unknown-licence': ({ found }) =>
    say(
      `SPDX ne connaît pas la licence ${quoted(found)}.`,
      'Écrivez un identifiant de https://spdx.org/licenses/.',
    ),
  'not-an-expression': ({ found }) =>
    say(
      `${quoted(found)} n’est pas une expression de licence SPDX.`,
      'Écrivez des identifiants joints par AND, OR ou WITH, comme MIT OR EUPL-1.2.',
    ),
  'deprecated-licence': (finding) =>
    say(
      `SPDX n’utilise plus l’identifiant ${quoted(finding.found)}.`,
      instead(finding, 'Cherchez l’identifiant qui l’a remplacé.'),
    ),
  'licence-spelling': (finding) =>
    say(
      `SPDX écrit autrement la licence ${quoted(finding.found)}.`,
      instead(finding, 'Écrivez-la comme SPDX.'),
    ),
};
