import type { SoftwareSettings } from '../../config/settings.ts';
import type { ObjectReader } from '../../git/objects.ts';
import type { Reader } from '../../store/database.ts';
import { fileAt } from '../../store/files.ts';
import { pageFactsOf, pagesBelow } from '../../store/pages.ts';
import { decodeText } from '../decode.ts';
import { frontMatterPlaces } from '../front-matter.ts';
import { readFacts } from '../page.ts';
import { nameOf } from '../paths.ts';
import type { FileFinding } from '../register-files/finding.ts';
import type { Site } from '../site.ts';
import { folded } from './folded.ts';
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

/** The first sheet of each software, by its number or name, folded. */
export function sheetsBySubject(sheets: readonly Sheet[]): ReadonlyMap<string, Sheet> {
  const bySubject = new Map<string, Sheet>();
  for (const sheet of sheets) {
    const subject = folded(sheet.of);
    if (!bySubject.has(subject)) bySubject.set(subject, sheet);
  }
  return bySubject;
}

/** What is wrong in sheets, and in all of them together: there is one for a software. */
export async function sheetFindings(
  reader: Reader,
  objects: ObjectReader,
  sheets: readonly Sheet[],
): Promise<FileFinding[]> {
  const bySubject = sheetsBySubject(sheets);
  const findings: FileFinding[] = [];
  for (const sheet of sheets) {
    const first = bySubject.get(folded(sheet.of));
    const found = first === sheet ? sheet.findings : [...sheet.findings, twice(sheet, first as Sheet)];
    const file = found.length > 0 ? await fileAt(reader, sheet.path) : undefined;
    if (!file) continue;
    const places = frontMatterPlaces(decodeText(await objects.read(file.oid)).text);
    const placed = found.map(({ path, place, message }) => ({ path, ...places(place), message }));
    findings.push(...placed.toSorted((a, b) => a.line - b.line || a.column - b.column));
  }
  return findings;
}

function twice({ path, of, ofKey }: Sheet, first: Sheet): SheetFinding {
  const message = `software: ${of} has a sheet already, ${first.path}; name another one, or put both in one page`;
  return { path, place: [ofKey], message };
}
