import { z } from 'zod';
import type { Connector } from './source.ts';
import { isWebAddress } from './wikidata.ts';

const address = z.string().nullish().catch(null);

/** What names something elsewhere; an empty list where there is nothing. */
const elsewhere = <T extends z.ZodType>(shape: T) => shape.nullish().catch(null);

const listed = z.object({
  name: z.string(),
  url: address,
  licence: z.string().nullish().catch(null),
  external_resources: z
    .object({
      website: address,
      repository: address,
      wikidata: elsewhere(z.object({ id: z.string() })),
      sill: elsewhere(z.object({ id: z.number() })),
    })
    .partial()
    .default({}),
  providers: z
    .array(
      z.object({
        name: z.string(),
        external_resources: z.object({ website: address }).partial().default({}),
      }),
    )
    .default([]),
});

/** The Comptoir du Libre, by its export: all software at once. */
export const comptoirDuLibre: Connector = {
  url: 'https://comptoir-du-libre.org/public/export/comptoir-du-libre_export_v1.json',
  subjects: () => [''],
  address: (url) => url,
  read(value) {
    const { softwares } = z.object({ softwares: z.array(z.unknown()) }).parse(value);
    return softwares.flatMap((one) => {
      const read = listed.safeParse(one);
      if (!read.success) return [];
      const { name, url, licence, external_resources: also, providers } = read.data;
      return [
        {
          name,
          page: web(url),
          wikidata: also.wikidata?.id,
          sill: also.sill?.id === undefined ? undefined : String(also.sill.id),
          said: {
            licence: licence || undefined,
            homepage: web(also.website),
            repository: web(also.repository),
            wikidata: also.wikidata?.id,
            providers: providers.map((provider) => ({
              name: provider.name,
              url: web(provider.external_resources.website) ?? null,
            })),
          },
        },
      ];
    });
  },
};

function web(text: string | null | undefined): string | undefined {
  return text && isWebAddress(text) ? text : undefined;
}
