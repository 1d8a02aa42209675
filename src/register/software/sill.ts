import { z } from 'zod';
import { Invalid } from '../../config/errors.ts';
import type { Similar } from '../../wiki/software-files/said-software.ts';
import { readDay, readLink, readWikidata } from '../../wiki/software-files/values.ts';

/** A software as a catalogue such as the SILL publishes it. */
export interface SillSoftware {
  readonly id: string | null;
  readonly name: string;
  readonly description: Readonly<Record<string, string>>;
  readonly licence: string | undefined;
  readonly minimumVersion: string | undefined;
  readonly since: string | undefined;
  readonly status: 'observation' | 'recommended' | 'withdrawn';
  readonly withdrawal:
    | { readonly on: string | null; readonly why: string | null; readonly lastVersion: string | null }
    | undefined;
  readonly isInContract: boolean | undefined;
  readonly isFromPublicService: boolean | undefined;
  readonly respectsRgaa: boolean | undefined;
  readonly wikidata: string | undefined;
  readonly homepage: string | undefined;
  readonly repository: string | undefined;
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly systems: readonly string[];
  readonly similar: readonly Similar[];
  readonly providers: readonly { readonly name: string; readonly url: string | null }[];
  readonly instances: readonly {
    readonly url: string;
    readonly audience: string | null;
    readonly operator: string | null;
  }[];
}

const text = z.string().trim().min(1).nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);
const texts = z.array(z.string()).nullish().catch(undefined);
const localized = z
  .union([z.string(), z.record(z.string(), z.string())])
  .nullish()
  .catch(undefined);
const someId = z.union([z.string(), z.number()]).transform(String);

/** An instant in milliseconds since 1970, or as it is written in ISO 8601. */
const instant = z.union([z.number(), z.string()]).nullish().catch(undefined);

const similar = z.object({
  wikidataId: text,
  externalId: text,
  label: localized,
  name: text,
  softwareName: text,
  isLibreSoftware: flag,
});

const provider = z.object({ name: z.string(), url: text, website: text, cnllUrl: text, cdlUrl: text });

const external = z
  .object({
    wikidataId: text,
    externalId: text,
    description: localized,
    websiteUrl: text,
    sourceUrl: text,
    license: text,
  })
  .nullish()
  .catch(undefined);

/** The members of `sill.json` and of what `/api/sill.json` gave over time; what is not known is passed over. */
const software = z.object({
  id: someId.nullish().catch(undefined),
  softwareId: someId.nullish().catch(undefined),
  name: text,
  softwareName: text,
  function: text,
  description: localized,
  softwareDescription: localized,
  license: text,
  licence: text,
  versionMin: text,
  softwareMinimalVersion: text,
  referencedSinceTime: instant,
  addedTime: instant,
  dereferencing: z
    .object({ reason: text, time: instant, lastRecommendedVersion: text })
    .nullish()
    .catch(undefined),
  isStillInObservation: flag,
  isPresentInSupportContract: flag,
  isFromFrenchPublicService: flag,
  doRespectRgaa: flag,
  prerogatives: z
    .object({ isPresentInSupportContract: flag, isFromFrenchPublicServices: flag, doRespectRgaa: flag })
    .partial()
    .nullish()
    .catch(undefined),
  wikidataId: text,
  externalId: text,
  softwareExternalData: external,
  wikidataSoftware: external,
  officialWebsiteUrl: text,
  codeRepositoryUrl: text,
  categories: texts,
  applicationCategories: texts,
  keywords: texts,
  softwareType: z
    .object({ type: z.string(), os: z.record(z.string(), z.boolean()).nullish() })
    .nullish()
    .catch(undefined),
  similarExternalSoftwares: z.array(similar).nullish().catch(undefined),
  similarSoftwares: z.array(similar).nullish().catch(undefined),
  annuaireCnllServiceProviders: z.array(provider).nullish().catch(undefined),
  serviceProviders: z.array(provider).nullish().catch(undefined),
  instances: z
    .array(z.object({ publicUrl: text, instanceUrl: text, targetAudience: text, organization: text }))
    .nullish()
    .catch(undefined),
});

