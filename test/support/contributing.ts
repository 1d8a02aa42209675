import { approvedHeld, removeHeld } from '../../src/store/held.ts';
import { type Content, type Repository, repository } from './git.ts';
import type { GitHome } from './git-home.ts';
import { mailsOf } from './held.ts';
import { LIST_FILES, type ServedList, servedList } from './mail.ts';
import type { Reply, ServedOptions } from './served.ts';

export const WIKI_URL = 'https://wiki.example';

export const CONTRIBUTING_FILES = {
  ...LIST_FILES,
  'greffe.yml': `url: ${WIKI_URL}\n${LIST_FILES['greffe.yml']}`,
  'guides/faq.md': '# Questions\n\nLe délai est de 20 jours.\n\nOn peut écrire ici.\n\nEt là.\n',
};

/** Who changes a page, as they fill in the form. */
export const ADA = { name: 'Ada Exemple', address: 'ada@example.org', reason: 'faq : 30 jours' };

/** A site on which pages are changed. */
export interface Contributing extends ServedList {
  readonly repository: Repository;
  press(path: string, fields: Readonly<Record<string, string>>): Promise<Reply>;
  /** The commit that a form is made from. */
  base(path: string): Promise<string>;
  /** The path of the link of the last mail to somebody. */
  link(address: string): Promise<string>;
  /** Puts what was posted in the archive, as the office would; gives the mails. */
  deliver(): Promise<string[]>;
}

export async function contributing(
  files: Readonly<Record<string, Content>> = {},
  {
    home,
    ...options
  }: Pick<ServedOptions, 'openId' | 'port' | 'answered'> & {
    readonly home?: (wiki: Repository) => Promise<GitHome>;
  } = {},
): Promise<Contributing> {
  const wiki = await repository({ ...CONTRIBUTING_FILES, ...files });
  const elsewhere = await home?.(wiki);
  const homePush = elsewhere && { url: undefined, login: elsewhere.login, sshKey: undefined };
  const site = await servedList({}, elsewhere?.url ?? wiki, {
    ...options,
    proposals: true,
    ...(homePush && { homePush }),
  });
  return {
    ...site,
    repository: wiki,
    press: (path, fields) =>
      site.ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
    base: async (path) => /name="base" value="([0-9a-f]+)"/.exec((await site.get(path)).text)?.[1] ?? '',
    async link(address) {
      const mails = (await mailsOf(site.wiki.database)).filter(({ recipient }) => recipient === address);
      const links = mails.flatMap(
        ({ text }) => /wiki\.example(\/-\/contribution\/\w+)/.exec(text)?.[1] ?? [],
      );
      return links.at(-1) ?? '';
    },
    async deliver() {
      const { database } = site.wiki;
      const posted = await approvedHeld(database.reader, 100);
      for (const { id } of posted) await database.write((writer) => removeHeld(writer, id));
      const mails = posted.map(({ raw }) => Buffer.from(raw));
      await site.receive('contributions', mails);
      return mails.map(String);
    },
  };
}
