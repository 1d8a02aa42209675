import { z } from 'zod';
import type { SoftwareDeclarationTable } from '../../../store/software-tables.ts';
import { string } from '../values.ts';

const person = z.object({
  kind: z.enum(['user', 'referent']).describe('Whether they use it, or can help with it.'),
  name: string('Camille Exemple').nullable(),
  organisation: string('Archives de Morvaine').nullable(),
  purpose: string('Les sauvegardes').nullable(),
  version: string('8.1').nullable(),
});

/** Who said that they use a software: everybody is counted, and told what each chose to be public. Addresses never are. */
export const declared = {
  userCount: z.int().describe('How many said that they use it.'),
  referentCount: z.int().describe('How many said that they can help with it.'),
  people: z.array(person).describe('Of those, who chose to be named, by what they chose to show.'),
};

export function declaredOf(all: readonly SoftwareDeclarationTable[]) {
  const count = (kind: SoftwareDeclarationTable['kind']) => all.filter((one) => one.kind === kind).length;
  return { userCount: count('user'), referentCount: count('referent'), people: all.flatMap(shown) };
}

function shown(one: SoftwareDeclarationTable): z.infer<typeof person>[] {
  const { kind, shows_name, shows_organisation } = one;
  if (shows_name !== 1 && shows_organisation !== 1) return [];
  const text = (shows: number, written: string) => (shows === 1 && written !== '' ? written : null);
  return [
    {
      kind,
      name: text(shows_name, one.name),
      organisation: text(shows_organisation, one.organisation),
      purpose: text(shows_organisation, one.purpose),
      version: text(shows_organisation, one.version),
    },
  ];
}
