import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '../../src/config/settings.ts';
import { listsOf } from '../../src/mail/list.ts';
import { browsedRegister } from './browsed-register.ts';
import { example } from './example.ts';
import { type Files, repository } from './git.ts';
import { holding } from './held.ts';
import { LIST_FILES, mail, servedList } from './mail.ts';
import { cloneOf } from './proposing.ts';
import { type Served, served } from './served.ts';
import { catalogue } from './software.ts';
import { CONVERSATION } from './thread.ts';

/** A page of one kind, in French and in English; its languages are what its interface speaks. */
export interface Kind {
  readonly name: string;
  readonly fr: string;
  readonly en: string;
}

/** One page of every kind that the example has. */
export const exampleKinds: readonly Kind[] = [
  { name: 'home', fr: '/', en: '/en/' },
  {
    name: 'every block of a page',
    fr: '/guides/ecrire-dans-ce-wiki',
    en: '/en/guides/ecrire-dans-ce-wiki',
  },
  { name: 'page', fr: '/politique/faq', en: '/en/politique/faq' },
  { name: 'stale translation', fr: '/guides/choisir-une-licence', en: '/en/guides/choisir-une-licence' },
  { name: 'untranslated page', fr: '/groupes/partners', en: '/en/politique/pratique' },
  { name: 'draft', fr: '/guides/organiser-un-atelier', en: '/en/guides/organiser-un-atelier' },
  { name: 'folder', fr: '/2026/', en: '/en/2026/' },
  { name: 'folder of files', fr: '/docs/', en: '/en/docs/' },
  {
    name: 'history',
    fr: '/-/history/guides/publier-son-code.md',
    en: '/-/history/guides/publier-son-code.md?lang=en',
  },
  { name: 'recent changes', fr: '/-/recent', en: '/-/recent?lang=en' },
  { name: 'tree', fr: '/-/tree/docs/', en: '/-/tree/docs/?lang=en' },
  {
    name: 'blame',
    fr: '/-/blame/politique/faq.md',
    en: '/-/blame/politique/faq.md?lang=en',
  },
  {
    name: 'difference',
    fr: '/-/diff/guides/choisir-une-licence.md',
    en: '/-/diff/guides/choisir-une-licence.md?lang=en',
  },
  {
    name: 'difference of a source',
    fr: '/-/diff/guides/choisir-une-licence.md?view=source',
    en: '/-/diff/guides/choisir-une-licence.md?view=source&lang=en',
  },
  {
    name: 'difference side by side',
    fr: '/-/diff/guides/choisir-une-licence.md?view=split',
    en: '/-/diff/guides/choisir-une-licence.md?view=split&lang=en',
  },
  { name: 'difference of a table', fr: '/-/diff/logiciels.csv', en: '/-/diff/logiciels.csv?lang=en' },
  { name: 'difference of a calendar', fr: '/-/diff/reunions.ics', en: '/-/diff/reunions.ics?lang=en' },
  {
    name: 'difference of a picture',
    fr: '/-/diff/images/archipel.svg',
    en: '/-/diff/images/archipel.svg?lang=en',
  },
  { name: 'table', fr: '/-/table/logiciels.csv', en: '/-/table/logiciels.csv?lang=en' },
  { name: 'row', fr: '/-/table/logiciels.csv?row=2', en: '/-/table/logiciels.csv?row=2&lang=en' },
  {
    name: 'calendar',
    fr: '/-/calendar/reunions.ics?month=2026-03',
    en: '/-/calendar/reunions.ics?month=2026-03&lang=en',
  },
  { name: 'calendar of a folder', fr: '/-/calendar/', en: '/-/calendar/?lang=en' },
  {
    name: 'event',
    fr: '/-/calendar/reunions.ics?event=referents%40reunions.morvaine.example',
    en: '/-/calendar/reunions.ics?event=referents%40reunions.morvaine.example&lang=en',
  },
  { name: 'follow', fr: '/-/follow?page=politique/faq.md', en: '/-/follow?folder=guides&lang=en' },
  { name: 'collection', fr: '/-/collections/reports', en: '/-/collections/reports?lang=en' },
  { name: 'API', fr: '/-/api', en: '/-/api?lang=en' },
  { name: 'translations', fr: '/-/translations', en: '/-/translations?lang=en' },
  { name: 'checks', fr: '/-/checks', en: '/-/checks?lang=en' },
  { name: 'search', fr: '/-/search', en: '/-/search?lang=en' },
  { name: 'results of a search', fr: '/-/search?q=logiciel', en: '/-/search?q=software&lang=en' },
  {
    name: 'search without a result',
    fr: '/-/search?q=lisence&section=docs',
    en: '/-/search?q=lisence&section=docs&lang=en',
  },
  { name: 'catalogue of software', fr: '/-/software', en: '/-/software?lang=en' },
  {
    name: 'software by facets',
    fr: '/-/software?critical=yes&category=R%C3%A9seau',
    en: '/-/software?critical=yes&category=R%C3%A9seau&lang=en',
  },
  { name: 'software', fr: '/-/software/39', en: '/-/software/39?lang=en' },
  { name: 'withdrawn software', fr: '/-/software/owncloud', en: '/-/software/owncloud?lang=en' },
  {
    name: 'comparison of software',
    fr: '/-/software/compare?with=39&with=42&with=owncloud',
    en: '/-/software/compare?with=39&with=42&with=owncloud&lang=en',
  },
  { name: 'changes of the catalogue', fr: '/-/software/changes', en: '/-/software/changes?lang=en' },
  {
    name: 'support contract',
    fr: '/-/software/contracts/support',
    en: '/-/software/contracts/support?lang=en',
  },
  { name: 'trainings', fr: '/-/software/trainings', en: '/-/software/trainings?lang=en' },
  { name: 'not found', fr: '/guides/publier-son-cod', en: '/en/guides/publier-son-cod' },
  { name: 'deleted', fr: '/guides/comparatif-des-forges', en: '/en/guides/comparatif-des-forges' },
];

