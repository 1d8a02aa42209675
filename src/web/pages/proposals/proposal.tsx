import { raw } from 'hono/html';
import { tokenHash } from '../../../mail/tokens.ts';
import { decideWith } from '../../../proposals/decide.ts';
import { nameOf } from '../../../proposals/notices.ts';
import type { DecisionKind } from '../../../proposals/words.ts';
import { OPEN_STATES, proposalToken, revisionsOf } from '../../../store/proposals.ts';
import { encodeAddress, familyOf, readPageName } from '../../../wiki/addresses.ts';
import { readFacts, readPage } from '../../../wiki/page.ts';
import { folderOf, isPagePath } from '../../../wiki/paths.ts';
import { renderPage } from '../../../wiki/render.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { showDirective } from '../../directives.tsx';
import type { FormPage } from '../../forms/form.ts';
import { messageHref } from '../../lists/list-addresses.ts';
import { findList } from '../../lists/list-place.ts';
import { moment } from '../../lists/moment.ts';
import { personName } from '../../lists/shielded.ts';
import { ownPage } from '../../own-page.tsx';
import { asOf, commitHref, fileIn } from '../../past.ts';
import { PROPOSALS } from '../../proposals/addresses.ts';
import {
  askProposal,
  changedFindings,
  filesSince,
  proposedFiles,
  type ShownProposal,
} from '../../proposals/shown-proposal.ts';
import type { Link } from '../../views/link.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { ProposalPage, type ProposalPageProps, ProposalSince } from '../../views/proposal-page.tsx';
import { VersionPage } from '../../views/version-page.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { missingPage } from '../missing.tsx';

const ADDRESS = /^\/-\/proposals\/(\d{1,9})(?:\/(preview|decide|since)\/(.+))?$/;

/** A proposal, and what is under it: `/-/proposals/N`, `…/N/preview/PATH`. */
export async function proposalPage(context: Context): Promise<Answer> {
  const language = askedLanguage(context);
  const [, number = '', under, rest = ''] = ADDRESS.exec(context.path) ?? [];
  const shown = number === '' ? undefined : await askProposal(context, Number(number), language);
  if (!shown) return await missingPage(context, language);
  if (under === 'preview') return await preview(context, shown, rest, language);
  if (under === 'since') return await since(context, shown, Number(rest), language);
  return under === undefined ? await page(context, shown, language) : await missingPage(context, language);
}

async function page(context: Context, shown: ShownProposal, language: string): Promise<Answer> {
  const props = await propsOf(context, shown, language);
  const href = ownAddress(context.site, `${PROPOSALS}${shown.proposal.number}`, language);
  return await ownPage(context, {
    language,
    title: shown.proposal.title,
    parents: [listLink(context, language)],
    canonical: context.origin + href,
    content: <ProposalPage {...props} />,
  });
}

function listLink(context: Context, language: string): Link {
  const label = messagesOf(context, language).proposals.title;
  return { label, href: ownAddress(context.site, PROPOSALS, language) };
}

async function propsOf(context: Context, shown: ShownProposal, language: string): Promise<ProposalPageProps> {
  const { site } = context;
  const { proposal, revision, trial, messages: mails } = shown;
  const messages = messagesOf(context, language);
  const list = findList(context, proposal.list, language);
  const files = await proposedFiles(context, shown, language);
  const [root] = mails;
  const previewHref = (path: string) =>
    ownAddress(site, `${PROPOSALS}${proposal.number}/preview${encodeAddress(`/${path}`)}`, language);
  return {
    messages,
    number: proposal.number,
    title: proposal.title,
    state: proposal.state,
    verdict: revision.verdict,
    isOpen: OPEN_STATES.includes(proposal.state),
    trial,
    version: revision.version,
    formerVersions: (await context.ask(revisionsOf, proposal.number))
      .filter(({ id }) => id !== revision.id)
      .map(({ version, first_at, tip }) => ({
        version,
        received: moment(site, messages, first_at),
        ...(tip !== null &&
          revision.tip !== null && {
            sinceHref: ownAddress(site, `${PROPOSALS}${proposal.number}/since/${version}`, language),
          }),
      })),
    patches: revision.total,
    sender: personName(proposal.from_name, proposal.from_address, messages.lists.nobody),
    authors: trial.authors.map(({ name, email }) => personName(name, email, messages.lists.nobody)),
    ...(proposal.decided_by !== '' && { decidedBy: nameOf(proposal.decided_by) }),
    received: moment(site, messages, revision.first_at),
    ...(list && root && { threadHref: messageHref(site, list, root.message_id, 't/') }),
    ...(proposal.applied !== null && { commitHref: commitHref(site, proposal.applied, language) }),
    files: files.map(({ path, body, isPage }) => ({
      path,
      body,
      ...(isPage && { previewHref: previewHref(path) }),
      sourceHref: list && root ? messageHref(site, list, root.message_id, 't/') : '',
    })),
    findings: await changedFindings(context, shown),
    language: site.defaultLanguage,
  };
}

