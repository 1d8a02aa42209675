import { Invalid } from '../../config/errors.ts';
import { importMessages } from '../../mail/import.ts';
import { sourceMessages } from '../../mail/sources/open.ts';
import { type Command, DONE } from '../command.ts';
import { showCount } from '../progress.ts';
import { counted, LIST_OPTIONS, LIST_OPTIONS_HELP, namedList, withArchive, withLists } from './open.ts';

const MEGABYTE = 1024 * 1024;

export const importList: Command = {
  name: 'import',
  summary: 'add the messages of an older archive',
  help: `Usage: greffe list import NAME FILE…

Adds the messages of other archives to the list NAME, in their order. They are sent to nobody; those that the list
has are passed over, so that an import that was interrupted can be begun again.

  FILE               an mbox (it may be gzipped; - is the standard input), a Maildir, or a public-inbox repository

${LIST_OPTIONS_HELP}`,
  options: LIST_OPTIONS,
  positionals: Number.POSITIVE_INFINITY,
  run: (values, [name, ...files]) =>
    withLists(values, async ({ database, lists, folder, site }) => {
      const list = namedList(lists, name);
      if (files.length === 0) throw new Invalid('Which files?', 'See greffe list import --help.');
      await withArchive(folder, list, async (archive) => {
        for (const file of files) {
          const count = showCount();
          const context = { database, archive, list: list.name, language: site.defaultLanguage };
          const { added, known, tooLarge } = await importMessages(
            { ...context, onProgress: ({ added, known }) => count.show('Messages', added + known) },
            sourceMessages(file, list.settings.maxMegabytes * MEGABYTE),
          ).finally(count.end);
          const refused =
            tooLarge === 0 ? '' : `, ${tooLarge} refused: above the list's ${list.settings.maxMegabytes} MB`;
          process.stdout.write(`${file}: ${counted(added)} added, ${known} known already${refused}\n`);
        }
      });
      return DONE;
    }),
};
