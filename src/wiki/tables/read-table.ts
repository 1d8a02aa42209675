import type { Column } from './column.ts';
import { type ColumnCells, ColumnCellsBuilder } from './column-cells.ts';
import { declaredType, type Heading } from './header.ts';
import { ProblemLog } from './problem.ts';
import { type ReadingOptions, readRows } from './read-rows.ts';
import { type KeyBy, RowKeys, rowKey } from './row-keys.ts';
import { Table, type TableRow, type TableSummary } from './table.ts';
import { TypeGuess } from './type-guess.ts';
