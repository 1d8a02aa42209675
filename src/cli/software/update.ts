import { Invalid } from '../../config/errors.ts';
import { readHarvest } from '../../config/harvest.ts';
import { ForgeClient } from '../../register/harvest/forge-client.ts';
import { softwareFacts } from '../../register/software/catalogue.ts';
import { askSources, type SourceOutcome } from '../../register/software/sources/ask-sources.ts';
import { sourcesOf } from '../../register/software/sources/told.ts';
import { countSoftware } from '../../store/software-listing.ts';
import { type Command, DONE, FAILED } from '../command.ts';
import { openWiki, WIKI_OPTIONS } from '../open-wiki.ts';
import { updateSoftwareOf } from './update-of.ts';

export const update: Command = {
  name: 'update',
  summary: 'ask outside sources about the software of the catalogue',
  help: `Usage: greffe software update [--wiki REPOSITORY] [--again] [--offline] [--data DIR] [--config FILE]

Brings the catalogue of supported software to the newest commit, as greffe serve does by itself, and asks the sources that
software.sources in greffe.yml names about it. What they said within a day is not asked for again. Run it from a timer.

  --wiki REPOSITORY  the wiki whose catalogue it is, as for greffe serve (default: .)
  --again            ask for all of it, however recent
  --offline          ask nobody
  --data DIR         where the index is kept, as for greffe serve
  --config FILE      settings that go before those of the repository's greffe.yml

It may run while greffe serve does. Exit codes: 0 done, 1 a source could not be asked, 2 not understood.

Environment: GREFFE_HARVEST_CONTACT (for the User-Agent), GREFFE_HARVEST_PRIVATE (addresses on a private network that may be asked).
`,
  options: {
    ...WIKI_OPTIONS,
    wiki: { type: 'string' },
    again: { type: 'boolean' },
    offline: { type: 'boolean' },
  },
  positionals: 0,
  async run(values) {
    const { wiki } = await openWiki(values, values.wiki === undefined ? '.' : String(values.wiki));
    try {
      await wiki.update();
      const site = await wiki.site();
      const settings = site?.settings.software;
      if (!settings)
        throw new Invalid(
          'This wiki has no catalogue of software.',
          'Describe it under software in greffe.yml.',
        );
      await updateSoftwareOf(wiki);
      const asks = sourcesOf(settings).length > 0 && values.offline !== true;
      const outcomes = asks
        ? await askSources(wiki.database, settings, {
            client: new ForgeClient({ ...readHarvest(process.env), tokens: new Map() }),
            now: Math.floor(Date.now() / 1000),
            again: values.again === true,
          })
        : [];
      await updateSoftwareOf(wiki);
      const { reader } = wiki.database;
      const facts = await softwareFacts(reader);
      for (const { path, line, message } of facts?.findings ?? [])
        process.stderr.write(`greffe: ${path}, line ${line}: ${message}.\n`);
      const total = await countSoftware(reader, { tokens: [], filters: {} });
      process.stdout.write(`${total} software in the catalogue\n`);
      return report(outcomes);
    } finally {
      await wiki.close();
    }
  },
};

function report(outcomes: readonly SourceOutcome[]): number {
  for (const { name, asked, changed, kept, faults } of outcomes) {
    process.stdout.write(`${name}: ${asked} asked, ${changed} new, ${kept} kept from less than a day ago\n`);
    for (const { url, reason } of faults)
      process.stderr.write(`greffe: ${name}: ${reason} (${url}). What it said before is kept.\n`);
  }
  return outcomes.some(({ faults }) => faults.length > 0) ? FAILED : DONE;
}
