import { readCargoLock, readCargoToml } from './cargo.ts';
import { readComposerJson, readComposerLock } from './composer.ts';
import type { Dependency, Ecosystem } from './dependency.ts';
import { readGemfile, readGemfileLock } from './gem.ts';
import { readGoMod, readGoSum } from './golang.ts';
import { readPom } from './maven.ts';
import { type DependencyFault, NotRead } from './not-read.ts';
import { readPackageJson, readPackageLock, readYarnLock } from './npm.ts';
import { readPnpmLock } from './pnpm.ts';
import { readPipfileLock, readPyproject, readPythonLock, readRequirements } from './pypi.ts';

interface Reader {
  readonly names: readonly string[] | RegExp;
  readonly ecosystem: Ecosystem;
  readonly read: (text: string) => readonly Dependency[];
}

/** One row a kind of file. */
const READERS: readonly Reader[] = [
  { names: ['package.json'], ecosystem: 'npm', read: readPackageJson },
  { names: ['package-lock.json', 'npm-shrinkwrap.json'], ecosystem: 'npm', read: readPackageLock },
  { names: ['yarn.lock'], ecosystem: 'npm', read: readYarnLock },
  { names: ['pnpm-lock.yaml'], ecosystem: 'npm', read: readPnpmLock },
  {
    names: /^(?:[\w.-]*-)?requirements(?:[-_.][\w.-]*)?\.(?:txt|in)$/,
    ecosystem: 'pypi',
    read: readRequirements,
  },
  { names: ['pyproject.toml'], ecosystem: 'pypi', read: readPyproject },
  { names: ['poetry.lock', 'uv.lock', 'pdm.lock'], ecosystem: 'pypi', read: readPythonLock },
  { names: ['Pipfile.lock'], ecosystem: 'pypi', read: readPipfileLock },
  { names: ['pom.xml'], ecosystem: 'maven', read: readPom },
  { names: ['composer.json'], ecosystem: 'composer', read: readComposerJson },
  { names: ['composer.lock'], ecosystem: 'composer', read: readComposerLock },
  { names: ['Gemfile', 'gems.rb'], ecosystem: 'gem', read: readGemfile },
  { names: ['Gemfile.lock', 'gems.locked'], ecosystem: 'gem', read: readGemfileLock },
  { names: ['Cargo.toml'], ecosystem: 'cargo', read: readCargoToml },
  { names: ['Cargo.lock'], ecosystem: 'cargo', read: readCargoLock },
  { names: ['go.mod'], ecosystem: 'golang', read: readGoMod },
  { names: ['go.sum'], ecosystem: 'golang', read: readGoSum },
];

/** In bytes. The lock file of a large site has 5 MB. */
export const MAX_DEPENDENCY_FILE = 16 * 1024 * 1024;
const MAX_DEPENDENCIES = 50_000;
const MAX_TEXT = 300;

export interface DependencyReading {
  readonly dependencies: readonly Dependency[];
  readonly fault?: DependencyFault;
}

/** Whether a file, by its path, tells dependencies; of which ecosystem. */
export function dependencyFile(path: string): Ecosystem | undefined {
  return readerOf(path)?.ecosystem;
}

/** Reads the dependencies that a file tells. What is no file of dependencies tells none. */
export function readDependencies(path: string, bytes: Uint8Array): DependencyReading {
  const reader = readerOf(path);
  if (!reader) return { dependencies: [] };
  try {
    const dependencies = reader.read(decoded(bytes)).filter(isSound).slice(0, MAX_DEPENDENCIES);
    return { dependencies };
  } catch (error) {
    if (!(error instanceof NotRead)) throw error;
    return { dependencies: [], fault: error.fault };
  }
}

function readerOf(path: string): Reader | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return READERS.find(({ names }) => (names instanceof RegExp ? names.test(name) : names.includes(name)));
}

function decoded(bytes: Uint8Array): string {
  if (bytes.length > MAX_DEPENDENCY_FILE) throw new NotRead('file-size');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotRead('encoding');
  }
}

/** A name that a registry could have. */
function isSound({ name, requirement = '', version = '' }: Dependency): boolean {
  return (
    /^[^\s\p{Cc}<>"]+$/u.test(name) && [name, requirement, version].every(({ length }) => length <= MAX_TEXT)
  );
}
