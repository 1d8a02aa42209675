import { expect, test } from 'vitest';
import { type Engine, onEachEngine } from './support/engines.ts';
import { repository } from './support/git.ts';
import { dumpIndex } from './support/index-dump.ts';
import { RandomWiki } from './support/random-wiki.ts';
import { unindexed } from './support/wiki.ts';

/** Histories, and how far each goes: PostgreSQL is slower and differs in nothing that more of them would tell. */
const histories: Readonly<
  Record<Engine['name'], { readonly seeds: readonly number[]; readonly rounds: number }>
> = {
  sqlite: { seeds: [1, 2, 3, 4], rounds: 12 },
  postgresql: { seeds: [5], rounds: 8 },
};

onEachEngine('an index', (engine) => {
  const { seeds, rounds } = histories[engine.name];
  test.each(seeds)(
    'kept up to date is the one made from nothing, whatever the history (%i)',
    async (seed) => {
      const wiki = await repository();
      const random = new RandomWiki(wiki, seed);
      const kept = await unindexed(wiki, { place: await engine.place() });
      const made = await unindexed(wiki, { place: await engine.place() });
      for (let round = 0; round < rounds; round++) {
        const steps: string[] = [];
        for (let step = 0; step <= round % 3; step++) steps.push(await random.step());
        await kept.update();
        await made.update({ rebuild: true });
        expect(await dumpIndex(kept.database), `round ${round}: ${steps.join(', ')}`).toEqual(
          await dumpIndex(made.database),
        );
        expect((await dumpIndex(kept.database)).faults).toEqual([]);
      }
    },
  );
});
