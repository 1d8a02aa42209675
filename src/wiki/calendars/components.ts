import { type ContentLine, contentLines } from './content-lines.ts';
import type { Problems } from './problems.ts';

/** A component (RFC 5545, section 3.6): its own lines, and the components inside it. */
export interface Component {
  /** In capitals: `VEVENT`. */
  readonly name: string;
  /** The line of its BEGIN. */
  readonly line: number;
  readonly lines: readonly ContentLine[];
  readonly parts: readonly Component[];
}

interface OpenComponent extends Component {
  readonly lines: ContentLine[];
  readonly parts: OpenComponent[];
}

/** Nothing that a calendar has is deeper: VCALENDAR, VEVENT, VALARM, and one more for extensions. */
const DEEPEST = 4;

/** What stands in a calendar only, so that one found deeper means that the component around it was never ended. */
const TOP = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE', 'VAVAILABILITY']);

const BEGIN = /^BEGIN:\s*([A-Z0-9-]+)\s*$/i;
const END = /^END:\s*([A-Z0-9-]+)\s*$/i;

/**
 * The calendars of a file, component by component: one that is broken does not take the others with it. Events outside
 * of any calendar are in one without name, the last.
 */
export function components(text: string, problems: Problems): Component[] {
  const outside: OpenComponent = { name: '', line: 1, lines: [], parts: [] };
  const calendars: OpenComponent[] = [];
  const open: OpenComponent[] = [];

  const closeDownTo = (depth: number) => {
    for (const left of open.splice(depth)) problems.add('unclosed', left.line, left.name);
  };
  const begin = (name: string, line: number) => {
    if (name === 'VCALENDAR') closeDownTo(0);
    else if (TOP.has(name)) closeDownTo(open[0]?.name === 'VCALENDAR' ? 1 : 0);
    if (open.length === DEEPEST) return problems.add('malformed-line', line, `BEGIN:${name}`);
    const component: OpenComponent = { name, line, lines: [], parts: [] };
    if (name === 'VCALENDAR') calendars.push(component);
    else (open.at(-1) ?? outside).parts.push(component);
    open.push(component);
  };
  const end = (name: string, line: number) => {
    const at = open.findLastIndex((component) => component.name === name);
    if (at === -1) return problems.add('stray-end', line, name);
    closeDownTo(at + 1);
    open.pop();
  };

  for (const content of contentLines(text, problems)) {
    const begun = BEGIN.exec(content.text)?.[1];
    const ended = begun === undefined ? END.exec(content.text)?.[1] : undefined;
    if (begun !== undefined) begin(begun.toUpperCase(), content.line);
    else if (ended !== undefined) end(ended.toUpperCase(), content.line);
    else (open.at(-1) ?? outside).lines.push(content);
  }
  closeDownTo(0);
  return outside.parts.length === 0 ? calendars : [...calendars, outside];
}
