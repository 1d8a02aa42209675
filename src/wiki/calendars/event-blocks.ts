/** A property of an event, where it stands in the text. */
export interface BlockLine {
  /** In capitals. */
  readonly name: string;
  /** What stands between its name and its value, with its first `;`: `;TZID=Europe/Paris`. */
  readonly parameters: string;
  readonly value: string;
  /** Its lines, the folded ones too: from 0, the last left out. */
  readonly from: number;
  readonly to: number;
}

/** A VEVENT of a text, without what is inside its own components. */
export interface EventBlock {
  /** Its lines, from its BEGIN to after its END. */
  readonly from: number;
  readonly to: number;
  /** Where its own properties end: before its first component, or its END. */
  readonly end: number;
  readonly properties: readonly BlockLine[];
}

const PROPERTY = /^([A-Za-z0-9-]{1,100})((?:;[A-Za-z0-9-]{1,100}=(?:"[^"]*"|[^":;]*))*):(.*)$/s;

/** The events of a text whose lines end with LF, as they are written (RFC 5545, section 3.6.1). */
export function eventBlocks(lines: readonly string[]): EventBlock[] {
  const blocks: EventBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!/^BEGIN:VEVENT[ \t]*$/i.test(lines[at] ?? '')) continue;
    const to = lines.findIndex((line, index) => index > at && /^END:VEVENT[ \t]*$/i.test(line));
    if (to === -1) break;
    blocks.push(blockOf(lines, at, to));
    at = to;
  }
  return blocks;
}

function blockOf(lines: readonly string[], from: number, last: number): EventBlock {
  const properties: BlockLine[] = [];
  let depth = 0;
  let end = last;
  for (let at = from + 1; at < last; ) {
    let to = at + 1;
    while (to < last && /^[ \t]/.test(lines[to] ?? '')) to++;
    const text = unfolded(lines.slice(at, to));
    if (/^BEGIN:/i.test(text)) {
      if (depth === 0) end = Math.min(end, at);
      depth++;
    } else if (/^END:/i.test(text)) depth--;
    else if (depth === 0) {
      const [, name, parameters = '', value = ''] = PROPERTY.exec(text) ?? [];
      if (name !== undefined) properties.push({ name: name.toUpperCase(), parameters, value, from: at, to });
    }
    at = to;
  }
  return { from, to: last + 1, end, properties };
}

const unfolded = (lines: readonly string[]) =>
  lines.map((line, at) => (at === 0 ? line : line.slice(1))).join('');

/** The first property of a name; undefined when it has none. */
export function propertyOf({ properties }: EventBlock, name: string): BlockLine | undefined {
  return properties.find((property) => property.name === name);
}

/** What it is called in all that tells of it (RFC 5545, section 3.8.4.7). */
export function uidOf(block: EventBlock): string | undefined {
  return propertyOf(block, 'UID')?.value.trim() || undefined;
}
