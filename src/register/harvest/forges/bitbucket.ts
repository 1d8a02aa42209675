import { z } from 'zod';
import { codeAddress } from '../../address.ts';
import type { SaidRepository } from '../../record.ts';
import { ForgeFault } from '../fault.ts';
import { encodePath, noFiles } from '../files/contents-api.ts';
import type { ListedFile } from '../files/repository-files.ts';
import type { ForgeAnswer } from '../forge-answer.ts';
import { listedPages } from '../listed-pages.ts';
import type { Connector, ForgePlace } from './connector.ts';
import { count, flag, instant, text } from './fields.ts';

const page = z.object({ values: z.array(z.unknown()), next: z.string().optional().catch(undefined) });
const link = z.object({ href: z.url({ protocol: /^https?$/ }) });

/** What is read of a repository (Bitbucket Cloud REST API 2.0). */
const repository = z.object({
  uuid: z.string(),
  name: z.string(),
  full_name: z.string(),
  links: z.object({ html: link }),
  description: text,
  is_private: flag,
  parent: z.unknown().optional(),
  created_on: instant,
  updated_on: instant,
  website: text,
  size: count,
  language: text,
  mainbranch: z.object({ name: z.string() }).nullish(),
});

const workspace = z.object({
  uuid: z.string(),
  slug: z.string(),
  name: text,
  created_on: instant,
  links: z.object({ html: link, avatar: z.object({ href: text }).optional() }),
});

const entry = z.object({ path: z.string(), type: z.string(), size: count });

/** Of a folder with so many more, the rest is not seen. */
const MAX_FOLDER_PAGES = 10;

/** Bitbucket Cloud: an account is a workspace. It has no releases. */
export const bitbucket: Connector = {
  async listAccount(place, login) {
    const address = `${api(place)}/workspaces/${encodeURIComponent(login)}`;
    const said = workspace.safeParse((await place.client.get(address)).value).data;
    if (!said) throw new ForgeFault('not-json', address);
    const { items, isComplete } = await listedPages(
      place.client,
      `${api(place)}/repositories/${encodeURIComponent(said.slug)}`,
      { sizeName: 'pagelen', size: 100, hasLinks: true, open: opened, take: saidOf },
      place.kept,
    );
    return {
      account: {
        id: said.uuid,
        login: said.slug,
        organization_url: said.links.html.href,
        platform: 'Bitbucket',
        name: said.name,
        avatar_url: said.links.avatar?.href,
        creation_date: said.created_on,
      },
      repositories: items as SaidRepository[],
      isComplete,
    };
  },

  async listLogins(place) {
    throw new ForgeFault('refused', api(place));
  },

  async repository(place, path) {
    return saidOf((await place.client.get(`${api(place)}/repositories/${encodePath(path)}`)).value);
  },

  async files(place, { repository_url, default_branch }) {
    const path = encodePath(codeAddress(repository_url)?.path ?? '');
    const source = `${api(place)}/repositories/${path}/src/${encodeURIComponent(default_branch ?? 'HEAD')}`;
    return {
      async list(folder) {
        const listed: ListedFile[] = [];
        let address: string | undefined =
          `${source}/${folder === '' ? '' : `${encodePath(folder)}/`}?pagelen=100`;
        for (let pages = 0; address !== undefined && pages < MAX_FOLDER_PAGES; pages++) {
          const answer: ForgeAnswer | undefined = await place.client.get(address).catch(noFiles);
          const page: Opened = answer ? opened(answer.value) : { items: [], next: undefined };
          const read = z.array(entry).safeParse(page.items);
          if (!read.success) throw new ForgeFault('not-json', address);
          for (const { path, type, size } of read.data)
            listed.push({
              name: path.split('/').at(-1) ?? path,
              isFolder: type === 'commit_directory',
              size,
            });
          address =
            page.next !== undefined && URL.parse(page.next)?.host === new URL(source).host
              ? page.next
              : undefined;
        }
        return listed;
      },
      read: (file, maxBytes) => place.client.bytes(`${source}/${encodePath(file)}`, { maxBytes }),
    };
  },
};

interface Opened {
  readonly items: unknown;
  readonly next: string | undefined;
}

function opened(value: unknown): Opened {
  const { data } = page.safeParse(value);
  return { items: data?.values, next: data?.next };
}

function api({ host, client }: ForgePlace): string {
  return host === 'bitbucket.org' ? 'https://api.bitbucket.org/2.0' : `${client.originOf(host)}/2.0`;
}

function saidOf(item: unknown): SaidRepository | undefined {
  const said = repository.safeParse(item).data;
  if (!said) return undefined;
  return {
    id: said.uuid,
    name: said.name,
    organization_name: said.full_name.split('/')[0] ?? said.full_name,
    platform: 'Bitbucket',
    repository_url: said.links.html.href,
    description: said.description,
    default_branch: said.mainbranch === undefined ? undefined : (said.mainbranch?.name ?? null),
    is_fork: said.parent !== undefined && said.parent !== null,
    is_empty: said.mainbranch === null,
    creation_date: said.created_on,
    last_update: said.updated_on,
    homepage: said.website,
    language: said.language,
    size: said.size,
  };
}
