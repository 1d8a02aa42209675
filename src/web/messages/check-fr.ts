import type { CheckMessages } from './check-messages.ts';
import { frenchFindings, frenchRules } from './check-rules-fr.ts';
import { dataSentence } from './check-sentence.ts';
import { frenchDataMessages } from './data-fr.ts';
import { formats, plural } from './formats.ts';

const { number } = formats('fr', 'fr-FR');
const count = (value: number, one: string, other: string) =>
  `${number(value)}\u00a0${plural('fr', value, one, other)}`;
const findings = (value: number) => count(value, 'anomalie', 'anomalies');
const files = (value: number) => count(value, 'fichier', 'fichiers');

/** What is said around what is wrong in a wiki, in French. */
export const frenchCheckMessages: { readonly checks: CheckMessages } = {
  checks: {
    title: 'Vérifications',
    intro:
      'Ce qu’il y a à corriger dans les fichiers de ce wiki. Chaque anomalie dit où elle est et comment la corriger.',
    rules: frenchRules,
    sentence: (finding) => {
      const { rule, times } = finding;
      if (times > 1) return `et ${number(times)} autres de cette sorte`;
      return rule === 'table' || rule === 'calendar'
        ? dataSentence(finding, frenchDataMessages.problems)
        : frenchFindings[rule](finding);
    },
    write: (text) => `Écrire\u202f: ${text}`,
    severity: { error: 'Erreur', warning: 'Avertissement', note: 'Remarque' },
    counted: (severity, value) =>
      severity === 'error'
        ? count(value, 'erreur', 'erreurs')
        : severity === 'warning'
          ? count(value, 'avertissement', 'avertissements')
          : count(value, 'remarque', 'remarques'),
    findings,
    files,
    filters: {
      label: 'Choisir',
      severity: 'Gravité',
      rule: 'Règle',
      section: 'Rubrique',
      root: 'Racine',
      clear: 'Tout montrer',
    },
    line: (line) => `Ligne ${number(line)}`,
    lineOf: (line, path) => `Ligne ${number(line)} de ${path}`,
    more: (value) => `Voir les ${number(value)} autres dans ce fichier`,
    seeChanges: 'Voir ce qui a changé',
    explanations: 'Ce que cherchent les règles',
    clean: 'Rien à corriger',
    cleanSentence: 'Aucune anomalie dans les fichiers de ce wiki.',
    noMatch: 'Aucune anomalie de cette sorte.',
    pages: 'Pages des anomalies',
    command: 'Les mêmes anomalies en ligne de commande, en intégration continue par exemple\u202f:',
    summary: (value, inFiles) => `${findings(value)} dans ${files(inFiles)}`,
    introduced: (value, base) => `${findings(value)} que ${base} n’a pas`,
    nothingFound: 'Aucune anomalie.',
    nothingIntroduced: (base) => `Aucune anomalie que ${base} n’ait déjà.`,
  },
};
