import type { DependencyFault } from './not-read.ts';

interface Said {
  readonly sentence: string;
  readonly remedy: string;
}

const WORDS: Readonly<Record<'en' | 'fr', Readonly<Record<DependencyFault, Said>>>> = {
  en: {
    'file-size': {
      sentence: 'The file is larger than 16 MB, and was not read.',
      remedy: 'Look whether it is the file it should be.',
    },
    encoding: { sentence: 'The file is not encoded in UTF-8.', remedy: 'Save it again as UTF-8.' },
    syntax: {
      sentence: 'The file is not of the format that its name says.',
      remedy: 'Have the tool that uses it read it: it tells the line.',
    },
    'other-format': {
      sentence: 'The file does not hold what its name says.',
      remedy: 'Look whether it is the file it should be.',
    },
  },
  fr: {
    'file-size': {
      sentence: 'Le fichier dépasse 16 Mo et n’a pas été lu.',
      remedy: 'Vérifiez que c’est le bon fichier.',
    },
    encoding: {
      sentence: 'Le fichier n’est pas encodé en UTF-8.',
      remedy: 'Enregistrez-le de nouveau en UTF-8.',
    },
    syntax: {
      sentence: 'Le fichier n’est pas dans le format que dit son nom.',
      remedy: 'Faites-le lire par l’outil qui s’en sert : il dit la ligne.',
    },
    'other-format': {
      sentence: 'Le fichier ne contient pas ce que dit son nom.',
      remedy: 'Vérifiez que c’est le bon fichier.',
    },
  },
};

/** Why the dependencies of a file are not known, and what its owner can do. */
export function sayDependencyFault(fault: DependencyFault, language: 'en' | 'fr'): Said {
  return WORDS[language][fault];
}
