import { type SuggestedWording, wordedFile } from '../../contributions/accept-wording.ts';
import { acceptedWordings } from '../../store/accepted-wordings.ts';
import { askedLanguage, type Context } from '../context.ts';
import { askLineComments, type LineComment } from '../proposals/line-comments.ts';
import { type OwnChange, proposalOf } from './own-change.ts';

/** Another wording of lines of a change, and whether its author may accept it still. */
export interface Suggestion extends SuggestedWording {
  readonly comment: LineComment;
  readonly state: 'open' | 'accepted' | 'outdated';
}

/** What reviewers would word otherwise in a change, the oldest first. */
export async function suggestionsOf(context: Context, { row, files }: OwnChange): Promise<Suggestion[]> {
  const proposal = await proposalOf(context, row);
  if (!proposal) return [];
  const accepted = await acceptedWordings(context.wiki.database.reader, row.hash);
  const comments = await askLineComments(context, proposal, askedLanguage(context));
  const only = files.length === 1 ? files[0]?.path : undefined;
  return comments.flatMap((comment) => {
    const { wording, messageId, place, reviewer, path = only } = comment;
    const file = files.find((one) => one.path === path);
    if (!wording || path === undefined) return [];
    const isAccepted = accepted.some((one) => one.message_id === messageId && one.place === place);
    const fits = file !== undefined && wordedFile(file, wording) !== undefined;
    const state = isAccepted ? 'accepted' : fits ? 'open' : 'outdated';
    return [{ messageId, place, path, wording, reviewer, comment, state }];
  });
}
