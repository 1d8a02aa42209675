import type { SaidAccount, SaidRepository } from '../../src/register/record.ts';
import { Register } from '../../src/register/register.ts';
import { registerContext } from '../../src/register/register-context.ts';
import { type Engine, placeOn, usualEngine } from './engines.ts';
import type { Files } from './git.ts';
import { type Served, served } from './served.ts';

/** A wiki whose register is served; closed by `await using`. */
export interface ServedRegister extends AsyncDisposable {
  readonly site: Served;
  readonly register: Register;
  /** Records this, at a time in seconds since 1970, and has it shown. */
  record(
    repositories: readonly SaidRepository[],
    accounts?: readonly SaidAccount[],
    time?: number,
  ): Promise<void>;
}

/** Serves a wiki of these files, with an empty register. */
export async function servedRegister(files: Files, engine?: Engine): Promise<ServedRegister> {
  const place = await (engine ? engine.place() : placeOn(usualEngine()));
  const site = await served(files, { place });
  const register = await Register.open(place.dataFolder, site.wiki.database);
  return {
    site,
    register,
    async record(repositories, accounts = [], time = 1_700_000_000) {
      const { reader } = site.wiki.database;
      const context = await registerContext(reader, site.wiki.objects, (await site.wiki.site()) as never);
      await register.record(context, { repositories, accounts }, { message: () => 'Import', time });
      await site.wiki.update();
    },
    async [Symbol.asyncDispose]() {
      register.close();
      await site[Symbol.asyncDispose]();
    },
  };
}
