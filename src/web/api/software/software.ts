import { z } from 'zod';
import { codeRepository } from '../../../store/code-addresses.ts';
import { pageAt } from '../../../store/pages.ts';
import { declarationsOf } from '../../../store/software-declarations.ts';
import { eventsOfSoftware } from '../../../store/software-events.ts';
import { softwareAt } from '../../../store/software-listing.ts';
import type { SoftwareTable } from '../../../store/software-tables.ts';
import type { Context } from '../../context.ts';
import { feedAddress } from '../../feeds/addresses.ts';
import { REPOSITORY } from '../code/repository-summary.ts';
import { movedTo } from '../moved-to.ts';
import { operation, operationAddress } from '../operation.ts';
import { problemAnswer } from '../problem.ts';
import { url } from '../values.ts';
import { declared, declaredOf } from './declared.ts';
import { noCatalogue } from './no-catalogue.ts';
import { changeOf, rowChange, tableVersion, versionOf } from './row-event.ts';
import { SOFTWARE_PATH } from './software-named.ts';
import { softwareSummary, summaryOf } from './software-summary.ts';

const MAX_EVENTS = 300;

export const software = softwareSummary.extend({
  sheetUrl: url('Its sheet, for programs.', '/-/api/v1/pages/fiches/rudder.md').nullable(),
  repositoryUrl: url(
    'Its source code in the register, for programs.',
    '/-/api/v1/code/repositories/forge.example/rudder',
  ).nullable(),
  feedUrl: url('What changes of it, as Atom.', '/-/feeds/software/12.atom'),
  ...declared,
  history: z
    .array(z.object({ ...rowChange, ...tableVersion }))
    .describe(`What the versions of the table did to its row, the newest ${MAX_EVENTS} first.`),
});

/** `/software/{key}`: all that is known of one, who says what, and what became of its row. */
export const getSoftware = operation({
  id: 'getSoftware',
  path: SOFTWARE_PATH,
  examples: ['12'],
  query: z.object({}),
  answer: software,
  mayMove: true,
  problems: [404],
  async respond({ context, names: [name = ''] }) {
    if (!context.site.settings.software) return noCatalogue();
    const row = await context.ask(softwareAt, name.normalize('NFC').toLowerCase().replace(/\/$/, ''));
    if (!row)
      return problemAnswer(404, {
        detail: 'The catalogue has no software of this key. Write it as lists do: its number, else its name.',
      });
    if (row.key !== name) return movedTo(context, operationAddress(SOFTWARE_PATH, row.key));
    return { value: await softwareValue(context, row) };
  },
});

async function softwareValue(context: Context, row: SoftwareTable): Promise<z.infer<typeof software>> {
  const { ask, site, origin } = context;
  const sheet = row.sheet === null ? undefined : await ask(pageAt, row.sheet);
  const code = row.repository === null ? undefined : await ask(codeRepository, row.repository);
  const events = await ask(eventsOfSoftware, row.key, MAX_EVENTS);
  return {
    ...summaryOf(context, row),
    sheetUrl: sheet ? origin + operationAddress('/pages/{path}', sheet.path) : null,
    repositoryUrl: code ? origin + operationAddress(REPOSITORY, code.address) : null,
    feedUrl: origin + feedAddress(site, { kind: 'software', key: row.key }, site.defaultLanguage),
    ...declaredOf(await ask(declarationsOf, row.key)),
    history: events.map((event) => ({ ...changeOf(event), ...versionOf(context, event) })),
  };
}
