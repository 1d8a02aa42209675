import { expect, test } from 'vitest';
import { tableOf } from '../../wiki/tables/table.fixture.ts';
import { problemSentence } from './problem-fr.ts';

test('a problem of a table is said in French with what it is about', async () => {
  const { problems } = await tableOf('nom;prix\na\nb;1;c\nd;2\ne;3\nf;4\n');
  const said = problems.map(({ rule, values }) => problemSentence(rule, values));
  expect(said.map((text) => text?.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
    'La ligne a 1 cellule pour 2 colonnes : celles qui manquent sont montrées vides. Ajoutez-les.',
    'La ligne a 3 cellules pour 2 colonnes : elles ne sont plus montrées à partir de « c ». Mettez entre guillemets une cellule qui contient « ; ».',
  ]);
});

test('a rule that nobody knows is not translated', () => {
  expect(problemSentence('toString', {})).toBeUndefined();
});
