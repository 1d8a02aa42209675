import { z } from 'zod';
import type { Connector } from './source.ts';
import { isWebAddress } from './wikidata.ts';

const listed = z.object({
  nom: z.string(),
  sill_id: z.union([z.number(), z.string()]).nullish(),
  prestataires: z.array(z.object({ nom: z.string(), url: z.string().nullish().catch(null) })).default([]),
});

/** The directory of the CNLL: which companies offer services for which software, all at once. */
export const cnll: Connector = {
  url: 'https://annuaire.cnll.fr/api/prestataires-sill.json',
  subjects: () => [''],
  address: (url) => url,
  read: (value) =>
    z
      .array(z.unknown())
      .parse(value)
      .flatMap((one) => {
        const read = listed.safeParse(one);
        if (!read.success) return [];
        const { nom, sill_id, prestataires } = read.data;
        return [
          {
            name: nom,
            sill: sill_id === null || sill_id === undefined ? undefined : String(sill_id),
            said: {
              providers: prestataires.map((provider) => ({
                name: provider.nom,
                url: provider.url && isWebAddress(provider.url) ? provider.url : null,
              })),
            },
          },
        ];
      }),
};
