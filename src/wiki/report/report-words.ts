/** The words of a report in one language, as an office writes them. */
export interface ReportWords {
  readonly title: (month: string) => string;
  /** Between what something is called and what is said of it. */
  readonly colon: string;
  readonly pages: string;
  readonly tables: string;
  readonly events: string;
  readonly contributors: string;
  readonly added: string;
  readonly changed: string;
  readonly renamed: string;
  readonly deleted: string;
  readonly nothing: string;
  readonly rows: (added: number, removed: number, changed: number) => string;
  readonly rowAdded: string;
  readonly rowRemoved: string;
  readonly more: (count: number) => string;
  readonly commits: (count: number) => string;
  /** Words in a heading that call for a section, without case or accents. */
  readonly callFor: Readonly<Record<'pages' | 'tables' | 'events' | 'contributors', RegExp>>;
}

const plural = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

const fr: ReportWords = {
  title: (month) => `Rapport ${/^[aeo]/.test(month) ? 'd’' : 'de '}${month}`,
  colon: '\u00a0: ',
  pages: 'Les pages du wiki',
  tables: 'Les données',
  events: 'Les rendez-vous',
  contributors: 'Qui a contribué',
  added: 'Nouvelles pages\u00a0:',
  changed: 'Pages mises à jour\u00a0:',
  renamed: 'Pages déplacées\u00a0:',
  deleted: 'Pages supprimées\u00a0:',
  nothing: 'Rien ce mois-ci.',
  rows: (added, removed, changed) =>
    [
      added > 0 && plural(added, 'ligne ajoutée', 'lignes ajoutées'),
      removed > 0 && plural(removed, 'ligne retirée', 'lignes retirées'),
      changed > 0 && plural(changed, 'ligne modifiée', 'lignes modifiées'),
    ]
      .filter(Boolean)
      .join(', '),
  rowAdded: 'Ajouts\u00a0:',
  rowRemoved: 'Retraits\u00a0:',
  more: (count) => `et ${plural(count, 'autre', 'autres')}`,
  commits: (count) => plural(count, 'modification', 'modifications'),
  callFor: {
    pages: /\b(?:pages?|wiki|documentation|contribuer|guides?)\b/,
    tables: /\b(?:donnees|tableaux?|listes?|logiciels?|catalogue|utiliser)\b/,
    events: /\b(?:agenda|rendez-vous|reunions?|evenements?|ateliers?|rencontres?|promouvoir|attirer)\b/,
    contributors: /\b(?:contributeurs?|contributrices?|contributions?|contribuer?|remerciements|merci)\b/,
  },
};

const en: ReportWords = {
  title: (month) => `Report for ${month}`,
  colon: ': ',
  pages: 'The pages of the wiki',
  tables: 'The data',
  events: 'The meetings',
  contributors: 'Who contributed',
  added: 'New pages:',
  changed: 'Pages brought up to date:',
  renamed: 'Pages moved:',
  deleted: 'Pages deleted:',
  nothing: 'Nothing this month.',
  rows: (added, removed, changed) =>
    [
      added > 0 && `${plural(added, 'row', 'rows')} added`,
      removed > 0 && `${plural(removed, 'row', 'rows')} removed`,
      changed > 0 && `${plural(changed, 'row', 'rows')} changed`,
    ]
      .filter(Boolean)
      .join(', '),
  rowAdded: 'Added:',
  rowRemoved: 'Removed:',
  more: (count) => `and ${count} more`,
  commits: (count) => (count === 1 ? '1 change' : `${count} changes`),
  callFor: {
    pages: /\b(?:pages?|wiki|documentation|contribute|guides?)\b/,
    tables: /\b(?:data|tables?|lists?|software|catalogue|use)\b/,
    events: /\b(?:agenda|meetings?|events?|workshops?|calendar|promote|attract)\b/,
    contributors: /\b(?:contributors?|contributions?|contribute|contributed|thanks)\b/,
  },
};

/** The words for a report in a language: English where it is not one of ours. */
export function reportWords(language: string): ReportWords {
  return language.startsWith('fr') ? fr : en;
}
