import type { SoftwareSettings } from '../../config/settings.ts';
import type { ObjectReader } from '../../git/objects.ts';
import type { Reader } from '../../store/database.ts';
import { fileAt } from '../../store/files.ts';
import { pageFactsOf, pagesBelow } from '../../store/pages.ts';
import { readFacts } from '../page.ts';
import { nameOf } from '../paths.ts';
import type { FileFinding } from '../register-files/finding.ts';
import type { Site } from '../site.ts';
import { readSheet, type Sheet, type SheetFinding } from './sheet.ts';

const MAX_SHEETS = 20_000;

/** Pages of a folder that are about it, and no sheets. */
const NO_SHEET = /^(?:index|readme|_)/i;

/** The sheets of the wiki, as its index has their front matter: translations of one page are one sheet. */
export async function sheetsOf(
  reader: Reader,
  settings: Pick<SoftwareSettings, 'sheets' | 'attributes'>,
  { defaultLanguage }: Pick<Site, 'defaultLanguage'>,
): Promise<readonly Sheet[]> {
  if (settings.sheets === undefined) return [];
  const below = await pagesBelow(reader, settings.sheets.replace(/\/+$/, ''), MAX_SHEETS);
  const pages = below.filter(({ path, unlisted }) => unlisted === 0 && !NO_SHEET.test(nameOf(path)));
  const facts = await pageFactsOf(
    reader,
    pages.map(({ path }) => path),
  );
  const fronts = new Map(facts.map((one) => [one.path, readFacts(one.facts).front]));
  return [...Map.groupBy(pages, ({ family }) => family).values()].flatMap((family) => {
    const original = family.find(({ language }) => language === defaultLanguage) ?? family[0];
    if (!original) return [];
    const descriptions = family.filter(({ description }) => description !== '');
    return [
      readSheet(
        {
          path: original.path,
          title: original.title,
          front: fronts.get(original.path) ?? {},
          descriptions: Object.fromEntries(
            descriptions.map(({ language, description }) => [language, description]),
          ),
        },
        settings,
      ),
    ];
  });
}

/** The same findings with the lines of the keys that they are about. */
export async function sheetFindings(
  reader: Reader,
  objects: ObjectReader,
  findings: readonly SheetFinding[],
): Promise<FileFinding[]> {
  const texts = new Map<string, string>();
  for (const path of new Set(findings.map((finding) => finding.path))) {
    const file = await fileAt(reader, path);
    if (file) texts.set(path, (await objects.read(file.oid)).toString());
  }
  return findings.map(({ path, key, message }) => {
    const at =
      texts
        .get(path)
        ?.split('\n')
        .findIndex((line) => line.startsWith(`${key}:`)) ?? -1;
    return { path, line: at + 1 || 1, column: 1, message };
  });
}
