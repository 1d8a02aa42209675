/** Languages that ISO 639-2 gives three letters and BCP 47 two (RFC 5646, section 2.2.1): what 0.1 wrote, and since. */
const TWO_LETTERS: Readonly<Record<string, string>> = {
  bul: 'bg',
  ces: 'cs',
  cze: 'cs',
  dan: 'da',
  deu: 'de',
  dut: 'nl',
  ell: 'el',
  eng: 'en',
  est: 'et',
  fin: 'fi',
  fra: 'fr',
  fre: 'fr',
  ger: 'de',
  gle: 'ga',
  gre: 'el',
  hrv: 'hr',
  hun: 'hu',
  ita: 'it',
  lav: 'lv',
  lit: 'lt',
  mlt: 'mt',
  nld: 'nl',
  pol: 'pl',
  por: 'pt',
  ron: 'ro',
  rum: 'ro',
  slk: 'sk',
  slo: 'sk',
  slv: 'sl',
  spa: 'es',
  swe: 'sv',
};

export function twoLetterLanguage(code: string): string | undefined {
  return TWO_LETTERS[code.toLowerCase()];
}
