import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { patchList } from '../../contributions/patch-list.ts';
import { LISTS } from '../../lists/list-addresses.ts';
import { ownPage } from '../../own-page.tsx';
import { PROPOSALS } from '../../proposals/addresses.ts';
import { ContributePage } from '../../views/proposals/contribute-page.tsx';
import { missingPage } from '../missing.tsx';
import { cloneName } from '../wiki-clone.ts';

/** How one improves the wiki by mail, with the commands filled in: `/-/contribute?page=guides/faq.md`. */
export async function contributePage(context: Context): Promise<Answer> {
  const { origin, query, site } = context;
  const language = askedLanguage(context);
  const list = context.lists && patchList(context);
  if (!list) return await missingPage(context, language);
  const messages = messagesOf(context, language);
  const name = cloneName(context);
  const { address, patches } = list.settings;
  const asked = query.get('page') ?? '';
  const file = /^[\p{L}\p{N}/._-]{1,200}$/u.test(asked) ? asked : 'index.md';
  const prefix = patches.prefixes[0];
  return await ownPage(context, {
    language,
    title: messages.contribute.title,
    canonical: origin + ownAddress(site, '/-/contribute', language),
    content: (
      <ContributePage
        messages={messages}
        address={address}
        file={asked === file ? file : undefined}
        first={[
          `git clone ${origin}/${name}`,
          `cd ${name.replace(/\.git$/, '')}`,
          `git config format.subjectPrefix '${prefix === undefined ? 'PATCH' : `PATCH ${prefix}`}'`,
          `git config sendemail.to ${address}`,
        ]}
        setup={[
          `git config --global user.name "${messages.contribute.yourName}"`,
          `git config --global user.email ${messages.contribute.you}@example.org`,
          'git config --global sendemail.smtpServer smtp.example.org',
          'git config --global sendemail.smtpServerPort 587',
          'git config --global sendemail.smtpEncryption tls',
          `git config --global sendemail.smtpUser ${messages.contribute.you}@example.org`,
        ]}
        send={[`git commit -m "…" ${file}`, 'git send-email -1']}
        again={['git commit --amend', 'git send-email -v2 -1']}
        proposalsHref={ownAddress(site, PROPOSALS, language)}
        listHref={ownAddress(site, `${LISTS}${list.name}/`, language)}
      />
    ),
  });
}
