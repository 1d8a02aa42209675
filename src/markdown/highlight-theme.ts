import type { ThemeRegistrationRaw } from 'shiki';

/**
 * What a piece of code can be, and the TextMate scopes that say so. The stylesheet gives the colours, through classes
 * `tok-keyword`, `tok-string`…: our pages allow no inline style.
 */
const scopes: readonly (readonly [kind: string, scopes: readonly string[]])[] = [
  ['comment', ['comment', 'punctuation.definition.comment']],
  ['string', ['string', 'punctuation.definition.string', 'markup.inline.raw']],
  ['escape', ['constant.character.escape', 'string.regexp']],
  ['number', ['constant.numeric']],
  ['constant', ['constant.language', 'constant.other', 'support.constant', 'variable.language']],
  ['keyword', ['keyword', 'storage', 'keyword.operator.new', 'keyword.control']],
  ['operator', ['keyword.operator', 'punctuation.separator.key-value']],
  ['function', ['entity.name.function', 'support.function', 'meta.function-call entity.name.function']],
  [
    'type',
    [
      'entity.name.type',
      'entity.name.class',
      'entity.other.inherited-class',
      'support.type',
      'support.class',
    ],
  ],
  ['tag', ['entity.name.tag', 'punctuation.definition.tag']],
  ['attribute', ['entity.other.attribute-name', 'support.type.property-name', 'meta.object-literal.key']],
  ['variable', ['variable', 'punctuation.definition.variable']],
  ['heading', ['markup.heading', 'entity.name.section']],
  ['inserted', ['markup.inserted']],
  ['deleted', ['markup.deleted']],
  ['changed', ['meta.diff', 'markup.changed']],
];

const PLAIN = '#000000';

/** Shiki wants colours: each kind gets one that only serves to recognise it. */
const colourOf = (index: number) => `#${(index + 1).toString(16).padStart(6, '0')}`;

const classes: ReadonlyMap<string, string> = new Map(
  scopes.map(([kind], index) => [colourOf(index).toUpperCase(), `tok-${kind}`]),
);

export const highlightTheme: ThemeRegistrationRaw = {
  name: 'kinds',
  type: 'light',
  fg: PLAIN,
  bg: '#FFFFFF',
  settings: [
    { settings: { foreground: PLAIN, background: '#FFFFFF' } },
    ...scopes.map(([, scope], index) => ({ scope: [...scope], settings: { foreground: colourOf(index) } })),
  ],
};

/** The class of a token that the theme gave this colour, if it is of a kind we tell apart. */
export function highlightClass(colour: string | undefined): string | undefined {
  return classes.get((colour ?? '').toUpperCase());
}
