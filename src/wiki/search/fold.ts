/** Letters that are two, or that Unicode does not take apart into a letter and its mark. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Marks of accents, what is invisible, and what NFKD parts letters and numbers with: `⑴` is `(1)`, `½` is `1⁄2`. */
const NO_LETTERS = /[\u0300-\u036f\u00ad\u200b-\u200d ().,\u00b7\u2044]/g;

/**
 * A word without case, accents and ligatures: `Œuvré` is `oeuvre`. The marks of scripts other than Latin, Greek and
 * Cyrillic are letters of their own, and stay.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(NO_LETTERS, '')
    .normalize('NFC')
    .replace(LETTER, (letter) => LETTERS[letter] as string);
}
