import { Analyser } from './analyse.ts';

/** An analyser for each language that texts are in. */
export class Analysers {
  readonly #analysers = new Map<string, Analyser>();

  of(language: string): Analyser {
    const known = this.#analysers.get(language) ?? new Analyser(language);
    known.forgetSome();
    this.#analysers.set(language, known);
    return known;
  }
}
