import { expect, test } from 'vitest';
import { randomFrom } from '../../bench/random.ts';
import type { SaidRepository } from '../../src/register/record.ts';
import type { Reader } from '../../src/store/database.ts';
import { saveCodeTallies } from '../../src/store/tally-code.ts';
import { onEachEngine } from '../support/engines.ts';
import { registerOf, said } from '../support/register.ts';

const FILES = {
  'index.md': '# A',
  'greffe.yml': 'register: { accounts: comptes.yml, organisations: organismes.yml }',
  'comptes.yml': 'gitlab.example:\n  forge: gitlab\n  owners:\n    ville-exemple: { pso_id: ville }\n',
  'organismes.yml': 'ville: { label: Ville, parent: region }\nregion: { label: Région }\n',
};

const depends = (...direct: readonly string[]) => ({
  direct: [...direct],
  indirect: [],
  unknown: [],
  count: direct.length,
});

/** A repository about which nothing is sure. */
function invented(seed: number): SaidRepository {
  const random = randomFrom(seed);
  const some = <T>(...values: readonly T[]): T => values[random.below(values.length)] as T;
  return said(`outil-${random.below(12)}`, {
    language: some(null, 'Go', 'Rust'),
    spdx_id: some(null, 'MIT', 'EUPL-1.2'),
    topics: some([], ['carte'], ['carte', 'budget']),
    is_fork: some(null, true, false),
    is_archived: some(null, true, false),
    stars_count: random.below(50),
    forks_count: random.below(5),
    gone: some(null, null, null, '2026-01-01T00:00:00Z'),
    dependencies: some(
      null,
      depends('pkg:npm/vue@3.0.0'),
      depends('pkg:npm/vue@3.1.0', 'pkg:npm/yaml@2.0.0'),
    ),
  });
}

async function tallies(reader: Reader) {
  const rows = await reader.selectFrom('code_tally').selectAll().orderBy('facet').orderBy('value').execute();
  return rows.map((row) => ({ ...row, stars: Number(row.stars), forks: Number(row.forks) }));
}

onEachEngine('tallies of the register', (engine) => {
  test('that follow what changes are those that are counted anew', async () => {
    const { record, reader, wiki } = await registerOf(FILES, engine);
    for (let round = 0; round < 6; round++) {
      await record(Array.from({ length: 5 }, (_, at) => invented(round * 100 + at + 1)));
      const kept = await tallies(reader);
      await wiki.database.write((writer) => saveCodeTallies(writer));
      expect(kept, `round ${round}`).toEqual(await tallies(reader));
      expect(kept.length).toBeGreaterThan(5);
    }
  });
});
