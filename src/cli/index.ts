import { type Command, DONE } from './command.ts';
import { openWiki, WIKI_OPTIONS } from './open-wiki.ts';
import { showProgress } from './progress.ts';
import { updateSoftwareOf } from './software/update-of.ts';

export const index: Command = {
  name: 'index',
  summary: 'bring the index of a wiki up to date',
  help: `Usage: greffe index [REPOSITORY] [--rebuild] [--data DIR] [--config FILE]

Brings the index to the newest commit, as greffe serve does by itself; it may run while greffe serve does.

  REPOSITORY     as for greffe serve (default: .)
  --rebuild      make the index again from nothing
  --data DIR     where the index is kept
  --config FILE  settings that go before those of the repository's greffe.yml

Exit codes: 0 the index is up to date, 1 it could not be made, 2 not understood.
`,
  options: { ...WIKI_OPTIONS, rebuild: { type: 'boolean' } },
  positionals: 1,
  async run(values, [location]) {
    const { wiki } = await openWiki(values, location);
    const endProgress = showProgress(wiki);
    try {
      const changed = await wiki.update({ rebuild: values.rebuild === true });
      await updateSoftwareOf(wiki);
      endProgress();
      process.stdout.write(changed ? 'The index is made.\n' : 'The index is up to date.\n');
    } finally {
      endProgress();
      await wiki.close();
    }
    return DONE;
  },
};
