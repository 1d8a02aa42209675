import type { MarkdownIt, StateBlock } from 'markdown-it';

const RULE = /^\|-[-+]*\|?$/;
const NUMBER = /^[-+−]?\d[\d\s.,\u00a0\u202f]*(?:[%€$]|[\u00a0\u202f ][%€$])?$/;
const MAX_ADDED_CELLS = 65_536;

type Row = readonly string[];

/**
 * Tables as Emacs' Org mode draws them: lines that begin with `|`, of which at least one is a rule like `|---+---|`.
 * The rows before the first rule are the header, each other rule begins a new `<tbody>`; a rule may come first.
 * A column of numbers is set to the right. Makes the same tokens as a GitHub table.
 */
export function orgTables(md: MarkdownIt): void {
  md.block.ruler.after('table', 'org_table', orgTable, { alt: ['paragraph', 'reference'] });
}

function orgTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!isTableLine(state, startLine)) return false;
  // Where it would cut a paragraph short, two lines must be enough to tell: looking further costs the square.
  if (silent) return startLine + 1 < endLine && opensTable(state, startLine);
  let end = startLine;
  let drawn = isRule(lineAt(state, startLine));
  for (; end < endLine && isTableLine(state, end); end++) {
    drawn ||= isRule(lineAt(state, end)) && lineAt(state, end).includes('+');
  }
  const groups = drawn ? rowGroups(state, startLine, end) : [];
  if (groups.length === 0) return false;
  pushTable(state, groups, [startLine, end]);
  state.line = end;
  return true;
}

function opensTable(state: StateBlock, line: number): boolean {
  if (!isTableLine(state, line + 1)) return false;
  const [first, second] = [lineAt(state, line), lineAt(state, line + 1)];
  return isRule(first) ? !isRule(second) : isRule(second) && second.includes('+');
}

function isRule(line: string): boolean {
  return RULE.test(line);
}

function isTableLine(state: StateBlock, line: number): boolean {
  const indent = (state.sCount[line] ?? 0) - state.blkIndent;
  return indent >= 0 && indent < 4 && lineAt(state, line).startsWith('|');
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
}

function rowGroups(state: StateBlock, start: number, end: number): [line: number, row: Row][][] {
  const groups: [number, Row][][] = [];
  let open = false;
  for (let line = start; line < end; line++) {
    const text = lineAt(state, line);
    if (isRule(text)) open = false;
    else if (open) groups.at(-1)?.push([line, cellsOf(text)]);
    else {
      groups.push([[line, cellsOf(text)]]);
      open = true;
    }
  }
  return groups;
}

function cellsOf(line: string): Row {
  const inner = line.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function pushTable(state: StateBlock, groups: [number, Row][][], map: [number, number]): void {
  const rows = groups.flat();
  const width = rows.reduce((widest, [, row]) => Math.max(widest, row.length), 0);
  const missing = rows.reduce((sum, [, row]) => sum + width - row.length, 0);
  const [header, bodies] = groups.length > 1 ? [groups[0] ?? [], groups.slice(1)] : [[], groups];
  const columns = Array.from({ length: width }, (_, column) => column);
  const right = numericColumns(bodies.flat().map(([, row]) => row));
  const open = (type: string, tag: string, lines: [number, number]) => {
    state.push(`${type}_open`, tag, 1).map = lines;
  };
  const pushRows = (rows: [number, Row][], cellTag: 'th' | 'td') => {
    for (const [line, row] of rows) {
      open('tr', 'tr', [line, line + 1]);
      for (const column of missing > MAX_ADDED_CELLS ? columns.slice(0, row.length) : columns) {
        const cell = state.push(`${cellTag}_open`, cellTag, 1);
        if (right.has(column)) cell.attrs = [['style', 'text-align:right']];
        const inline = state.push('inline', '', 0);
        inline.content = row[column] ?? '';
        inline.children = [];
        state.push(`${cellTag}_close`, cellTag, -1);
      }
      state.push('tr_close', 'tr', -1);
    }
  };
  open('table', 'table', map);
  for (const [index, rows] of [header, ...bodies].entries()) {
    const [first] = rows[0] ?? [];
    if (first === undefined) continue;
    const section = index === 0 ? 'thead' : 'tbody';
    open(section, section, [first, first + rows.length]);
    pushRows(rows, index === 0 ? 'th' : 'td');
    state.push(`${section}_close`, section, -1);
  }
  state.push('table_close', 'table', -1);
}

/** The columns where every cell that is not empty holds a number, and one at least does. */
function numericColumns(rows: readonly Row[]): ReadonlySet<number> {
  const numeric = new Set<number>();
  const others = new Set<number>();
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      if (cell !== '') (NUMBER.test(cell) ? numeric : others).add(column);
    }
  }
  return new Set([...numeric].filter((column) => !others.has(column)));
}
