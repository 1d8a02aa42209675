import { describe, expect, test } from 'vitest';
import {
  continueLine,
  type Edit,
  emptyTable,
  insertBlock,
  linkTo,
  nextHeading,
  toggleAround,
  toggleLines,
} from './markdown-commands.ts';

/** A text in which what is chosen stands between bars, before and after. */
function edited(marked: string, change: (text: string, range: { from: number; to: number }) => Edit): string {
  const from = marked.indexOf('|');
  const to = marked.indexOf('|', from + 1) === -1 ? from : marked.indexOf('|', from + 1) - 1;
  const text = marked.replaceAll('|', '');
  const edit = change(text, { from, to });
  const made = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const { selection } = edit;
  return selection.from === selection.to
    ? `${made.slice(0, selection.from)}|${made.slice(selection.from)}`
    : `${made.slice(0, selection.from)}|${made.slice(selection.from, selection.to)}|${made.slice(selection.to)}`;
}

describe('the commands of the editor', () => {
  test.each([
    ['around what is chosen', 'un |mot| ici', 'un **|mot|** ici'],
    ['away where they are', 'un **|mot|** ici', 'un |mot| ici'],
    ['around nothing, to type between them', 'un |', 'un **|**'],
    ['not around the spaces', 'un| mot |ici', 'un **|mot|** ici'],
  ])('put signs %s', (_, before, after) => {
    expect(edited(before, (text, range) => toggleAround(text, range, '**'))).toBe(after);
  });

  test('take one asterisk of two for no sign of its own', () => {
    expect(edited('**|mot|**', (text, range) => toggleAround(text, range, '*'))).toBe('***|mot|***');
  });

  test.each([
    ['a list of lines', '|un\ndeux|\n', '|- un\n- deux|\n'],
    ['lines of a list', '|- un\n- deux|\n', '|un\ndeux|\n'],
    ['an item of an empty line', 'un\n|', 'un\n- |'],
  ])('make %s', (_, before, after) => {
    expect(edited(before, (text, range) => toggleLines(text, range, '- '))).toBe(after);
  });

  test('go through the levels of a heading', () => {
    expect(edited('ti|tre\nsuite', nextHeading)).toBe('## titre|\nsuite');
    expect(edited('## ti|tre', nextHeading)).toBe('### titre|');
    expect(edited('### ti|tre', nextHeading)).toBe('titre|');
  });

  test.each([
    ['plain', 'La FAQ', '/faq', '[La FAQ](/faq)'],
    ['with brackets', 'a [b]', '/faq', '[a \\[b\\]](/faq)'],
    ['with a space in its address', 'a', '/une page', '[a](</une page>)'],
  ])('write a link, %s', (_, words, address, link) => {
    expect(linkTo(words, address)).toBe(link);
  });

  test('write an empty table as a block of its own', () => {
    const table = emptyTable(2, 1, (column) => `Titre ${column}`);
    expect(table).toBe('| Titre 1 | Titre 2 |\n| ------- | ------- |\n|         |         |');
    expect(edited('un|\ndeux', (text, range) => insertBlock(text, range, 'X'))).toBe('un\n\n|X|\n\ndeux');
    expect(edited('un\n\n|', (text, range) => insertBlock(text, range, 'X'))).toBe('un\n\n|X|\n');
  });

  test.each([
    ['a list', '- un|', '- un\n- |'],
    ['a list with numbers', '9. un|', '9. un\n10. |'],
    ['tasks', '- [x] un|', '- [x] un\n- [ ] |'],
    ['a quotation', '> un|', '> un\n> |'],
  ])('go on with %s at the end of a line', (_, before, after) => {
    expect(edited(before, (text, range) => continueLine(text, range) as Edit)).toBe(after);
  });

  test('end a list at an item without a word', () => {
    expect(edited('- un\n- |', (text, range) => continueLine(text, range) as Edit)).toBe('- un\n|');
  });

  test('leave other lines to the browser', () => {
    expect(continueLine('un', { from: 2, to: 2 })).toBeUndefined();
  });
});