/** What changed since an older version of it: `/-/proposals/N/since/VERSION`. */
async function since(
  context: Context,
  shown: ShownProposal,
  version: number,
  language: string,
): Promise<Answer> {
  const revisions = await context.ask(revisionsOf, shown.proposal.number);
  const former = revisions.findLast((one) => one.version === version && one.id !== shown.revision.id);
  const files = former && (await filesSince(context, shown, former, language));
  if (!files) return await missingPage(context, language);
  const messages = messagesOf(context, language);
  const title = messages.proposals.since(version, shown.revision.version);
  const own = ownAddress(context.site, `${PROPOSALS}${shown.proposal.number}`, language);
  return await ownPage(context, {
    language,
    title: `${title} – ${shown.proposal.title}`,
    parents: [listLink(context, language), { label: shown.proposal.title, href: own }],
    content: (
      <ProposalSince
        messages={messages}
        title={title}
        files={files.map(({ path, body }) => ({ path, body, sourceHref: own }))}
        language={context.site.defaultLanguage}
      />
    ),
  });
}

/** A page of the wiki as a proposal would make it: one that it does not touch, too. */
async function preview(
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
  const { page: read } = readPage(path, bytes, site);
  const messages = messagesOf(context, language);
  const past = asOf(context, tip);
  const { html } = await renderPage(
    ask,
    {
      page: { path, family: familyOf(readPageName(path, site)), language },
      bytes,
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

/** The proposal, with the buttons of who has its link: `/-/proposals/N/decide/TOKEN`. */
export async function decidePage(context: Context): Promise<Answer> {
  return await deciding(context);
}

const KINDS: readonly DecisionKind[] = ['apply', 'approve', 'revise', 'reject'];

/** Does what a button says, and shows what came of it. */
export const decideForm: FormPage = async (context, { fields }) => {
  const [, number, , token = ''] = ADDRESS.exec(context.path) ?? [];
  const kind = KINDS.find((one) => one === fields.get('decision'));
  const known = await proposalToken(context.wiki.database.reader, tokenHash(token));
  if (!kind || known?.proposal !== Number(number)) return await deciding(context);
  const because = fields.get('because')?.replace(/\r\n?/g, '\n').trim() ?? '';
  const seen = fields.get('seen') || null;
  const done = await context.wiki.database.write((writer) =>
    decideWith(writer, token, { kind, because, seen }),
  );
  const language = askedLanguage(context);
  const words = messagesOf(context, language).proposals;
  if (done === 'changed') return await deciding(context, words.changed);
  if (done === 'late') return await deciding(context);
  await context.proposals?.settled();
  const shown = await askProposal(context, Number(number), language, true);
  if (!shown) return await missingPage(context, language);
  const isDone = kind !== 'apply' || shown.proposal.state === 'applied';
  return await mailAnswer(context, {
    language,
    title: shown.proposal.title,
    content: (
      <MailNotice
        title={`${words.numbered(shown.proposal.number)} – ${words.states[shown.proposal.state]}`}
        paragraphs={[isDone ? words.decideHelp : words.notDone]}
        links={[
          { label: words.previewBack, href: ownAddress(context.site, `${PROPOSALS}${number}`, language) },
          listLink(context, language),
        ]}
      />
    ),
  });
};

async function deciding(context: Context, failure?: string): Promise<Answer> {
  const language = askedLanguage(context);
  const words = messagesOf(context, language).proposals;
  const [, number = '', , token = ''] = ADDRESS.exec(context.path) ?? [];
  const known = await proposalToken(context.wiki.database.reader, tokenHash(token));
  const shown =
    known?.proposal === Number(number)
      ? await askProposal(context, Number(number), language, true)
      : undefined;
  if (!shown) {
    const content = <MailNotice title={words.gone} paragraphs={[words.goneText]} />;
    return await mailAnswer(context, { language, status: 404, title: words.gone, content });
  }
  const props = await propsOf(context, shown, language);
  return await mailAnswer(context, {
    language,
    title: shown.proposal.title,
    ...(failure !== undefined && { status: 409 }),
    content: (
      <ProposalPage
        {...props}
        decision={{
          action: context.path,
          seen: shown.revision.tip ?? '',
          canApply: shown.revision.verdict === 'applies',
          ...(failure !== undefined && { failure }),
        }}
      />
    ),
  });
}
