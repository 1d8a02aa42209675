import { postSeries } from '../../../contributions/post.ts';
import { foldAddress, readMailAddress } from '../../../mail/mail-address.ts';
import { addBlock } from '../../../members/block.ts';
import { greatestRole, isAtLeast, rolesOf } from '../../../members/roles.ts';
import {
  choosing,
  MAX_UNDONE,
  type Traces,
  tracesOf,
  type UndoPlace,
  undoAll,
  undoCommit,
} from '../../../members/undo.ts';
import { indexedCommit } from '../../../store/commits.ts';
import type { Role } from '../../../store/member-tables.ts';
import { memberAt } from '../../../store/members.ts';
import type { Answer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { moment } from '../../lists/moment.ts';
import { notAllowed } from '../../members/keeper.tsx';
import { type Member, type MemberPage, memberList, memberOf, secondsOf } from '../../members/visitor.ts';
import { commitHref } from '../../past.ts';
import { PROPOSALS } from '../../proposals/addresses.ts';
import { changedBetween } from '../../proposals/shown-proposal.ts';
import { MailNotice } from '../../views/mail-form.tsx';
import { type ShownUndo, UndoPage } from '../../views/members/undo-page.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { oneLine } from './one-line.ts';

const MAX_REASON = 500;

/** Undoes all that an address did, once it was shown: for those who keep the wiki. `/-/members/undo?address=…` */
export const undoPage: MemberPage = async (context, visitor, sent) => {
  const member = await memberOf(context, visitor);
  if (!member || !isAtLeast(member.role, 'maintainer') || !context.proposals)
    return await notAllowed(context);
  const words = messagesOf(context, askedLanguage(context)).abuse;
  const typed = ((sent ?? context.query).get('address') ?? '').trim().slice(0, 254);
  if (typed === '') return await shown(context, { typed });
  const address = readMailAddress(typed);
  if (address === undefined) return await shown(context, { typed, wrong: words.undoWrong });
  const { database } = context.wiki;
  const roles = { lists: context.site.settings.lists, now: secondsOf(context) };
  const role = greatestRole(await rolesOf(database.reader, address, roles));
  if (role && !isAtLeast(member.role, role)) return await shown(context, { typed, wrong: words.undoAbove });
  const before = Number(/^\d{1,9}$/.exec((sent ?? context.query).get('before') ?? '')?.[0] ?? Number.NaN);
  const all = await tracesOf(
    database.reader,
    foldAddress(address),
    Number.isNaN(before) ? undefined : before,
  );
  // Whoever looks for the first time has chosen nothing yet: all of them.
  const chosen = new Set(sent?.has('choosing') ? sent.getAll('commit') : all.commits.map(({ id }) => id));
  const asked = { typed, all, traces: choosing(all, chosen), role, member, before };
  if (sent?.get('do') !== 'undo') return await shown(context, asked);
  if (role && sent.get('sure') !== 'yes') return await shown(context, { ...asked, wrong: words.undoNotSure });
  return await undo(context, asked, sent);
};

interface Asked {
  readonly typed: string;
  /** All that there is of the address. */
  readonly all: Traces;
  /** The same without the commits that are not chosen. */
  readonly traces: Traces;
  /** Of older commits; not a number for the newest. */
  readonly before: number;
  readonly role: Role | undefined;
  /** Who asks. */
  readonly member: Member;
}

async function undo(context: Context, asked: Asked, sent: URLSearchParams): Promise<Answer> {
  const { wiki, site, proposals } = context;
  const words = messagesOf(context, askedLanguage(context)).abuse;
  const reason = oneLine(sent, 'reason', MAX_REASON);
  const place = await placeOf(context, asked.member, reason);
  const head = await context.ask(indexedCommit);
  const undone = await undoAll(wiki.database, asked.traces, { head, seen: sent.get('seen') ?? '' }, place);
  if (undone !== 'landed') {
    const isChanged = undone === 'changed' || undone === 'moved';
    return await shown(context, { ...asked, wrong: isChanged ? words.undoChanged : words.undoFailed });
  }
  const blocking = { kind: 'address', typed: asked.typed, reason, until: null } as const;
  const by = { lists: site.settings.lists, by: asked.member.address, now: secondsOf(context) };
  const blocked =
    sent.get('block') === 'yes' && (await wiki.database.write((writer) => addBlock(writer, blocking, by)));
  await wiki.update({ refresh: false });
  await proposals?.settled();
  const isNotBlocked = blocked && 'fault' in blocked;
  const language = askedLanguage(context);
  return await mailAnswer(context, {
    language,
    title: words.undoDone,
    content: (
      <MailNotice
        title={words.undoDone}
        paragraphs={[words.undoDoneText(asked.typed), ...(isNotBlocked ? [words.undoNotBlocked] : [])]}
        links={[
          ...(asked.all.older === undefined
            ? []
            : [{ label: words.undoOlder, href: olderHref(context, asked.typed, asked.all.older) }]),
          {
            label: messagesOf(context, language).members.membersTitle,
            href: ownAddress(site, '/-/members', language),
          },
        ]}
      />
    ),
  });
}

function olderHref(context: Context, address: string, older: number): string {
  const query = { address, before: String(older) };
  return ownAddress(context.site, context.path, askedLanguage(context), query);
}

async function placeOf(context: Context, member: Member, reason: string): Promise<UndoPlace> {
  const { wiki, site, proposals } = context;
  const now = secondsOf(context);
  const workshop = { folder: (await proposals?.workshop()) ?? '', gitDir: wiki.source.gitDir };
  const known = await memberAt(wiki.database.reader, member.folded, now);
  const by = { name: known?.name || (member.address.split('@', 1)[0] ?? ''), address: member.address };
  // The history speaks the language of the wiki, and says nothing of whose address it was.
  const words = messagesOf(context, site.defaultLanguage).abuse;
  const list = memberList(context);
  return {
    source: wiki.source,
    workshop,
    by,
    reason,
    now,
    propose: async (commit) => {
      if (list) await postSeries({ database: wiki.database, workshop, list, now }, [commit], by);
      proposals?.posted();
    },
    message: (commits) =>
      `${[
        words.undoSubject(commits.length),
        ...(reason === '' ? [] : [reason]),
        commits.map((id) => `This reverts commit ${id}.`).join('\n'),
      ].join('\n\n')}\n`,
  };
}

async function shown(
  context: Context,
  { typed, wrong, ...asked }: { readonly typed: string; readonly wrong?: string } & Partial<Asked>,
): Promise<Answer> {
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const { all, traces, member, role, before = Number.NaN } = asked;
  const undone =
    all && traces && member
      ? await shownUndo(context, { typed, all, traces, member, role, before })
      : undefined;
  const said = wrong ?? (traces && !undone ? messages.abuse.undoNothing : undefined);
  return await mailAnswer(context, {
    language,
    title: messages.abuse.undoTitle,
    status: wrong === undefined ? 200 : 400,
    content: (
      <UndoPage
        messages={messages}
        action={ownAction(context)}
        language={context.query.get('lang') ?? undefined}
        wikiLanguage={context.site.defaultLanguage}
        typed={typed}
        max={MAX_UNDONE}
        wrong={said}
        undo={undone}
      />
    ),
  });
}

async function shownUndo(
  context: Context,
  { typed, all, traces, role, member, before }: Asked,
): Promise<ShownUndo | undefined> {
  const { proposals, held, contributions, commits, older } = all;
  if (proposals.length + held.length + contributions.length + commits.length === 0) return undefined;
  const { site } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const head = await context.ask(indexedCommit);
  const made = await undoCommit(traces, head, await placeOf(context, member, ''));
  const chosen = new Set(traces.commits.map(({ id }) => id));
  const leftOut = new Map(made.leftOut.map(({ commit, paths }) => [commit, paths]));
  const view = { language, view: 'rendered', comments: [] } as const;
  const files = made.commit ? await changedBetween(context, [head, made.commit], made.paths, view) : [];
  return {
    address: typed,
    role: role && messages.members.roles[role],
    proposals: proposals.map(({ number, title }) => ({
      label: `${number}. ${title}`,
      href: ownAddress(site, `${PROPOSALS}${number}`, language),
    })),
    held: held.map(({ subject, list }) => `${subject} (${list})`),
    unsent: contributions.map(({ reason }) => reason || '(…)'),
    commits: commits.map(({ id, subject, parents, author_time }) => ({
      id,
      label: subject || id.slice(0, 12),
      href: commitHref(site, id, language),
      when: moment(site, messages, Number(author_time)),
      isChosen: chosen.has(id),
      isMerge: (JSON.parse(parents) as number[]).length > 1,
      leftOut: leftOut.get(id),
    })),
    before: Number.isNaN(before) ? undefined : String(before),
    older: older === undefined ? undefined : olderHref(context, typed, older),
    files: files.map(({ path, body }) => ({ path, body, sourceHref: ownAction(context), comments: [] })),
    seen: made.tree,
  };
}