/** Reads `sill.json`. Throws {@link Invalid} when it is no such file; what names no software is counted in `skipped`. */
export function readSill(source: string): {
  readonly software: readonly SillSoftware[];
  readonly skipped: number;
} {
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new Invalid('The file is not JSON.', 'Name the sill.json of a catalogue.', { cause });
  }
  const list = Array.isArray(value) ? value : (value as { catalog?: unknown } | null)?.catalog;
  if (!Array.isArray(list))
    throw new Invalid('The file is not a list of software.', 'Name the sill.json of a catalogue.');
  const read = list.flatMap((one) => {
    const parsed = software.safeParse(one);
    const made = parsed.success ? sillSoftware(parsed.data) : undefined;
    return made ? [made] : [];
  });
  return { software: read, skipped: list.length - read.length };
}

function sillSoftware(said: z.infer<typeof software>): SillSoftware | undefined {
  const name = said.name ?? said.softwareName;
  if (!name) return undefined;
  const outside = said.softwareExternalData ?? said.wikidataSoftware;
  const withdrawn = said.dereferencing;
  const os = said.softwareType?.os ?? {};
  const link = (...written: (string | null | undefined)[]) => right(readLink(written.find((one) => one)));
  const wikidata = [said.wikidataId, said.externalId, outside?.wikidataId, outside?.externalId].find(
    (one) => one,
  );
  return {
    id: said.id ?? said.softwareId ?? null,
    name: name.replace(/\s+/g, ' '),
    description: textsOf(
      said.description ?? said.softwareDescription ?? said.function ?? outside?.description,
    ),
    licence: said.license ?? said.licence ?? outside?.license ?? undefined,
    minimumVersion: said.versionMin ?? said.softwareMinimalVersion ?? undefined,
    since: dayOf(said.referencedSinceTime ?? said.addedTime),
    status: withdrawn ? 'withdrawn' : said.isStillInObservation ? 'observation' : 'recommended',
    withdrawal: withdrawn
      ? {
          on: dayOf(withdrawn.time) ?? null,
          why: withdrawn.reason ?? null,
          lastVersion: withdrawn.lastRecommendedVersion ?? null,
        }
      : undefined,
    isInContract:
      said.isPresentInSupportContract ?? said.prerogatives?.isPresentInSupportContract ?? undefined,
    isFromPublicService:
      said.isFromFrenchPublicService ?? said.prerogatives?.isFromFrenchPublicServices ?? undefined,
    respectsRgaa: said.doRespectRgaa ?? said.prerogatives?.doRespectRgaa ?? undefined,
    wikidata: right(readWikidata(wikidata)),
    homepage: link(said.officialWebsiteUrl, outside?.websiteUrl),
    repository: link(said.codeRepositoryUrl, outside?.sourceUrl),
    categories: said.categories ?? said.applicationCategories ?? [],
    keywords: said.keywords ?? [],
    systems: Object.keys(os).filter((system) => os[system] === true),
    similar: (said.similarExternalSoftwares ?? said.similarSoftwares ?? []).flatMap((one) => {
      const label = one.name ?? one.softwareName ?? Object.values(textsOf(one.label))[0];
      return label
        ? [
            {
              name: label,
              free: one.isLibreSoftware ?? null,
              wikidata: right(readWikidata(one.wikidataId ?? one.externalId)) ?? null,
            },
          ]
        : [];
    }),
    providers: [...(said.annuaireCnllServiceProviders ?? []), ...(said.serviceProviders ?? [])].map(
      (one) => ({
        name: one.name,
        url: link(one.url, one.website, one.cnllUrl, one.cdlUrl) ?? null,
      }),
    ),
    instances: (said.instances ?? []).flatMap(({ publicUrl, instanceUrl, targetAudience, organization }) => {
      const url = link(publicUrl, instanceUrl);
      return url === undefined
        ? []
        : [{ url, audience: targetAudience ?? null, operator: organization ?? null }];
    }),
  };
}

function right<T>(read: T | undefined | 'wrong'): T | undefined {
  return read === 'wrong' ? undefined : read;
}

/** A text in no language is in French: that is what the SILL is in. */
function textsOf(
  value: string | Readonly<Record<string, string>> | null | undefined,
): Record<string, string> {
  if (typeof value === 'string') return value.trim() === '' ? {} : { fr: value.trim() };
  return { ...value };
}

function dayOf(time: number | string | null | undefined): string | undefined {
  if (typeof time === 'string') return right(readDay(time));
  if (typeof time !== 'number' || Math.abs(time) > 8.64e15) return undefined;
  return new Date(time).toISOString().slice(0, 10);
}
