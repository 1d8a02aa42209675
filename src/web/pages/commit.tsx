import { messageBody } from '../../git/commit-message.ts';
import { patchStream } from '../../git/patch.ts';
import { changeCounts, changesWithin, commitNamed, commitsAt } from '../../store/commits.ts';
import type { CommitTable } from '../../store/schema.ts';
import { siteDates } from '../../wiki/site-dates.ts';
import { type Answer, COMMON_HEADERS, FILE_POLICY } from '../answer.ts';
import { changedFiles } from '../changed-files.ts';
import { askedLanguage, type Context, messagesOf } from '../context.ts';
import { fileDifferences } from '../file-differences.ts';
import { shownMessage } from '../message-text.ts';
import { ownPage } from '../own-page.tsx';
import { aroundHref, commitHref } from '../past.ts';
import { CommitPage, type CommitPerson } from '../views/commit-page.tsx';
import type { FileStream } from './file.ts';
import { missingPage } from './missing.tsx';

const PREFIX = '/-/commit/';

/** Of a commit that touches more files, the first ones are shown. */
const MAX_FILES = 100;

/** A commit: what was said, by whom, and what it changed: `/-/commit/ID`; `/-/commit/ID.patch` is what `git am` takes. */
export async function commitPage(context: Context): Promise<Answer | FileStream> {
  const { ask, path } = context;
  const language = askedLanguage(context);
  const name = path.slice(PREFIX.length).toLowerCase();
  const isPatch = name.endsWith('.patch');
  const commit = await ask(commitNamed, isPatch ? name.slice(0, -'.patch'.length) : name);
  if (!commit) return await missingPage(context, language);
  const isMerge = commit.parents.includes(',');
  if (!isPatch) return await shownCommit(context, commit, language);
  // A merge is no patch: it has more than one thing that it changes.
  return isMerge ? await missingPage(context, language) : patch(context, commit);
}

function patch({ wiki }: Context, { id }: CommitTable): FileStream {
  wiki.downloads.assertRoom();
  return {
    status: 200,
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': FILE_POLICY,
      'content-disposition': `inline; filename="${id.slice(0, 12)}.patch"`,
      'access-control-allow-origin': '*',
      'x-robots-tag': 'noindex',
      etag: `"${id}"`,
    },
    stream: () => wiki.downloads.stream(() => patchStream(wiki.source.gitDir, id)),
  };
}

async function shownCommit(context: Context, commit: CommitTable, language: string): Promise<Answer> {
  const { ask, site, wiki } = context;
  const messages = messagesOf(context, language);
  const parents = await parentsOf(context, commit);
  const changes = await ask(changesWithin, commit.seq, '', MAX_FILES);
  const total = (await ask(changeCounts, [commit.seq]))[0]?.count ?? 0;
  const files = await changedFiles(context, commit.id, changes, language);
  const differences = await fileDifferences(context, { commit, parent: parents[0], language }, changes);
  const message = await shownMessage(ask, await messageBody(wiki.objects, commit.id));
  const people = peopleOf(context, commit);
  return await ownPage(context, {
    language,
    title: commit.subject || messages.commit.noSubject,
    content: (
      <CommitPage
        messages={messages}
        id={commit.id}
        subject={commit.subject}
        message={message.map((piece) =>
          typeof piece === 'string'
            ? piece
            : { text: piece.text, href: commitHref(site, piece.commit, language) },
        )}
        {...people}
        parents={parents.map(({ id, subject }) => ({
          id,
          subject,
          href: commitHref(site, id, language),
        }))}
        files={files.map((file, index) => ({
          ...file,
          difference: differences[index] ?? { kind: 'bounded' },
        }))}
        total={total}
        language={site.defaultLanguage}
        treeHref={aroundHref(site, 'tree', '', language, commit.id)}
        {...(parents.length < 2 && { patchHref: `${PREFIX}${commit.id.slice(0, 12)}.patch` })}
      />
    ),
  });
}

/** In the commit's own order: the first is the one that the others were merged into. */
async function parentsOf({ ask }: Context, { parents }: CommitTable): Promise<CommitTable[]> {
  const seqs = JSON.parse(parents) as number[];
  const commits = await ask(commitsAt, seqs);
  return seqs.flatMap((seq) => commits.find((commit) => commit.seq === seq) ?? []);
}

function peopleOf(
  { site }: Context,
  commit: CommitTable,
): { readonly author: CommitPerson; readonly committer?: CommitPerson } {
  const dates = siteDates(site);
  const { author_name, author_email, author_time, committer_name, committer_email, committer_time } = commit;
  const author = { name: author_name, date: dates(author_time) };
  const isSame =
    author_name === committer_name && author_email === committer_email && author_time === committer_time;
  return isSame ? { author } : { author, committer: { name: committer_name, date: dates(committer_time) } };
}
