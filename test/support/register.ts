import { onTestFinished } from 'vitest';
import type { SaidAccount, SaidRepository } from '../../src/register/record.ts';
import { Register } from '../../src/register/register.ts';
import { registerContext } from '../../src/register/register-context.ts';
import type { Engine } from './engines.ts';
import { placeOn, usualEngine } from './engines.ts';
import { type Files, git } from './git.ts';
import { indexed } from './wiki.ts';

/** What the register is told of a repository of an invented town: `said('outil', { language: 'Go' })`. */
export function said(name: string, more: Partial<SaidRepository> = {}): SaidRepository {
  return {
    name,
    organization_name: 'ville-exemple',
    platform: 'GitLab',
    repository_url: `https://gitlab.example/ville-exemple/${name}`,
    ...more,
  };
}

/** The register of a wiki of these files, closed when the test ends. */
export async function registerOf(files: Files = { 'index.md': '# Accueil' }, engine?: Engine) {
  const place = await (engine ? engine.place() : placeOn(usualEngine()));
  const wiki = await indexed(files, { place });
  const register = await Register.open(place.dataFolder, wiki.database);
  onTestFinished(() => register.close());
  const context = async () => registerContext(wiki.database.reader, wiki.context.objects, await wiki.site());
  return {
    place,
    wiki,
    register,
    context,
    reader: wiki.database.reader,
    /** Records this at a fixed time. */
    async record(repositories: readonly SaidRepository[], accounts: readonly SaidAccount[] = []) {
      return await register.record(
        await context(),
        { repositories, accounts },
        { message: () => 'Import', time: 1_700_000_000 },
      );
    },
    git: (...args: readonly string[]) => git(register.gitDir, args),
  };
}
