import type { Software } from './software.ts';

const SYSTEMS = ['windows', 'linux', 'mac', 'android', 'ios'];

/** A software as `sill.json` has it: what `readSill` reads. */
export function sillObject(software: Software): Readonly<Record<string, unknown>> {
  const systems = (software.systems ?? []).map((system) => system.toLowerCase().replace('macos', 'mac'));
  const { withdrawal, status } = software;
  const description = software.descriptions.fr ?? Object.values(software.descriptions)[0] ?? '';
  return {
    id: software.sill ?? software.id ?? software.key,
    name: software.name,
    description,
    referencedSinceTime: timeOf(software.since),
    ...(status === 'withdrawn' && {
      dereferencing: {
        ...(withdrawal?.why && { reason: withdrawal.why }),
        time: timeOf(withdrawal?.on ?? undefined),
        ...(withdrawal?.lastVersion && { lastRecommendedVersion: withdrawal.lastVersion }),
      },
    }),
    isStillInObservation: status === 'observation',
    isPresentInSupportContract: software.contracts.length > 0,
    license: software.licence ?? '',
    versionMin: software.minimumVersion ?? '',
    categories: software.category === undefined ? [] : [software.category],
    keywords: [],
    softwareType: systems.some((system) => SYSTEMS.includes(system))
      ? {
          type: 'desktop/mobile',
          os: Object.fromEntries(SYSTEMS.map((system) => [system, systems.includes(system)])),
        }
      : { type: 'stack' },
    softwareExternalData: {
      ...(software.wikidata !== undefined && { externalId: software.wikidata }),
      description: software.descriptions,
      websiteUrl: software.homepage ?? null,
      sourceUrl: software.repository ?? null,
      license: software.licence ?? null,
    },
    similarExternalSoftwares: software.similar.map(({ name, free, wikidata }) => ({
      ...(wikidata !== null && { externalId: wikidata }),
      label: name,
      isLibreSoftware: free,
    })),
    serviceProviders: software.providers.map(({ name, url }) => ({ name, ...(url !== null && { url }) })),
    instances: software.instances.map(({ url, audience, operator }) => ({
      publicUrl: url,
      targetAudience: audience ?? '',
      organization: operator ?? '',
    })),
  };
}

function timeOf(day: string | undefined): number | null {
  const time = Date.parse(day ?? '');
  return Number.isNaN(time) ? null : time;
}
