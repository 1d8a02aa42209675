import { raw } from 'hono/html';
import { familyOf, readPageName } from '../../../wiki/addresses.ts';
import { readFacts, readPage } from '../../../wiki/page.ts';
import { folderOf, isPagePath } from '../../../wiki/paths.ts';
import { renderPage } from '../../../wiki/render.ts';
import type { Answer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { showDirective } from '../../directives.tsx';
import { ownPage } from '../../own-page.tsx';
import { asOf, fileIn } from '../../past.ts';
import { PROPOSALS } from '../../proposals/addresses.ts';
import type { ShownProposal } from '../../proposals/shown-proposal.ts';
import { VersionPage } from '../../views/version-page.tsx';
import { missingPage } from '../missing.tsx';

/** A page of the wiki as a proposal would make it: one that it does not touch, too. */
export async function previewPage(
  context: Context,
  shown: ShownProposal,
  path: string,
  language: string,
): Promise<Answer> {
  const { ask, site, wiki } = context;
  const { tip, proposal } = { ...shown.revision, ...shown };
  const file = tip === null ? undefined : await fileIn(context, tip, path);
  if (!file || tip === null || !isPagePath(path)) return await missingPage(context, language);
  const bytes = await wiki.objects.read(file.oid);
  const { document, page: read } = readPage(path, bytes, site);
  const messages = messagesOf(context, language);
  const past = asOf(context, tip);
  const { html } = await renderPage(
    ask,
    {
      page: { path, family: familyOf(readPageName(path, site)), language },
      bytes,
      document,
      labels: messages.markdown,
      titled: readFacts(read.facts).titled,
      directive: (directive) => showDirective(past, { folder: read.folder, language }, directive),
    },
    site,
  );
  const href = ownAddress(site, `${PROPOSALS}${proposal.number}`, language);
  return await ownPage(context, {
    language,
    title: read.title,
    folder: folderOf(path),
    content: (
      <VersionPage
        title={read.title}
        language={read.language}
        body={
          <div class="prose" lang={read.language}>
            {raw(html)}
          </div>
        }
      >
        <p class="proposal-verdict">
          {messages.proposals.previewNotice(proposal.number)}{' '}
          <a href={href}>{messages.proposals.previewBack}</a>
        </p>
      </VersionPage>
    ),
  });
}
