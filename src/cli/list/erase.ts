import { join } from 'node:path';
import { Invalid, NotFound } from '../../config/errors.ts';
import { eraseMessage } from '../../mail/erase.ts';
import { MailIndexer } from '../../mail/index-messages.ts';
import { messageNamed } from '../../store/mail-messages.ts';
import { type Command, DONE } from '../command.ts';
import { LIST_OPTIONS, LIST_OPTIONS_HELP, namedList, withArchive, withLists } from './open.ts';

export const erase: Command = {
  name: 'erase',
  summary: 'take a message out of the archive for good',
  help: `Usage: greffe list erase NAME MESSAGE-ID

Erases a message of the list NAME, when somebody has the right to ask for it: from the archive and its history, from the
index, from what is on its way. Its Message-ID stays, so that its thread holds and the message does not come back. Those
who have received or cloned it keep what they have.

${LIST_OPTIONS_HELP}`,
  options: LIST_OPTIONS,
  positionals: 2,
  run: (values, [name, given]) =>
    withLists(values, async ({ database, lists, folder, site }) => {
      const list = namedList(lists, name);
      if (given === undefined) throw new Invalid('Which message?', 'Give its Message-ID.');
      const messageId = given.replace(/^<|>$/g, '');
      await withArchive(folder, list, async (archive) => {
        const indexer = new MailIndexer(site.defaultLanguage);
        await indexer.follow(database, archive, list.name);
        const message = await messageNamed(database.reader, list.name, messageId);
        if (message === 'erased') throw new NotFound(`<${messageId}> is erased already.`);
        const found =
          message && (await eraseMessage(database, { list, folder: join(folder, list.name), message }));
        if (!found)
          throw new NotFound(
            `${list.name} has no message <${messageId}>.`,
            'See its page for its Message-ID.',
          );
        await indexer.follow(database, archive, list.name);
      });
      process.stdout.write(`${list.name}: <${messageId}> is erased\n`);
      return DONE;
    }),
};
