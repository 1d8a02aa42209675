import { z } from 'zod';
import { day, webAddress } from './fields.ts';
import { inOrder, type Reading } from './finding.ts';
import { readYamlMap } from './yaml-map.ts';

/** A project that somebody looked at and recommends. */
export interface Remarkable {
  readonly url: string;
  readonly branch: string | undefined;
  readonly added: string | undefined;
  /** When somebody last installed it, to see whether that works. */
  readonly tested: string | undefined;
  readonly line: number;
}

const remarkable = z
  .strictObject({
    default_branch: z.string().min(1).optional(),
    added: day.optional(),
    latestTestedInstallationDate: day.optional(),
  })
  .nullable();

/** Reads remarkable projects, in the format of code.gouv.fr's `awesome-codegouvfr.yml`. */
export function readRemarkable(source: string): Reading<readonly Remarkable[]> {
  const { value: entries, findings } = readYamlMap(source, remarkable);
  const wrong = entries.filter(({ key }) => !webAddress.safeParse(key).success);
  return {
    value: entries
      .filter((entry) => !wrong.includes(entry))
      .map(({ key, line, value }) => ({
        url: key,
        branch: value?.default_branch,
        added: value?.added,
        tested: value?.latestTestedInstallationDate,
        line,
      })),
    findings: inOrder([
      ...findings,
      ...wrong.map(({ key, at }) => ({ ...at(), message: `${key}: is not the address of a repository` })),
    ]),
  };
}
