import { MailIndexer } from '../../mail/index-messages.ts';
import { forgetMailList } from '../../store/mail-lists.ts';
import { type Command, DONE } from '../command.ts';
import { showCount } from '../progress.ts';
import { counted, LIST_OPTIONS, LIST_OPTIONS_HELP, namedList, withArchive, withLists } from './open.ts';

export const reindex: Command = {
  name: 'reindex',
  summary: 'make the index of a list again from its archive',
  help: `Usage: greffe list reindex [NAME]

Makes the index of the list NAME, or of all, again from nothing.

${LIST_OPTIONS_HELP}`,
  options: LIST_OPTIONS,
  positionals: 1,
  run: (values, [name]) =>
    withLists(values, async ({ database, lists, folder, site }) => {
      const indexer = new MailIndexer(site.defaultLanguage);
      for (const list of name === undefined ? lists : [namedList(lists, name)]) {
        const count = showCount();
        await database.write((writer) => forgetMailList(writer, list.name));
        const done = await withArchive(folder, list, (archive) =>
          indexer.follow(database, archive, list.name, { onProgress: (at) => count.show('Messages', at) }),
        ).finally(count.end);
        process.stdout.write(`${list.name}: ${counted(done)} indexed\n`);
      }
      return DONE;
    }),
};
