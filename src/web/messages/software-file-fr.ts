type Say = (...groups: readonly string[]) => string;

/** What to write instead of a value that is not understood. */
const REMEDIES: Readonly<Record<string, string>> = {
  'write yes or no': 'écrivez oui ou non',
  'write observation, recommended or withdrawn': 'écrivez observation, recommandé ou retiré',
  'write a date such as 2024, 2024-05 or 2024-05-06': 'écrivez une date comme 2024, 2024-05 ou 2024-05-06',
  'write an address such as https://www.example.org': 'écrivez une adresse comme https://www.example.org',
  'write an identifier such as Q3454': 'écrivez un identifiant comme Q3454',
  'write a number such as 12 or 0.5': 'écrivez un nombre comme 12 ou 0,5',
  'write a text': 'écrivez un texte',
  'write a list': 'écrivez une liste',
  'write a name, or { name: … }': 'écrivez un nom, ou { name: … }',
  'write an address, or { url: … }': 'écrivez une adresse, ou { url: … }',
  'write a title, or { title: … }': 'écrivez un titre, ou { title: … }',
};

/** What is wrong in a file of the catalogue of software, in French: what its reader says in English, and how it is said here. */
const SENTENCES: readonly (readonly [RegExp, Say])[] = [
  [
    /^the file is larger than (\d+) MB: the rest of it is not read; make it shorter$/,
    (size) => `le fichier dépasse ${size}\u00a0Mo\u00a0: la suite n’est pas lue\u202f; raccourcissez-le`,
  ],
  [
    /^the file is empty; write a line that names its columns$/,
    () => 'le fichier est vide\u202f; écrivez une ligne qui nomme ses colonnes',
  ],
  [
    /^there is no column (.*); the columns are (.*)\. Say which of them it is in (software\.\S+)$/s,
    (wanted, columns, setting) =>
      `il n’y a pas de colonne ${wanted?.replaceAll(' or ', ' ou ')}\u202f; les colonnes sont ${columns}. Dites laquelle c’est dans ${setting}`,
  ],
  [
    /^the row names no software; write its name, or take the row away$/,
    () => 'la ligne ne nomme aucun logiciel\u202f; écrivez son nom, ou retirez la ligne',
  ],
  [
    /^(.*): the identifier (.*) is that of line (\d+) already; give it another one$/s,
    (name, id, line) =>
      `${name}\u00a0: l’identifiant ${id} est déjà celui de la ligne ${line}\u202f; donnez-lui-en un autre`,
  ],
  [
    /^(.*): “(.*)” is not understood as (\S+); (write .*)$/s,
    (name, value, field, remedy) =>
      `${name}\u00a0: «\u00a0${value}\u00a0» n’est pas compris comme valeur de ${field}\u202f; ${remedyOf(remedy)}`,
  ],
  [
    /^(\S+): “(.*)” is not understood; (write .*)$/s,
    (place, value, remedy) =>
      `${place}\u00a0: «\u00a0${value}\u00a0» n’est pas compris\u202f; ${remedyOf(remedy)}`,
  ],
  [
    /^attributes: is not a map of names to values; write \{ name: value \}$/,
    () => 'attributes\u00a0: il y faut des noms et leurs valeurs\u202f; écrivez { nom: valeur }',
  ],
  [
    /^(attributes\..*): is not one that software\.attributes defines; define it there, or take it away$/s,
    (place) =>
      `${place}\u00a0: software.attributes ne définit pas cet attribut\u202f; définissez-le là, ou retirez-le`,
  ],
  [
    /^software: (.*) has a sheet already, (.*); name another one, or put both in one page$/s,
    (of, path) =>
      `software\u00a0: ${of} a déjà une fiche, ${path}\u202f; nommez un autre logiciel, ou réunissez les deux pages`,
  ],
  [
    /^(software\.\S+): there is no (file|folder) (.*); add it, or take the setting away$/s,
    (setting, kind, path) =>
      `${setting}\u00a0: il n’y a pas de ${kind === 'file' ? 'fichier' : 'dossier'} ${path}\u202f; ajoutez-le, ou retirez le réglage`,
  ],
  [
    /^the file is longer than (\d+) MB; make it shorter$/,
    (size) => `le fichier dépasse ${size}\u00a0Mo\u202f; raccourcissez-le`,
  ],
  [
    /^the file is not a list of organisations; begin each with - organisme:$/,
    () => 'le fichier n’est pas une liste d’organismes\u202f; commencez chacun par - organisme:',
  ],
  [
    /^the file nests too deep, or its aliases \(\*\) lead to nothing or to too much; write it without them$/,
    () =>
      'le fichier est trop imbriqué, ou ses alias (*) ne mènent à rien ou à trop de choses\u202f; écrivez-le sans eux',
  ],
  [
    /^a bracket is not closed, or a line is not indented enough$/,
    () => 'un crochet ou une accolade n’est pas fermé, ou une ligne n’est pas assez en retrait',
  ],
  [
    /^a tab begins the line; write spaces instead$/,
    () => 'une tabulation commence la ligne\u202f; mettez des espaces',
  ],
  [
    /^a quotation mark, a dash, a comma or a colon is missing$/,
    () => 'il manque un guillemet, un tiret, une virgule ou un deux-points',
  ],
  [/^a key is there twice; keep one$/, () => 'une clé est là deux fois\u202f; n’en gardez qu’une'],
  [
    /^the line does not begin where the one before does, or its value has a colon in it; align it, or put the value between quotation marks$/,
    () =>
      'la ligne ne commence pas là où commence la précédente, ou sa valeur contient un deux-points\u202f; alignez-la, ou mettez la valeur entre guillemets droits',
  ],
  [
    /^a value begins with a sign; put it between quotation marks$/,
    () => 'une valeur commence par un signe\u202f; mettez-la entre guillemets droits',
  ],
  [
    /^this is not valid YAML; look at indentation, quotation marks and brackets$/,
    () => 'ceci n’est pas du YAML valide\u202f; regardez les retraits, les guillemets et les crochets',
  ],
  [/^this is not a map with the key organisme$/, () => 'il manque ici la clé organisme'],
  [/^(\S+): is missing: name the organisation$/, (place) => `${place}\u00a0: nommez l’organisme`],
  [
    /^(\S+): is not a text; put it between quotation marks$/,
    (place) => `${place}\u00a0: n’est pas un texte\u202f; mettez-le entre guillemets droits`,
  ],
  [
    /^(\S+): is empty; write it, or take the key away$/,
    (place) => `${place}\u00a0: est vide\u202f; écrivez-le, ou retirez la clé`,
  ],
  [
    /^(\S+): is longer than (\d+) characters; make it shorter$/,
    (place, count) => `${place}\u00a0: dépasse ${count}\u00a0caractères\u202f; raccourcissez-le`,
  ],
  [
    /^(\S+): is not the title of a course; write a text$/,
    (place) => `${place}\u00a0: n’est pas le titre d’une formation\u202f; écrivez un texte`,
  ],
  [
    /^(\S+): is not a list of titles; write \[A title, Another one\]$/,
    (place) => `${place}\u00a0: n’est pas une liste de titres\u202f; écrivez [Un titre, Un autre]`,
  ],
  [
    /^(\S+): holds more than (\d+) titles; keep the main ones$/,
    (place, count) => `${place}\u00a0: il y a plus de ${count}\u00a0titres\u202f; gardez les principaux`,
  ],
];

function remedyOf(english = ''): string {
  return REMEDIES[english] ?? english;
}

/** The same sentence in French; as it is where nobody knows it. */
export function softwareFileSentence(message: string): string {
  for (const [pattern, say] of SENTENCES) {
    const groups = pattern.exec(message)?.slice(1);
    if (groups) return say(...groups);
  }
  return message;
}
