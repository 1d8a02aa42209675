import { expect, test } from 'vitest';
import { diffTexts } from '../../wiki/text-diff.ts';
import { reviewComments } from '../patch/review-comments.ts';
import { putWording } from './put-wording.ts';
import { type LineRange, quoteLines } from './quote-lines.ts';
import { reviewText } from './review-text.ts';

const BEFORE = 'Un.\nDeux.\nTrois.\nQuatre.\n';
const AFTER = 'Un.\nDeux et demi.\nTrois.\nEncore.\nUn.\n';

function quoted(range: LineRange) {
  return quoteLines('faq.md', diffTexts(BEFORE, AFTER, { context: 1_000 }) ?? [], range);
}

const read = (range: LineRange, wording?: readonly string[]) =>
  reviewComments(reviewText({ quote: quoted(range), comment: 'Hum.', wording }, 'https://wiki.example/'))[0];

test('a line is quoted below the one that it replaced, and the message reads back as it was meant', () => {
  const text = reviewText({ quote: quoted({ side: 'new', from: 2, to: 2 }), comment: 'Hum.' }, undefined);
  expect(text).toContain(
    '> --- a/faq.md\n> +++ b/faq.md\n> @@ -2,1 +2,1 @@\n> -Deux.\n> +Deux et demi.\n\nHum.\n',
  );
  expect(read({ side: 'new', from: 2, to: 2 })).toMatchObject({
    path: 'faq.md',
    line: { kind: 'added', text: 'Deux et demi.' },
    text: 'Hum.',
  });
});

test('a line that went is quoted as such', () => {
  expect(quoted({ side: 'old', from: 2, to: 2 })?.lines).toEqual([{ kind: 'removed', text: 'Deux.' }]);
});

test.each([
  ['none of the lines of either version', { side: 'new', from: 70, to: 80 }],
  ['a line that did not go', { side: 'old', from: 1, to: 1 }],
] as const)('%s are no quote', (_, range) => {
  expect(quoted(range)).toBeUndefined();
});

test('another wording takes the place of its lines, whatever it holds', () => {
  const lines = ['```sh', '> Deux et demie.', '```'];
  const wording = read({ side: 'new', from: 2, to: 3 }, lines)?.wording;
  expect(wording && putWording(AFTER, wording)).toBe('Un.\n```sh\n> Deux et demie.\n```\nEncore.\nUn.\n');
});

test('another wording is for the line of its number, where several say the same', () => {
  const wording = read({ side: 'new', from: 5, to: 5 }, ['Une.'])?.wording;
  expect(wording && putWording(AFTER, wording)).toBe('Un.\nDeux et demi.\nTrois.\nEncore.\nUne.\n');
});

test('another wording of lines that have changed since has no place', () => {
  const wording = read({ side: 'new', from: 2, to: 2 }, ['Deux et demie.'])?.wording;
  expect(wording && putWording(BEFORE, wording)).toBeUndefined();
});

test('another wording of lines that moved finds them', () => {
  const wording = read({ side: 'new', from: 2, to: 2 }, ['Deux et demie.'])?.wording;
  expect(wording && putWording(`Zéro.\n${AFTER}`, wording)).toContain('Zéro.\nUn.\nDeux et demie.\n');
});
