import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Invalid } from '../../config/errors.ts';
import { DEFAULT_SHEETS, sillSheets } from '../../register/software/import-sill.ts';
import { readSill } from '../../register/software/sill.ts';
import type { Software } from '../../register/software/software.ts';
import { everySoftware } from '../../store/software-listing.ts';
import { type Command, DONE } from '../command.ts';
import { openWiki, WIKI_OPTIONS } from '../open-wiki.ts';
import { updateSoftwareOf } from './update-of.ts';

export const importSoftware: Command = {
  name: 'import',
  summary: 'make sheets of a catalogue such as the SILL',
  help: `Usage: greffe software import FILE --out DIR [--wiki REPOSITORY] [--data DIR] [--config FILE]

Reads the sill.json of a catalogue and writes a sheet for each software that has none in the wiki, into a folder: a working
copy of the wiki, from which the sheets are committed, pushed or mailed (git send-email) as any other change. It replaces no
file, and changes no table.

  FILE               sill.json, as the SILL has published it since 2021, or as /-/software/sill.json gives it
  --out DIR          where the files go
  --wiki REPOSITORY  the wiki whose catalogue it is, as for greffe serve (default: .)
  --data DIR         where the index is kept, as for greffe serve
  --config FILE      settings that go before those of the repository's greffe.yml

Exit codes: 0 done, 1 could not, 2 not understood.
`,
  options: { ...WIKI_OPTIONS, wiki: { type: 'string' }, out: { type: 'string' } },
  positionals: 1,
  async run(values, [file]) {
    if (file === undefined || values.out === undefined)
      throw new Invalid('A file and a folder are needed.', 'See greffe software import --help.');
    const { software, skipped } = readSill(await textOf(file));
    const { wiki } = await openWiki(values, values.wiki === undefined ? '.' : String(values.wiki));
    try {
      await wiki.update();
      await updateSoftwareOf(wiki);
      const settings = (await wiki.site())?.settings.software;
      const rows = await everySoftware(wiki.database.reader);
      const known = rows.map(({ record }) => JSON.parse(record) as Software);
      const { files, had } = sillSheets(software, known, settings);
      const written = await writeFiles(String(values.out), files);
      process.stdout.write(
        `${software.length} software read, ${written} sheets written, ${had.length} have one already\n`,
      );
      if (written < files.length)
        process.stderr.write(
          `greffe: ${files.length - written} files are there already, and stay as they are.\n`,
        );
      if (skipped > 0)
        process.stderr.write(`greffe: ${skipped} entries name no software, and are passed over.\n`);
      if (settings?.sheets === undefined)
        process.stderr.write(
          `greffe: Name their folder in greffe.yml: software: { sheets: ${DEFAULT_SHEETS}/ }\n`,
        );
      return DONE;
    } finally {
      await wiki.close();
    }
  },
};

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Invalid(
      `The file ${file} cannot be read.`,
      'Name one that exists, and that this user may read.',
      { cause },
    );
  }
}

/** Writes those that are not there; gives how many. */
async function writeFiles(
  folder: string,
  files: readonly { readonly path: string; readonly content: string }[],
) {
  let written = 0;
  for (const { path, content } of files) {
    const place = join(folder, path);
    if (existsSync(place)) continue;
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
    written++;
  }
  return written;
}