const LIST = '/-/lists/contributions/';

const ATTACHED = mail({
  id: 'devis@partners.example',
  subject: `Devis : ${'un-objet-que-rien-ne-coupe-'.repeat(5)}`,
  headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b"'],
  body: `--b
Content-Type: text/html; charset=utf-8

<p>Voici le <b>devis</b>.</p>
--b
Content-Type: application/pdf
Content-Disposition: attachment; filename="${'devis-d-hebergement-'.repeat(6)}.pdf"

%PDF
--b--
`,
});

const WITH_EMPTY_LIST: Files = {
  ...LIST_FILES,
  'greffe.yml': `${LIST_FILES['greffe.yml']}  annonces:
    address: annonces@office.example
    title: { fr: Annonces, en: Announcements }
`,
};

/** Pages of mailing lists, on a site of their own. */
export const listKinds: readonly Kind[] = [
  ['lists', '/-/lists/'],
  ['list', LIST],
  ['results of a search of a list', `${LIST}?q=licence`],
  ['search of a list without result', `${LIST}?q=introuvable`],
  ['message', `${LIST}question@office.example/`],
  ['patch', `${LIST}20260312-patch-1@office.example/`],
  ['message with an attachment', `${LIST}devis@partners.example/`],
  ['list without a message', '/-/lists/annonces/'],
  ['thread by reply', `${LIST}question@office.example/t/`],
  ['thread by date', `${LIST}question@office.example/T/`],
  ['subscribing to a list', `${LIST}subscribe`],
  ['leaving a list', `${LIST}unsubscribe`],
  ['following by mail', '/-/follow/mail?path=/'],
  ['link that is no longer good', '/-/confirm/none'],
  ['contributing', '/-/contribute?page=index.md'],
].map(([name = '', address = '']) => ({
  name,
  fr: address,
  en: `${address}${address.includes('?') ? '&' : '?'}lang=en`,
}));

/** Pages of a commit, whose addresses hold its id. */
export function pastKinds(commit: string): readonly Kind[] {
  const kind = (name: string, address: string): Kind => ({
    name,
    fr: address,
    en: `${address}${address.includes('?') ? '&' : '?'}lang=en`,
  });
  return [
    kind('commit', `/-/commit/${commit}`),
    kind('former page', `/-/version/politique/faq.md?at=${commit}`),
    kind('former table', `/-/version/logiciels.csv?at=${commit}`),
    kind('former calendar', `/-/version/reunions.ics?at=${commit}`),
    kind('former files', `/-/tree/?at=${commit}`),
  ];
}

