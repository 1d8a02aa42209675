import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

/** An invented repository, with its files by name. */
export interface InventedRepository {
  readonly id: number;
  readonly path: string;
  readonly owner: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly language: string | undefined;
  readonly topics: readonly string[];
  readonly stars: number;
  readonly forks: number;
  readonly watchers: number;
  readonly is: readonly string[];
  /** As forges write instants (RFC 3339). */
  readonly created: string;
  readonly changed: string;
  readonly files: Readonly<Record<string, string>>;
  readonly releases: readonly { readonly tag: string; readonly date: string }[];
}

export interface Forge {
  readonly host: string;
  readonly kind: 'forgejo' | 'gitlab';
  readonly accounts: readonly {
    readonly id: number;
    readonly login: string;
    readonly name: string;
    readonly description: string;
    readonly followers: number;
    readonly created: string;
  }[];
  readonly repositories: readonly InventedRepository[];
}

/** A repository as `depots.yml` says it. */
interface Said {
  readonly description?: string;
  readonly language?: string;
  readonly licence?: string;
  readonly topics?: readonly string[];
  readonly stars?: number;
  readonly forks?: number;
  readonly watchers?: number;
  readonly is?: readonly string[];
  readonly created: string;
  readonly changed: string;
  readonly has?: readonly string[];
  readonly npm?: Readonly<Record<string, string>>;
  readonly composer?: Readonly<Record<string, string>>;
  readonly go?: Readonly<Record<string, string>>;
  readonly cargo?: Readonly<Record<string, string | number>>;
  readonly gem?: Readonly<Record<string, string>>;
  readonly maven?: Readonly<Record<string, string>>;
  readonly pypi?: readonly string[];
  readonly releases?: Readonly<Record<string, string>>;
}

interface SaidForge {
  readonly kind: Forge['kind'];
  readonly accounts: Readonly<
    Record<string, { name: string; description: string; created: string; followers?: number }>
  >;
  readonly repositories: Readonly<Record<string, Said>>;
}

/** The forges of `depots.yml`. */
export function inventedForges(): readonly Forge[] {
  const source = readFileSync(new URL('depots.yml', import.meta.url), 'utf8');
  return Object.entries(parse(source) as Record<string, SaidForge>).map(([host, said]) => ({
    host,
    kind: said.kind,
    accounts: Object.entries(said.accounts).map(([login, account], at) => ({
      ...account,
      id: at + 1,
      login,
      followers: account.followers ?? 0,
      created: instant(account.created),
    })),
    repositories: Object.entries(said.repositories).map(([path, one], at) =>
      repositoryOf(`https://${host}/${path}`, path, at + 1, one),
    ),
  }));
}

function repositoryOf(address: string, path: string, id: number, said: Said): InventedRepository {
  const [owner = '', name = ''] = path.split('/');
  return {
    id,
    path,
    owner,
    name,
    description: said.description,
    language: said.language,
    topics: said.topics ?? [],
    stars: said.stars ?? 0,
    forks: said.forks ?? 0,
    watchers: said.watchers ?? 0,
    is: said.is ?? [],
    created: instant(said.created),
    changed: instant(said.changed),
    files: { ...proseOf(name, said), ...metadataOf(address, name, said), ...manifestsOf(name, said) },
    releases: Object.entries(said.releases ?? {}).map(([tag, date]) => ({ tag, date: instant(date) })),
  };
}

function instant(day: string): string {
  return `${day}T08:00:00Z`;
}

function proseOf(name: string, { description, licence, has = [] }: Said): Record<string, string> {
  return {
    ...(has.includes('readme') && { 'README.md': `# ${name}\n\n${description ?? ''}.\n` }),
    ...(has.includes('contributing') && { 'CONTRIBUTING.md': '# Contribuer\n\nUn message suffit.\n' }),
    ...(has.includes('changelog') && { 'CHANGELOG.md': '# Changements\n' }),
    ...(has.includes('security') && { 'SECURITY.md': '# Signaler une faille\n' }),
    ...(has.includes('reuse') && { 'REUSE.toml': 'version = 1\n' }),
    ...(has.includes('ci') && { '.gitlab-ci.yml': 'test:\n  script: make test\n' }),
    ...(licence !== undefined && { LICENSE: `SPDX-License-Identifier: ${licence}\n` }),
  };
}

function metadataOf(address: string, name: string, said: Said): Record<string, string> {
  const { description = '', licence, changed, has = [] } = said;
  const publiccode = {
    publiccodeYmlVersion: '0.5.0',
    name,
    url: `${address}.git`,
    softwareVersion: Object.keys(said.releases ?? {})[0] ?? '1.0',
    releaseDate: changed,
    platforms: ['web'],
    developmentStatus: 'stable',
    softwareType: 'standalone/web',
    description: {
      fr: {
        shortDescription: description,
        longDescription: `${description}. `.repeat(Math.ceil(160 / (description.length + 2))).trim(),
        features: ['Ce que son nom annonce'],
      },
    },
    legal: { license: licence },
    maintenance: { type: 'internal', contacts: [{ name: 'Maëlle Kerdoncuff' }] },
    localisation: { localisationReady: true, availableLanguages: ['fr'] },
  };
  return {
    ...(has.includes('publiccode') && { 'publiccode.yml': stringify(publiccode) }),
    ...(has.includes('codemeta') && {
      'codemeta.json': JSON.stringify({
        '@context': 'https://w3id.org/codemeta/3.0',
        '@type': 'SoftwareSourceCode',
        name,
        description,
        license: `https://spdx.org/licenses/${licence}`,
      }),
    }),
    ...(has.includes('citation') && {
      'CITATION.cff': stringify({
        'cff-version': '1.2.0',
        message: 'Citez-nous',
        title: name,
        authors: [{ name: 'Agence de santé des îles' }],
      }),
    }),
  };
}

function manifestsOf(name: string, said: Said): Record<string, string> {
  const { npm, composer, pypi, go, cargo, gem, maven } = said;
  const lines = (of: Readonly<Record<string, unknown>>, line: (key: string, version: string) => string) =>
    Object.entries(of).map(([key, version]) => `${line(key, String(version))}\n`);
  return {
    ...(npm && { 'package.json': JSON.stringify({ name, dependencies: npm }) }),
    ...(composer && { 'composer.json': JSON.stringify({ name: `morvaine/${name}`, require: composer }) }),
    ...(pypi && { 'requirements.txt': `${pypi.join('\n')}\n` }),
    ...(go && {
      'go.mod': `module ${name}\n\n${lines(go, (key, version) => `require ${key} ${version}`).join('')}`,
    }),
    ...(cargo && {
      'Cargo.toml': `[package]\nname = "${name}"\n\n[dependencies]\n${lines(cargo, (key, version) => `${key} = "${version}"`).join('')}`,
    }),
    ...(gem && { Gemfile: lines(gem, (key, version) => `gem '${key}', '${version}'`).join('') }),
    ...(maven && {
      'pom.xml': `<project><dependencies>${lines(maven, (key, version) => {
        const [group, artifact] = key.split(':');
        return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
      }).join('')}</dependencies></project>`,
    }),
  };
}
