/** How much a stem weighs in a document: how often its text has it, and whether its title or a heading does. */
export interface StemWeight {
  readonly stem: string;
  /** In how many places of the text. */
  readonly count: number;
  readonly place: 'title' | 'heading' | 'text';
}

/** What a word in a heading or in the title adds: more than any number of times in the text. */
const PLACES = { text: 0, heading: 6, title: 20 } as const;

/** In words: a longer text says each of its words more often without being more about it. */
const USUAL_LENGTH = 300;

/** Of the stems of a very long text, those that weigh most. */
const MAX_STEMS = 3_000;

/** The weights as one line to look stems up in: ` logiciel=k libr=5 `. `length` is the text's, in words. */
export function writeProfile(stems: readonly StemWeight[], length: number): string {
  const weighed = stems.map(({ stem, count, place }) => ({
    stem,
    level: frequency(count, length) + PLACES[place],
  }));
  const kept =
    weighed.length <= MAX_STEMS ? weighed : weighed.toSorted((a, b) => b.level - a.level).slice(0, MAX_STEMS);
  return ` ${kept.map(({ stem, level }) => `${stem}=${level.toString(36)}`).join(' ')} `;
}

/** From 0 to 9, by the formula of BM25. */
function frequency(count: number, length: number): number {
  return Math.round((9 * count) / (count + 1.2 * (0.4 + (0.6 * length) / USUAL_LENGTH)));
}

/** What a stem weighs in a document, from 0 (it is not there, or lost among thousands) to 31. */
export interface Weight {
  readonly weight: number;
  readonly inTitle: boolean;
}

const NOTHING: Weight = { weight: 0, inTitle: false };

/** What to look a stem up by. */
export function profileKey(stem: string): string {
  return ` ${stem}=`;
}

export function weightIn(profile: string, key: string): Weight {
  const at = profile.indexOf(key);
  return at === -1 ? NOTHING : weightAt(profile, at + key.length);
}

/** What the stem weighs most, of those that begin so. */
export function weightOfBeginning(profile: string, beginning: string): Weight {
  let most = NOTHING;
  for (let at = profile.indexOf(` ${beginning}`); at !== -1; at = profile.indexOf(` ${beginning}`, at + 1)) {
    const found = weightAt(profile, profile.indexOf('=', at) + 1);
    if (found.weight > most.weight) most = found;
  }
  return most;
}

function weightAt(profile: string, at: number): Weight {
  const level = Number.parseInt(profile.charAt(at), 36);
  return { weight: level + 1, inTitle: level >= PLACES.title };
}
