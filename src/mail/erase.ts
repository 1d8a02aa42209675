import { eraseFromInbox } from '../git/erase-message.ts';
import { eraseContribution } from '../store/contributions.ts';
import type { Database } from '../store/database.ts';
import { dropCopiesOf } from '../store/deliveries.ts';
import { removeMessage } from '../store/mail-index.ts';
import { mailChanged, mailList, saveMailList } from '../store/mail-lists.ts';
import type { MailMessageTable } from '../store/mail-tables.ts';
import { eraseProposalMessage } from '../store/proposal-messages.ts';
import type { MailList } from './list.ts';

/**
 * Erases a message of a list: from the archive and its history, from the index, from what is on its way. Its Message-ID
 * stays, so that its thread holds and it does not come back. False when the archive no longer has it.
 */
export async function eraseMessage(
  database: Database,
  {
    list,
    folder,
    message,
  }: { readonly list: MailList; readonly folder: string; readonly message: MailMessageTable },
): Promise<boolean> {
  const { name, settings } = list;
  const erased = await eraseFromInbox(folder, {
    oid: message.oid,
    said: `Erased\n\nMessage-Id: ${message.message_id}\n`,
    author: { name, email: settings.address },
  });
  if (!erased) return false;
  await database.write(async (writer) => {
    await dropCopiesOf(writer, name, message.oid);
    await eraseProposalMessage(writer, name, message.message_id);
    await eraseContribution(writer, name, message.message_id);
    const state = await mailList(writer, name);
    // Where the index was not at the newest commit, it is made again from the archive.
    if (state?.head !== erased.before) return;
    await removeMessage(writer, name, message.oid);
    await saveMailList(writer, { ...state, head: erased.after });
    await mailChanged(writer);
  });
  return true;
}
