import type { SaidAccount, SaidRepository } from '../../src/register/record.ts';
import { Register } from '../../src/register/register.ts';
import { registerContext } from '../../src/register/register-context.ts';
import { type Engine, placeOn, usualEngine } from './engines.ts';
import type { Files } from './git.ts';
import { said } from './register.ts';
import { type Served, served } from './served.ts';

/** Files of a wiki with a register: a town, its service, an office, what it recommends. */
export const REGISTER_WIKI: Files = {
  'index.md': '# Accueil',
  'index.en.md': '# Home',
  'greffe.yml': `languages: [fr, en]
register:
  accounts: comptes.yml
  organisations: orgs.yml
  offices: missions.yml
  remarkable: remarquables.yml
  platforms: forges.csv
`,
  'comptes.yml': `gitlab.example:
  forge: gitlab
  owners:
    ville-exemple: { pso_id: service, floss_policy: 'https://ville.example/politique' }
    sans-nom: { pso_id: 2b8f1d70-0000-4000-8000-000000000001 }
`,
  'orgs.yml': 'ville: La Ville\nservice: { name: Le Service, parent: ville }\n',
  'missions.yml': `https://libre.ville.example/:
  name: Mission libre de la Ville
  description: { fr: Aide les services., en: Helps services. }
  country: FR
  email: libre@ville.example
  created: 2021-11-08
  pso_id: service
  code: ['https://gitlab.example/ville-exemple']
`,
  'remarquables.yml': `https://gitlab.example/ville-exemple/portailCitoyen:
  added: 2024-01-02
  latestTestedInstallationDate: 2024-02-03
https://gitlab.example/ailleurs/inconnu:
`,
  'forges.csv': 'domain_name,platform\ngithub.com,github\n',
};

/** Repositories of which everything is known, of one nothing but its address. */
export const REGISTER_CODE: readonly SaidRepository[] = [
  said('portailCitoyen', {
    id: '1',
    description: 'Démarches des citoyens & <b>services</b>',
    default_branch: 'main',
    language: 'Java',
    license: 'MIT License',
    spdx_id: 'MIT',
    stars_count: 12,
    forks_count: 3,
    topics: ['Mairie', 'C & co'],
    is_fork: false,
    is_archived: false,
    has_readme: true,
    files_read_at: '1 2024-05-06T07:08:09Z',
    has_contributing: true,
    has_changelog: false,
    has_publiccode: true,
    has_security: false,
    has_ci: true,
    readme_excerpt: 'Le portail des <citoyens>.',
    swhid: 'swh:1:snp:0123456789abcdef0123456789abcdef01234567',
    software_heritage_exists: true,
    creation_date: '2020-01-01T00:00:00Z',
    last_update: '2024-05-06T07:08:09Z',
    publiccode: {
      version: '0.4',
      name: 'Portail citoyen',
      url: null,
      landing_url: null,
      short_descriptions: { fr: 'Le portail.', en: 'The portal.' },
      software_version: '2.0',
      release_date: '2024-04-01',
      maintenance_type: 'internal',
      development_status: 'stable',
      software_type: 'standalone/web',
      categories: [],
    },
    publiccode_findings: {
      errors: 1,
      warnings: 0,
      notes: 0,
      list: [
        { rule: 'not-a-date', severity: 'error', line: 7, column: 3, key: 'releaseDate', found: 'hier' },
      ],
    },
    releases: [
      { tag: 'v2.0', name: 'Deux', date: '2024-04-01T10:00:00Z', url: 'https://gitlab.example/v2' },
      { tag: 'v1.0', name: null, date: '2023-04-01T10:00:00Z', url: null },
    ],
    last_release: '2024-04-01T10:00:00Z',
    dependencies: {
      direct: ['pkg:npm/%40ville/carte@1.2.0', 'pkg:npm/vue@3.4.0'],
      indirect: [],
      unknown: [],
      count: 2,
    },
  }),
  said('carte', {
    description: 'Une carte',
    language: 'Go',
    license: 'Maison',
    is_fork: true,
    stars_count: 40,
    repository_url: 'https://github.com/ailleurs/carte',
    platform: 'GitHub',
    creation_date: '2022-03-04T00:00:00Z',
    dependencies: { direct: ['pkg:npm/vue@2.7.0'], indirect: [], unknown: [], count: 1 },
  }),
  said('vieux', {
    language: 'Go',
    is_archived: true,
    missing: { last_seen: '2023-06-07T00:00:00Z', reason: 'not-listed', days: 3, day: '2023-06-10' },
  }),
  said('nu', { repository_url: 'https://gitlab.example/sans-nom/nu' }),
];

export const REGISTER_ACCOUNTS: readonly SaidAccount[] = [
  {
    login: 'ville-exemple',
    name: 'Ville d’Exemple',
    organization_url: 'https://gitlab.example/groups/ville-exemple',
    platform: 'GitLab',
    followers_count: 1_234,
  },
  {
    login: 'sans-nom',
    name: 'Équipe sans nom',
    organization_url: 'https://gitlab.example/groups/sans-nom',
    platform: 'GitLab',
  },
];

export interface BrowsedRegister extends AsyncDisposable {
  readonly site: Served;
  /** Records this beside what is there. */
  readonly record: (
    repositories: readonly SaidRepository[],
    accounts?: readonly SaidAccount[],
  ) => Promise<void>;
}

/** Serves a wiki with a register in which there is this. */
export async function browsedRegister({
  engine,
  files = REGISTER_WIKI,
  repositories = REGISTER_CODE,
  accounts = REGISTER_ACCOUNTS,
}: {
  readonly engine?: Engine;
  readonly files?: Files;
  readonly repositories?: readonly SaidRepository[];
  readonly accounts?: readonly SaidAccount[];
} = {}): Promise<BrowsedRegister> {
  const place = await (engine ? engine.place() : placeOn(usualEngine()));
  const site = await served(files, { place });
  const register = await Register.open(place.dataFolder, site.wiki.database);
  const record: BrowsedRegister['record'] = async (repositories, accounts = []) => {
    const { reader } = site.wiki.database;
    const wiki = await site.wiki.site();
    if (!wiki) throw new Error('The wiki has no index');
    const context = await registerContext(reader, site.wiki.objects, wiki);
    await register.record(
      context,
      { repositories, accounts },
      { message: () => 'Import', time: 1_700_000_000 },
    );
    await site.wiki.update();
  };
  await record(repositories, accounts);
  return {
    site,
    record,
    async [Symbol.asyncDispose]() {
      register.close();
      await site[Symbol.asyncDispose]();
    },
  };
}
