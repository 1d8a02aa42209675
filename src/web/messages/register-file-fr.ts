/** What is wrong in a file of the register, in French: what its reader says in English, and how it is said here. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/it goes more than (\d+) levels deep$/, 'le fichier imbrique plus de $1\u00a0niveaux'],
  [/there is no file (.*)$/s, 'il n’y a pas de fichier $1'],
  [/is not the name of a host such as gitlab\.com$/, 'n’est pas le nom d’une machine, comme gitlab.com'],
  [
    /is there already, on line (\d+); put its accounts together$/,
    'est déjà à la ligne $1\u202f; réunissez ses comptes',
  ],
  [
    /the file is no export of lannuaire\.service-public\.fr: a JSON list of services$/,
    'le fichier n’est pas un export de lannuaire.service-public.fr\u00a0: une liste JSON de services',
  ],
  [/is not what it should be$/, 'n’est pas ce qu’il devrait être'],
  [/is there already, on line (\d+)$/, 'est déjà à la ligne $1'],
  [/is there already$/, 'est déjà là'],
  [/has neither owners nor a pso_id$/, 'n’a ni owners ni pso_id'],
  [/is not the name of an account$/, 'n’est pas le nom d’un compte'],
  [
    /two organisations claim it, (.*) on line (\d+) and (.*) here; keep one$/s,
    'deux organismes le revendiquent, $1 à la ligne $2 et $3 ici\u202f; gardez-en un',
  ],
  [/is not the address of an office$/, 'n’est pas l’adresse d’une mission logiciels libres'],
  [/is not the address of a repository$/, 'n’est pas l’adresse d’un dépôt'],
  [/the row cannot be read \((.*)\)$/s, 'la ligne ne peut pas être lue ($1)'],
  [/the first row is not (.*)$/s, 'la première ligne n’est pas $1'],
  [/(\S*) ?is none of (.*)$/s, '$1 n’est aucun de\u00a0: $2'],
  [/the file is longer than (.*) MB$/, 'le fichier dépasse $1\u00a0Mo'],
  [
    /the file is not a map of keys to values$/,
    'le fichier n’est pas fait de clés suivies chacune d’une valeur',
  ],
  [/is not a key known here$/, 'n’est pas une clé connue ici'],
  [
    /is not an address that begins with http:\/\/ or https:\/\/$/,
    'n’est pas une adresse qui commence par http:// ou https://',
  ],
  [/is not a date such as 2024-08-09$/, 'n’est pas une date comme 2024-08-09'],
  [
    /is not the identifier of an organisation: letters, digits, - _ \. :$/,
    'n’est pas l’identifiant d’un organisme\u00a0: lettres, chiffres, - _ . :',
  ],
  [/is not the identifier of an organisation$/, 'n’est pas l’identifiant d’un organisme'],
  [/is not a country of two letters such as FR$/, 'n’est pas un pays de deux lettres, comme FR'],
  [/is not a mail address$/, 'n’est pas une adresse électronique'],
  [/is not a list of addresses$/, 'n’est pas une liste d’adresses'],
  [/is not a map of accounts$/, 'n’est pas fait de comptes, un par clé'],
  [/is not a map with pso_id$/, 'n’a pas la clé pso_id'],
  [/is not a map with the key (\w+)$/, 'n’a pas la clé $1'],
  [
    /is neither a name, nor a name with a parent \((.*)\)$/,
    'n’est ni un nom, ni un nom avec un parent\u00a0: $1',
  ],
  [
    /its parent (.*) is not in this file; add it, or take the parent away$/s,
    'son parent $1 n’est pas dans ce fichier\u202f; ajoutez-le, ou retirez le parent',
  ],
  [
    /is its own parent \((.*)\); take one of these parents away$/s,
    'est son propre parent ($1)\u202f; retirez un de ces parents',
  ],
];

/** The same sentence in French; as it is where it is another library's. */
export function registerFileSentence(message: string): string {
  const known = SENTENCES.find(([pattern]) => pattern.test(message));
  return known ? message.replace(...known).replace(/: (?=[^/])/, '\u00a0: ') : message;
}
