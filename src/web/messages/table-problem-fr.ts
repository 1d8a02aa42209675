import type { ProblemValues, TableRule } from '../../wiki/tables/problem.ts';
import { formats } from './formats.ts';

const { number } = formats('fr', 'fr-FR');

type Sentences = {
  // What calendars have too is said by their sentences.
  readonly [R in Exclude<TableRule, 'too-large' | 'nul'>]: (values: ProblemValues<R>) => string;
};

/** What is wrong in a table or its schema, and the remedy, in French. */
export const frenchTableSentences: Sentences = {
  'empty-file': () => 'Le fichier est vide\u202f: sa première ligne doit nommer les colonnes.',
  encoding: ({ encoding }) => `Le fichier est en ${encoding}\u202f: enregistrez-le en UTF-8.`,
  'not-utf-8': () =>
    'La ligne n’est pas en UTF-8\u202f: elle est lue comme du Windows-1252. Enregistrez tout le fichier en UTF-8.',
  'mixed-encoding': () =>
    'La ligne est en UTF-8, d’autres en Windows-1252\u202f: enregistrez tout le fichier en UTF-8.',
  'line-end': ({ end, before }) =>
    `La ligne se termine par ${end}, les précédentes par ${before}\u202f: enregistrez le fichier avec une seule sorte de fin de ligne.`,
  separator: ({ separator }) =>
    `Séparées par ${separatorName(separator)}, la plupart des lignes n’ont pas autant de cellules que la première\u202f: vérifiez le séparateur, et mettez entre guillemets les cellules qui le contiennent.`,
  'unclosed-quote': () =>
    'Un guillemet ouvert n’est jamais fermé\u202f: fermez-le, ou mettez toute la cellule entre guillemets en doublant celui-ci.',
  'stray-quote': () => 'Un guillemet n’est pas doublé dans une cellule entre guillemets\u202f: doublez-le.',
  'too-many-columns': ({ columns, shown }) =>
    `Le fichier a ${number(columns)} colonnes\u202f: seules les ${number(shown)} premières sont montrées.`,
  'empty-header': ({ position, name }) =>
    `La colonne ${position} n’a pas de nom\u202f: elle est appelée ${quoted(name)}. Nommez-la dans la première ligne.`,
  'duplicate-header': ({ position, same, name }) =>
    `La colonne ${position} a le même nom qu’une autre, ${quoted(same)}\u202f: elle est appelée ${quoted(name)}. Donnez à chacune le sien.`,
  'short-row': ({ cells, columns }) =>
    `La ligne a ${cellCount(cells)} pour ${columnCount(columns)}\u202f: celles qui manquent sont montrées vides. Ajoutez-les.`,
  'extra-cells': ({ cells, columns, first, separator }) =>
    `La ligne a ${cellCount(cells)} pour ${columnCount(columns)}\u202f: elles ne sont plus montrées à partir de ${quoted(first)}. Mettez entre guillemets une cellule qui contient ${separatorName(separator)}.`,
  'long-cell': ({ characters, kept }) =>
    `Une cellule de ${number(characters)} caractères est coupée à ${number(kept)}, ce que contient un tableur\u202f: mettez les longs textes dans une page.`,
  'long-row': ({ millions }) =>
    `La ligne dépasse ${millions}\u00a0millions de caractères\u202f: elle est coupée. Partagez-la en plusieurs lignes.`,
  'missing-cells': ({ millions }) =>
    `Plus de ${millions}\u00a0millions de cellules manquent\u202f: cette ligne et les suivantes ne sont pas montrées. Corrigez les en-têtes ou les lignes.`,
  type: ({ cell, type }) =>
    `${quoted(cell)} n’est pas ${FORMS[type]}\u202f: corrigez la cellule, ou le type dans le schéma.`,
  'date-format': ({ cell, format }) =>
    `${quoted(cell)} n’est pas écrit selon le format ${quoted(format)}\u202f: corrigez la cellule, ou le format dans le schéma.`,
  required: () => 'La cellule est vide alors que le schéma veut une valeur\u202f: remplissez-la.',
  unique: ({ cell }) =>
    `${quoted(cell)} est déjà dans une ligne précédente\u202f: le schéma veut que chaque valeur soit unique.`,
  enum: ({ cell, choices }) => `${quoted(cell)} n’est pas une des valeurs du schéma\u202f: ${choices}.`,
  pattern: ({ cell, pattern }) => `${quoted(cell)} n’a pas la forme ${quoted(pattern)} que veut le schéma.`,
  minimum: ({ cell, bound }) => `${quoted(cell)} est en dessous du minimum fixé par le schéma, ${bound}.`,
  maximum: ({ cell, bound }) => `${quoted(cell)} est au-dessus du maximum fixé par le schéma, ${bound}.`,
  'min-length': ({ cell, length, bound }) =>
    `${quoted(cell)} est trop court\u202f: ${number(length)} au lieu de ${number(bound)}\u00a0caractères au moins.`,
  'max-length': ({ cell, length, bound }) =>
    `${quoted(cell)} est trop long\u202f: ${number(length)} au lieu de ${number(bound)}\u00a0caractères au plus.`,
  'incomplete-key': () =>
    'La clé primaire de la ligne est incomplète\u202f: remplissez les cellules qui la forment.',
  'duplicate-key': ({ key }) =>
    `La clé primaire ${quoted(key)} est déjà celle d’une ligne précédente\u202f: à chacune la sienne.`,
  'extra-column': ({ name }) =>
    `Le schéma n’a pas de champ ${quoted(name)}\u202f: ajoutez-le, ou corrigez l’en-tête.`,
  'missing-column': ({ name }) =>
    `Le schéma a un champ ${quoted(name)}, mais le fichier n’a pas cette colonne\u202f: ajoutez la colonne, ou retirez le champ.`,
  'schema-too-large': ({ value }) => `Le schéma dépasse ${frenchSize(value)}\u202f: il n’est pas lu.`,
  'schema-not-json': () =>
    'Le schéma n’est pas du JSON valide\u202f: un Table Schema est un objet JSON avec une liste «\u00a0fields\u00a0».',
  'not-a-schema': () =>
    'Ce fichier n’est pas un Table Schema\u202f: il n’a pas de liste «\u00a0fields\u00a0».',
  'not-a-package': () =>
    'Ce fichier n’est pas un «\u00a0data package\u00a0»\u202f: il n’a pas de liste «\u00a0resources\u00a0».',
  'absent-schema': () =>
    'Le schéma du fichier n’est pas dans ce dépôt\u202f: il n’est pas suivi. Ajoutez-le ici.',
  'too-many-fields': ({ read }) =>
    `Le schéma a trop de champs\u202f: seuls les ${number(read)} premiers sont lus.`,
  'unnamed-field': ({ position }) =>
    `Le champ ${position} du schéma n’a pas de nom\u202f: donnez-lui pour «\u00a0name\u00a0» l’en-tête de sa colonne.`,
  'duplicate-field': () => 'Deux champs du schéma ont le même nom\u202f: le premier compte.',
  'unknown-key': ({ name }) => `La clé primaire nomme ${quoted(name)}, qui n’est pas un des champs.`,
  'unknown-type': ({ type }) =>
    `${type} n’est pas un type de Table Schema\u202f: la colonne est lue comme du texte.`,
  'unknown-format': ({ format }) =>
    `Le format ${quoted(format)} n’est pas compris\u202f: les dates sont lues selon l’ISO\u00a08601.`,
  'bad-pattern': ({ pattern }) =>
    `Le motif ${quoted(pattern)} n’est pas valide, ou pas pris en charge\u202f: il n’est pas suivi.`,
  'bad-constraints': () => '«\u00a0constraints\u00a0» n’est pas un objet\u202f: il n’est pas suivi.',
  'bad-flag': ({ key }) => `${quoted(key)} n’est ni vrai ni faux\u202f: il n’est pas suivi.`,
  'bad-bound': ({ key }) => `${quoted(key)} n’est ni un nombre ni un texte\u202f: il n’est pas suivi.`,
  'bad-length': ({ key }) => `${quoted(key)} n’est pas un nombre entier\u202f: il n’est pas suivi.`,
  'bad-list': ({ key }) =>
    `${quoted(key)} contient autre chose que des textes\u202f: le reste n’est pas suivi.`,
};

const FORMS: Readonly<Record<ProblemValues<'type'>['type'], string>> = {
  string: 'un texte',
  integer: 'un nombre entier',
  number: 'un nombre',
  boolean: 'vrai ou faux (true, false)',
  date: 'une date (2018-02-16)',
  datetime: 'une date et une heure (2018-02-16T09:30:00Z)',
  time: 'une heure (09:30:00)',
  year: 'une année (2018)',
  uri: 'une adresse (https://…)',
  email: 'une adresse électronique',
};

/** `64 MB` as `64 Mo`. */
export function frenchSize(size: string): string {
  return size.replace(/ ([kMG])B$/, '\u00a0$1o');
}

function separatorName(separator: string): string {
  if (separator === '\t') return 'des tabulations';
  return quoted(separator);
}

function cellCount(cells: number): string {
  return `${number(cells)}\u00a0${cells === 1 ? 'cellule' : 'cellules'}`;
}

function columnCount(columns: number): string {
  return `${number(columns)}\u00a0${columns === 1 ? 'colonne' : 'colonnes'}`;
}

function quoted(text: string): string {
  return `«\u00a0${text}\u00a0»`;
}
