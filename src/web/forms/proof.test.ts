import { expect, test } from 'vitest';
import { solve } from '../../../test/support/proof.ts';
import { newChallenge, type ProofPlace, readProof } from './proof.ts';

const place: ProofPlace = { secret: 'secret', purpose: '/-/sign-in', now: 1_700_000_000 };

test('work that was done is a proof, until its challenge is old', () => {
  const proof = solve(newChallenge(place));
  expect(readProof(proof, place)).toMatchObject({ expiresAt: place.now + 900 });
  expect(readProof(proof, { ...place, now: place.now + 899 })).toBeDefined();
  expect(readProof(proof, { ...place, now: place.now + 900 })).toBeUndefined();
  expect(readProof(proof, { ...place, now: place.now - 3_600 })).toBeUndefined();
});

test.each([
  ['of another form', (proof: string) => proof, { purpose: '/-/edit/a.md' }],
  ['of another site', (proof: string) => proof, { secret: 'other' }],
  ['put off', (proof: string) => proof.replace('1700000900', '1700000901'), {}],
  ['without its work', (proof: string) => proof.replace(/:.*/, ''), {}],
  ['of too few parts', (proof: string) => proof.replace(/,\d+$/, ''), {}],
  ['with other numbers', (proof: string) => proof.replace(/\d+$/, '999999999'), {}],
  ['with numbers that are none', (proof: string) => proof.replace(/\d+$/, '1e3'), {}],
  ['that is empty', () => '', {}],
  ['that is endless', () => '1'.repeat(1_000_000), {}],
])('a proof %s is none', (_, change, other) => {
  const proof = solve(newChallenge(place));
  expect(readProof(change(proof), { ...place, ...other })).toBeUndefined();
});
