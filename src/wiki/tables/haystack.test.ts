import { expect, test } from 'vitest';
import { findWord, haystackOf } from './haystack.ts';
import { random } from './table.fixture.ts';

test('a word is found in all the texts that contain it, and no other', () => {
  const next = random(11);
  for (let round = 0; round < 200; round += 1) {
    const texts = Array.from({ length: next(40) }, () =>
      Array.from({ length: next(6) }, () => 'abé'[next(3)]).join(''),
    );
    const word = Array.from({ length: 1 + next(3) }, () => 'abe'[next(3)]).join('');
    const found = new Uint8Array(texts.length);
    const any = findWord(haystackOf(texts), word, found);
    const expected = texts.map((text) => (text.replaceAll('é', 'e').includes(word) ? 1 : 0));
    expect([...found]).toEqual(expected);
    expect(any).toBe(expected.includes(1));
  }
});
