import { expect, test } from 'vitest';
import type { Database } from '../src/store/database.ts';
import { type Engine, onEachEngine } from './support/engines.ts';
import { repository } from './support/git.ts';
import { RandomWiki } from './support/random-wiki.ts';
import { unindexed } from './support/wiki.ts';

/** Histories, and how far each goes. */
const histories: Readonly<
  Record<Engine['name'], { readonly seeds: readonly number[]; readonly rounds: number }>
> = {
  sqlite: { seeds: [11, 13], rounds: 12 },
  postgresql: { seeds: [15], rounds: 6 },
};

onEachEngine('findings', (engine) => {
  const { seeds, rounds } = histories[engine.name];
  test.each(seeds)(
    'kept up to date by each push are those of an index made from nothing, whatever the history (%i)',
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
        const why = `round ${round}: ${steps.join(', ')}`;
        expect(await findings(kept.database), why).toEqual(await findings(made.database));
      }
    },
    60_000,
  );
});

async function findings({ reader }: Database) {
  const rows = await reader.selectFrom('finding').selectAll().execute();
  const awaited = await reader.selectFrom('awaited').selectAll().execute();
  return {
    findings: rows
      .map((row) => `${row.path}:${row.line} ${row.rule} ${row.subject} ${row.detail} ${row.fix}`)
      .sort(),
    awaited: awaited.map(({ path, source }) => `${source} ${path}`).sort(),
  };
}
