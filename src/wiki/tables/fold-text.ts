const MARKS = /\p{M}+/gu;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };
const LIGATURE = /[œæßøłđ]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u3000]/g;

/**
 * A text as it is compared when searching and sorting: no case, no accents, ligatures parted, one kind of apostrophe
 * and of space.
 */
export function foldText(text: string): string {
  // A text of a whole column has millions of characters, and a hundred or so that are not ASCII.
  const folded = new Map<string, string>();
  return text.toLowerCase().replace(/[^\0-_a-\x7f]+/g, (run) => {
    const known = folded.get(run);
    if (known !== undefined) return known;
    const plain = foldRun(run);
    folded.set(run, plain);
    return plain;
  });
}

function foldRun(run: string): string {
  return run
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(LIGATURE, (letter) => LIGATURES[letter] as string)
    .replace(APOSTROPHES, "'")
    .replace(SPACES, ' ');
}
