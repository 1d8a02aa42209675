import { expect, test } from 'vitest';
import { readTrainings, trainingsOn } from './trainings.ts';

const FILE = `
- organisme: École des logiciels
  description: |
    Des cours
  formations: [Débuter avec Git, Python avancé, 3, Gimp : les bases]
  site_web: https://ecole.example
- description: Sans nom
- organisme: Autre
  formations: [Digital]
  site_web: javascript:alert(1)
`;

test('courses are read one organisation at a time; one that has no name is told with its line', () => {
  const { value, findings } = readTrainings(FILE);
  expect(value).toMatchObject([
    {
      organisation: 'École des logiciels',
      courses: ['Débuter avec Git', 'Python avancé', '3', 'Gimp : les bases'],
      website: 'https://ecole.example',
    },
    { organisation: 'Autre', website: null },
  ]);
  expect(findings).toEqual([{ line: 7, column: 3, message: 'organisme: is missing: name the organisation' }]);
});

test('a software is found in the titles of courses by whole words', () => {
  const { value } = readTrainings(FILE);
  expect(trainingsOn(value, 'Git').map(({ courses }) => courses)).toEqual([['Débuter avec Git']]);
  expect(trainingsOn(value, 'git')).toHaveLength(1);
  expect(trainingsOn(value, 'R')).toEqual([]);
});

test.each([
  ['a: 1', 'the file is not a list of organisations; begin each with - organisme:'],
  ['- [', 'a bracket is not closed, or a line is not indented enough'],
  ['- a: b: c', expect.stringContaining('its value has a colon in it')],
  ['- *a', expect.stringContaining('its aliases (*) lead to nothing')],
])('a file that is none is told: %s', (source, message) => {
  expect(readTrainings(source)).toMatchObject({ value: [], findings: [{ message }] });
});

test('aliases without end are refused', () => {
  const bomb = `- &a { organisme: a }\n${Array.from({ length: 9 }, (_, at) => `- &b${at} [${Array(9).fill(at === 0 ? '*a' : `*b${at - 1}`)}]`).join('\n')}`;
  expect(readTrainings(bomb).findings[0]?.message).toMatch('alias');
});
