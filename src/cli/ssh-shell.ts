import { join } from 'node:path';
import { Refused, Unavailable } from '../config/errors.ts';
import { openWorkshop } from '../git/workshop.ts';
import { foldAddress } from '../mail/mail-address.ts';
import type { PushDoor } from '../members/receive-push.ts';
import { fetchOverSsh, pushOverSsh, readSshCommand } from '../members/ssh-session.ts';
import { sshKeyOf } from '../store/ssh-keys.ts';
import { fallbackLocale } from '../web/context.ts';
import { patchList } from '../web/contributions/patch-list.ts';
import { messagesFor } from '../web/messages/locales.ts';
import { cloneName } from '../web/pages/wiki-clone.ts';
import { PROPOSALS } from '../web/proposals/addresses.ts';
import type { Site } from '../wiki/site.ts';
import { type Command, DONE } from './command.ts';
import { stringOf } from './list/open.ts';
import { type OpenedWiki, openWiki, WIKI_OPTIONS } from './open-wiki.ts';
import { addressOf } from './with-members.ts';

export const sshShell: Command = {
  name: 'ssh-shell',
  summary: 'let a member clone and push over SSH',
  help: `Usage: greffe ssh-shell --member ADDRESS --wiki REPOSITORY [--data DIR]

A forced command of sshd (authorized_keys(5)): it reads SSH_ORIGINAL_COMMAND, and does what git clone, git fetch and
git push ask, of this one wiki, in the name of ADDRESS. Nothing else. A line of authorized_keys:

  restrict,command="greffe ssh-shell --member ada@office.example --wiki /srv/wiki.git" ssh-ed25519 AAAA…

  --member ADDRESS   whose key it is; their role is asked for at each push
  --wiki REPOSITORY  the wiki, as for greffe serve, which must have shown it once
  --data DIR         where its index is, as for greffe serve
  --key FINGERPRINT  the key, where greffe member key add knows it: it must still
  --config FILE      settings that go before those of the repository's greffe.yml

sshd passes GIT_PROTOCOL on where its configuration says AcceptEnv GIT_PROTOCOL.
Exit codes: 0 done, 1 could not, 2 not understood.
`,
  options: { ...WIKI_OPTIONS, wiki: { type: 'string' }, member: { type: 'string' }, key: { type: 'string' } },
  positionals: 0,
  async run(values) {
    const address = addressOf(stringOf(values.member));
    const opened = await openWiki(values, stringOf(values.wiki) ?? '.');
    const { wiki } = opened;
    try {
      const command = readSshCommand(process.env.SSH_ORIGINAL_COMMAND ?? '');
      const name = cloneName({ wiki });
      if (!command)
        throw new Refused(
          `You are known here as ${address}, and there is no shell.`,
          `Use git clone, git fetch and git push of ${name}.`,
        );
      if (command.repository !== name)
        throw new Refused(`There is no repository ${command.repository} here.`, `Ask for ${name}.`);
      const streams = { input: process.stdin, output: process.stdout };
      if (command.service === 'git-upload-pack') {
        const asked = process.env.GIT_PROTOCOL?.split(':') ?? [];
        return await fetchOverSsh({ wiki }, asked.includes('version=2') ? 'version=2' : undefined, streams);
      }
      const site = await wiki.site();
      if (!site)
        throw new Unavailable('This wiki is not shown yet.', 'The operator starts greffe serve first.');
      await pushOverSsh(await doorFor(opened, site, { address, key: stringOf(values.key) }), streams);
      return DONE;
    } finally {
      await wiki.close();
    }
  },
};

async function doorFor(
  { wiki, operator }: OpenedWiki,
  site: Site,
  { address, key }: { readonly address: string; readonly key: string | undefined },
): Promise<PushDoor> {
  const locale = fallbackLocale(site);
  const { checks, members } = messagesFor(site.defaultLanguage, locale);
  return {
    wiki,
    workshop: await openWorkshop(join(operator.dataFolder, 'workshop.git'), wiki.source.gitDir),
    settings: site.settings,
    list: patchList({ site }),
    folded: foldAddress(address),
    // A key that was not added here is sshd's to know.
    isKnown: async () =>
      key === undefined || (await sshKeyOf(wiki.database.reader, key))?.folded === foldAddress(address),
    // The process that serves looks for what is to be sent from time to time.
    posted: () => {},
    words: {
      finding: (finding) => checks.sentence(finding),
      proposed: members.proposed((site.settings.url?.replace(/\/$/, '') ?? '') + PROPOSALS),
    },
  };
}
