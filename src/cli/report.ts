import { readFileSync } from 'node:fs';
import { Invalid } from '../config/errors.ts';
import { ianaZone } from '../wiki/calendars/zones.ts';
import { draftReport } from '../wiki/report/draft-report.ts';
import { happeningsOf } from '../wiki/report/happenings.ts';
import { readMonth } from '../wiki/report/month.ts';
import { type Command, DONE } from './command.ts';
import { openWiki, WIKI_OPTIONS } from './open-wiki.ts';
import { showProgress } from './progress.ts';

export const report: Command = {
  name: 'report',
  summary: 'draft the report of a month',
  help: `Usage: greffe report MONTH [REPOSITORY] [--template FILE] [--lang LANGUAGE] [--data DIR] [--config FILE]

Writes to the standard output, as Markdown, a draft of what happened to the wiki in a month: pages, data, meetings,
who contributed. Edit it, save it in the wiki, commit it.

  MONTH            the year and the month: 2022-01
  REPOSITORY       as for greffe serve (default: .)
  --template FILE  a Markdown file whose text and headings the report keeps; what happened goes under the headings
                   that name it; {month} becomes the month's name, {title} the report's
  --lang LANGUAGE  fr or en (default: the wiki's first)
  --data DIR       where the index is kept
  --config FILE    settings that go before those of the repository's greffe.yml

Exit codes: 0 the draft is written, 1 it could not be made, 2 not understood.
`,
  options: { ...WIKI_OPTIONS, template: { type: 'string' }, lang: { type: 'string' } },
  positionals: 2,
  async run(values, [asked, location]) {
    if (asked === undefined) throw new Invalid('Which month?', 'Write greffe report 2022-01.');
    readMonth(asked);
    const template = typeof values.template === 'string' ? readTemplate(values.template) : undefined;
    const { wiki } = await openWiki(values, location);
    const endProgress = showProgress(wiki);
    try {
      await wiki.update();
      endProgress();
      const site = await wiki.site();
      if (!site) throw new Invalid('There is no wiki to report on.');
      const language = String(values.lang ?? site.defaultLanguage);
      const month = readMonth(asked, ianaZone(site.settings.timezone));
      const ask = wiki.database.reader;
      const happenings = await happeningsOf(
        (question, ...args) => question(ask, ...args),
        wiki.objects,
        month,
        site,
      );
      const { text, leftOut } = draftReport(happenings, month, language, template);
      process.stdout.write(text);
      if (leftOut.length > 0)
        process.stderr.write(`greffe: no heading of the template calls for: ${leftOut.join(', ')}.\n`);
    } finally {
      endProgress();
      await wiki.close();
    }
    return DONE;
  },
};

function readTemplate(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Invalid(`The template ${file} cannot be read.`, 'Name a Markdown file with --template.', {
      cause,
    });
  }
}
