import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Invalid } from '../../config/errors.ts';
import { readCatalogue } from '../../register/import/catalogue.ts';
import { type Command, DONE } from '../command.ts';
import { REGISTER_OPTIONS, REGISTER_OPTIONS_HELP, withRegister } from './open.ts';

/** How many of the lines that could not be read are named. */
const NAMED = 5;

export const importCatalogues: Command = {
  name: 'import',
  summary: 'add what published catalogues say',
  help: `Usage: greffe register import FILE…

Adds the repositories and accounts of published catalogues to the register, in the order of the files: one commit a file,
none when it says nothing new. What was there stays; what an older catalogue says only fills in what was not known.

  FILE               repositories or organisations as code.gouv.fr publishes them (CSV or JSON, French or English
                     headers), a code.json, a page of the API of Developers Italia, or a list of addresses, one a line

${REGISTER_OPTIONS_HELP}`,
  options: REGISTER_OPTIONS,
  positionals: Number.POSITIVE_INFINITY,
  run: async (values, files) => {
    if (files.length === 0) throw new Invalid('Which files?', 'See greffe register import --help.');
    // All are read first: a file that is none leaves nothing of the others behind.
    const catalogues = await Promise.all(
      files.map(async (file) => ({ file, catalogue: readCatalogue(file, await bytesOf(file)) })),
    );
    return await withRegister(values, async ({ register, context }) => {
      for (const { file, catalogue } of catalogues) {
        const { commit, added, changed, unchanged, repeated } = await register.record(context, catalogue, {
          message: (counts) =>
            `Import ${basename(file)}\n\n${counts.added} repositories added, ${counts.changed} changed\n`,
          time: Math.floor(Date.now() / 1000),
        });
        const parts = [
          `${added} repositories added`,
          `${changed} changed`,
          `${unchanged} as before`,
          ...(repeated > 0 ? [`${repeated} named more than once`] : []),
          ...(catalogue.accounts.length > 0 ? [`${catalogue.accounts.length} accounts read`] : []),
          ...(commit === undefined ? ['nothing new'] : []),
        ];
        process.stdout.write(`${file}: ${parts.join(', ')}\n`);
        sayFaults(file, catalogue.skipped);
      }
      return DONE;
    });
  },
};

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new Invalid(
      `The file ${file} cannot be read.`,
      'Name one that exists, and that this user may read.',
      {
        cause,
      },
    );
  }
}

function sayFaults(file: string, lines: readonly number[]): void {
  if (lines.length === 0) return;
  const named = lines.slice(0, NAMED).join(', ');
  const more = lines.length > NAMED ? ` and ${lines.length - NAMED} more` : '';
  process.stderr.write(
    `greffe: ${file}: passed over, without the address of a repository or an account: ${named}${more}.\n`,
  );
}
