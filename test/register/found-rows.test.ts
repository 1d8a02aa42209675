import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { randomFrom } from '../../bench/random.ts';
import type { CodeFilterName } from '../../src/store/code-facets.ts';
import { CODE_SORTS, codeNumbers, countCode, listCode } from '../../src/store/code-listing.ts';
import { type CodeRequest, matching } from '../../src/store/code-request.ts';
import { rowsMatching } from '../../src/store/code-rows.ts';
import { onEachEngine } from '../support/engines.ts';
import { registerOf, said } from '../support/register.ts';

const FILES = {
  'index.md': '# A',
  'greffe.yml': 'register: { accounts: comptes.yml, organisations: organismes.yml }',
  'comptes.yml': 'gitlab.example:\n  forge: gitlab\n  owners:\n    ville-exemple: { pso_id: ville }\n',
  'organismes.yml': 'ville: { name: Ville, parent: region }\nregion: Région\n',
};

const REPOSITORIES = Array.from({ length: 60 }, (_, at) => {
  const random = randomFrom(at + 1);
  const some = <T>(...values: readonly T[]): T => values[random.below(values.length)] as T;
  return said(`outil-${at}`, {
    description: some('une carte', 'un budget', 'une carte du budget'),
    language: some(null, 'Go', 'Rust', 'Rust', 'Rust'),
    spdx_id: some(null, 'MIT', 'MIT', 'EUPL-1.2'),
    topics: some([], ['carte'], ['carte', 'budget']),
    is_archived: some(null, true, false),
    stars_count: random.below(6),
    creation_date: `20${10 + random.below(10)}-01-01T00:00:00Z`,
  });
});

const CHOSEN: readonly (readonly [CodeFilterName, string])[] = [
  ['organisation', 'region'],
  ['language', 'Rust'],
  ['licence', 'MIT'],
  ['topic', 'carte'],
  ['archived', 'no'],
  ['year', '2013'],
  ['language', 'Cobol'],
];

/** Every pair of filters, and each alone. */
const REQUESTS: readonly CodeRequest[] = CHOSEN.flatMap((one, at) =>
  CHOSEN.slice(at).map((other) => ({ tokens: [], filters: Object.fromEntries([one, other]) })),
);

onEachEngine('repositories', (engine) => {
  test('are the same in whichever way they are found: by the rarest value, by several indexes, in passing', async () => {
    const { record, reader } = await registerOf(FILES, engine);
    await record(REPOSITORIES);
    for (const request of [...REQUESTS, { tokens: [['cart']], filters: { language: 'Rust' } }]) {
      const what = JSON.stringify(request);
      const { rows } = await sql<{ id: number }>`select id from code_repository
        where ${matching(reader, request)} order by id`.execute(reader);
      const expected = rows.map(({ id }) => id);
      for (const many of [0, 1_000]) {
        const { from, where } = await rowsMatching(reader, request, many);
        const found = await sql<{ id: number }>`select code_repository.id as id from ${from} where ${where}
          order by code_repository.id`.execute(reader);
        expect(
          found.rows.map(({ id }) => id),
          `${what} ${many}`,
        ).toEqual(expected);
      }
      expect((await countCode(reader, request)).count, what).toBe(expected.length);
      for (const sort of CODE_SORTS) {
        const ordered = await codeNumbers(reader, request, sort);
        for (const [offset, limit] of [
          [0, 3],
          [4, 5],
          [0, 60],
        ] as const) {
          const listed = await listCode(reader, request, { sort, limit, offset });
          expect(
            listed.map(({ id }) => id),
            `${what} by ${sort} from ${offset}`,
          ).toEqual(ordered.slice(offset, offset + limit));
        }
      }
    }
  });
});
