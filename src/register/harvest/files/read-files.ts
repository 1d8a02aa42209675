import { readCitation } from '../../citation.ts';
import { readCodemeta } from '../../codemeta.ts';
import { dependencyFile, readDependencies } from '../../dependencies/read-dependencies.ts';
import { findLicence } from '../../licence-file.ts';
import type { LicenceText } from '../../licence-texts.ts';
import { readPubliccode } from '../../publiccode/check.ts';
import type { SaidRepository } from '../../record.ts';
import { readLicenceExpression } from '../../spdx.ts';
import { ForgeFault } from '../fault.ts';
import { type FileRole, FORGE_FOLDERS, filesOf, hasCi, hasReuse } from './file-roles.ts';
import { readmeExcerpt } from './readme-excerpt.ts';
import type { ListedFile, RepositoryFiles } from './repository-files.ts';
import { saidDependencies } from './said-dependencies.ts';
import { saidFindings, saidPubliccode } from './said-publiccode.ts';

/** In bytes. What is longer is cut, or not read at all where half of it says nothing. */
const MAX_PROSE = 256 * 1024;
const MAX_METADATA = 1024 * 1024;
const MAX_MANIFEST = 8 * 1024 * 1024;
const MAX_MANIFESTS = 12;

export interface ReadingFiles {
  /** YYYY-MM-DD, UTC. */
  readonly today: string;
  /** Whether the forge does not say which licence it has. */
  readonly needsLicence: boolean;
  readonly licences: () => readonly LicenceText[];
}

export type SaidByFiles = Partial<SaidRepository>;

/** What the files of a repository say of it. Throws {@link ForgeFault} where the forge does not tell them. */
export async function readFiles(files: RepositoryFiles, reading: ReadingFiles): Promise<SaidByFiles> {
  const first = await files.list('');
  const own = await ownFolder(files, first);
  const cut: string[] = [];
  const has = (role: FileRole) => filesOf(role, [...first, ...own.files]).length > 0;
  const take = async (file: ListedFile | undefined, max: number, isWhole = false) => {
    if (!file) return undefined;
    const isLarge = isWhole && (file.size ?? 0) > max;
    const found = isLarge ? undefined : await files.read(file.name, max).catch(unreadable);
    if (!found || found.isCut) cut.push(file.name);
    return found && !(isWhole && found.isCut) ? found.bytes : undefined;
  };
  const [readme] = filesOf('readme', first);
  const prose = await take(readme, MAX_PROSE);
  const metadata = await readMetadata(first, (file) => take(file, MAX_METADATA), reading);
  const licence = reading.needsLicence
    ? await readLicence(first, take, metadata.licences, reading)
    : undefined;
  return {
    has_readme: has('readme'),
    has_contributing: has('contributing') || (await hasGuide(files, first)),
    has_changelog: has('changelog'),
    has_security: has('security'),
    has_publiccode: has('publiccode'),
    has_codemeta: has('codemeta'),
    has_citation: has('citation'),
    has_reuse: hasReuse(first),
    has_ci: hasCi(first, own.files),
    readme_excerpt: readme && prose ? readmeExcerpt(readme.name, textOf(prose)) : null,
    ...metadata.said,
    ...(licence !== undefined && { spdx_id: licence }),
    dependencies: await dependenciesOf(first, (file) => take(file, MAX_MANIFEST, true)),
    files_cut: cut,
  };
}

/** A forge that refuses one file, as GitHub does those above 100 MB, may tell the others. */
function unreadable(error: unknown): undefined {
  const { reason } = error instanceof ForgeFault ? error : { reason: undefined };
  if (reason === 'refused' || reason === 'not-found' || reason === 'gone') return undefined;
  throw error;
}

/** The folder that its forge looks in, of which there is one as a rule. */
async function ownFolder(files: RepositoryFiles, first: readonly ListedFile[]) {
  const names = FORGE_FOLDERS.filter((folder) =>
    first.some(({ name, isFolder }) => isFolder && name === folder),
  );
  const lists = await Promise.all(names.map((name) => files.list(name)));
  return { files: lists.flat() };
}

/** GitHub shows a guide for contributors that is in `docs`, too. */
async function hasGuide(files: RepositoryFiles, first: readonly ListedFile[]): Promise<boolean> {
  if (!first.some(({ name, isFolder }) => isFolder && name === 'docs')) return false;
  return filesOf('contributing', await files.list('docs')).length > 0;
}

type Take = (file: ListedFile | undefined, max: number) => Promise<Uint8Array | undefined>;

async function readMetadata(
  first: readonly ListedFile[],
  take: (file: ListedFile | undefined) => Promise<Uint8Array | undefined>,
  { today }: ReadingFiles,
) {
  const bytes = async (role: FileRole) => await take(filesOf(role, first)[0]);
  const publiccode = await bytes('publiccode');
  const codemeta = await bytes('codemeta');
  const citation = await bytes('citation');
  const read = publiccode && readPubliccode(publiccode, { today });
  return {
    said: {
      publiccode: read ? saidPubliccode(read) : null,
      publiccode_findings: read ? saidFindings(read.findings) : null,
    },
    /** Which licence they say it has. */
    licences: [
      read?.publiccode?.legal?.license,
      codemeta && readCodemeta(codemeta).metadata?.licence,
      citation && readCitation(citation, { today }).metadata?.licence,
    ],
  };
}

/** By its text; else as publiccode.yml, codemeta.json or CITATION.cff say. Null where nothing tells. */
async function readLicence(
  first: readonly ListedFile[],
  take: Take,
  said: readonly (string | undefined)[],
  { licences }: ReadingFiles,
): Promise<string | null> {
  for (const file of filesOf('licence', first).slice(0, 2)) {
    const bytes = await take(file, MAX_PROSE);
    const found = bytes && findLicence(textOf(bytes), licences());
    if (found) return found.expression;
  }
  const known = said.map((one) => (one === undefined ? undefined : readLicenceExpression(one)));
  return known.find((one) => one && one.unknown.length === 0)?.canonical ?? null;
}

async function dependenciesOf(
  first: readonly ListedFile[],
  take: (file: ListedFile) => Promise<Uint8Array | undefined>,
) {
  const manifests = first.filter(({ name, isFolder }) => !isFolder && dependencyFile(name) !== undefined);
  const read = [];
  for (const file of manifests.slice(0, MAX_MANIFESTS)) {
    const bytes = await take(file);
    if (bytes) read.push(readDependencies(file.name, bytes).dependencies);
  }
  return saidDependencies(read);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
