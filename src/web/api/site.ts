import { z } from 'zod';
import { localized } from '../../config/settings.ts';
import { commitsById } from '../../store/history.ts';
import { wikiState } from '../../store/wiki-state.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { folderAddress } from '../../wiki/find-address.ts';
import { siteTitle } from '../../wiki/site.ts';
import { endonym } from '../chrome.ts';
import type { Context } from '../context.ts';
import { rfc3339 } from '../rfc3339.ts';
import { hasRegister } from './code/register-place.ts';
import { operation, operationAddress } from './operation.ts';
import { DESCRIPTION, DOCUMENTATION } from './place.ts';
import { dateTime, languageCode, string, url } from './values.ts';

const siteLanguage = z.object({
  code: languageCode,
  name: string('français').describe('What its speakers call it.'),
  title: string('Le wiki de l’atelier').describe('The title of the site in it.'),
  description: string('Ce que l’atelier sait.').nullable(),
  homeUrl: url('Its home page.', '/'),
});

export const site = z.object({
  url: url('The home page.', '/'),
  apiVersion: z.literal('1').describe('Grows when the API changes so that programs must.'),
  defaultLanguage: languageCode,
  languages: z.array(siteLanguage),
  licence: string('etalab-2.0').nullable().describe('SPDX identifier, when the settings name it.'),
  timeZone: string('Europe/Paris').describe('Of dates that name none (IANA).'),
  revision: z
    .object({
      commit: string('4f0c1d0b6c1f4d1b9c39a1d2e7d8a5b4c3f2e1d0'),
      committedAt: dateTime('When it was committed'),
    })
    .nullable()
    .describe('The commit that is shown; null when the wiki is empty.'),
  descriptionUrl: url('This API as OpenAPI has it.', '/-/openapi.json'),
  documentationUrl: url('The same, for people.', '/-/api'),
  resources: z
    .record(z.string(), z.string())
    .meta({ examples: [{ pages: 'https://wiki.example/-/api/v1/pages' }] })
    .describe('Where each list begins.'),
});

const RESOURCES = [
  'pages',
  'tables',
  'calendars',
  'events',
  'changes',
  'collections',
  'search',
  'findings',
  'lists',
];

/** `/`: the site as a whole, and where to go from there. */
export const getSite = operation({
  id: 'getSite',
  path: '',
  query: z.object({}),
  answer: site,
  async respond({ context }) {
    const { origin, site } = context;
    const { settings, defaultLanguage, languages } = site;
    const absolute = (path: string) => `${origin}${path}`;
    return {
      value: {
        url: absolute('/'),
        apiVersion: '1' as const,
        defaultLanguage,
        languages: languages.map((code) => ({
          code,
          name: endonym(code),
          title: siteTitle(site, code),
          description: settings.description === undefined ? null : localized(settings.description, code),
          homeUrl: absolute(encodeAddress(folderAddress('', code, site))),
        })),
        licence: settings.licence ?? null,
        timeZone: settings.timezone,
        revision: await revision(context),
        descriptionUrl: absolute(DESCRIPTION),
        documentationUrl: absolute(DOCUMENTATION),
        resources: Object.fromEntries(
          (await resourcesOf(context)).map((name) => [name, absolute(operationAddress(`/${name}`))]),
        ),
      },
    };
  },
});

/** Every list, those of the catalogues where there are such. */
async function resourcesOf(context: Context): Promise<readonly string[]> {
  return [
    ...RESOURCES,
    ...((await hasRegister(context)) ? ['code/repositories', 'code/accounts', 'code/organisations'] : []),
    ...(context.site.settings.software ? ['software', 'software/changes'] : []),
  ];
}

async function revision({ ask }: Context): Promise<{ commit: string; committedAt: string } | null> {
  const id = (await ask(wikiState))?.commit_id ?? '';
  const [commit] = await ask(commitsById, [id]);
  return commit ? { commit: id, committedAt: rfc3339(commit.committer_time) } : null;
}
