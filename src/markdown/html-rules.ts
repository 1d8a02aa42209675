/**
 * What raw HTML may contain. `keep`: the element is written; `unwrap`: its tags are left out and its contents stay.
 * A name found neither here nor in `droppedElements` is no element of HTML, and is shown as text.
 */
export const allowedElements: ReadonlyMap<string, 'keep' | 'unwrap'> = new Map([
  ...words(`a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div
    dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small
    span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr`).map(
    (name) => [name, 'keep'] as const,
  ),
  ...words(`acronym address article aside base basefont bgsound big blink body button center data dialog dir fieldset font footer form
    frame frameset head header hgroup html input keygen label legend link main map area marquee menu meta meter nav
    nobr output param picture progress search section slot source strike track tt`).map(
    (name) => [name, 'unwrap'] as const,
  ),
]);

/** Elements that are left out with all they contain. */
export const droppedElements: ReadonlySet<string> = new Set(
  words(`applet audio canvas embed iframe math noembed noframes noscript object plaintext portal script select style
    svg template textarea title video xmp`),
);

export const voidElements: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'wbr']);

const TABLE_PARTS = ['td', 'th', 'tr', 'thead', 'tbody', 'tfoot'];

/** Which open elements a start tag ends, where HTML lets their end tags be left out. */
export const impliedEnds: ReadonlyMap<string, readonly string[]> = new Map<string, string[]>([
  ['li', ['li']],
  ['dt', ['dt', 'dd']],
  ['dd', ['dt', 'dd']],
  ['p', ['p']],
  ['tr', ['td', 'th', 'tr']],
  ['td', ['td', 'th']],
  ['th', ['td', 'th']],
  ['thead', TABLE_PARTS],
  ['tbody', TABLE_PARTS],
  ['tfoot', TABLE_PARTS],
]);

/** Is this the name of an element of HTML, allowed or not? */
export function isHtmlElement(name: string): boolean {
  return allowedElements.has(name) || droppedElements.has(name);
}

type Attributes = ReadonlyMap<string, RegExp>;

const NUMBER = /^\d{1,4}$/;
const DATE = /^[\dT:.+Z -]{1,40}$/;
const FLAG = /^(?:|open|reversed)$/i;
const ANY = /^[\s\S]*$/;

/** The interface keeps the ids that contain a colon to itself. */
const common: [string, RegExp][] = [
  ['id', /^[^\s:]{1,200}$/],
  ['title', ANY],
  ['lang', /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i],
  ['dir', /^(?:ltr|rtl|auto)$/i],
];
const cell: [string, RegExp][] = [
  ['colspan', /^\d{1,3}$/],
  ['rowspan', NUMBER],
  ['scope', /^(?:row|col|rowgroup|colgroup)$/i],
];
const byElement: ReadonlyMap<string, Attributes> = new Map([
  ['td', new Map([...common, ...cell])],
  ['th', new Map([...common, ...cell])],
  ['col', new Map([...common, ['span', NUMBER]])],
  ['colgroup', new Map([...common, ['span', NUMBER]])],
  ['ol', new Map([...common, ['start', NUMBER], ['reversed', FLAG], ['type', /^[1aAiI]$/]])],
  ['li', new Map([...common, ['value', NUMBER]])],
  ['details', new Map([...common, ['open', FLAG]])],
  ['time', new Map([...common, ['datetime', DATE]])],
  ['ins', new Map([...common, ['datetime', DATE]])],
  ['del', new Map([...common, ['datetime', DATE]])],
]);
const others: Attributes = new Map(common);

/** The attributes an element may have, each with the values it may take. */
export function allowedAttributes(element: string): Attributes {
  return byElement.get(element) ?? others;
}

function words(text: string): string[] {
  return text.split(/\s+/);
}
