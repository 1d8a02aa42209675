import { z } from 'zod';
import { day, organisationId, someOrganisation, webAddress } from './fields.ts';
import { inOrder, type Reading } from './finding.ts';
import { readYamlMap } from './yaml-map.ts';

/** A free-software office (OSPO). */
export interface Office {
  readonly url: string;
  readonly name: string;
  /** One text for all, or one a language. */
  readonly description: string | Readonly<Record<string, string>> | undefined;
  readonly country: string | undefined;
  readonly email: string | undefined;
  readonly created: string | undefined;
  readonly organisation: string | undefined;
  readonly policy: string | undefined;
  /** Where its code is. */
  readonly code: readonly string[];
  readonly line: number;
}

const office = z.strictObject(
  {
    name: z.string().min(1),
    description: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'is not a country of two letters such as FR')
      .optional(),
    email: z.email('is not a mail address').optional(),
    created: day.optional(),
    pso_id: organisationId.optional(),
    floss_policy: webAddress.optional(),
    code: z.array(webAddress, 'is not a list of addresses').default([]),
  },
  'is not a map with the key name',
);

/** Reads free-software offices, in the format of code.gouv.fr's `fr-public-sector-ospo.yml`. */
export function readOffices(source: string): Reading<readonly Office[]> {
  const { value: entries, findings } = readYamlMap(source, office);
  const wrong = entries.filter(({ key }) => !webAddress.safeParse(key).success);
  const right = entries.filter((entry) => !wrong.includes(entry));
  return {
    value: right.map(({ key, line, value }) => ({
      url: key,
      name: value.name,
      description: value.description,
      country: value.country,
      email: value.email,
      created: value.created,
      organisation: someOrganisation(value.pso_id),
      policy: value.floss_policy,
      code: value.code,
      line,
    })),
    findings: inOrder([
      ...findings,
      ...wrong.map(({ key, at }) => ({ ...at(), message: `${key}: is not the address of an office` })),
    ]),
  };
}
