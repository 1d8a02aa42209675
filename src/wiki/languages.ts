import { nearestLanguages } from './trigrams.ts';

/** The two-letter codes of ISO 639-1, with the three-letter code (ISO 639-3) that the detection answers, where it knows it. */
const DETECTED: Readonly<Record<string, string>> = {
  ar: 'arb',
  be: 'bel',
  bg: 'bul',
  bn: 'ben',
  cs: 'ces',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  fa: 'pes',
  fr: 'fra',
  gu: 'guj',
  ha: 'hau',
  he: 'heb',
  hi: 'hin',
  hu: 'hun',
  id: 'ind',
  ig: 'ibo',
  it: 'ita',
  ja: 'jpn',
  jv: 'jav',
  kn: 'kan',
  ko: 'kor',
  mg: 'plt',
  ml: 'mal',
  mr: 'mar',
  my: 'mya',
  ne: 'nep',
  nl: 'nld',
  ny: 'nya',
  pa: 'pan',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  rw: 'kin',
  si: 'sin',
  so: 'som',
  sr: 'srp',
  su: 'sun',
  sv: 'swe',
  ta: 'tam',
  te: 'tel',
  th: 'tha',
  tl: 'tgl',
  tr: 'tur',
  uk: 'ukr',
  ur: 'urd',
  uz: 'uzn',
  vi: 'vie',
  yo: 'yor',
  zh: 'cmn',
  zu: 'zul',
};

/** Further codes that a file name may carry, which the detection does not know. */
const OTHERS = new Set(
  'af am az bo br bs ca co cy da dz eo et eu fi fo fy ga gd gl gn gv hr ht hy is iu ka kk kl km kw ky lb ln lo lt lv mi mk mn ms mt nb nn no oc ps qu rm sa sc se sg sk sl sm sn sq ss st sw tg ti tk tn tt ug wo xh yi'.split(
    ' ',
  ),
);

/** Whether a word is the code of a language (ISO 639-1). */
export function isLanguageCode(word: string): boolean {
  return Object.hasOwn(DETECTED, word) || OTHERS.has(word);
}

/** Below this a text says too little of its language. */
const MIN_DETECTABLE = 120;

/** Reading more costs more and changes no answer. */
const SAMPLE = 1_000;

/** The nearest two of the real pages in French, English and Italian are 0.02 apart. */
const MARGIN = 0.01;

/**
 * The language of a text among `candidates` (ISO 639-1 codes); undefined when the text is too short or two of them are
 * too near.
 */
export function detectLanguage(text: string, candidates: readonly string[]): string | undefined {
  const codes = candidates.flatMap((language) => DETECTED[language] ?? []);
  if (codes.length === 0 || text.length < MIN_DETECTABLE) return undefined;
  const [first, second] = nearestLanguages(text.slice(0, SAMPLE), codes);
  if (!first || (second && first[1] - second[1] < MARGIN)) return undefined;
  return candidates.find((language) => DETECTED[language] === first[0]);
}