/** Pages of the register, on a site of their own. */
export const registerKinds: readonly Kind[] = [
  ['repositories', ''],
  ['repositories of a search', '?language=Go&archived=yes'],
  ['repositories that are not', '?language=Cobol'],
  ['repository', '/repository/gitlab.example/ville-exemple/portailcitoyen'],
  ['repository that is missing', '/repository/gitlab.example/ville-exemple/vieux'],
  ['account', '/account/gitlab.example/ville-exemple'],
  ['organisations', '/organisations'],
  ['organisation', '/organisation/service'],
  ['offices', '/offices'],
  ['office', '/office/libre.ville.example'],
  ['licences', '/licences'],
  ['licence', '/licence/MIT'],
  ['language', '/language/Go'],
  ['forge', '/forge/gitlab.example'],
  ['topics', '/topics'],
  ['dependencies', '/dependencies'],
  ['dependency', '/dependencies/pkg:npm/vue'],
  ['remarkable projects', '/remarkable'],
  ['statistics', '/statistics'],
].map(([name = '', path = '']) => ({
  name,
  fr: `/-/code${path}`,
  en: `/-/code${path}${path.includes('?') ? '&' : '?'}lang=en`,
}));

/** What is served for the tests in a browser, closed by `await using`. */
export interface ServedKinds extends AsyncDisposable {
  readonly site: Served;
  /** The address of each kind, among which a wiki that is being prepared and one that fails. */
  addresses(language: 'fr' | 'en'): readonly { readonly name: string; readonly url: string }[];
}

/** Serves the example, a wiki before its first index, and one whose objects are lost. */
export async function servedKinds(): Promise<ServedKinds> {
  const site = await served(await example());
  await catalogue(site.wiki);
  await site.wiki.update();
  const past = pastKinds((await site.wiki.indexedCommit()) ?? '');
  const mailing = await servedList({ contributions: [...CONVERSATION, ATTACHED] }, WITH_EMPTY_LIST);
  const waiting = await holding(mailing, listsOf(readSettings(LIST_FILES['greffe.yml']).settings)[0]);
  const proposed = await servedProposal();
  const register = await browsedRegister();
  const preparing = await served({ 'index.md': '# Accueil' }, { indexed: false });
  const damaged = await repository({ 'index.md': '# Accueil', 'greffe.yml': 'languages: [fr, en]\n' });
  const failing = await served(damaged);
  await rm(join(damaged.path, 'objects'), { recursive: true });
  await mkdir(join(damaged.path, 'objects'));
  return {
    site,
    addresses: (language) => [
      ...[...exampleKinds, ...past].map((kind) => ({ name: kind.name, url: site.origin + kind[language] })),
      ...listKinds.map((kind) => ({ name: kind.name, url: mailing.origin + kind[language] })),
      ...registerKinds.map((kind) => ({ name: kind.name, url: register.site.origin + kind[language] })),
      { name: 'message that waits', url: `${mailing.origin}${waiting}?lang=${language}` },
      ...['', '1', '1/preview/index.md'].map((under) => ({
        name: under === '' ? 'proposals' : under === '1' ? 'proposal' : 'preview of a proposal',
        url: `${proposed.origin}/-/proposals/${under}?lang=${language}`,
      })),
      ...[
        ['form of a page', '/-/edit/index.md'],
        ['form of a table', '/-/edit/liste.csv'],
        ['form of a new page', '/-/edit/guides/nouveau.md'],
        ['file that is not edited', '/-/edit/image.png'],
        ['signing in', '/-/sign-in'],
        ['link to sign in that is no longer good', '/-/sign-in/aaaaaaaaaaaaaaaaaaaaaaaaaa'],
        ['members, for who may not see them', '/-/members'],
        ['contribution that nobody has', '/-/contribution/aaaaaaaaaaaaaaaaaaaaaaaaaa'],
      ].map(([name = '', path]) => ({ name, url: `${proposed.origin}${path}?lang=${language}` })),
      { name: 'preparing', url: `${preparing.origin}/` },
      { name: 'failure', url: `${failing.origin}/` },
    ],
    async [Symbol.asyncDispose]() {
      for (const one of [site, mailing, proposed, register, preparing, failing])
        await one[Symbol.asyncDispose]();
    },
  };
}

/** A site to whose list a patch came. */
async function servedProposal(): Promise<Served> {
  const wiki = await repository(LIST_FILES);
  const site = await servedList({}, wiki, { proposals: true });
  const clone = await cloneOf(wiki.path);
  await clone.commit('Accueillir mieux', {
    'index.md': '# Bureau du logiciel libre\n\nBienvenue à toutes et à tous.\n\n![](rien.png)\n',
    'liste.csv': 'nom,licence\nGreffe,EUPL-1.2\n',
  });
  await site.receive('contributions', await clone.mails());
  return site;
}
