import { expect, test } from 'vitest';
import { reviewComments } from './review-comments.ts';

const ANSWER = `Ada Exemple wrote:
> diff --git a/faq.md b/faq.md
> --- a/faq.md
> +++ b/faq.md
> @@ -1,3 +1,3 @@
>  # Questions
> -Deux.
> +Deux et demi.

« Deux et demie », puisque c'est une heure.

>  Trois.
> +Quatre.
Et pourquoi pas cinq ?
-- 
Mona
`;

test('a comment goes with the line of the patch that it follows, in its file', () => {
  expect(reviewComments(ANSWER)).toMatchObject([
    {
      path: 'faq.md',
      line: { kind: 'added', text: 'Deux et demi.' },
      text: "« Deux et demie », puisque c'est une heure.",
    },
    { path: 'faq.md', line: { kind: 'added', text: 'Quatre.' }, text: 'Et pourquoi pas cinq ?' },
  ]);
});

test.each([
  ['an answer that quotes nothing', 'Merci !\n'],
  ['an answer above all that it quotes', 'Parfait.\n\n> +Deux.\n'],
  ['what follows a quoted sentence', '> Voici ma version.\nBien.\n'],
  ['what follows the head of a quoted file', '> --- a/faq.md\n> +++ b/faq.md\nCe fichier ?\n'],
  ['what follows a quote of a quote', '> > +Deux.\nNon.\n'],
  ['a signature', '> +Deux.\n-- \nMona\n'],
])('%s is no comment on a line', (_, text) => {
  expect(reviewComments(text)).toEqual([]);
});

test('a second text after one quoted line is not said of that line again', () => {
  const comments = reviewComments('> +Deux.\nUn.\n> \nDeux.\n');
  expect(comments.map(({ text }) => text)).toEqual(['Un.']);
});

test('another wording is a fence below the lines that it is for, which may hold quotes itself', () => {
  const text = `> +++ b/faq.md
> @@ -7,2 +7,2 @@
> -Deux.
> +Deux et demi.
>  Trois.

Plutôt :

\`\`\`suggestion
> Deux et demie.

Trois.
\`\`\`
`;
  expect(reviewComments(text)).toMatchObject([
    {
      path: 'faq.md',
      line: { kind: 'context', text: 'Trois.' },
      text: 'Plutôt :',
      wording: {
        at: 7,
        quoted: [
          { kind: 'removed', text: 'Deux.' },
          { kind: 'added', text: 'Deux et demi.' },
          { kind: 'context', text: 'Trois.' },
        ],
        lines: ['> Deux et demie.', '', 'Trois.'],
      },
    },
  ]);
});
