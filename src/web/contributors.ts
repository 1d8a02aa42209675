import type { Version } from '../store/history.ts';

/** Somebody who wrote versions of a file; times are seconds since 1970. */
export interface Contributor {
  readonly name: string;
  readonly versions: number;
  readonly first: number;
  readonly last: number;
}

/** Who wrote these versions, newest first: those who wrote most before. An e-mail address tells people apart, whatever their name. */
export function contributorsOf(versions: readonly Version[]): Contributor[] {
  const people = Map.groupBy(versions, ({ author_email, author_name }) =>
    (author_email || author_name).toLowerCase(),
  );
  return [...people.values()]
    .map((own) => {
      const times = own.map(({ author_time }) => author_time);
      return {
        name: (own[0] as Version).author_name,
        versions: own.length,
        first: times.reduce((a, b) => Math.min(a, b)),
        last: times.reduce((a, b) => Math.max(a, b)),
      };
    })
    .sort((a, b) => b.versions - a.versions || b.last - a.last || a.name.localeCompare(b.name));
}
