import { expect, test } from 'vitest';
import { namedLicence } from './licence.ts';

test.each([
  ['etalab-2.0', 'Licence Ouverte 2.0', 'etalab-2.0'],
  ['cc-by-sa-4.0', 'Creative Commons Attribution-ShareAlike 4.0', 'CC-BY-SA-4.0'],
  ['MIT', 'MIT License', 'MIT'],
  ['LiLiQ-P-1.1', 'LiLiQ-P-1.1', 'LiLiQ-P-1.1'],
])('%s is called %s, and leads to its text', (licence, name, id) => {
  expect(namedLicence(licence)).toEqual({ name, href: `https://spdx.org/licenses/${id}.html` });
});

test.each(['MIT OR Apache-2.0', 'Licence de l’atelier', 'Tous droits réservés', '../x-1.0', 'constructor'])(
  '“%s”, which is no identifier, leads nowhere',
  (licence) => {
    expect(namedLicence(licence)).toEqual({ name: licence });
  },
);
