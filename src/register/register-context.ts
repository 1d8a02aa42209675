import { createHash } from 'node:crypto';
import { DEFAULT_SCORE, type RegisterFile } from '../config/register-settings.ts';
import type { ObjectReader } from '../git/objects.ts';
import type { CodeAncestorTable, CodeOrganisationTable } from '../store/code-tables.ts';
import type { Reader } from '../store/database.ts';
import { fileAt } from '../store/files.ts';
import { type Forge, readAccounts } from '../wiki/register-files/accounts-file.ts';
import { concerned, MAX_DIRECTORY, readDirectory } from '../wiki/register-files/directory-file.ts';
import type { FileFinding, Reading } from '../wiki/register-files/finding.ts';
import { type Office, readOffices } from '../wiki/register-files/offices-file.ts';
import {
  ancestors,
  type Organisation,
  parentFault,
  readOrganisations,
} from '../wiki/register-files/organisations-file.ts';
import { type Platforms, readPlatforms } from '../wiki/register-files/platforms-file.ts';
import { type Remarkable, readRemarkable } from '../wiki/register-files/remarkable-file.ts';
import { whose } from '../wiki/register-files/whose.ts';
import { Analyser } from '../wiki/search/analyse.ts';
import type { Site } from '../wiki/site.ts';
import type { Indexing } from './index-entry.ts';

/** What the wiki says of the register: whose is what, how it is indexed and judged. */
export interface RegisterContext extends Indexing {
  /** Another one makes the index again. */
  readonly key: string;
  readonly organisations: readonly CodeOrganisationTable[];
  readonly ancestors: readonly CodeAncestorTable[];
  readonly forges: readonly Forge[];
  readonly offices: readonly Office[];
  readonly remarkable: readonly Remarkable[];
  readonly platforms: Platforms;
  readonly findings: readonly FileFinding[];
}

/** What every register is found in, beside the languages of its wiki: code is described in English everywhere. */
const CODE_LANGUAGE = 'en';
const MAX_LANGUAGES = 4;

/** Reads the files that the settings name, as the index of the wiki has them. */
export async function registerContext(
  reader: Reader,
  objects: ObjectReader,
  site: Site,
): Promise<RegisterContext> {
  const settings = site.settings.register;
  const findings: FileFinding[] = [];
  const ids: string[] = [];
  const read = async <T>(name: RegisterFile, parse: (text: string) => Reading<T>) => {
    const path = settings?.[name];
    if (path === undefined) return parse('').value;
    const file = await fileAt(reader, path);
    if (!file) {
      findings.push({
        path,
        line: 1,
        column: 1,
        message: `there is no such file, which register.${name} names`,
      });
      return parse('').value;
    }
    if ((file.size ?? 0) > 2 * MAX_DIRECTORY) {
      findings.push({ path, line: 1, column: 1, message: 'the file is too large to be read' });
      return parse('').value;
    }
    ids.push(`${name} ${file.oid}`);
    const { value, findings: found } = parse((await objects.read(file.oid)).toString());
    findings.push(...found.map((finding) => ({ path, ...finding })));
    return value;
  };
  const forges = await read('accounts', readAccounts);
  const directory = await read('directory', readDirectory);
  const own = await read('organisations', (text) => readOrganisations(text, directory));
  const offices = await read('offices', readOffices);
  const platforms = await read('platforms', readPlatforms);
  const organisations = joined(own, directory, forges, offices);
  const above = ancestors(organisations);
  const languages = languagesOf(site);
  const score = settings?.score ?? DEFAULT_SCORE;
  return {
    key: createHash('sha256')
      .update(JSON.stringify([languages, score, ids]))
      .digest('hex')
      .slice(0, 20),
    analysers: languages.map((language) => new Analyser(language)),
    whose: whose(forges),
    score,
    forges,
    organisations: organisations.map(({ id, name, parent }) => ({ id, name, parent: parent ?? null })),
    topOf: (organisation) =>
      above.has(organisation) ? (above.get(organisation)?.at(-1) ?? organisation) : undefined,
    ancestors: [...above].flatMap(([organisation, parents]) =>
      [organisation, ...parents].map((ancestor) => ({ organisation, ancestor })),
    ),
    offices,
    remarkable: await read('remarkable', readRemarkable),
    platforms,
    findings,
  };
}

/** The organisations of the wiki’s own file, and of the directory those that these, accounts or offices are about. */
function joined(
  own: readonly Organisation[],
  directory: readonly Organisation[],
  forges: readonly Forge[],
  offices: readonly Office[],
): readonly Organisation[] {
  const named = [
    ...own.flatMap(({ id, parent }) => [id, parent]),
    ...forges.flatMap(({ organisation, accounts }) => [
      organisation,
      ...(accounts ?? []).map((account) => account.organisation),
    ]),
    ...offices.map(({ organisation }) => organisation),
  ];
  const all = new Map(concerned(directory, named).map((one) => [one.id, one]));
  for (const one of own) all.set(one.id, { ...one, parent: one.parent ?? all.get(one.id)?.parent });
  // A parent of the one file and a parent of the other may lead round, though neither does.
  return [...all.values()].map((one) =>
    parentFault(one, all) === undefined ? one : { ...one, parent: undefined },
  );
}

/** The languages whose words repositories are found by. */
export function languagesOf({ languages }: Pick<Site, 'languages'>): readonly string[] {
  return [...new Set([...languages.slice(0, MAX_LANGUAGES - 1), CODE_LANGUAGE])];
}
